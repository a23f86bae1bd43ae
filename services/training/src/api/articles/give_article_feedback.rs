//! `GiveArticleFeedback`: whether it helped, once per reader.

use kit::{auth::Caller, db::time::to_micros, error::Error};
use proto::training::v1::{Article, GiveArticleFeedbackRequest};
use tonic::{Request, Response};

use crate::{Training, api::convert::article as convert, names::ArticleName, store};

pub(super) async fn give_article_feedback(
    s: &Training,
    request: Request<GiveArticleFeedbackRequest>,
) -> Result<Response<Article>, Error> {
    let who = Caller::of(&request)?;
    let request = request.into_inner();
    let name: ArticleName = who.parse("name", &request.name)?;
    let (o, person, helped) = (&name.organization, who.person()?, request.helped);

    let tx = s.db.begin().await?;
    let article = store::article::load(&tx, o, &name.article).await?;
    let published = article.filter(|a| a.published().is_some());
    let mut article = published.ok_or_else(|| Error::not_found(&name))?;
    let before = store::article::said(&tx, o, &article.id, person).await?;
    if before != Some(helped) {
        article.hear(before, helped);
        store::article::say(&tx, o, &article.id, person, helped, to_micros(s.clock.now())).await?;
        store::article::save(&tx, o, &article).await?;
        tx.commit().await?;
    }

    let reply = convert::shown(o, &article, Some(helped)).ok_or_else(|| Error::not_found(&name))?;
    Ok(Response::new(reply))
}
