//! Measures a team of a challenge over some days: asks the neighbours, counts thanks, and looks whether the roster is who was
//! frozen.

use std::collections::BTreeMap;

use jiff::{Timestamp, ToSpan, civil::Date, tz::TimeZone};
use kit::{directory, error::Error};

use crate::{
    Incentives,
    domain::{
        challenge::{Challenge, Measure, Team},
        cooperation,
        roster::{self, Frozen, Roster},
        sums::{Done, Kept, Sums},
    },
    neighbours,
    store::{self, ConnectionTrait},
};

/// What is measured.
pub(crate) struct Window<'a> {
    pub(crate) organization: &'a str,
    pub(crate) challenge: &'a Challenge,
    /// What was frozen with its announcement.
    pub(crate) frozen: Frozen,
    pub(crate) rosters: &'a BTreeMap<String, Roster>,
    /// The first and the last day.
    pub(crate) days: (Date, Date),
}

/// The sums of one team.
pub(crate) async fn sums(s: &Incentives, window: &Window<'_>, team: &Team) -> Result<Sums, Error> {
    let Window { organization: o, challenge, frozen, rosters, days } = *window;
    let draft = &challenge.draft;
    let mut sums = neighbours::figures(s, o, &draft.application, &team.measured, &frozen, days).await?;
    sums.done = match draft.measure {
        Measure::CourseCompletion => {
            neighbours::completion(s, o, &draft.courses, &team.measured, &frozen, days.1).await?
        }
        Measure::Cooperation => Some(thanked_across(s, window, team).await?),
        Measure::AdoptionIndex | Measure::Breadth | Measure::DataQuality => None,
    };
    let frozen_people = rosters.get(&team.team).cloned().unwrap_or_default().measured;
    sums.kept = kept(s.db.read(), o, &frozen, &frozen_people, &team.measured).await?;
    Ok(sums)
}

/// Of a team, the members who thanked somebody of another one on the baseline's days or since the first day.
async fn thanked_across(s: &Incentives, window: &Window<'_>, team: &Team) -> Result<Done, Error> {
    let everybody = window.rosters.values().flat_map(|r| r.measured.iter().cloned()).collect();
    let challenge = window.challenge;
    let mut thanks = Vec::new();
    let baseline = (window.frozen.baseline_start, window.frozen.baseline_end);
    for (first, last) in
        [Some(baseline), (window.days != baseline).then_some((challenge.draft.start_day, window.days.1))]
            .into_iter()
            .flatten()
    {
        let (from, to) = (midnight(first), midnight(last.saturating_add(1.days())));
        thanks.extend(
            store::recognition::given_by(s.db.read(), window.organization, &everybody, from, to).await?,
        );
    }
    let givers = cooperation::givers(&thanks, &challenge.teams, window.rosters);
    let count = |n: usize| u32::try_from(n).unwrap_or(u32::MAX);
    let people = window.rosters.get(&team.team).map_or(0, |r| count(r.measured.len()));
    Ok(Done { people, done: givers.get(&team.team).map_or(0, |g| count(g.len())) })
}

fn midnight(day: Date) -> Timestamp {
    day.to_zoned(TimeZone::UTC).map_or(Timestamp::UNIX_EPOCH, |z| z.timestamp())
}

async fn kept<C: ConnectionTrait>(
    db: &C,
    organization: &str,
    frozen: &Frozen,
    people: &std::collections::BTreeSet<String>,
    teams: &[String],
) -> Result<Kept, Error> {
    let members = directory::members_of_teams(db, organization, teams).await?;
    Ok(roster::kept(people, &frozen.roster(&members, teams)))
}
