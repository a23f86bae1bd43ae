//! `GetChampionEffect`.

use proto::champions::v1::{
    ChampionEffect, CheckInKind, GetChampionEffectRequest, NoEffectReason, Programme,
    effect_service_client::EffectServiceClient,
};

use crate::{
    create_staged_start::stage,
    support::{Company, company, person, programme, reason},
};

async fn effect(company: &Company, programme: &str) -> ChampionEffect {
    let request = GetChampionEffectRequest { name: programme.into() };
    company.effect().get_champion_effect(request).await.unwrap().into_inner()
}

#[tokio::test]
async fn without_a_coin_it_says_what_was_done_and_that_nothing_can_be_compared() {
    let company = company().await;
    let (programme, _) = company.with_champion().await;
    company.check_in("w2", "west", CheckInKind::Demo, "").await.unwrap();
    company.check_in("w2", "west", CheckInKind::Demo, "").await.unwrap();
    let seen = effect(&company, &programme.name).await;
    assert_eq!((seen.reason(), seen.effect), (NoEffectReason::NoStagedStart, None));
    assert_eq!((seen.check_ins[0].kind(), seen.check_ins[0].count), (CheckInKind::Demo, 2));
    assert_eq!((seen.teams_visited, seen.teams_covered), (1, 1));
    let free = Programme { application: String::new(), ..crate::support::programme() };
    let free = company.programme(free).await;
    assert_eq!(effect(&company, &free.name).await.reason(), NoEffectReason::NoApplication);
    let mut champion = EffectServiceClient::new(company.person("w2"));
    let request = || GetChampionEffectRequest { name: programme.name.clone() };
    assert!(champion.get_champion_effect(request()).await.is_ok());
    let mut member = EffectServiceClient::new(company.person("w3"));
    assert_eq!(reason(&member.get_champion_effect(request()).await.unwrap_err()), "NOT_A_CHAMPION");
}

/// Twenty more teams, of five people each.
async fn grow(company: &Company) -> Vec<String> {
    let mut teams = Vec::new();
    for i in 0..20 {
        let team = format!("t{i:02}");
        company.team(&team, "", 1).await;
        for j in 0..5 {
            company.hire(person(&format!("{team}p{j}"), &team, "")).await;
        }
        teams.push(team);
    }
    company.settle().await;
    teams
}

#[tokio::test]
async fn after_a_coin_the_effect_comes_with_its_interval_or_with_what_is_missing() {
    let company = company().await;
    let crm = company.programme(programme()).await.name;
    let teams = grow(&company).await;
    let start = stage(&company, &crm, &teams).await.unwrap();
    assert_eq!(effect(&company, &crm).await.reason(), NoEffectReason::TooEarly);
    company.harness.clock.advance(std::time::Duration::from_hours(36 * 24));
    let few = effect(&company, &crm).await;
    assert_eq!(
        (few.reason(), few.effect),
        (NoEffectReason::TooFewTeams, None),
        "adoption could measure none"
    );

    // Each team has a level of its own; those that started now use it on 10 days of 100 more afterwards.
    let now: Vec<String> = start.teams_now.clone();
    NOW.set(now).unwrap();
    company.neighbours.change(|s| s.gaps = Some(gap));
    let seen = effect(&company, &crm).await;
    assert_eq!((seen.teams_now, seen.teams_later, seen.reason()), (10, 10, NoEffectReason::Unspecified));
    let (low, high) = (seen.effect_low.unwrap(), seen.effect_high.unwrap());
    assert!(low < 10.0 && 10.0 < high && low > 5.0 && high < 15.0, "{seen:?}");
    assert!(seen.proven);

    company.neighbours.change(|s| s.down = true);
    assert_eq!(effect(&company, &crm).await.reason(), NoEffectReason::NotReached);
}

/// The gap of a team on a day.
fn gap(team: &str, day: &str) -> Option<f64> {
    let number: f64 = team[team.len() - 2..].parse().ok()?;
    let outcome = day == "2026-04-06";
    let level = -20.0 + (number * 7.0) % 11.0;
    let wobble = (number * 13.0 + if outcome { 5.0 } else { 0.0 }) % 3.0;
    let started = outcome && NOW.get()?.iter().any(|t| t == team);
    Some(level + wobble + if started { 10.0 } else { 0.0 })
}

static NOW: std::sync::OnceLock<Vec<String>> = std::sync::OnceLock::new();
