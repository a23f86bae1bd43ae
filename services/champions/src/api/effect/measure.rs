//! What can be measured of staged starts.

use std::collections::{BTreeMap, HashMap};

use jiff::{ToSpan, civil::Date};
use kit::error::Error;
use proto::{
    adoption::v1::{GetTeamGapsRequest, team_adoption_service_client::TeamAdoptionServiceClient},
    champions::v1::NoEffectReason,
};

use crate::{
    Champions,
    api::convert::team,
    domain::{effect::Measured, programme::Programme, staged_start::StagedStart},
    names::ApplicationName,
};

/// Days of one window: a gap is about the 28 days up to a day.
const WINDOW: i32 = 28;

/// The teams of finished starts that adoption can measure; or why there are none.
pub(super) async fn measured(
    s: &Champions,
    o: &str,
    programme: &Programme,
    starts: &[StagedStart],
) -> Result<Vec<Measured>, NoEffectReason> {
    let application = programme.application.as_ref().ok_or(NoEffectReason::NoApplication)?;
    if starts.is_empty() {
        return Err(NoEffectReason::NoStagedStart);
    }
    let over: Vec<&StagedStart> = starts.iter().filter(|start| start.last_day() < s.today()).collect();
    if over.is_empty() {
        return Err(NoEffectReason::TooEarly);
    }
    let mut all = Vec::new();
    for start in over {
        let found = gaps(s, o, application, start).await.map_err(|error| {
            tracing::warn!(%error, "adoption did not answer for the effect of champions");
            NoEffectReason::NotReached
        })?;
        all.extend(found);
    }
    Ok(all)
}

/// The gaps of one start: in days 8 to 35, in the 28 days before the start, and in those before.
async fn gaps(
    s: &Champions,
    o: &str,
    application: &str,
    start: &StagedStart,
) -> Result<Vec<Measured>, Error> {
    let before = |days: i32| start.start_day.checked_sub(days.days()).unwrap_or(Date::MIN).to_string();
    let (outcome, baseline, earlier) = (start.last_day().to_string(), before(1), before(1 + WINDOW));
    let request = GetTeamGapsRequest {
        application: ApplicationName::new(o, application).to_string(),
        teams: start.teams.keys().map(|t| team(o, t)).collect(),
        days: vec![outcome.clone(), baseline.clone(), earlier.clone()],
    };
    let answer = TeamAdoptionServiceClient::new(s.others(o)).get_team_gaps(request).await?.into_inner();
    let mut of: HashMap<String, BTreeMap<String, f64>> = HashMap::new();
    for gap in answer.gaps {
        of.entry(gap.team).or_default().insert(gap.day, gap.gap);
    }
    let measure = |(id, now): (&String, &bool)| {
        let days = of.get(&team(o, id))?;
        Some(Measured {
            now: *now,
            outcome: *days.get(&outcome)?,
            before: *days.get(&baseline)?,
            earlier: *days.get(&earlier)?,
        })
    };
    Ok(start.teams.iter().filter_map(measure).collect())
}
