//! `ArchiveArticle`: readers do not find it any more.

use kit::{auth::Caller, error::Error};
use proto::training::v1::{ArchiveArticleRequest, Article};
use tonic::{Request, Response};

use crate::{Training, api::convert::article as convert, names::ArticleName, store};

pub(super) async fn archive_article(
    s: &Training,
    request: Request<ArchiveArticleRequest>,
) -> Result<Response<Article>, Error> {
    let who = Caller::of(&request)?;
    let name: ArticleName = who.parse("name", &request.get_ref().name)?;
    let o = &name.organization;

    let tx = s.db.begin().await?;
    let article = store::article::load(&tx, o, &name.article).await?;
    let mut article = article.ok_or_else(|| Error::not_found(&name))?;
    article.archive(s.clock.now());
    store::article::save(&tx, o, &article).await?;
    tx.commit().await?;
    s.knowledge.take(o, &article).await;

    Ok(Response::new(convert::full(o, &article)))
}
