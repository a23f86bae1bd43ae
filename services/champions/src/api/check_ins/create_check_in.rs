//! `CreateCheckIn`: what was done with which team, in two taps.

use jiff::ToSpan;
use kit::{
    auth::Caller,
    error::Error,
    name::OrganizationName,
    request_id::RequestId,
    violation::{Rule, Violations},
};
use proto::champions::v1::{CheckIn as Reply, CreateCheckInRequest};
use tonic::{Request, Response};

use super::view;
use crate::{
    Champions,
    api::{champion, convert},
    domain::check_in::{CheckIn, Kind, LATEST_FOLLOW_UP_DAYS, MAX_A_DAY},
    error::{Reason, Refuse},
    events::published,
    names::{TeamName, VisitName},
    store::{self, ConnectionTrait},
};

pub(super) async fn create_check_in(
    s: &Champions,
    request: Request<CreateCheckInRequest>,
) -> Result<Response<Reply>, Error> {
    let who = Caller::of(&request)?;
    let request = request.into_inner();
    let o = who.parse::<OrganizationName>("parent", &request.parent)?.organization;
    let mut violations = who.violations();
    let check_in = read(s, &mut violations, &o, &request);
    violations.check()?;
    let (now, today) = (s.clock.now(), s.today());

    let once = RequestId::new(&o, "CreateCheckIn", &request.request_id, &request, now);
    let tx = s.db.begin().await?;
    if let Some(reply) = once.replay(&tx, who.language()).await? {
        return Ok(Response::new(reply));
    }
    let me = champion(&tx, &who, &o).await?.to_owned();
    let check_in = CheckIn { id: s.ids.next(), person: me, ..check_in };
    if !store::people::covers(&tx, &o, &check_in.person, &check_in.team).await? {
        return Err(Reason::TeamNotCovered.refuse("the team is not one that the caller covers"));
    }
    if store::check_in::count_on(&tx, &o, &check_in.person, today).await? >= MAX_A_DAY {
        return Err(Reason::TooManyCheckIns.refuse("too many check-ins in a day"));
    }
    make_visit(s, &tx, &who, &o, &check_in).await?;
    store::check_in::save(&tx, &o, &check_in).await?;
    let names = store::people::team_names(&tx, &o, store::people::ids([&check_in.team])).await?;
    let reply = view::own(&o, &check_in, &names);
    once.remember(&tx, &reply).await?;
    tx.commit().await?;

    Ok(Response::new(reply))
}

fn read(s: &Champions, violations: &mut Violations, o: &str, request: &CreateCheckInRequest) -> CheckIn {
    let given = request.check_in.clone().unwrap_or_default();
    let today = s.today();
    let team: Option<TeamName> = convert::reference(violations, "check_in.team", o, &given.team);
    let kind = convert::kind_of(violations, "check_in.kind", given.kind);
    let note = convert::words(violations, "check_in.note", &given.note, 0, 1_000);
    let follow_up_day = violations.optional_day("check_in.follow_up_day", &given.follow_up_day);
    let latest = today.checked_add(LATEST_FOLLOW_UP_DAYS.days()).unwrap_or(today);
    if follow_up_day.is_some_and(|day| day <= today || day > latest) {
        let first = today.tomorrow().unwrap_or(today);
        let rule = Rule::OutOfRange { min: first.to_string(), max: latest.to_string() };
        violations.add("check_in.follow_up_day", &given.follow_up_day, rule);
    }
    let visit: Option<VisitName> = convert::reference_if_any(violations, "check_in.visit", o, &given.visit);
    convert::request_id(violations, &request.request_id);
    CheckIn {
        id: String::new(),
        person: String::new(),
        team: team.map(|t| t.team).unwrap_or_default(),
        kind: kind.unwrap_or(Kind::Visit),
        note,
        day: today,
        follow_up_day,
        follow_up_time: None,
        reminded: false,
        visit: visit.map(|v| v.visit),
        create_time: s.clock.now(),
    }
}

/// The visit that the check-in names is made with it.
async fn make_visit<C: ConnectionTrait>(
    s: &Champions,
    db: &C,
    who: &Caller,
    o: &str,
    check_in: &CheckIn,
) -> Result<(), Error> {
    let Some(id) = &check_in.visit else { return Ok(()) };
    let visit = store::visit::load(db, o, id).await?.filter(|v| v.team == check_in.team);
    let Some(mut visit) = visit else {
        let mut violations = who.violations();
        violations.add("check_in.visit", VisitName::new(o, id), Rule::NotFound);
        return violations.check();
    };
    if visit.made {
        return Err(Reason::VisitMade.refuse("the visit was made already"));
    }
    visit.made = true;
    visit.make_time = Some(s.clock.now());
    store::visit::save(db, o, &visit).await?;
    s.outbox.add(db, o, &published::visit_made(o, &visit)).await?;
    Ok(())
}
