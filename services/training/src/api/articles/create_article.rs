//! `CreateArticle`: a new draft.

use kit::{auth::Caller, error::Error, name::OrganizationName, request_id::RequestId};
use proto::training::v1::{Article as Reply, CreateArticleRequest};
use tonic::{Request, Response};

use super::check_courses;
use crate::{
    Training,
    api::convert::article as convert,
    domain::article::{Article, ArticleDraft},
    store,
};

pub(super) async fn create_article(
    s: &Training,
    request: Request<CreateArticleRequest>,
) -> Result<Response<Reply>, Error> {
    let who = Caller::of(&request)?;
    let request = request.into_inner();
    let o = who.parse::<OrganizationName>("parent", &request.parent)?.organization;
    let given = request.article.clone().unwrap_or_default();
    let (mut violations, mut draft) = (who.violations(), ArticleDraft::default());
    convert::edit(&mut violations, &o, &mut draft, &given, convert::FIELDS);
    violations.length("request_id", &request.request_id, 0..=64);
    violations.check()?;

    let now = s.clock.now();
    let once = RequestId::new(&o, "CreateArticle", &request.request_id, &request, now);
    let tx = s.db.begin().await?;
    if let Some(reply) = once.replay(&tx, who.language()).await? {
        return Ok(Response::new(reply));
    }
    check_courses(&tx, &who, &o, &draft).await?;
    let article = Article::new(s.ids.next(), draft, None, now);
    store::article::save(&tx, &o, &article).await?;
    let reply = convert::full(&o, &article);
    once.remember(&tx, &reply).await?;
    tx.commit().await?;

    Ok(Response::new(reply))
}
