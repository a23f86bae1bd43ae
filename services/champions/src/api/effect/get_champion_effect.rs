//! `GetChampionEffect`: what was done, and what it did, as far as it can be known.

use std::collections::BTreeSet;

use jiff::ToSpan;
use kit::{
    auth::{Caller, Role},
    error::Error,
};
use proto::champions::v1::{ChampionEffect, CheckInCount, GetChampionEffectRequest, NoEffectReason};
use tonic::{Request, Response};

use super::measure::measured;
use crate::{
    Champions,
    api::{
        champion,
        convert::{count, kind, len},
    },
    domain::{
        effect::{self, LEAST_TEAMS},
        programme::Programme,
    },
    names::ProgrammeName,
    store,
};

/// Staged starts that are looked at.
const MOST: u64 = 50;
/// Days of what was done.
const DAYS: i32 = 28;

pub(super) async fn get_champion_effect(
    s: &Champions,
    request: Request<GetChampionEffectRequest>,
) -> Result<Response<ChampionEffect>, Error> {
    let who = Caller::of(&request)?;
    let name: ProgrammeName = who.parse("name", &request.get_ref().name)?;
    let (db, o) = (s.db.read(), &name.organization);
    if !who.has_any(&[Role::Admin, Role::Hr, Role::Sponsor]) {
        champion(db, &who, o).await?;
    }
    let programme = store::programme::load(db, o, &name.programme).await?;
    let programme = programme.ok_or_else(|| Error::not_found(&name))?;

    let mut answer = ChampionEffect { programme: name.to_string(), ..ChampionEffect::default() };
    say_what_was_done(s, o, &programme, &mut answer).await?;
    let starts = store::staged_start::of_programme(db, o, &programme.id, MOST).await?;
    match measured(s, o, &programme, &starts).await {
        Err(reason) => answer.set_reason(reason),
        Ok(teams) => {
            let (now, later) = effect::halves(&teams);
            answer.teams_now = len(now);
            answer.teams_later = len(later);
            match effect::effect(&teams).filter(|_| now.min(later) >= LEAST_TEAMS) {
                None => answer.set_reason(NoEffectReason::TooFewTeams),
                Some(found) => {
                    let tenths = |number: f64| (number * 10.0).round() / 10.0;
                    answer.effect = Some(tenths(found.effect));
                    answer.effect_low = Some(tenths(found.low));
                    answer.effect_high = Some(tenths(found.high));
                    answer.proven = found.is_proven();
                }
            }
        }
    }
    Ok(Response::new(answer))
}

/// What the programme's champions did in the last 28 days, and for how many teams.
async fn say_what_was_done(
    s: &Champions,
    o: &str,
    programme: &Programme,
    answer: &mut ChampionEffect,
) -> Result<(), Error> {
    let db = s.db.read();
    let champions = store::champion::active(db, o, Some(&programme.id)).await?;
    let people: BTreeSet<String> = champions.iter().map(|c| c.person.clone()).collect();
    let people: Vec<String> = people.into_iter().collect();
    let from = s.today().checked_sub((DAYS - 1).days()).unwrap_or(s.today());
    let (kinds, teams_visited) = store::check_in::done_since(db, o, &people, from).await?;
    answer.check_ins = kinds
        .into_iter()
        .map(|(of, number)| CheckInCount { kind: kind(of).into(), count: count(number) })
        .collect();
    answer.teams_visited = count(teams_visited);
    let covered = store::people::all_covered(db, o).await?;
    let teams: BTreeSet<&String> = people.iter().filter_map(|p| covered.get(p)).flatten().collect();
    answer.teams_covered = len(teams.len());
    Ok(())
}
