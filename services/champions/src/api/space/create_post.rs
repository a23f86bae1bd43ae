//! `CreatePost`: a tip or a question.

use jiff::{Timestamp, ToSpan};
use kit::{
    auth::Caller, error::Error, localize::Language, name::OrganizationName, request_id::RequestId,
    violation::Rule,
};
use proto::champions::v1::{CreatePostRequest, Post as Reply};
use tonic::{Request, Response};

use super::view::{self, Reader};
use crate::{
    Champions,
    api::{champion, convert},
    domain::space::{MAX_A_DAY, MAX_TEXT, MAX_TITLE, Post},
    error::{Reason, Refuse},
    store::{self, ConnectionTrait},
};

pub(super) async fn create_post(
    s: &Champions,
    request: Request<CreatePostRequest>,
) -> Result<Response<Reply>, Error> {
    let who = Caller::of(&request)?;
    let request = request.into_inner();
    let o = who.parse::<OrganizationName>("parent", &request.parent)?.organization;
    let given = request.post.clone().unwrap_or_default();
    let mut violations = who.violations();
    violations.direction("post.title", &given.title);
    let title = convert::words(&mut violations, "post.title", &given.title, 1, MAX_TITLE);
    let text = convert::words(&mut violations, "post.text", &given.text, 1, MAX_TEXT);
    let language = Language::from_proto(given.language);
    if language.is_none() {
        violations.add("post.language", given.language, Rule::unknown_value(&["EN", "FA", "AR"]));
    }
    convert::request_id(&mut violations, &request.request_id);
    violations.check()?;
    let now = s.clock.now();

    let once = RequestId::new(&o, "CreatePost", &request.request_id, &request, now);
    let tx = s.db.begin().await?;
    if let Some(reply) = once.replay(&tx, who.language()).await? {
        return Ok(Response::new(reply));
    }
    let me = champion(&tx, &who, &o).await?;
    not_too_many(&tx, &o, me, now).await?;
    let post = Post {
        id: s.ids.next(),
        title,
        text,
        language: language.unwrap_or_default(),
        author: me.to_owned(),
        answer_count: 0,
        hidden: false,
        create_time: now,
    };
    store::space::save(&tx, &o, &post).await?;
    let reply = view::whole(&tx, &o, Reader { me, moderates: false }, &post).await?;
    once.remember(&tx, &reply).await?;
    tx.commit().await?;

    Ok(Response::new(reply))
}

/// Nobody floods the others.
pub(super) async fn not_too_many<C: ConnectionTrait>(
    db: &C,
    o: &str,
    me: &str,
    now: Timestamp,
) -> Result<(), Error> {
    let since = now.checked_sub(24.hours()).unwrap_or(now);
    if store::space::written_since(db, o, me, since).await? >= MAX_A_DAY {
        return Err(Reason::TooManyPosts.refuse("too many posts and answers in a day"));
    }
    Ok(())
}
