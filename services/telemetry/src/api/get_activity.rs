//! `GetActivity`: how many people use an application, over 1, 7 and 28 days and day by day.

use kit::{
    auth::Caller,
    db::time::{from_days, to_days},
    error::Error,
    privacy::FLOOR,
};
use proto::telemetry::v1::{Activity, ActivityDay, GetActivityRequest};
use tonic::{Request, Response};

use crate::{
    Telemetry,
    domain::{bits::Bits, name::ApplicationName, retention::first_mark_day},
    store::mark,
};

/// The most days of one answer.
const MOST_DAYS: i32 = 366;

pub(super) async fn get_activity(
    s: &Telemetry,
    request: Request<GetActivityRequest>,
) -> Result<Response<Activity>, Error> {
    let who = Caller::of(&request)?;
    let request = request.into_inner();
    let application: ApplicationName = who.parse("application", &request.application)?;
    let mut violations = who.violations();
    violations.range("day_count", request.day_count, 0..=MOST_DAYS);
    let end = violations.optional_day("end_day", &request.end_day);
    violations.check()?;
    let tenant = s.ingest.names.tenant(&application.organization).await?;
    let found = s.ingest.names.application(&tenant, &application.application).await?;
    let ordinal = found.ok_or_else(|| Error::not_found(&application))?.ordinal;

    let end = match end {
        Some(end) => to_days(end),
        None => mark::latest(s.db.read(), tenant.id, ordinal).await?.unwrap_or_else(|| s.today() - 1),
    };
    let count = if request.day_count == 0 { 28 } else { request.day_count };
    let mut answer = Activity {
        application: request.application,
        end_day: from_days(end).to_string(),
        ..Activity::default()
    };
    let first = (end - count + 1).min(end - 27);
    let days = mark::active(s.db.read(), tenant.id, ordinal, first - 6..=end).await?;
    // Whom a count is about are those expected in the week up to it: on days off nobody is, and some come all the same.
    let wide = |day: i32| {
        let week = days.iter().filter(|d| (day - 6..=day).contains(&d.day));
        week.map(|d| d.eligible).max().unwrap_or(0) >= u64::from(FLOOR)
    };
    let number = |n: u64| i64::try_from(n).unwrap_or(i64::MAX);
    answer.days = days
        .iter()
        .filter(|d| d.day > end - count && wide(d.day))
        .map(|d| ActivityDay { day: from_days(d.day).to_string(), active: number(d.active) })
        .collect();
    if end - 27 >= first_mark_day(s.today()) && wide(end) {
        let marks = mark::load(s.db.read(), tenant.id, ordinal, end - 27..=end).await?;
        let over = |days: i32| {
            let mut all = Bits::default();
            for (_, bits) in marks.range(end - days + 1..=end) {
                all.union(bits);
            }
            Some(number(all.len()))
        };
        (answer.active_1_day, answer.active_7_days, answer.active_28_days) = (over(1), over(7), over(28));
    }
    Ok(Response::new(answer))
}
