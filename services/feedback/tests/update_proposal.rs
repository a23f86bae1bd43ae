//! `UpdateProposal`.

use prost_types::FieldMask;
use proto::feedback::v1::{Proposal, ProposalStatus, UpdateProposalRequest};
use tonic::Code;

use crate::support::{company, fields, reason};

fn request(proposal: Proposal, paths: &[&str]) -> UpdateProposalRequest {
    let update_mask = Some(FieldMask { paths: paths.iter().map(|p| (*p).to_owned()).collect() });
    UpdateProposalRequest { proposal: Some(proposal), update_mask }
}

#[tokio::test]
async fn its_writer_finds_better_words_and_they_are_found() {
    let company = company().await;
    let made = company.propose("w1", "It is slow").await;
    let better =
        Proposal { title: "Searching takes a minute".into(), body: "ignored".into(), ..made.clone() };
    let mut client = company.proposals("w1");
    let changed = client.update_proposal(request(better, &["title"])).await.unwrap().into_inner();
    assert_eq!((changed.title.as_str(), changed.body.as_str()), ("Searching takes a minute", ""));
    let query =
        |query: &str| proto::feedback::v1::ListProposalsRequest { query: query.into(), ..Default::default() };
    assert_eq!(company.titles("w2", query("searching minute")).await, ["Searching takes a minute"]);
    assert_eq!(company.titles("w2", query("slow")).await, [""; 0]);

    let stale = client.update_proposal(request(made, &["title"])).await.unwrap_err();
    assert_eq!(stale.code(), Code::Aborted, "somebody else saved meanwhile");
    let error = client.update_proposal(request(changed, &["status", "title"])).await.unwrap_err();
    assert_eq!(fields(&error), ["update_mask"]);
}

#[tokio::test]
async fn what_others_answered_to_stands() {
    let company = company().await;
    let (voted, said, done) = (
        company.propose("w1", "Voted for").await,
        company.propose("w1", "Commented on").await,
        company.propose("w1", "Answered").await,
    );
    company.vote("w1", &voted.name).await.unwrap();
    let edit =
        |made: &Proposal| Proposal { title: "Free lunch for me".into(), etag: String::new(), ..made.clone() };
    company.proposals("w1").update_proposal(request(edit(&voted), &["title"])).await.unwrap();
    company.vote("w2", &voted.name).await.unwrap();
    company.say("w2", &said.name, "Yes!").await.unwrap();
    company.answer(&done.name, ProposalStatus::Planned, "").await.unwrap();
    for made in [&voted, &said, &done] {
        let error =
            company.proposals("w1").update_proposal(request(edit(made), &["title"])).await.unwrap_err();
        assert_eq!(reason(&error), "PROPOSAL_ANSWERED", "{}", made.title);
    }
    let error = company.proposals("w2").update_proposal(request(edit(&said), &["title"])).await.unwrap_err();
    assert_eq!(error.code(), Code::PermissionDenied);
}
