//! `UnfollowProposal`.

use proto::feedback::v1::{ProposalAnswered, ProposalCommented, ProposalStatus, UnfollowProposalRequest};

use crate::support::company;

#[tokio::test]
async fn whoever_follows_no_longer_hears_no_more_comments() {
    let company = company().await;
    let made = company.propose("w1", "The CRM is slow").await;
    for _ in 0..2 {
        let request = UnfollowProposalRequest { name: made.name.clone() };
        assert!(!company.proposals("w1").unfollow_proposal(request).await.unwrap().into_inner().followed);
    }
    company.say("w2", &made.name, "Yes").await.unwrap();
    assert_eq!(company.heard::<ProposalCommented>().await, []);
    company.answer(&made.name, ProposalStatus::Planned, "").await.unwrap();
    assert_eq!(company.heard::<ProposalAnswered>().await.len(), 1, "but whoever asked gets the answer");
}
