use proto::{
    adoption::v1::{Flag, TeamAdoption, TeamWeek},
    feedback::v1::{GetDecisionEffectRequest, NoFiguresReason, ProposalDecision},
};
use tonic::Code;

use crate::support::{
    committees::{committee, decision, task},
    name, reason,
};

/// Published weeks from January to June.
fn weeks() -> Vec<TeamWeek> {
    let first: jiff::civil::Date = "2026-01-05".parse().unwrap();
    let week = |i: i32| TeamWeek {
        start_day: first.saturating_add(jiff::Span::new().weeks(i)).to_string(),
        rate: Some(40),
        expected_rate: Some(45),
        ..Default::default()
    };
    (0..24).map(week).collect()
}

#[tokio::test]
async fn weeks_later_one_sees_what_followed_and_nothing_of_flagged_teams() {
    let c = committee().await;
    let proposal = c.company.propose("w5", "The order form is slow").await;
    for who in ["e1", "e2", "e3", "e4", "e5", "s2"] {
        c.company.vote(who, &proposal.name).await.unwrap();
    }
    let team = |id: &str, flags: Vec<Flag>| TeamAdoption {
        team: name("teams", id),
        weeks: weeks(),
        flags,
        ..Default::default()
    };
    let flagged = Flag { raised_day: "2026-02-20".into(), ..Default::default() };
    *c.adoption.teams.lock().unwrap() = vec![team("west", vec![]), team("east", vec![flagged])];
    let meeting = c.open_meeting(&["w1", "e1", "w2", "s1"]).await;
    let made = c.leave(&meeting, decision("We shorten it.", &[(&proposal, ProposalDecision::Planned)])).await;
    let ask = GetDecisionEffectRequest { name: made.name.clone() };
    let early = c.outcomes("w2").get_decision_effect(ask.clone()).await.unwrap().into_inner();
    assert_eq!(
        (early.ready, early.decided_day.as_str(), early.ready_day.as_str()),
        (false, "2026-03-03", "2026-03-31")
    );
    assert!(
        early.teams.iter().all(|t| t.no_figures_reason() == NoFiguresReason::TooEarly && t.weeks.is_empty())
    );

    c.company.hours_pass(24 * 70).await;
    let seen = c.outcomes("w2").get_decision_effect(ask.clone()).await.unwrap().into_inner();
    assert!(seen.ready);
    let teams: Vec<(&str, NoFiguresReason, usize)> =
        seen.teams.iter().map(|t| (t.display_name.as_str(), t.no_figures_reason(), t.weeks.len())).collect();
    assert_eq!(
        teams,
        [("EAST", NoFiguresReason::Flagged, 0), ("WEST", NoFiguresReason::Unspecified, 12)],
        "five of east voted, west proposed; one vote of support is nobody's business"
    );
    let west = &seen.teams[1].weeks;
    assert_eq!(west.iter().filter(|w| !w.after).count(), 4);
    assert_eq!(
        (west[4].start_day.as_str(), west[4].rate, west[4].expected_rate),
        ("2026-03-09", Some(40), Some(45))
    );
    assert!(seen.explanation.unwrap().en.contains("not what the decision did"));
    assert_eq!(c.outcomes("s5").get_decision_effect(ask).await.unwrap_err().code(), Code::NotFound);
}

#[tokio::test]
async fn only_decisions_have_an_effect_to_look_at() {
    let c = committee().await;
    let meeting = c.open_meeting(&["w1"]).await;
    let made = c.leave(&meeting, task("s4", "2026-03-20")).await;
    let ask = GetDecisionEffectRequest { name: made.name };
    assert_eq!(reason(&c.outcomes("s4").get_decision_effect(ask).await.unwrap_err()), "NOT_A_DECISION");
}
