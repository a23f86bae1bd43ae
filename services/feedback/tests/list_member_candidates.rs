use proto::feedback::v1::ListMemberCandidatesRequest;
use tonic::Code;

use crate::support::{committees::committee, fields, name};

#[tokio::test]
async fn candidates_come_by_team_and_position_without_those_who_sit_there() {
    let c = committee().await;
    let ask = |team: &str, position: &str, query: &str| ListMemberCandidatesRequest {
        parent: c.committee.name.clone(),
        team: if team.is_empty() { String::new() } else { name("teams", team) },
        position: if position.is_empty() { String::new() } else { name("positions", position) },
        query: query.into(),
    };
    let names = |request| {
        let mut client = c.committees("hana");
        async move {
            let found = client.list_member_candidates(request).await.unwrap().into_inner();
            found.candidates.into_iter().map(|p| p.display_name).collect::<Vec<_>>()
        }
    };
    assert_eq!(names(ask("west", "", "")).await, ["W4", "W5", "W6"]);
    assert_eq!(names(ask("", "seller", "e")).await, ["E3", "E4", "E5"], "below sales, by name");
    assert!(names(ask("west", "clerk", "")).await.is_empty());
    assert_eq!(names(ask("support", "", "۵")).await, ["S5"], "whichever digits are typed");
    let refused = c.committees("hana").list_member_candidates(ask("nowhere", "", "")).await.unwrap_err();
    assert_eq!(fields(&refused), ["team"]);
    let refused = c.committees("w1").list_member_candidates(ask("", "", "")).await.unwrap_err();
    assert_eq!(refused.code(), Code::PermissionDenied);
}
