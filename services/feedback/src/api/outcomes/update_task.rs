//! `UpdateTask`: somebody else does it, or until another day.

use kit::{auth::Caller, error::Error};
use proto::feedback::v1::{Outcome, UpdateTaskRequest};
use tonic::{Request, Response};

use super::{
    convert, edit,
    finding::{find, must_lead},
};
use crate::{
    Feedback,
    error::{Reason, Refuse},
    events::meeting_published,
    names::OutcomeName,
    store,
};

pub(super) async fn update_task(
    s: &Feedback,
    request: Request<UpdateTaskRequest>,
) -> Result<Response<Outcome>, Error> {
    let who = Caller::of(&request)?;
    let request = request.into_inner();
    let name: OutcomeName = who.parse("name", &request.name)?;
    let (o, mut violations) = (&name.organization, who.violations());

    let tx = s.db.begin().await?;
    let (mut outcome, seen) = find(s, &tx, &who, &name).await?;
    must_lead(seen.as_ref())?;
    let today = s.today(&tx, o).await?;
    let owner = if request.owner.is_empty() {
        None
    } else {
        edit::owner(&tx, &mut violations, o, "owner", &request.owner, today).await?
    };
    let due = if request.due_day.is_empty() {
        None
    } else {
        edit::due(&mut violations, "due_day", &request.due_day, today)
    };
    violations.check()?;
    let task = outcome.task_mut()?;
    if task.done_time.is_some() {
        return Err(Reason::TaskDone.refuse("the task is done"));
    }
    let before = task.owner.clone();
    task.owner = owner.unwrap_or_else(|| before.clone());
    if let Some(due) = due {
        task.due = due;
        task.reminded = None;
    }
    let task = task.clone();
    store::outcome::save(&tx, o, &outcome).await?;
    if task.owner != before
        && let Some(committee) = seen.as_ref().map(|s| &s.committee)
    {
        s.outbox.add(&tx, o, &meeting_published::task_assigned(o, committee, &outcome, &task)).await?;
    }
    let reply = convert::outcome(&tx, o, today, &outcome).await?;
    tx.commit().await?;

    Ok(Response::new(reply))
}
