//! `ListStatusChanges`.

use proto::feedback::v1::{ListStatusChangesRequest, ProposalStatus};

use crate::support::{company, name};

#[tokio::test]
async fn everybody_reads_what_became_of_it() {
    let company = company().await;
    let made = company.propose("w1", "The CRM is slow").await;
    let list = async || {
        let request = ListStatusChangesRequest { parent: made.name.clone() };
        let answer = company.proposals("s1").list_status_changes(request).await.unwrap();
        answer.into_inner().status_changes
    };
    assert_eq!(list().await, []);
    company.answer(&made.name, ProposalStatus::Started, "We found the cause.").await.unwrap();
    company.hours_pass(30).await;
    company.answer(&made.name, ProposalStatus::Completed, "The new index is live.").await.unwrap();
    company.answer(&made.name, ProposalStatus::Completed, "The new index is live.").await.unwrap();
    let changes = list().await;
    let told: Vec<_> = changes.iter().map(|c| (c.status(), c.answer.as_str())).collect();
    assert_eq!(
        told,
        [
            (ProposalStatus::Started, "We found the cause."),
            (ProposalStatus::Completed, "The new index is live.")
        ],
        "saying the same again is no change"
    );
    assert_eq!(
        (changes[0].actor.as_str(), changes[0].actor_display_name.as_str()),
        (&*name("people", "hana"), "HANA")
    );
    let seconds = |i: usize| changes[i].change_time.unwrap().seconds;
    assert_eq!(seconds(1) - seconds(0), 30 * 3_600);
}
