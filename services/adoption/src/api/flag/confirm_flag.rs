//! `ConfirmFlag`: the flag is right; the intervention of the barrier's playbook begins.

use kit::{auth::Caller, error::Error, text, violation::Rule};
use proto::adoption::v1 as pb;
use tonic::{Request, Response};

use super::{load, reply};
use crate::{
    Adoption,
    api::{convert, scope},
    domain::barrier::Barrier,
    names::{CourseName, CurriculumName, FlagName},
    store,
};

pub(super) async fn confirm_flag(
    s: &Adoption,
    request: Request<pb::ConfirmFlagRequest>,
) -> Result<Response<pb::Flag>, Error> {
    let who = Caller::of(&request)?;
    let request = request.into_inner();
    let name: FlagName = who.parse("name", &request.name)?;
    let mut violations = who.violations();
    violations.length("note", &request.note, 0..=2_000);
    let barrier = convert::barrier_of(request.barrier).unwrap_or_else(|()| {
        violations.add("barrier", request.barrier, Rule::unknown_value(&Barrier::ALL.map(Barrier::as_str)));
        None
    });
    violations.check()?;
    if !request.training.is_empty() {
        training(&who, &request.training)?;
    }

    let tx = s.db.begin().await?;
    let (mut flag, tree) = load::to_decide(&tx, &who, &name, &request.etag).await?;
    let told =
        flag.confirm(barrier, scope::actor(&who), text::clean(&request.note)).map_err(load::refused)?;
    if let (Some(told), Some(barrier)) = (told, flag.barrier) {
        store::flag::save(&tx, &name.organization, &flag).await?;
        s.tell(&tx, &name.organization, &flag.id, &told).await?;
        let training = if barrier.refuses_training() { "" } else { request.training.as_str() };
        s.start_intervention(&tx, &name.organization, &flag, barrier, training, false).await?;
    }
    let answer = reply::whole(&tx, &name.organization, &tree, &flag).await?;
    tx.commit().await?;
    Ok(Response::new(answer))
}

/// The name of a course or a curriculum of the caller's organization.
fn training(who: &Caller, name: &str) -> Result<(), Error> {
    if name.contains("/curricula/") {
        who.parse::<CurriculumName>("training", name)?;
    } else {
        who.parse::<CourseName>("training", name)?;
    }
    Ok(())
}
