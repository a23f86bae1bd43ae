use proto::feedback::v1::{MeetingCancelled, RemoveCommitteeMemberRequest};
use tonic::Code;

use crate::support::{committees::committee, name};

#[tokio::test]
async fn a_seat_becomes_free_and_the_calendar_too() {
    let c = committee().await;
    c.meeting().await;
    c.company.hours_pass(0).await;
    c.company.harness.clock.advance(std::time::Duration::from_hours(10));
    let request =
        RemoveCommitteeMemberRequest { name: c.committee.name.clone(), person: name("people", "w3") };
    let left = c.committees("hana").remove_committee_member(request.clone()).await.unwrap().into_inner();
    assert!(left.members.iter().all(|m| m.display_name != "W3"), "the term began today and never was");
    let cancelled = c.company.heard::<MeetingCancelled>().await;
    assert_eq!(cancelled.len(), 1);
    let refused = c.committees("hana").remove_committee_member(request).await.unwrap_err();
    assert_eq!(refused.code(), Code::NotFound);
}

#[tokio::test]
async fn a_term_that_began_earlier_stays_in_the_books() {
    let c = committee().await;
    c.company.hours_pass(48).await;
    let request =
        RemoveCommitteeMemberRequest { name: c.committee.name.clone(), person: name("people", "w3") };
    let left = c.committees("hana").remove_committee_member(request).await.unwrap().into_inner();
    let last = left.members.last().unwrap();
    assert_eq!(
        (last.display_name.as_str(), last.current, last.end_day.as_str()),
        ("W3", false, "2026-03-03")
    );
}
