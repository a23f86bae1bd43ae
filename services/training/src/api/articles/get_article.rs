//! `GetArticle`: what readers see, and the draft for those who write.

use kit::{auth::Caller, error::Error};
use proto::training::v1::{Article, GetArticleRequest};
use tonic::{Request, Response};

use super::writes;
use crate::{Training, api::convert::article as convert, names::ArticleName, store};

pub(super) async fn get_article(
    s: &Training,
    request: Request<GetArticleRequest>,
) -> Result<Response<Article>, Error> {
    let who = Caller::of(&request)?;
    let name: ArticleName = who.parse("name", &request.get_ref().name)?;
    let (db, o) = (s.db.read(), &name.organization);

    let article = store::article::load(db, o, &name.article).await?;
    let article = article.ok_or_else(|| Error::not_found(&name))?;
    let own = match who.person() {
        Ok(person) => store::article::said(db, o, &article.id, person).await?,
        Err(_) => None,
    };
    let reply = if writes(&who) {
        Article { own_feedback: own, ..convert::full(o, &article) }
    } else {
        convert::shown(o, &article, own).ok_or_else(|| Error::not_found(&name))?
    };

    Ok(Response::new(reply))
}
