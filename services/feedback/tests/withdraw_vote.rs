//! `WithdrawVote`.

use proto::feedback::v1::{ProposalStatus, WithdrawVoteRequest};

use crate::support::{company, reason};

#[tokio::test]
async fn a_vote_goes_back_while_it_counts() {
    let company = company().await;
    let made = company.propose("w1", "The CRM is slow").await;
    company.vote("w2", &made.name).await.unwrap();
    company.vote("w3", &made.name).await.unwrap();
    let request = || WithdrawVoteRequest { name: made.name.clone() };
    let mut client = company.proposals("w2");
    let back = client.withdraw_vote(request()).await.unwrap().into_inner();
    assert_eq!((back.vote_count, back.voted), (1, false));
    assert_eq!(
        client.withdraw_vote(request()).await.unwrap().into_inner().vote_count,
        1,
        "again changes nothing"
    );
    company.answer(&made.name, ProposalStatus::Declined, "Not now").await.unwrap();
    let error = company.proposals("w3").withdraw_vote(request()).await.unwrap_err();
    assert_eq!(reason(&error), "PROPOSAL_CLOSED");
}
