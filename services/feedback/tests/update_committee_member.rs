use proto::feedback::v1::{CommitteeMember, CommitteeRole, MeetingCancelled, UpdateCommitteeMemberRequest};
use tonic::Code;

use crate::support::{
    committees::{committee, member},
    name,
};

#[tokio::test]
async fn whose_term_ends_before_a_meeting_is_no_longer_expected() {
    let c = committee().await;
    c.meeting().await;
    let shorter = CommitteeMember { end_day: "2026-03-02".into(), ..member("s1", CommitteeRole::Member) };
    let request = UpdateCommitteeMemberRequest { name: c.committee.name.clone(), member: Some(shorter) };
    let changed = c.committees("hana").update_committee_member(request).await.unwrap().into_inner();
    let seat = changed.members.iter().find(|m| m.display_name == "S1").unwrap();
    assert_eq!((seat.start_day.as_str(), seat.end_day.as_str()), ("2026-03-02", "2026-03-02"));
    let cancelled = c.company.heard::<MeetingCancelled>().await;
    assert_eq!(cancelled.len(), 1);
    assert_eq!(cancelled[0].entry.as_ref().unwrap().person, name("people", "s1"));
}

#[tokio::test]
async fn whoever_is_not_a_member_cannot_be_changed() {
    let c = committee().await;
    let request = UpdateCommitteeMemberRequest {
        name: c.committee.name.clone(),
        member: Some(member("w4", CommitteeRole::Secretary)),
    };
    let refused = c.committees("hana").update_committee_member(request).await.unwrap_err();
    assert_eq!(refused.code(), Code::NotFound);
}
