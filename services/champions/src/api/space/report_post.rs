//! `ReportPost`: a moderator is asked to look at a post or an answer.

use kit::{auth::Caller, error::Error, violation::Rule};
use proto::champions::v1::{ReportPostRequest, ReportPostResponse};
use tonic::{Request, Response};

use crate::{
    Champions,
    api::{champion, convert},
    domain::space::Subject,
    error::{Reason, Refuse},
    names::{AnswerName, PostName},
    store::{self, ConnectionTrait},
};

pub(super) async fn report_post(
    s: &Champions,
    request: Request<ReportPostRequest>,
) -> Result<Response<ReportPostResponse>, Error> {
    let who = Caller::of(&request)?;
    let request = request.into_inner();
    let name: PostName = who.parse("name", &request.name)?;
    let o = &name.organization;
    let mut violations = who.violations();
    let reason = convert::words(&mut violations, "reason", &request.reason, 1, 500);
    let answer: Option<AnswerName> = convert::reference_if_any(&mut violations, "answer", o, &request.answer);
    violations.check()?;

    let tx = s.db.begin().await?;
    let me = champion(&tx, &who, o).await?;
    let (subject, author) = subject(&tx, &who, &name, answer).await?;
    if author == me {
        return Err(Reason::OwnPost.refuse("one does not report oneself"));
    }
    store::space::report(&tx, o, &subject, me, reason, s.clock.now()).await?;
    tx.commit().await?;

    Ok(Response::new(ReportPostResponse {}))
}

/// What a request is about, and who wrote it.
pub(super) async fn subject<C: ConnectionTrait>(
    db: &C,
    who: &Caller,
    name: &PostName,
    answer: Option<AnswerName>,
) -> Result<(Subject, String), Error> {
    let o = &name.organization;
    let post = store::space::load(db, o, &name.post).await?.ok_or_else(|| Error::not_found(name))?;
    let Some(answer) = answer else {
        return Ok((Subject { post: post.id, answer: None }, post.author));
    };
    let found = if answer.post == post.id {
        store::space::answer(db, o, &post.id, &answer.answer).await?
    } else {
        None
    };
    if let Some(found) = found {
        return Ok((Subject { post: post.id, answer: Some(found.id) }, found.author));
    }
    let mut violations = who.violations();
    violations.add("answer", answer, Rule::NotFound);
    violations.check()?;
    Err(Error::not_found(name))
}
