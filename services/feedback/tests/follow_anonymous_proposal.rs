//! `FollowAnonymousProposal`.

use proto::feedback::v1::{FollowAnonymousProposalRequest, ProposalStatus};
use tonic::Code;

use crate::support::{build, company, fields, parent};

#[tokio::test]
async fn whoever_has_the_secret_sees_what_became_of_it_without_signing_in() {
    let company = company().await;
    let made = company.whisper("w1", "The CRM is slow", 1).await.unwrap();
    company.vote("w2", &made.name).await.unwrap();
    company.say("hana", &made.name, "When is it slow?").await.unwrap();
    company.answer(&made.name, ProposalStatus::Completed, "The new index is live.").await.unwrap();
    let back = company.come_back(1).await;
    let proposal = back.proposal.unwrap();
    assert_eq!((proposal.status(), proposal.vote_count), (ProposalStatus::Completed, 1));
    assert_eq!(back.status_changes[0].answer, "The new index is live.");
    assert_eq!(
        (back.comments[0].text.as_str(), back.comments[0].author_display_name.as_str()),
        ("When is it slow?", "HANA")
    );
    assert_eq!(back.merged_into, None);
}

#[tokio::test]
async fn after_a_merge_it_leads_on() {
    let company = company().await;
    let twin = company.whisper("w1", "Search is slow", 1).await.unwrap();
    let (kept, last) = (company.propose("w2", "Slow search").await, company.propose("w3", "Searching").await);
    company.merge(&twin.name, &kept.name).await.unwrap();
    company.merge(&kept.name, &last.name).await.unwrap();
    company.say("w4", &last.name, "At last").await.unwrap();
    company.answer(&last.name, ProposalStatus::Planned, "Next month").await.unwrap();
    let back = company.come_back(1).await;
    let merged = back.merged_into.unwrap();
    assert_eq!((merged.name.as_str(), merged.proposer_display_name.as_str()), (last.name.as_str(), "W3"));
    assert_eq!(back.comments[0].text, "At last");
    let told: Vec<_> = back.status_changes.iter().map(proto::feedback::v1::StatusChange::status).collect();
    assert_eq!(told, [ProposalStatus::Duplicate, ProposalStatus::Planned]);
}

#[tokio::test]
async fn another_secret_leads_nowhere() {
    let company = company().await;
    company.whisper("w1", "The CRM is slow", 1).await.unwrap();
    let follow = async |parent: &str, secret: Vec<u8>| {
        let request = FollowAnonymousProposalRequest { parent: parent.into(), secret };
        company.nobody().follow_anonymous_proposal(request).await.unwrap_err()
    };
    let error = follow(&parent(), build::secret(2)).await;
    assert_eq!(error.code(), Code::NotFound);
    assert!(!error.message().contains("proposals/"), "{error}");
    assert_eq!(follow("organizations/globex", build::secret(1)).await.code(), Code::NotFound);
    assert_eq!(fields(&follow("", vec![]).await), ["parent", "secret"]);
}
