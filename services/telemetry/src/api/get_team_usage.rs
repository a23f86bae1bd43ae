//! `GetTeamUsage`: the use of one team over weeks.

use kit::{auth::Caller, db::time::to_days, error::Error};
use proto::telemetry::v1::{FigureState, GetTeamUsageRequest, TeamUsage, TeamWeek, Trend};
use tonic::{Request, Response};

use super::scope::Sight;
use crate::{
    Telemetry,
    counting::weeks::blank,
    domain::{
        days::week_end,
        figures::trend,
        name::{ApplicationName, PositionName, TeamName},
    },
    store::team_week,
};

/// Weeks that are given when nobody says how many.
const WEEKS: i32 = 13;
/// The most weeks of one answer.
const MOST_WEEKS: i32 = 104;
/// A change of the weekly rate that is one.
const STEP: f64 = 0.05;

pub(super) async fn get_team_usage(
    s: &Telemetry,
    request: Request<GetTeamUsageRequest>,
) -> Result<Response<TeamUsage>, Error> {
    let who = Caller::of(&request)?;
    let request = request.into_inner();
    let team: TeamName = who.parse("team", &request.team)?;
    let application: ApplicationName = who.parse("application", &request.application)?;
    let position = match request.position.as_str() {
        "" => String::new(),
        text => who.parse::<PositionName>("position", text)?.position,
    };
    let mut violations = who.violations();
    violations.range("week_count", request.week_count, 0..=MOST_WEEKS);
    let end_day = violations.optional_day("end_day", &request.end_day);
    violations.check()?;
    if !Sight::of(s, &who).await?.has(&team.team) {
        return Err(Error::not_found(&team));
    }
    let tenant = s.ingest.names.tenant(&team.organization).await?;
    let found = s.ingest.names.application(&tenant, &application.application).await?;
    let ordinal = found.ok_or_else(|| Error::not_found(&application))?.ordinal;

    let count = if request.week_count == 0 { WEEKS } else { request.week_count };
    let through = end_day.map_or(i32::MAX, to_days);
    let limit = u64::try_from(count).unwrap_or(1);
    let found =
        team_week::published(s.db.read(), tenant.id, ordinal, &team.team, &position, through, limit).await?;
    let weeks = without_gaps(found, count, end_day.map(|d| week_end(to_days(d) - 6)));
    let mut usage = TeamUsage {
        team: request.team,
        application: request.application,
        position: request.position,
        weeks,
        ..TeamUsage::default()
    };
    usage.set_trend(heading(&usage.weeks));
    Ok(Response::new(usage))
}

/// The weeks oldest first, those of which nothing was counted between them too.
fn without_gaps(found: Vec<TeamWeek>, count: i32, end: Option<i32>) -> Vec<TeamWeek> {
    let day = |week: &TeamWeek| week.end_day.parse().map_or(0, to_days);
    let Some(latest) = end.or_else(|| found.first().map(day)) else { return Vec::new() };
    let Some(oldest) = found.last().map(day) else { return Vec::new() };
    let mut found = found.into_iter().rev().peekable();
    let mut weeks = Vec::new();
    let mut end = oldest.max(latest - 7 * (count - 1));
    while end <= latest {
        while found.next_if(|w| day(w) < end).is_some() {}
        weeks.push(found.next_if(|w| day(w) == end).unwrap_or_else(|| blank(end, FigureState::NotCounted)));
        end += 7;
    }
    weeks
}

/// Where a team is heading, by published figures alone.
fn heading(weeks: &[TeamWeek]) -> Trend {
    let rates: Vec<f64> = weeks.iter().filter_map(|w| w.week_active_rate.as_ref()?.value).collect();
    match trend(&rates) {
        None => Trend::Unspecified,
        Some(change) if change >= STEP - 1e-9 => Trend::Up,
        Some(change) if change <= -STEP + 1e-9 => Trend::Down,
        Some(_) => Trend::Level,
    }
}

#[cfg(test)]
mod tests {
    use kit::db::time::from_days;

    use super::*;

    #[test]
    fn gaps_are_shown_as_not_counted() {
        let week = |end: i32| blank(end, FigureState::Published);
        let weeks = without_gaps(vec![week(20_044), week(20_030)], 13, None);
        let states: Vec<_> = weeks.iter().map(TeamWeek::state).collect();
        assert_eq!(states, [FigureState::Published, FigureState::NotCounted, FigureState::Published]);
        assert_eq!(weeks[0].end_day, from_days(20_030).to_string());
        let late = without_gaps(vec![week(20_030)], 2, Some(20_044));
        assert_eq!(late.len(), 2, "two weeks up to the day asked for");
        assert!(late.iter().all(|w| w.state() == FigureState::NotCounted));
    }
}
