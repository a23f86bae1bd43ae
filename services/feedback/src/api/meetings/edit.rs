//! What is written of a meeting.

use std::collections::BTreeSet;

use jiff::Timestamp;
use kit::{
    contract::{number, reference},
    db::time::from_proto,
    directory,
    error::Error,
    text,
    violation::{Rule, Violations},
};
use proto::feedback::v1 as pb;

use crate::{
    api::committees::rights::title,
    domain::{
        committee::{Committee, Role},
        meeting::{MAX_GUESTS, Meeting},
    },
    names::PersonName,
    store::ConnectionTrait,
};

/// The fields that are written.
pub(super) const FIELDS: &[&str] =
    &["title", "start_time", "duration_minutes", "time_zone", "location", "guests"];

/// Writes the named fields of a request over a meeting.
pub(super) async fn edit<C: ConnectionTrait>(
    db: &C,
    violations: &mut Violations,
    o: &str,
    meeting: &mut Meeting,
    given: &pb::Meeting,
    fields: &[&str],
    now: Timestamp,
) -> Result<(), Error> {
    for field in fields {
        match *field {
            "title" => meeting.title = title(violations, "meeting.title", given.title.as_ref(), 120),
            "start_time" => start(violations, meeting, given.start_time, now),
            "duration_minutes" => {
                meeting.minutes =
                    number(violations, "meeting.duration_minutes", given.duration_minutes, 5, 600);
            }
            "time_zone" if given.time_zone.is_empty() => {}
            "time_zone" => {
                if violations.zone("meeting.time_zone", &given.time_zone).is_some() {
                    meeting.zone.clone_from(&given.time_zone);
                }
            }
            "location" => {
                violations.direction("meeting.location", &given.location);
                let location = text::clean(&given.location);
                violations.length("meeting.location", &location, 0..=500);
                meeting.location = location;
            }
            _ => meeting.guests = guests(db, violations, o, &given.guests, meeting).await?,
        }
    }
    Ok(())
}

fn start(
    violations: &mut Violations,
    meeting: &mut Meeting,
    given: Option<prost_types::Timestamp>,
    now: Timestamp,
) {
    let field = "meeting.start_time";
    let Some(given) = given else {
        violations.add(field, "", Rule::Required);
        return;
    };
    let Some(at) = from_proto(given) else {
        violations.add(field, given.seconds, Rule::NotATime);
        return;
    };
    // What begins in the middle of a second would be another hour in a calendar than here.
    let whole = Timestamp::from_second(at.as_second()).unwrap_or(at);
    if whole < now && whole != meeting.start {
        violations.add(field, whole, Rule::TooEarly { earliest: now.to_string() });
    } else if whole.as_second() - now.as_second() > 3 * 366 * 86_400 {
        let max = Timestamp::from_second(now.as_second() + 3 * 366 * 86_400).unwrap_or(now).to_string();
        violations.add(field, whole, Rule::OutOfRange { min: now.to_string(), max });
    } else {
        meeting.start = whole;
    }
}

async fn guests<C: ConnectionTrait>(
    db: &C,
    violations: &mut Violations,
    o: &str,
    given: &[String],
    meeting: &Meeting,
) -> Result<Vec<String>, Error> {
    if !violations.count("meeting.guests", given.len(), MAX_GUESTS) {
        return Ok(Vec::new());
    }
    let (mut guests, mut seen) = (Vec::new(), BTreeSet::new());
    for (i, text) in given.iter().enumerate() {
        let field = format!("meeting.guests[{i}]");
        let Some(name) = reference::<PersonName>(violations, &field, o, text) else { continue };
        if !employed(db, o, &name.person, meeting).await? {
            violations.add(field, text, Rule::NotFound);
        } else if !seen.insert(name.person.clone()) {
            violations.add(field, text, Rule::Duplicate);
        } else {
            guests.push(name.person);
        }
    }
    Ok(guests)
}

/// Whether somebody still works here on the day of a meeting.
pub(crate) async fn employed<C: ConnectionTrait>(
    db: &C,
    o: &str,
    person: &str,
    meeting: &Meeting,
) -> Result<bool, Error> {
    Ok(directory::person(db, o, person).await?.is_some_and(|p| p.employed_on(meeting.day())))
}

/// The time zone of the chair's site, else of the organization's first one.
pub(super) async fn usual_zone<C: ConnectionTrait>(
    db: &C,
    o: &str,
    committee: &Committee,
    today: jiff::civil::Date,
) -> Result<String, Error> {
    let chair = committee.members_on(today).into_iter().find(|m| m.role == Role::Chair);
    let person = match chair {
        Some(chair) => directory::person(db, o, &chair.person).await?,
        None => None,
    };
    let sites = directory::sites(db, o).await?;
    let own = person.and_then(|p| p.site).and_then(|id| sites.iter().find(|s| s.id == id));
    let zone = own.or(sites.first()).and_then(|s| s.calendar.zone().iana_name().map(str::to_owned));
    Ok(zone.unwrap_or_else(|| "UTC".to_owned()))
}
