//! `CompleteTask`: it is done.

use kit::{auth::Caller, error::Error, text};
use proto::feedback::v1::{CompleteTaskRequest, Outcome};
use tonic::{Request, Response};

use super::{
    convert,
    finding::{find, must_lead},
};
use crate::{Feedback, names::OutcomeName, store};

pub(super) async fn complete_task(
    s: &Feedback,
    request: Request<CompleteTaskRequest>,
) -> Result<Response<Outcome>, Error> {
    let who = Caller::of(&request)?;
    let request = request.into_inner();
    let name: OutcomeName = who.parse("name", &request.name)?;
    let (o, mut violations) = (&name.organization, who.violations());
    let follow_up = text::clean(&request.follow_up);
    violations.length("follow_up", &follow_up, 0..=1_000);
    violations.check()?;

    let tx = s.db.begin().await?;
    let (mut outcome, seen) = find(s, &tx, &who, &name).await?;
    let task = outcome.task_mut()?;
    if task.owner != who.person()? {
        must_lead(seen.as_ref())?;
    }
    if task.done_time.is_none() {
        task.done_time = Some(s.clock.now());
        task.follow_up = follow_up;
        store::outcome::save(&tx, o, &outcome).await?;
    }
    let today = s.today(&tx, o).await?;
    let reply = convert::outcome(&tx, o, today, &outcome).await?;
    tx.commit().await?;

    Ok(Response::new(reply))
}
