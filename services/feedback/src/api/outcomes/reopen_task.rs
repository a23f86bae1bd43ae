//! `ReopenTask`: it is not done after all.

use kit::{auth::Caller, error::Error};
use proto::feedback::v1::{Outcome, ReopenTaskRequest};
use tonic::{Request, Response};

use super::{
    convert,
    finding::{find, must_lead},
};
use crate::{Feedback, names::OutcomeName, store};

pub(super) async fn reopen_task(
    s: &Feedback,
    request: Request<ReopenTaskRequest>,
) -> Result<Response<Outcome>, Error> {
    let who = Caller::of(&request)?;
    let name: OutcomeName = who.parse("name", &request.get_ref().name)?;
    let o = &name.organization;

    let tx = s.db.begin().await?;
    let (mut outcome, seen) = find(s, &tx, &who, &name).await?;
    must_lead(seen.as_ref())?;
    let task = outcome.task_mut()?;
    if task.done_time.take().is_some() {
        task.reminded = None;
        store::outcome::save(&tx, o, &outcome).await?;
    }
    let today = s.today(&tx, o).await?;
    let reply = convert::outcome(&tx, o, today, &outcome).await?;
    tx.commit().await?;

    Ok(Response::new(reply))
}
