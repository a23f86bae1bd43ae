//! `ModeratePost`: what was reported is hidden, or kept.

use kit::{auth::Caller, error::Error};
use proto::champions::v1::{ModeratePostRequest, Post};
use tonic::{Request, Response};

use super::{
    report_post::subject,
    view::{self, Reader},
};
use crate::{
    Champions,
    api::convert,
    names::{AnswerName, PostName},
    store,
};

pub(super) async fn moderate_post(
    s: &Champions,
    request: Request<ModeratePostRequest>,
) -> Result<Response<Post>, Error> {
    let who = Caller::of(&request)?;
    let request = request.into_inner();
    let name: PostName = who.parse("name", &request.name)?;
    let o = &name.organization;
    let mut violations = who.violations();
    let answer: Option<AnswerName> = convert::reference_if_any(&mut violations, "answer", o, &request.answer);
    violations.check()?;

    let tx = s.db.begin().await?;
    let (subject, _) = subject(&tx, &who, &name, answer).await?;
    if !store::space::was_reported(&tx, o, &subject).await? {
        return Err(Error::not_found(&name)); // what nobody reported is not a moderator's to read
    }
    let post = store::space::load(&tx, o, &subject.post).await?;
    let mut post = post.ok_or_else(|| Error::not_found(&name))?;
    match &subject.answer {
        None => {
            post.hidden = request.hide;
            store::space::save(&tx, o, &post).await?;
        }
        Some(id) => {
            if let Some(mut answer) = store::space::answer(&tx, o, &post.id, id).await? {
                answer.hidden = request.hide;
                store::space::save_answer(&tx, o, &answer).await?;
            }
        }
    }
    store::space::settle(&tx, o, &subject).await?;
    let reply = view::whole(&tx, o, Reader { me: who.person()?, moderates: true }, &post).await?;
    tx.commit().await?;

    Ok(Response::new(reply))
}
