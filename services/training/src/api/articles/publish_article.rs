//! `PublishArticle`: readers see the draft from now on.

use kit::{auth::Caller, error::Error};
use proto::training::v1::{Article, PublishArticleRequest};
use tonic::{Request, Response};

use crate::{
    Training,
    api::convert::{article as convert, etag_matches},
    names::ArticleName,
    store,
};

pub(super) async fn publish_article(
    s: &Training,
    request: Request<PublishArticleRequest>,
) -> Result<Response<Article>, Error> {
    let who = Caller::of(&request)?;
    let request = request.into_inner();
    let name: ArticleName = who.parse("name", &request.name)?;
    let o = &name.organization;

    let tx = s.db.begin().await?;
    let article = store::article::load(&tx, o, &name.article).await?;
    let mut article = article.ok_or_else(|| Error::not_found(&name))?;
    if !etag_matches(&request.etag, article.revision) {
        return Err(Error::changed(&name));
    }
    let before = article.revision;
    if let Some(version) = article.publish(s.clock.now()) {
        store::article::add_version(&tx, o, &version).await?;
    }
    if article.revision != before {
        store::article::save(&tx, o, &article).await?;
        tx.commit().await?;
        s.knowledge.take(o, &article).await;
    }

    Ok(Response::new(convert::full(o, &article)))
}
