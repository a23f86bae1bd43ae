//! `FollowProposal`.

use proto::feedback::v1::{FollowProposalRequest, ProposalAnswered, ProposalStatus};

use crate::support::{company, ids};

#[tokio::test]
async fn whoever_follows_hears_what_becomes_of_it() {
    let company = company().await;
    let made = company.propose("w1", "The CRM is slow").await;
    for _ in 0..2 {
        let request = FollowProposalRequest { name: made.name.clone() };
        let followed = company.proposals("s1").follow_proposal(request).await.unwrap().into_inner();
        assert!(followed.followed && !followed.voted);
    }
    company.answer(&made.name, ProposalStatus::Planned, "").await.unwrap();
    let told = company.heard::<ProposalAnswered>().await;
    assert_eq!(ids(&told[0].people), ["s1", "w1"]);
}
