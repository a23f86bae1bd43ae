//! `ThankAnswer`: once, and not for an own one.

use kit::{auth::Caller, error::Error};
use proto::champions::v1::{PostAnswer, ThankAnswerRequest};
use tonic::{Request, Response};

use super::view::{self, Reader};
use crate::{
    Champions,
    api::champion,
    error::{Reason, Refuse},
    names::AnswerName,
    store,
};

pub(super) async fn thank_answer(
    s: &Champions,
    request: Request<ThankAnswerRequest>,
) -> Result<Response<PostAnswer>, Error> {
    let who = Caller::of(&request)?;
    let name: AnswerName = who.parse("name", &request.get_ref().name)?;
    let o = &name.organization;

    let tx = s.db.begin().await?;
    let me = champion(&tx, &who, o).await?;
    let answer = store::space::answer(&tx, o, &name.post, &name.answer).await?;
    let mut answer = answer.ok_or_else(|| Error::not_found(&name))?;
    if answer.author == me {
        return Err(Reason::OwnPost.refuse("one does not thank oneself"));
    }
    let before = store::space::thanked(&tx, o, std::slice::from_ref(&answer.id), me).await?;
    if before.is_empty() {
        answer.thanks += 1;
        store::space::thank(&tx, o, &answer.id, me).await?;
        store::space::save_answer(&tx, o, &answer).await?;
    }
    let reply = view::one(&tx, o, Reader { me, moderates: false }, &answer).await?;
    tx.commit().await?;

    Ok(Response::new(reply))
}
