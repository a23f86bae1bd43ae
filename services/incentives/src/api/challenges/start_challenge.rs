//! `StartChallenge`: freezes rosters and baselines, and promises the prize.

use std::collections::BTreeMap;

use jiff::{ToSpan, civil::Date};
use kit::{
    auth::Caller,
    contract::etag_matches,
    directory::{self, TeamTree},
    error::Error,
    privacy::FLOOR,
    violation::{Rule, Violations},
};
use proto::incentives::v1::{Challenge as Reply, StartChallengeRequest};
use tonic::{Request, Response};

use super::view;
use crate::{
    Incentives,
    api::{budgets, convert::challenge as convert},
    domain::{
        challenge::{Announced, Challenge, Measure, Part, State, Team},
        completion::{self, LEAST_MISSING},
        improvement::level,
        roster::{Frozen, Roster, measured},
        sums::Sums,
    },
    error::{Reason, Refuse},
    events::published,
    measuring::{self, Window},
    names::ChallengeName,
    neighbours,
    store::{self, ConnectionTrait},
};

/// A team that was flagged is not measured for so many days after the flag was closed or help began: the 35 quiet days
/// of rule R, and the 28 days of a baseline.
const QUIET_DAYS: i64 = 35 + 28;

pub(super) async fn start_challenge(
    s: &Incentives,
    request: Request<StartChallengeRequest>,
) -> Result<Response<Reply>, Error> {
    let who = Caller::of(&request)?;
    let request = request.into_inner();
    let name: ChallengeName = who.parse("name", &request.name)?;
    let (o, db) = (&name.organization, s.db.read());
    let found = store::challenge::load(db, o, &name.challenge).await?;
    let mut challenge = found.ok_or_else(|| Error::not_found(&name))?;
    if challenge.state == State::Running {
        return Ok(Response::new(view::one(db, o, &challenge).await?));
    }
    if !challenge.state.is_open() {
        return Err(Reason::ChallengeOver.refuse("the challenge is over"));
    }
    if !etag_matches(&request.etag, challenge.revision) {
        return Err(Error::changed(&name));
    }
    let today = s.today(db, o).await?;
    complete(who.violations(), &challenge, today)?;

    // The neighbours are asked before anything is held.
    let announced = Announced { time: s.clock.now(), day: today };
    let tree = directory::teams(db, o).await?;
    let (rosters, baselines) = freeze(s, o, &mut challenge, &tree, announced).await?;

    let tx = s.db.begin().await?;
    let again = store::challenge::load(&*tx, o, &name.challenge).await?;
    if again.is_none_or(|c| c.revision != challenge.revision || !c.state.is_open()) {
        return Err(Error::changed(&name));
    }
    if challenge.measured_teams().next().is_none() {
        // Why no team qualifies is kept, for whoever reads the draft.
        store::challenge::save(&*tx, o, &challenge).await?;
        tx.commit().await?;
        return Err(Reason::NoTeamQualifies.refuse("no team can be measured"));
    }
    pays_nothing_twice(&*tx, o, &challenge, &tree).await?;
    promise(&*tx, o, &challenge, today).await?;
    challenge.state = State::Running;
    challenge.announced = Some(announced);
    challenge.revision += 1;
    store::challenge::save(&*tx, o, &challenge).await?;
    store::roster::freeze(&*tx, o, &challenge.id, &rosters).await?;
    for (team, sums) in &baselines {
        store::figures::save_baseline(&*tx, o, &challenge.id, team, sums).await?;
    }
    s.outbox.add(&tx, o, &published::challenge_started(o, &challenge)).await?;
    let reply = view::one(&*tx, o, &challenge).await?;
    tx.commit().await?;

    Ok(Response::new(reply))
}

/// What a draft may leave open and a running challenge may not.
fn complete(mut violations: Violations, challenge: &Challenge, today: Date) -> Result<(), Error> {
    if challenge.draft.prize.is_none() {
        violations.add("challenge.prize", "", Rule::Required);
    }
    if challenge.draft.budget.is_none() {
        violations.add("challenge.budget", "", Rule::Required);
    }
    convert::starts_in_time(&mut violations, challenge.draft.start_day, today);
    violations.check()
}

