use proto::feedback::v1::{Committee, EndCommitteeRequest, UpdateCommitteeRequest};
use tonic::Code;

use crate::support::{
    committees::{committee, en},
    fields, name, reason,
};

fn change(committee: Committee, paths: &[&str]) -> UpdateCommitteeRequest {
    let paths = paths.iter().map(|p| (*p).to_owned()).collect();
    UpdateCommitteeRequest { committee: Some(committee), update_mask: Some(prost_types::FieldMask { paths }) }
}

#[tokio::test]
async fn only_what_is_named_changes() {
    let c = committee().await;
    let new = Committee {
        title: en("Users of the CRM"),
        teams: vec![name("teams", "support")],
        end_day: "2026-12-31".into(),
        ..c.committee.clone()
    };
    let changed =
        c.committees("hana").update_committee(change(new, &["title", "end_day"])).await.unwrap().into_inner();
    assert_eq!(changed.title.unwrap().en, "Users of the CRM");
    assert_eq!((changed.teams, changed.end_day.as_str()), (c.committee.teams.clone(), "2026-12-31"));
    assert_ne!(changed.etag, c.committee.etag);
}

#[tokio::test]
async fn nobody_overwrites_what_was_not_read() {
    let c = committee().await;
    let new = Committee { quorum_percent: 80, ..c.committee.clone() };
    let request = change(new, &["quorum_percent"]);
    c.committees("hana").update_committee(request.clone()).await.unwrap();
    let refused = c.committees("hana").update_committee(request).await.unwrap_err();
    assert_eq!(refused.code(), Code::Aborted);
}

#[tokio::test]
async fn a_term_does_not_end_before_it_begins_and_the_ended_stays() {
    let c = committee().await;
    let wrong = Committee { end_day: "2026-03-01".into(), ..c.committee.clone() };
    let refused = c.committees("hana").update_committee(change(wrong, &["end_day"])).await.unwrap_err();
    assert_eq!(fields(&refused), ["committee.end_day"]);
    let name = c.committee.name.clone();
    c.committees("hana").end_committee(EndCommitteeRequest { name }).await.unwrap();
    let refused =
        c.committees("hana").update_committee(change(c.committee.clone(), &["title"])).await.unwrap_err();
    assert_eq!(reason(&refused), "COMMITTEE_ENDED");
    let mut member = c.committees("w1");
    assert_eq!(
        member.update_committee(change(c.committee.clone(), &[])).await.unwrap_err().code(),
        Code::PermissionDenied
    );
}
