//! `AnswerPost`: whoever wrote the post is told.

use kit::{auth::Caller, error::Error, request_id::RequestId};
use proto::champions::v1::{AnswerPostRequest, PostAnswer};
use tonic::{Request, Response};

use super::{
    create_post::not_too_many,
    view::{self, Reader},
};
use crate::{
    Champions,
    api::{champion, convert},
    domain::space::{Answer, MAX_ANSWERS, MAX_TEXT},
    error::{Reason, Refuse},
    events::published,
    names::PostName,
    store,
};

pub(super) async fn answer_post(
    s: &Champions,
    request: Request<AnswerPostRequest>,
) -> Result<Response<PostAnswer>, Error> {
    let who = Caller::of(&request)?;
    let request = request.into_inner();
    let name: PostName = who.parse("name", &request.name)?;
    let (o, now) = (&name.organization, s.clock.now());
    let mut violations = who.violations();
    let text = convert::words(&mut violations, "text", &request.text, 1, MAX_TEXT);
    convert::request_id(&mut violations, &request.request_id);
    violations.check()?;

    let once = RequestId::new(o, "AnswerPost", &request.request_id, &request, now);
    let tx = s.db.begin().await?;
    if let Some(reply) = once.replay(&tx, who.language()).await? {
        return Ok(Response::new(reply));
    }
    let me = champion(&tx, &who, o).await?;
    let post = store::space::load(&tx, o, &name.post).await?;
    let mut post = post.ok_or_else(|| Error::not_found(&name))?;
    if post.hidden {
        return Err(Reason::PostHidden.refuse("a moderator hid the post"));
    }
    if post.answer_count >= MAX_ANSWERS {
        return Err(Reason::TooManyAnswers.refuse("the post has as many answers as one may have"));
    }
    not_too_many(&tx, o, me, now).await?;
    let answer = Answer {
        id: s.ids.next(),
        post: post.id.clone(),
        text,
        author: me.to_owned(),
        thanks: 0,
        article: None,
        hidden: false,
        create_time: now,
    };
    post.answer_count += 1;
    store::space::save_answer(&tx, o, &answer).await?;
    store::space::save(&tx, o, &post).await?;
    let reply = view::one(&tx, o, Reader { me, moderates: false }, &answer).await?;
    if post.author != me {
        s.outbox.add(&tx, o, &published::post_answered(o, &post, &reply)).await?;
    }
    once.remember(&tx, &reply).await?;
    tx.commit().await?;

    Ok(Response::new(reply))
}