/// Says how each team takes part, and answers the rosters and baselines.
async fn freeze(
    s: &Incentives,
    o: &str,
    challenge: &mut Challenge,
    tree: &TeamTree,
    announced: Announced,
) -> Result<(BTreeMap<String, Roster>, BTreeMap<String, Sums>), Error> {
    let (db, frozen) = (s.db.read(), announced.frozen());
    let mut teams = challenge.teams.clone();
    let subtrees: Vec<Vec<String>> = teams.iter().map(|t| tree.subtree(&t.team)).collect();
    let since = announced.day.saturating_sub(QUIET_DAYS.days());
    let everywhere: Vec<String> = subtrees.iter().flatten().cloned().collect();
    let flagged = neighbours::flagged(s, o, &challenge.draft.application, &everywhere, since).await?;
    let flagged_days: BTreeMap<String, Date> = flagged.iter().map(|(t, f)| (t.clone(), f.last_day)).collect();
    let mut rosters = BTreeMap::new();
    for (team, subtree) in teams.iter_mut().zip(&subtrees) {
        let open = subtree.iter().any(|t| flagged.get(t).is_some_and(|f| f.open));
        let last = subtree.iter().filter_map(|t| flagged_days.get(t)).max();
        team.qualifies_day = last.filter(|_| !open).map(|d| d.saturating_add((QUIET_DAYS + 1).days()));
        team.measured = measured(subtree, &flagged_days);
        let roster = roster(db, o, &frozen, subtree, &team.measured).await?;
        team.members = u32::try_from(roster.everybody.len()).unwrap_or(u32::MAX);
        rosters.insert(team.team.clone(), roster);
    }
    // Cooperation looks at all teams at once.
    challenge.teams.clone_from(&teams);
    let days = (frozen.baseline_start, frozen.baseline_end);
    let window = Window { organization: o, challenge, frozen, rosters: &rosters, days };
    let mut baselines = BTreeMap::new();
    for (team, subtree) in teams.iter_mut().zip(&subtrees) {
        let roster = rosters.get(&team.team).map_or(0, |r| r.measured.len());
        let was_flagged = subtree.iter().any(|t| flagged_days.contains_key(t));
        team.part = Some(if roster < FLOOR as usize {
            if was_flagged { Part::RecentlyFlagged } else { Part::TooSmall }
        } else {
            let sums = measuring::sums(s, &window, team).await?;
            let part = part(challenge.draft.measure, &sums);
            if part == Part::Measured {
                baselines.insert(team.team.clone(), sums);
            }
            part
        });
        if team.part != Some(Part::RecentlyFlagged) {
            team.qualifies_day = None;
        }
    }
    challenge.teams = teams;
    Ok((rosters, baselines))
}

async fn roster<C: ConnectionTrait>(
    db: &C,
    o: &str,
    frozen: &Frozen,
    subtree: &[String],
    measured: &[String],
) -> Result<Roster, Error> {
    let people = directory::members_of_teams(db, o, subtree).await?;
    Ok(Roster { everybody: frozen.roster(&people, subtree), measured: frozen.roster(&people, measured) })
}

/// How a team with this baseline takes part.
fn part(measure: Measure, baseline: &Sums) -> Part {
    if measure.counts_members() {
        return match baseline.done {
            None => Part::TooSmall,
            Some(done) if done.people < FLOOR => Part::TooSmall,
            Some(done) if completion::missing(done) < LEAST_MISSING => Part::NothingToGain,
            Some(_) => Part::Measured,
        };
    }
    let sum = match measure {
        Measure::Breadth => baseline.breadth,
        Measure::DataQuality => baseline.errors,
        _ => baseline.usage,
    };
    if baseline.people < FLOOR {
        Part::TooSmall
    } else if level(&sum).is_none() {
        Part::NoPeers
    } else {
        Part::Measured
    }
}

/// No team earns two prizes for the same improvement.
async fn pays_nothing_twice<C: ConnectionTrait>(
    db: &C,
    o: &str,
    challenge: &Challenge,
    tree: &TeamTree,
) -> Result<(), Error> {
    let within = |a: &Team, b: &Team| tree.is_within(&a.team, &b.team) || tree.is_within(&b.team, &a.team);
    for other in store::challenge::running(db, o).await? {
        let shared = challenge.teams.iter().any(|a| other.teams.iter().any(|b| within(a, b)));
        if shared && challenge.clashes(&other) {
            return Err(
                Reason::TeamInAnotherChallenge.refuse(format!("see {}", ChallengeName::new(o, &other.id)))
            );
        }
    }
    Ok(())
}

/// The budget must hold the prize besides all that it holds.
async fn promise<C: ConnectionTrait>(
    db: &C,
    o: &str,
    challenge: &Challenge,
    today: Date,
) -> Result<(), Error> {
    let (Some(prize), Some(budget)) = (challenge.draft.prize, challenge.draft.budget.as_deref()) else {
        return Err(Error::internal("a complete challenge has a prize and a budget"));
    };
    let budget = store::budget::load(db, o, budget).await?;
    let budget = budget.ok_or_else(|| Error::internal("a challenge has a budget that is not there"))?;
    let (load, rates) = budgets::load_of(db, o, &budget, today, &challenge.id).await?;
    let missing = || Reason::RateMissing.refuse("there is no rate for today");
    let converted = rates.convert(prize, budget.amount.currency, today).ok_or_else(missing)?;
    budget.take(load.ok_or_else(missing)?, converted.money.minor, today)
}
