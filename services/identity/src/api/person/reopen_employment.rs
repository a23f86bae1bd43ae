//! `ReopenEmployment`: somebody who left, or is to leave, is back.

use jiff::civil::Date;
use kit::{auth::Caller, error::Error, violation::Rule};
use proto::identity::v1::{Person, ReopenEmploymentRequest};
use tonic::{Request, Response};

use super::fields;
use crate::{
    Identity,
    api::reference,
    convert, error,
    names::{PersonName, PositionName, TeamName},
    store,
};

pub(super) async fn reopen_employment(
    s: &Identity,
    request: Request<ReopenEmploymentRequest>,
) -> Result<Response<Person>, Error> {
    let who = Caller::of(&request)?;
    let request = request.into_inner();
    let name: PersonName = who.parse("name", &request.name)?;
    let mut v = who.violations();
    let start = v.optional_day("start_day", &request.start_day);
    let team: Option<TeamName> = reference::name(&who, &mut v, "team", &request.team);
    let position: Option<PositionName> = reference::name(&who, &mut v, "position", &request.position);

    let tx = s.db.begin().await?;
    let (o, today) = (&name.organization, s.today());
    let old = store::person::load(&tx, o, &name.person).await?.ok_or_else(|| Error::not_found(&name))?;
    let end = old.end_day.ok_or_else(error::not_ended)?;
    let next = end.tomorrow().unwrap_or(Date::MAX);
    if let Some(start) = start.filter(|start| *start < next) {
        v.add("start_day", start, Rule::TooEarly { earliest: next.to_string() });
    }
    if let Some(start) = start.filter(|start| *start > today.max(next)) {
        v.add("start_day", start, Rule::InFuture);
    }
    let last = old.memberships.last();
    let team = team.map(|t| t.team).or(last.map(|m| m.team.clone())).unwrap_or_default();
    let position = position.map(|p| p.position).or(last.map(|m| m.position.clone())).unwrap_or_default();
    v.required("team", &team);
    v.required("position", &position);
    if !team.is_empty() && store::team::tree(&tx, o).await?.living(&team).is_none() {
        v.add("team", TeamName::new(o, &team).to_string(), Rule::NotFound);
    }
    if !position.is_empty() && !store::position::all(&tx, o).await?.iter().any(|p| p.id == position) {
        v.add("position", PositionName::new(o, &position).to_string(), Rule::NotFound);
    }
    v.check()?;

    let mut new = old.clone();
    new.reopen(&team, &position, last.and_then(|m| m.part_time_days), start.unwrap_or(next), today);
    let mut violations = who.violations();
    fields::check(&tx, &mut violations, o, Some(&old), &mut new, today).await?;
    violations.check()?;
    let new = s.put_person(&tx, o, new).await?;
    tx.commit().await?;
    Ok(Response::new(convert::person(o, &new)))
}
