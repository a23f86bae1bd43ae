//! `MergeProposals`.

use proto::feedback::v1::{ListProposalsRequest, ProposalAnswered, ProposalStatus, WithdrawVoteRequest};

use crate::support::{company, fields, ids, name, reason};

#[tokio::test]
async fn votes_and_followers_move_and_each_person_counts_once() {
    let company = company().await;
    let (kept, twin) =
        (company.propose("w1", "Slow search").await, company.propose("e1", "Search is slow").await);
    for (voter, proposal) in [("w2", &kept), ("w3", &kept), ("w3", &twin), ("e2", &twin)] {
        company.vote(voter, &proposal.name).await.unwrap();
    }
    let merged = company.merge(&twin.name, &kept.name).await.unwrap();
    assert_eq!((merged.status(), merged.vote_count), (ProposalStatus::Duplicate, 0));
    assert_eq!(merged.duplicate_of, kept.name);
    let seen = company.get("w3", &kept.name).await.unwrap();
    assert_eq!((seen.vote_count, seen.voted), (3, true), "w2, w3 once, e2");
    assert!(company.get("e1", &kept.name).await.unwrap().followed, "who asked there follows here");

    let told = company.heard::<ProposalAnswered>().await;
    assert_eq!((told.len(), told[0].merged_into_title.as_str()), (1, "Slow search"));
    assert_eq!(ids(&told[0].people), ["e1", "e2", "w3"]);

    company.merge(&twin.name, &kept.name).await.unwrap();
    assert_eq!(company.get("w1", &kept.name).await.unwrap().vote_count, 3, "again changes nothing");
    assert_eq!(company.heard::<ProposalAnswered>().await.len(), 1);
    let request = WithdrawVoteRequest { name: kept.name.clone() };
    let back = company.proposals("w3").withdraw_vote(request).await.unwrap().into_inner();
    assert_eq!(back.vote_count, 2, "the one vote is the person's own to take back");
}

#[tokio::test]
async fn the_voters_of_the_duplicate_hear_how_it_ends() {
    let company = company().await;
    let (kept, twin) =
        (company.propose("w1", "Slow search").await, company.propose("e1", "Search is slow").await);
    company.vote("s1", &twin.name).await.unwrap();
    company.merge(&twin.name, &kept.name).await.unwrap();
    company.answer(&kept.name, ProposalStatus::Completed, "Done").await.unwrap();
    let told = company.heard::<ProposalAnswered>().await;
    assert_eq!(ids(&told[1].people), ["e1", "s1", "w1"]);
}

#[tokio::test]
async fn nothing_goes_round_and_a_duplicate_takes_nothing_more() {
    let company = company().await;
    let (a, b, c) = (
        company.propose("w1", "Slow search").await,
        company.propose("w2", "Search is slow").await,
        company.propose("w3", "Searching").await,
    );
    assert_eq!(fields(&company.merge(&a.name, &a.name).await.unwrap_err()), ["destination"]);
    let absent = name("proposals", "nothing");
    assert_eq!(fields(&company.merge(&a.name, &absent).await.unwrap_err()), ["destination"]);
    assert_eq!(
        fields(&company.merge(&a.name, "organizations/globex/proposals/x").await.unwrap_err()),
        ["destination"]
    );
    company.merge(&a.name, &b.name).await.unwrap();
    for (from, to) in [(&a, &c), (&b, &a), (&c, &a)] {
        assert_eq!(reason(&company.merge(&from.name, &to.name).await.unwrap_err()), "PROPOSAL_MERGED");
    }
    assert_eq!(reason(&company.vote("w4", &a.name).await.unwrap_err()), "PROPOSAL_CLOSED");
    assert_eq!(reason(&company.say("w4", &a.name, "Hello").await.unwrap_err()), "PROPOSAL_MERGED");
    let mut listed = company.titles("w1", ListProposalsRequest::default()).await;
    listed.sort();
    assert_eq!(listed, ["Search is slow", "Searching"]);
}
