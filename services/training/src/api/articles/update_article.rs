//! `UpdateArticle`: another draft.

use kit::{auth::Caller, error::Error, mask::Mask};
use proto::training::v1::{Article, UpdateArticleRequest};
use tonic::{Request, Response};

use super::check_courses;
use crate::{
    Training,
    api::convert::{article as convert, etag_matches},
    names::ArticleName,
    store,
};

pub(super) async fn update_article(
    s: &Training,
    request: Request<UpdateArticleRequest>,
) -> Result<Response<Article>, Error> {
    let who = Caller::of(&request)?;
    let request = request.into_inner();
    let given = request.article.unwrap_or_default();
    let name: ArticleName = who.parse("article.name", &given.name)?;
    let o = &name.organization;
    let mut violations = who.violations();
    let mask = Mask::parse(&mut violations, request.update_mask.as_ref(), convert::FIELDS);

    let tx = s.db.begin().await?;
    let article = store::article::load(&tx, o, &name.article).await?;
    let mut article = article.ok_or_else(|| Error::not_found(&name))?;
    let mut draft = article.draft.clone();
    convert::edit(&mut violations, o, &mut draft, &given, mask.fields());
    violations.check()?;
    if mask.has("courses") {
        check_courses(&tx, &who, o, &draft).await?;
    }
    if !etag_matches(&given.etag, article.revision) {
        return Err(Error::changed(&name));
    }
    article.edit(draft, s.clock.now());
    store::article::save(&tx, o, &article).await?;
    tx.commit().await?;

    Ok(Response::new(convert::full(o, &article)))
}
