use proto::feedback::v1::{self as pb, CommitteeRole, CreateCommitteeRequest};
use tonic::Code;

use crate::support::{
    committees::{committee, en, member, users},
    fields, name, parent,
};

fn request(committee: pb::Committee, members: Vec<pb::CommitteeMember>) -> CreateCommitteeRequest {
    CreateCommitteeRequest {
        parent: parent(),
        committee: Some(committee),
        members,
        request_id: String::new(),
    }
}

#[tokio::test]
async fn a_committee_has_its_people_with_team_and_position() {
    let c = committee().await;
    let made = &c.committee;
    assert_eq!((made.quorum_percent, made.start_day.as_str()), (51, "2026-03-02"));
    assert_eq!(made.team_display_names, ["SALES"]);
    let seen: Vec<(&str, i32, &str, &str)> = made
        .members
        .iter()
        .map(|m| {
            (m.display_name.as_str(), m.role, m.team_display_name.as_str(), m.position_display_name.as_str())
        })
        .collect();
    assert_eq!(
        seen,
        [
            ("W1", 1, "WEST", "seller"),
            ("E1", 2, "EAST", "seller"),
            ("E2", 3, "EAST", "seller"),
            ("S1", 3, "SUPPORT", "clerk"),
            ("W2", 3, "WEST", "seller"),
            ("W3", 3, "WEST", "seller"),
        ]
    );
    assert!(made.members.iter().all(|m| m.current));
}

#[tokio::test]
async fn every_mistake_is_told_at_once() {
    let c = committee().await;
    let bad = pb::Committee {
        title: en("Users \u{202E}srezu"),
        kind: 99,
        teams: vec![name("teams", "nowhere"), "organizations/globex/teams/west".into(), "west".into()],
        start_day: "2026-13-01".into(),
        quorum_percent: 101,
        ..users()
    };
    let members = vec![
        member("nobody", CommitteeRole::Chair),
        member("w1", CommitteeRole::Chair),
        member("w1", CommitteeRole::Member),
        member("w2", CommitteeRole::Chair),
        pb::CommitteeMember { end_day: "2020-01-01".into(), ..member("w3", CommitteeRole::Member) },
    ];
    let refused = c.committees("hana").create_committee(request(bad, members)).await.unwrap_err();
    assert_eq!(
        fields(&refused),
        [
            "committee.title.en",
            "committee.kind",
            "committee.teams[0]",
            "committee.teams[1]",
            "committee.teams[2]",
            "committee.start_day",
            "committee.quorum_percent",
            "members[0].person",
            "members[2].person",
            "members[3].role",
            "members[4].end_day",
        ]
    );
}

#[tokio::test]
async fn hr_alone_sets_committees_up_and_once() {
    let c = committee().await;
    let refused = c.committees("w1").create_committee(request(users(), vec![])).await.unwrap_err();
    assert_eq!(refused.code(), Code::PermissionDenied);
    let once = CreateCommitteeRequest { request_id: "r1".into(), ..request(users(), vec![]) };
    let first = c.committees("hana").create_committee(once.clone()).await.unwrap().into_inner();
    let again = c.committees("hana").create_committee(once.clone()).await.unwrap().into_inner();
    assert_eq!(first, again);
    let other = pb::Committee { title: en("Others"), ..users() };
    let refused = c
        .committees("hana")
        .create_committee(CreateCommitteeRequest { committee: Some(other), ..once })
        .await
        .unwrap_err();
    assert_eq!(fields(&refused), ["request_id"]);
}
