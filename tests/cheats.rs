//! What somebody may try for a prize, with all services together and nothing made up but what people do: a CRM sends it,
//! telemetry counts it, and the challenge asks telemetry. None of it wins, and an honest team does on the same days.

mod company;

use jiff::{ToSpan, civil::date};
use serde_json::Value;

use crate::cheats::company::{ANNOUNCED, Company, Habit};

/// Who takes up a challenge, in one of its own.
const TEAMS: [&str; 6] = ["honest", "star", "junk", "flood", "late", "backdated"];

/// Four weeks, and four days until the last of them is measured.
const LASTS: i64 = 28 + 4;

/// What people do since the announcement.
fn since(team: &str, person: usize) -> Habit {
    let usual = Habit::USUAL;
    match (team, person) {
        ("honest", _) => Habit { days: 16, ..usual },
        // One clicks for all, and they rest.
        ("star", 0) => Habit { days: 20, acts: 100, ..usual },
        ("star", _) => Habit { days: 0, ..usual },
        // Everybody saves something every day, and much of it is wrong.
        ("junk", _) => Habit { days: 19, wrong: 4, ..usual },
        // The same, hidden among ten times as many empty records: the share of errors is smaller than before.
        ("flood", _) => Habit { days: 19, records: 100, wrong: 4, ..usual },
        // Who joined for it works every day; the members go on as ever.
        ("late" | "backdated", 8..) => Habit { days: 20, ..usual },
        _ => usual,
    }
}

fn guards(challenge: &Value) -> Vec<(&str, &str)> {
    let guards = challenge["progress"]["guards"].as_array().unwrap();
    guards
        .iter()
        .map(|g| {
            let guard = g["guard"].as_str().unwrap().trim_start_matches("GUARD_");
            (guard, g["state"].as_str().unwrap().trim_start_matches("GUARD_STATE_"))
        })
        .collect()
}

/// The guards that fail.
fn failing(challenge: &Value) -> Vec<&str> {
    guards(challenge).into_iter().filter(|(_, state)| *state == "FAILS").map(|(guard, _)| guard).collect()
}

fn improvement(challenge: &Value) -> i64 {
    challenge["progress"]["improvementPercent"].as_i64().unwrap_or(0)
}

#[tokio::test]
async fn cheats_do_not_win_what_an_honest_team_wins() {
    let mut company = Company::found(&TEAMS).await;
    // Stars join the day before the announcement, and after it.
    company.live_until(ANNOUNCED.saturating_sub(1.day()), |_, _| Habit::USUAL).await;
    for _ in 0..4 {
        company.hire("late", ANNOUNCED.saturating_sub(1.day())).await;
    }
    company.live_until(ANNOUNCED, |_, _| Habit::USUAL).await;
    let mut running = Vec::new();
    for team in TEAMS {
        running.push(company.challenge(team).await);
    }
    assert_eq!(company.promised().await, "300000", "six prizes");
    for _ in 0..4 {
        company.hire("late", ANNOUNCED).await;
    }
    // The directory is edited so that these seem to have been there all the time.
    for _ in 0..8 {
        company.hire("backdated", date(2025, 1, 1)).await;
    }
    company.live_until(ANNOUNCED.saturating_add(LASTS.days()), since).await;

    let mut ended = Vec::new();
    for challenge in &running {
        ended.push(company.read(challenge).await);
    }
    for (team, c) in TEAMS.iter().zip(&ended) {
        println!("{team}: {} {} % {:?}", c["state"], improvement(c), guards(c));
    }
    let [honest, star, junk, flood, late, backdated] = ended.as_slice() else { unreachable!() };
    for (team, cheat) in TEAMS.iter().zip(&ended).skip(1) {
        assert_eq!(cheat["state"], "CHALLENGE_STATE_NOT_REACHED", "{team}: {cheat}");
    }

    assert_eq!(honest["state"], "CHALLENGE_STATE_REACHED", "{honest}");
    assert_eq!(failing(honest), [""; 0]);
    assert_eq!(company.awarded().await, [honest["name"].clone()]);
    assert_eq!(company.promised().await, "50000", "what the others did not win is free again");

    assert!(improvement(star) < 0, "one person has one person's days: {star}");
    assert_eq!(failing(star), ["PARTICIPATION"]);
    // They do use it far more: what they save is what keeps the prize from them.
    for junk in [junk, flood] {
        assert!(improvement(junk) >= 50 && junk["progress"]["beyondChance"] == true, "{junk}");
        assert_eq!(failing(junk), ["DATA_QUALITY"]);
    }
    assert_eq!(late["teams"][0]["memberCount"], 8, "who joined at the last minute has no part");
    assert!(improvement(late) < 10 && failing(late).is_empty(), "they went on as ever: {late}");
    // Telemetry counts whom the directory names; that they were not named when it began is what gives them away.
    assert!(improvement(backdated) >= 10 && backdated["progress"]["beyondChance"] == true, "{backdated}");
    assert_eq!(failing(backdated), ["ROSTER"]);
}
