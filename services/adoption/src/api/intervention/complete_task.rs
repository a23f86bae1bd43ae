//! `CompleteTask`: a task is done; with the last one, the intervention.

use kit::{auth::Caller, db::time::to_micros, directory, error::Error, text};
use proto::adoption::v1 as pb;
use tonic::{Request, Response};

use super::reply;
use crate::{
    Adoption,
    api::scope::{self, Scope},
    names::TaskName,
    store,
};

pub(super) async fn complete_task(
    s: &Adoption,
    request: Request<pb::CompleteTaskRequest>,
) -> Result<Response<pb::Intervention>, Error> {
    let who = Caller::of(&request)?;
    let request = request.into_inner();
    let name: TaskName = who.parse("name", &request.name)?;
    let note = text::clean(&request.note);
    let mut violations = who.violations();
    violations.length("note", &note, 0..=2_000);
    violations.check()?;

    let (tx, organization) = (s.db.begin().await?, name.organization.as_str());
    let not_found = || Error::not_found(&name);
    let tree = directory::teams(&tx, organization).await?;
    let task = store::task::load(&tx, organization, &name.task).await?;
    let mut task = task.filter(|t| t.intervention == name.intervention).ok_or_else(not_found)?;
    let intervention =
        store::intervention::load(&tx, organization, &task.intervention).await?.ok_or_else(not_found)?;
    let flag = store::flag::load(&tx, organization, &intervention.flag).await?;
    let flag = flag.filter(|f| Scope::acting(&who, &tree).has_flag(f)).ok_or_else(not_found)?;
    if !task.done {
        task.done = true;
        task.complete_time = Some(to_micros(s.clock.now()));
        task.completed_by = Some(scope::actor(&who));
        task.note = note;
        store::task::save(&tx, organization, &task).await?;
        s.complete_if_done(&tx, organization, intervention).await?;
    }
    let intervention =
        store::intervention::load(&tx, organization, &task.intervention).await?.ok_or_else(not_found)?;
    let answer = reply::whole(&tx, organization, &tree, &flag, &intervention).await?;
    tx.commit().await?;
    Ok(Response::new(answer))
}
