use proto::{
    adoption::v1::{Flag, FlagState},
    feedback::v1::{Committee, CreateCommitteeRequest, GetCompositionRequest, RemoveCommitteeMemberRequest},
};
use tonic::Code;

use crate::support::{
    committees::{committee, en, users},
    company, name, parent,
};

pub(crate) fn flag(id: &str, team: &str) -> Flag {
    Flag {
        name: name("flags", id),
        team: name("teams", team),
        team_display_name: team.to_uppercase(),
        members: vec![name("teams", team)],
        application: name("applications", "crm"),
        state: FlagState::Flagged.into(),
        sentence: en("People here used it on 18 of 100 working days."),
        ..Default::default()
    }
}

#[tokio::test]
async fn a_team_with_low_adoption_and_nobody_in_the_committee_comes_first() {
    let c = committee().await;
    *c.adoption.flags.lock().unwrap() = vec![flag("f1", "east"), flag("f2", "support")];
    let ask = GetCompositionRequest { name: c.committee.name.clone() };
    let seen = c.committees("hana").get_composition(ask.clone()).await.unwrap().into_inner();
    let teams: Vec<(&str, i32, bool, bool)> =
        seen.teams.iter().map(|t| (t.display_name.as_str(), t.members, t.flagged, t.concerned)).collect();
    assert_eq!(teams, [("EAST", 2, true, false), ("SALES", 5, false, true), ("WEST", 3, false, false)]);
    assert_eq!((seen.unrepresented_flagged_teams, seen.members_from_elsewhere), (0, 1), "s1 is from support");
    for person in ["e1", "e2"] {
        let request =
            RemoveCommitteeMemberRequest { name: c.committee.name.clone(), person: name("people", person) };
        c.committees("hana").remove_committee_member(request).await.unwrap();
    }
    let seen = c.committees("w1").get_composition(ask).await.unwrap().into_inner();
    assert_eq!(seen.unrepresented_flagged_teams, 1);
    assert_eq!((seen.teams[0].display_name.as_str(), seen.teams[0].members), ("EAST", 0));
    assert!(seen.teams[0].sentence.is_some());
    let positions: Vec<(&str, i32)> =
        seen.positions.iter().map(|p| (p.display_name.as_str(), p.members)).collect();
    assert_eq!(positions, [("clerk", 1), ("seller", 3)]);
}

#[tokio::test]
async fn others_do_not_see_it() {
    let c = committee().await;
    let ask = GetCompositionRequest { name: c.committee.name.clone() };
    assert!(c.committees("boss").get_composition(ask.clone()).await.is_ok(), "a sponsor");
    let refused = c.committees("s5").get_composition(ask).await.unwrap_err();
    assert_eq!(refused.code(), Code::NotFound);
}

#[tokio::test]
async fn without_adoption_it_says_that_it_does_not_know() {
    let company = company().await;
    let mut hr = proto::feedback::v1::committee_service_client::CommitteeServiceClient::new(company.hr());
    let request = CreateCommitteeRequest {
        parent: parent(),
        committee: Some(Committee { application: String::new(), ..users() }),
        members: vec![],
        request_id: String::new(),
    };
    let made = hr.create_committee(request).await.unwrap().into_inner();
    let seen = hr.get_composition(GetCompositionRequest { name: made.name }).await.unwrap().into_inner();
    assert!(!seen.flags_known && seen.teams.iter().all(|t| !t.flagged));
}
