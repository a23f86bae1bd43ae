//! The words of published articles, in memory: made from the table when an organization first searches, and kept up with
//! what is published. What it finds is looked up in the database afterwards, so that a stale entry is never shown.

use std::{collections::HashMap, sync::Arc};

use kit::{error::Error, localize::Language, search::Index};
use tokio::sync::Mutex;

use crate::{
    domain::article::Article,
    store::{self, ConnectionTrait},
};

/// How many entries one search looks at; an article has one for each language.
const LOOKED_AT: usize = 100;

/// The words of every organization that has searched.
#[derive(Debug, Clone, Default)]
pub(crate) struct Knowledge {
    indexes: Arc<Mutex<HashMap<String, Index>>>,
}

/// An article that was found.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Hit {
    /// Its id.
    pub(crate) article: String,
    /// The language in which the words are.
    pub(crate) language: Language,
}

impl Knowledge {
    /// Follows an article that was published, changed or archived.
    pub(crate) async fn take(&self, organization: &str, article: &Article) {
        let mut indexes = self.indexes.lock().await;
        if let Some(index) = indexes.get_mut(organization) {
            put(index, article);
        }
    }

    /// Articles with all of the words, then those with some that tell; for each the language that fits best, the
    /// reader's own first.
    pub(crate) async fn search<C: ConnectionTrait>(
        &self,
        db: &C,
        organization: &str,
        query: &str,
        language: Language,
    ) -> Result<Vec<Hit>, Error> {
        // Locked while it is made, so that whatever is published meanwhile comes after.
        let mut indexes = self.indexes.lock().await;
        if !indexes.contains_key(organization) {
            let mut index = Index::default();
            for article in store::article::published(db, organization).await? {
                put(&mut index, &article);
            }
            indexes.insert(organization.to_owned(), index);
        }
        let Some(index) = indexes.get(organization) else { return Ok(Vec::new()) };
        let all = index.search(query, LOOKED_AT).unwrap_or_default();
        let some = index.suggest(query, language.code(), LOOKED_AT);
        let mut hits: Vec<Hit> = Vec::new();
        for found in all.into_iter().chain(some) {
            let Some((article, code)) = found.id.rsplit_once('/') else { continue };
            let found = Hit { article: article.to_owned(), language: code.parse().unwrap_or_default() };
            match hits.iter_mut().find(|h| h.article == found.article) {
                Some(hit) if found.language == language => hit.language = language,
                Some(_) => {}
                None => hits.push(found),
            }
        }
        Ok(hits)
    }
}

/// One entry for each language; tags count as words of the title.
fn put(index: &mut Index, article: &Article) {
    for language in Language::ALL {
        let id = format!("{}/{}", article.id, language.code());
        index.remove(&id);
        if let Some(words) = article.published()
            && !(words.title.exact(language).is_empty() && words.body.exact(language).is_empty())
        {
            let title = format!("{} {}", words.title.exact(language), words.tags.join(" "));
            index.put(&id, language.code(), &title, words.body.exact(language));
        }
    }
}
