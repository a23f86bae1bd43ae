use proto::feedback::v1::{AddCommitteeMemberRequest, CommitteeRole, MeetingInvited};

use crate::support::{
    committees::{committee, member},
    fields, name, reason,
};

#[tokio::test]
async fn a_new_member_is_invited_to_what_comes_and_nobody_else_is_bothered() {
    let c = committee().await;
    c.meeting().await;
    assert_eq!(c.company.heard::<MeetingInvited>().await.len(), 6);
    let request = AddCommitteeMemberRequest {
        name: c.committee.name.clone(),
        member: Some(member("w4", CommitteeRole::Member)),
    };
    let grown = c.committees("hana").add_committee_member(request).await.unwrap().into_inner();
    assert_eq!(grown.members.len(), 7);
    let invited = c.company.heard::<MeetingInvited>().await;
    assert_eq!(invited.len(), 7);
    assert_eq!(invited[6].entry.as_ref().unwrap().person, name("people", "w4"));
}

#[tokio::test]
async fn a_new_chair_takes_the_place_of_the_one_before() {
    let c = committee().await;
    let request = AddCommitteeMemberRequest {
        name: c.committee.name.clone(),
        member: Some(member("w4", CommitteeRole::Chair)),
    };
    let changed = c.committees("hana").add_committee_member(request).await.unwrap().into_inner();
    let chairs: Vec<&str> = changed
        .members
        .iter()
        .filter(|m| m.role() == CommitteeRole::Chair)
        .map(|m| m.display_name.as_str())
        .collect();
    assert_eq!(chairs, ["W4"]);
    assert!(changed.members.iter().any(|m| m.display_name == "W1" && m.role() == CommitteeRole::Member));
}

#[tokio::test]
async fn nobody_sits_twice_and_nobody_who_does_not_work_here() {
    let c = committee().await;
    let add = |who: &str| AddCommitteeMemberRequest {
        name: c.committee.name.clone(),
        member: Some(member(who, CommitteeRole::Member)),
    };
    let refused = c.committees("hana").add_committee_member(add("w2")).await.unwrap_err();
    assert_eq!(reason(&refused), "ALREADY_A_MEMBER");
    let refused = c.committees("hana").add_committee_member(add("ghost")).await.unwrap_err();
    assert_eq!(fields(&refused), ["member.person"]);
}
