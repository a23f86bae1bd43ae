//! What a caller may set of a site.

use jiff::civil::Date;
use kit::{
    directory::{week_of, weekday_of},
    error::Error,
    localize::Text,
    text::normalize,
    violation::{Rule, Violations},
    workdays::WorkWeek,
};
use proto::identity::v1 as pb;
use sea_orm::ConnectionTrait;

use crate::{
    domain::{
        site::{Holiday, SITES},
        text::line,
    },
    names::SiteName,
    store,
};

const WEEKDAYS: [&str; 7] = ["MONDAY", "TUESDAY", "WEDNESDAY", "THURSDAY", "FRIDAY", "SATURDAY", "SUNDAY"];

/// The name, 1 to 200 characters.
pub(super) fn display_name(violations: &mut Violations, site: &pb::Site) -> String {
    violations.direction("site.display_name", &site.display_name);
    let name = line(&site.display_name);
    violations.length("site.display_name", &name, 1..=200);
    name
}

/// The time zone.
pub(super) fn time_zone(violations: &mut Violations, site: &pb::Site) -> String {
    violations.zone("site.time_zone", &site.time_zone);
    site.time_zone.clone()
}

/// The work weeks, ascending.
pub(super) fn work_weeks(violations: &mut Violations, site: &pb::Site) -> Vec<(Date, WorkWeek)> {
    let mut weeks: Vec<(Date, WorkWeek)> = Vec::new();
    violations.count("site.work_weeks", site.work_weeks.len(), 100);
    for (i, week) in site.work_weeks.iter().enumerate().take(100) {
        let field = |name: &str| format!("site.work_weeks[{i}].{name}");
        let start = violations.day(&field("start_day"), &week.start_day);
        if let Some(unknown) = week.work_days.iter().find(|d| weekday_of(**d).is_none()) {
            violations.add(field("work_days"), unknown, Rule::unknown_value(&WEEKDAYS));
        }
        let days = week_of(&week.work_days);
        if days.is_none() {
            violations.add(field("work_days"), "", Rule::Required);
        }
        if let (Some(start), Some(days)) = (start, days) {
            if weeks.iter().any(|(day, _)| *day == start) {
                violations.add(field("start_day"), start, Rule::Duplicate);
            }
            weeks.push((start, days));
        }
    }
    weeks.sort_by_key(|(day, _)| *day);
    weeks
}

/// Holidays of a caller's own.
pub(super) fn holidays(violations: &mut Violations, holidays: &[pb::Holiday]) -> Vec<Holiday> {
    violations.count("holidays", holidays.len(), 400);
    let mut all = Vec::new();
    for (i, holiday) in holidays.iter().enumerate().take(400) {
        let day = violations.day(&format!("holidays[{i}].day"), &holiday.day);
        let title = Text::from(holiday.title.clone());
        if title.is_empty() {
            violations.add(format!("holidays[{i}].title"), "", Rule::Required);
        }
        for text in [&title.en, &title.fa, &title.ar] {
            violations.length(&format!("holidays[{i}].title"), text, 0..=200);
        }
        all.extend(day.map(|day| Holiday { day, title }));
    }
    all
}

/// Refuses one too many, and a name that another site has.
pub(super) async fn check_name<C: ConnectionTrait>(
    db: &C,
    mut violations: Violations,
    organization: &str,
    id: Option<&str>,
    display_name: &str,
) -> Result<(), Error> {
    let key = normalize(display_name);
    let all = store::site::all(db, organization).await?;
    if id.is_none() {
        violations.count("parent", all.len() + 1, SITES);
        violations.check()?;
    }
    match all.iter().find(|s| Some(s.id.as_str()) != id && normalize(&s.display_name) == key) {
        Some(other) => Err(Error::already_exists(SiteName::new(organization, &other.id))),
        None => Ok(()),
    }
}
