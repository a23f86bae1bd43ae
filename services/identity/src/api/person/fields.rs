//! What a caller may set of a person, and whether what it refers to exists.

use jiff::civil::Date;
use kit::{
    auth::Caller,
    directory::{week_of, weekday_of},
    error::Error,
    localize::Language,
    mask::Mask,
    violation::{Rule, Violations},
};
use proto::{
    identity::v1 as pb,
    localization::v1::{Calendar, Digits},
};
use sea_orm::ConnectionTrait;

use crate::{
    api::reference,
    domain::{
        person::{Membership, Person},
        text::line,
    },
    names::{PersonName, PositionName, SiteName, TeamName},
    store,
};

/// The fields that a caller may set.
pub(super) const FIELDS: &[&str] = &[
    "external_id",
    "display_name",
    "email",
    "language",
    "calendar",
    "digits",
    "level",
    "site",
    "manager",
    "employment_start_day",
    "memberships",
];

/// Takes the fields that the mask names from the request into the person.
pub(super) fn take(who: &Caller, v: &mut Violations, mask: &Mask, from: &pb::Person, to: &mut Person) {
    if mask.has("external_id") {
        to.external_id = line(&from.external_id);
        v.length("person.external_id", &to.external_id, 1..=100);
    }
    if mask.has("display_name") {
        v.direction("person.display_name", &from.display_name);
        to.display_name = line(&from.display_name);
        v.length("person.display_name", &to.display_name, 1..=200);
    }
    if mask.has("email") {
        let email = line(&from.email);
        let given = !email.is_empty() && v.email("person.email", &email);
        to.email = given.then_some(email);
    }
    if mask.has("language") {
        to.language = chosen_language(v, "person.language", from.language);
    }
    if mask.has("calendar") {
        to.calendar = calendar(v, "person.calendar", from.calendar);
    }
    if mask.has("digits") {
        to.digits = digits(v, "person.digits", from.digits);
    }
    if mask.has("level") {
        to.level = from.level.try_into().unwrap_or_else(|_| {
            v.add("person.level", from.level, Rule::unknown_value(&["NOVICE", "PROFICIENT", "EXPERT"]));
            pb::Level::Unspecified
        });
    }
    if mask.has("site") {
        to.site = reference::name::<SiteName>(who, v, "person.site", &from.site).map(|n| n.site);
    }
    if mask.has("manager") {
        to.manager = reference::name::<PersonName>(who, v, "person.manager", &from.manager).map(|n| n.person);
    }
    if mask.has("employment_start_day")
        && let Some(day) = v.day("person.employment_start_day", &from.employment_start_day)
    {
        to.start_day = day;
    }
    if mask.has("memberships") {
        to.memberships = memberships(who, v, &from.memberships);
    }
}

/// The language that somebody chose.
pub(in crate::api) fn chosen_language(v: &mut Violations, field: &str, value: i32) -> Option<Language> {
    let language = Language::from_proto(value);
    if language.is_none() && value != 0 {
        v.add(field, value, Rule::unknown_value(&Language::ALL.map(Language::code)));
    }
    language
}

/// The calendar that somebody chose.
pub(in crate::api) fn calendar(v: &mut Violations, field: &str, value: i32) -> Calendar {
    value.try_into().unwrap_or_else(|_| {
        v.add(field, value, Rule::unknown_value(&["GREGORIAN", "JALALI", "HIJRI"]));
        Calendar::Unspecified
    })
}

/// The digits that somebody chose.
pub(in crate::api) fn digits(v: &mut Violations, field: &str, value: i32) -> Digits {
    value.try_into().unwrap_or_else(|_| {
        v.add(field, value, Rule::unknown_value(&["LATIN", "PERSIAN", "ARABIC"]));
        Digits::Unspecified
    })
}

fn memberships(who: &Caller, v: &mut Violations, all: &[pb::Membership]) -> Vec<Membership> {
    let mut memberships = Vec::new();
    for (i, m) in all.iter().enumerate() {
        let field = |name: &str| format!("person.memberships[{i}].{name}");
        v.required(&field("team"), &m.team);
        v.required(&field("position"), &m.position);
        let team: Option<TeamName> = reference::name(who, v, &field("team"), &m.team);
        let position: Option<PositionName> = reference::name(who, v, &field("position"), &m.position);
        let start_day = v.day(&field("start_day"), &m.start_day);
        let end_day = v.optional_day(&field("end_day"), &m.end_day);
        if let Some(unknown) = m.part_time_days.iter().find(|d| weekday_of(**d).is_none()) {
            v.add(field("part_time_days"), unknown, Rule::Malformed { expected: "WEEKDAY_MONDAY".into() });
        }
        if let (Some(team), Some(position), Some(start_day)) = (team, position, start_day) {
            memberships.push(Membership {
                team: team.team,
                position: position.position,
                start_day,
                end_day,
                part_time_days: week_of(&m.part_time_days),
            });
        }
    }
    memberships
}

/// Checks dates, and that site, manager, teams and positions exist, where they differ from `old`.
pub(super) async fn check<C: ConnectionTrait>(
    db: &C,
    v: &mut Violations,
    organization: &str,
    old: Option<&Person>,
    new: &mut Person,
    today: Date,
) -> Result<(), Error> {
    new.check_dates(v, "person.");
    new.memberships.sort_by_key(|m| m.start_day);
    if old.is_none_or(|o| o.start_day != new.start_day)
        && new.start_day > today.saturating_add(jiff::Span::new().days(366))
    {
        v.add("person.employment_start_day", new.start_day, Rule::InFuture);
    }
    if let Some(site) = &new.site
        && store::site::load(db, organization, site).await?.is_none()
    {
        v.add("person.site", site, Rule::NotFound);
    }
    if let Some(manager) = &new.manager {
        if *manager == new.id {
            v.add("person.manager", manager, Rule::Cycle);
        } else if store::person::load(db, organization, manager).await?.is_none() {
            v.add("person.manager", manager, Rule::NotFound);
        }
    }
    if old.is_none_or(|o| o.memberships != new.memberships) {
        check_memberships(db, v, organization, old, new).await?;
    }
    Ok(())
}

async fn check_memberships<C: ConnectionTrait>(
    db: &C,
    v: &mut Violations,
    organization: &str,
    old: Option<&Person>,
    new: &Person,
) -> Result<(), Error> {
    let tree = store::team::tree(db, organization).await?;
    let positions = store::position::all(db, organization).await?;
    for (i, m) in new.memberships.iter().enumerate() {
        // A team that was dissolved stays in the history of its members.
        let kept = old.is_some_and(|o| o.memberships.iter().any(|was| was.team == m.team));
        if tree.living(&m.team).is_none() && !(kept && tree.get(&m.team).is_some()) {
            v.add(format!("person.memberships[{i}].team"), &m.team, Rule::NotFound);
        }
        if !positions.iter().any(|p| p.id == m.position) {
            v.add(format!("person.memberships[{i}].position"), &m.position, Rule::NotFound);
        }
    }
    Ok(())
}

/// Refuses an external id or an address that somebody else has.
pub(super) async fn check_unique<C: ConnectionTrait>(
    db: &C,
    organization: &str,
    person: &Person,
) -> Result<(), Error> {
    let by_id = store::person::id_of_external(db, organization, &person.external_id).await?;
    let by_email = match &person.email {
        Some(email) => store::person::id_of_email(db, organization, email).await?,
        None => None,
    };
    match [by_id, by_email].into_iter().flatten().find(|id| *id != person.id) {
        Some(other) => Err(Error::already_exists(PersonName::new(organization, other))),
        None => Ok(()),
    }
}
