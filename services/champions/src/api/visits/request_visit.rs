//! `RequestVisit`: a play asks the champions of a team. Where there is none, it hears that nobody was asked, and sees to it.

use std::collections::HashMap;

use jiff::ToSpan;
use kit::{auth::Caller, error::Error, name::OrganizationName, violation::Rule};
use proto::champions::v1::{RequestVisitRequest, Visit as Reply, VisitState};
use tonic::{Request, Response};

use crate::{
    Champions,
    api::convert::{Wanted, called, count, instant, localized, reference, reference_if_any, team, text_of},
    domain::visit::{DUE_DAYS, Visit},
    events::published,
    names::{FlagName, InterventionName, TeamName, VisitName},
    store,
};

pub(super) async fn request_visit(
    s: &Champions,
    request: Request<RequestVisitRequest>,
) -> Result<Response<Reply>, Error> {
    let who = Caller::of(&request)?;
    let request = request.into_inner();
    let o = who.parse::<OrganizationName>("parent", &request.parent)?.organization;
    let mut violations = who.violations();
    let name: Option<TeamName> = reference(&mut violations, "team", &o, &request.team);
    let reason = text_of(&mut violations, "reason", request.reason.as_ref(), Wanted::Required, 500);
    let source: Option<InterventionName> = reference(&mut violations, "source", &o, &request.source);
    let flag: Option<FlagName> = reference_if_any(&mut violations, "flag", &o, &request.flag);
    let usual = s.today().checked_add(DUE_DAYS.days()).unwrap_or(s.today());
    let due_day = violations.optional_day("due_day", &request.due_day).unwrap_or(usual);
    violations.check()?;
    let id = name.map(|n| n.team).unwrap_or_default();
    let source = source.map(|n| n.to_string()).unwrap_or_default();

    let tx = s.db.begin().await?;
    let names = store::people::team_names(&tx, &o, store::people::ids([&id])).await?;
    if !names.contains_key(&id) {
        let mut violations = who.violations();
        violations.add("team", &request.team, Rule::NotFound);
        violations.check()?;
    }
    if let Some(before) = store::visit::of_source(&tx, &o, &source, &id).await? {
        return Ok(Response::new(write(&o, &before, &names)));
    }
    let champions = store::people::champions_of(&tx, &o, &id).await?;
    let visit = Visit {
        id: s.ids.next(),
        team: id,
        reason,
        source,
        flag: flag.map(|f| f.to_string()),
        due_day,
        made: false,
        asked: u32::try_from(champions.len()).unwrap_or(u32::MAX),
        create_time: s.clock.now(),
        make_time: None,
    };
    store::visit::save(&tx, &o, &visit).await?;
    let reply = write(&o, &visit, &names);
    if !champions.is_empty() {
        s.outbox.add(&tx, &o, &published::visit_requested(&o, &reply, &champions)).await?;
    }
    tx.commit().await?;

    Ok(Response::new(reply))
}

/// A visit; `teams` says what teams are called.
pub(in crate::api) fn write(o: &str, visit: &Visit, teams: &HashMap<String, String>) -> Reply {
    Reply {
        name: VisitName::new(o, &visit.id).to_string(),
        team: team(o, &visit.team),
        team_display_name: called(teams, &visit.team),
        reason: localized(&visit.reason),
        flag: visit.flag.clone().unwrap_or_default(),
        due_day: visit.due_day.to_string(),
        state: if visit.made { VisitState::Made } else { VisitState::Open }.into(),
        asked: count(visit.asked),
        create_time: instant(visit.create_time),
        make_time: instant(visit.make_time),
    }
}
