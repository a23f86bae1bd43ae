//! What an answer to a request for help is made of.

use kit::{
    auth::Caller,
    error::Error,
    text,
    violation::{Rule, Violations},
};

use crate::{
    api::convert::reference,
    names::ArticleName,
    store::{self, ConnectionTrait},
};

/// Articles that one answer names at most.
const MAX_ARTICLES: usize = 5;

/// The text, and the ids of the articles, each once.
pub(super) fn read(
    violations: &mut Violations,
    o: &str,
    answer: &str,
    articles: &[String],
) -> (String, Vec<String>) {
    let text = text::clean(answer);
    violations.length("answer", &text, 1..=4_000);
    let mut ids: Vec<String> = Vec::new();
    if violations.count("articles", articles.len(), MAX_ARTICLES) {
        for (i, article) in articles.iter().enumerate() {
            let name: Option<ArticleName> = reference(violations, &format!("articles[{i}]"), o, article);
            ids.extend(name.map(|n| n.article).filter(|id| !ids.contains(id)));
        }
    }
    (text, ids)
}

/// The learner must be able to read what the answer names.
pub(super) async fn check_articles<C: ConnectionTrait>(
    db: &C,
    who: &Caller,
    o: &str,
    articles: &[String],
) -> Result<(), Error> {
    let known = store::article::some(db, o, articles).await?;
    let mut violations = who.violations();
    for (i, id) in articles.iter().enumerate() {
        if !known.iter().any(|a| a.id == *id && a.published().is_some()) {
            violations.add(format!("articles[{i}]"), ArticleName::new(o, id), Rule::NotFound);
        }
    }
    violations.check()
}
