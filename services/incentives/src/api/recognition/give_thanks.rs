//! `GiveThanks`: colleagues or a team, for something done, linked to a value.

use std::collections::BTreeSet;

use jiff::ToSpan;
use kit::{
    auth::Caller,
    contract::{reference, reference_if_any},
    directory,
    error::Error,
    name::OrganizationName,
    request_id::RequestId,
    text,
    violation::{Rule, Violations},
};
use proto::incentives::v1::{GiveThanksRequest, Recognition as Reply};
use tonic::{Request, Response};

use super::view;
use crate::{
    Incentives,
    domain::recognition::{Recognition, State},
    error::{Reason, Refuse},
    events::published,
    names::{PersonName, TeamName, ValueName},
    store::{self, ConnectionTrait},
};

const MAX_PEOPLE: usize = 10;

pub(super) async fn give_thanks(
    s: &Incentives,
    request: Request<GiveThanksRequest>,
) -> Result<Response<Reply>, Error> {
    let who = Caller::of(&request)?;
    let request = request.into_inner();
    let o = who.parse::<OrganizationName>("parent", &request.parent)?.organization;
    let (now, giver) = (s.clock.now(), who.person()?.to_owned());
    let mut violations = who.violations();
    violations.direction("message", &request.message);
    let message = text::clean(&request.message);
    violations.length("message", &message, 10..=500);
    let value: Option<ValueName> = reference(&mut violations, "value", &o, &request.value);

    let request_id = RequestId::new(&o, "GiveThanks", &request.request_id, &request, now);
    let tx = s.db.begin().await?;
    if let Some(reply) = request_id.replay(&tx, who.language()).await? {
        return Ok(Response::new(reply));
    }
    let (people, team) = thanked(s, &*tx, &mut violations, &o, &giver, &request).await?;
    let value = match &value {
        Some(name) => store::value::load(&*tx, &o, &name.value).await?,
        None => None,
    };
    if value.is_none() && !request.value.is_empty() && violations.is_empty() {
        violations.add("value", &request.value, Rule::NotFound);
    }
    violations.check()?;
    let value = value.ok_or_else(|| Error::internal("a value that is missing broke no rule"))?;
    if value.archived {
        return Err(Reason::ValueArchived.refuse("the value is archived"));
    }
    let one = Recognition {
        id: s.ids.next(),
        giver,
        people,
        team,
        value: value.id,
        message,
        state: State::Shown,
        hide_reason: String::new(),
        create_time: now,
    };
    within_bounds(s, &*tx, &o, &one).await?;
    store::recognition::save(&*tx, &o, &one).await?;
    let reply = view::one(&*tx, &o, &who, &one).await?;
    let event = published::thanks_given(&o, &one, reply.giver_display_name.clone(), &value.title);
    s.outbox.add(&tx, &o, &event).await?;
    request_id.remember(&tx, &reply).await?;
    tx.commit().await?;

    Ok(Response::new(reply))
}

/// Who is thanked: people who are employed, or a team; never oneself.
async fn thanked<C: ConnectionTrait>(
    s: &Incentives,
    db: &C,
    v: &mut Violations,
    o: &str,
    giver: &str,
    request: &GiveThanksRequest,
) -> Result<(Vec<String>, Option<String>), Error> {
    let team: Option<TeamName> = reference_if_any(v, "team", o, &request.team);
    if request.people.is_empty() && request.team.is_empty() {
        v.add("people", "", Rule::Required);
    }
    if !request.team.is_empty() {
        v.count("people", request.people.len(), 0);
    } else if !v.count("people", request.people.len(), MAX_PEOPLE) {
        return Ok((Vec::new(), None));
    }
    if let Some(name) = &team
        && directory::team(db, o, &name.team).await?.is_none_or(|t| t.dissolved)
    {
        v.add("team", &request.team, Rule::NotFound);
    }
    let today = s.today(db, o).await?;
    let (mut people, mut seen) = (Vec::new(), BTreeSet::new());
    for (i, given) in request.people.iter().take(MAX_PEOPLE).enumerate() {
        let field = format!("people[{i}]");
        let Some(name) = reference::<PersonName>(v, &field, o, given) else { continue };
        let there = directory::person(db, o, &name.person).await?.is_some_and(|p| p.employed_on(today));
        if !there || name.person == giver {
            v.add(field, given, Rule::NotFound);
        } else if seen.insert(name.person.clone()) {
            people.push(name.person);
        } else {
            v.add(field, given, Rule::Duplicate);
        }
    }
    Ok((people, team.map(|t| t.team)))
}

/// Not too many in a day, and not the same to the same again.
async fn within_bounds<C: ConnectionTrait>(
    s: &Incentives,
    db: &C,
    o: &str,
    one: &Recognition,
) -> Result<(), Error> {
    let since = one.create_time.checked_sub(24.hours()).unwrap_or(one.create_time);
    if store::recognition::given_since(db, o, &one.giver, since).await? >= u64::from(s.config.thanks_per_day)
    {
        return Err(Reason::TooManyThanks.refuse_for(3_600, "so many thanks in one day"));
    }
    let before = store::recognition::in_the_same_words(db, o, &one.giver, &one.key()).await?;
    let same = |b: &Recognition| {
        b.state == State::Shown
            && (b.team.is_some() && b.team == one.team || b.people.iter().any(|p| one.people.contains(p)))
    };
    match before.iter().find(|b| same(b)) {
        Some(_) => Err(Error::already_exists("the same thanks to the same")),
        None => Ok(()),
    }
}
