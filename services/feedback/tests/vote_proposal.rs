//! `VoteProposal`.

use proto::feedback::v1::ProposalStatus;

use crate::support::{company, reason};

#[tokio::test]
async fn one_person_votes_once() {
    let company = company().await;
    let made = company.propose("w1", "The CRM is slow").await;
    let voted = company.vote("w2", &made.name).await.unwrap();
    assert_eq!((voted.vote_count, voted.voted, voted.followed), (1, true, false));
    assert_eq!(reason(&company.vote("w2", &made.name).await.unwrap_err()), "ALREADY_VOTED");
    assert_eq!(company.vote("e1", &made.name).await.unwrap().vote_count, 2);
    assert_eq!(company.get("w3", &made.name).await.unwrap().vote_count, 2);
}

#[tokio::test]
async fn many_at_once_are_all_counted_and_each_once() {
    let company = company().await;
    let made = company.propose("w1", "The CRM is slow").await;
    let voters = ["w2", "w3", "w4", "w5", "e1", "e2", "s1", "s2"];
    let calls = voters.iter().cycle().take(24).map(|v| company.vote(v, &made.name));
    let answers = futures::future::join_all(calls).await;
    assert_eq!(answers.iter().filter(|a| a.is_ok()).count(), voters.len());
    assert_eq!(company.get("w1", &made.name).await.unwrap().vote_count, 8);
}

#[tokio::test]
async fn votes_are_over_when_it_is_closed() {
    let company = company().await;
    let made = company.propose("w1", "The CRM is slow").await;
    for status in [ProposalStatus::Planned, ProposalStatus::Started] {
        company.answer(&made.name, status, "").await.unwrap();
    }
    company.vote("w2", &made.name).await.unwrap();
    for status in [ProposalStatus::Completed, ProposalStatus::Declined] {
        company.answer(&made.name, status, "Because").await.unwrap();
        assert_eq!(reason(&company.vote("w3", &made.name).await.unwrap_err()), "PROPOSAL_CLOSED");
    }
    assert_eq!(company.get("w3", &made.name).await.unwrap().vote_count, 1, "what was counted stays");
}
