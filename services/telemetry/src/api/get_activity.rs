//! `GetActivity`: how many people use an application, over 1, 7 and 28 days and day by day.

use kit::{
    auth::Caller,
    db::time::{from_days, to_days},
    error::Error,
};
use proto::telemetry::v1::{Activity, ActivityDay, GetActivityRequest};
use tonic::{Request, Response};

use crate::{
    Telemetry,
    domain::{bits::Bits, name::ApplicationName, privacy::FLOOR, retention::first_mark_day},
    store::{mark, team_day},
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
    // A day on which fewer were expected is not told of: who of four came would be near to naming them.
    let shown = team_day::days_above(s.db.read(), tenant.id, ordinal, end - count + 1..=end, FLOOR).await?;
    let active = mark::active(s.db.read(), tenant.id, ordinal, end - count + 1..=end).await?;
    answer.days = active
        .into_iter()
        .filter(|(day, _)| shown.contains(day))
        .map(|(day, n)| ActivityDay {
            day: from_days(day).to_string(),
            active: i64::try_from(n).unwrap_or(i64::MAX),
        })
        .collect();
    if end - 27 >= first_mark_day(s.today()) {
        let wide = team_day::days_above(s.db.read(), tenant.id, ordinal, end - 27..=end, FLOOR).await?;
        let marks = mark::load(s.db.read(), tenant.id, ordinal, end - 27..=end).await?;
        let over = |days: i32| {
            let range = end - days + 1..=end;
            let mut all = Bits::default();
            marks.range(range.clone()).for_each(|(_, bits)| all.union(bits));
            range.into_iter().any(|d| wide.contains(&d)).then(|| i64::try_from(all.len()).unwrap_or(i64::MAX))
        };
        (answer.active_1_day, answer.active_7_days, answer.active_28_days) = (over(1), over(7), over(28));
    }
    Ok(Response::new(answer))
}
