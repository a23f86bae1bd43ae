//! `ProposeArticle`: another service proposes one; trainers publish it or do not.

use kit::{auth::Caller, error::Error, name::OrganizationName};
use proto::training::v1::{Article as Reply, ProposeArticleRequest};
use tonic::{Request, Response};

use crate::{
    Training,
    api::convert::article as convert,
    domain::article::{Article, ArticleDraft},
    store,
};

pub(super) async fn propose_article(
    s: &Training,
    request: Request<ProposeArticleRequest>,
) -> Result<Response<Reply>, Error> {
    let who = Caller::of(&request)?;
    let request = request.into_inner();
    let o = who.parse::<OrganizationName>("parent", &request.parent)?.organization;
    let given = request.article.unwrap_or_default();
    let (mut violations, mut draft) = (who.violations(), ArticleDraft::default());
    convert::edit(&mut violations, &o, &mut draft, &given, convert::FIELDS);
    violations.length("source", &request.source, 1..=300);
    violations.check()?;

    let tx = s.db.begin().await?;
    if let Some(before) = store::article::of_source(&tx, &o, &request.source).await? {
        return Ok(Response::new(convert::full(&o, &before)));
    }
    let article = Article::new(s.ids.next(), draft, Some(request.source), s.clock.now());
    store::article::save(&tx, &o, &article).await?;
    tx.commit().await?;

    Ok(Response::new(convert::full(&o, &article)))
}
