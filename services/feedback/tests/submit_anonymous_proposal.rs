//! `SubmitAnonymousProposal`. That nothing kept leads back is shown for the whole system in `tests/anonymity.rs` of the
//! workspace.

use proto::feedback::v1::{ListProposalsRequest, Proposal, ProposalStatus, SubmitAnonymousProposalRequest};
use tonic::Code;
use tonic_types::StatusExt;

use crate::support::{build, company, company_with, fields, parent};

#[tokio::test]
async fn it_stands_without_a_name_and_the_same_secret_makes_one() {
    let company = company().await;
    let made = company.whisper("w1", "The boss shouts at us", 1).await.unwrap();
    assert!(
        made.anonymous && made.proposer.is_empty() && made.team.is_empty() && !made.own && !made.followed
    );
    assert_eq!((made.status(), made.submit_day.as_str()), (ProposalStatus::Open, "2026-03-02"));
    let again = company.whisper("w1", "The boss shouts at us", 1).await.unwrap();
    assert_eq!(again, made);
    assert_eq!(company.titles("w2", ListProposalsRequest::default()).await, ["The boss shouts at us"]);
    let seen = company.get("w1", &made.name).await.unwrap();
    assert!(!seen.own && !seen.followed, "not even the writer is known again");
    let own = ListProposalsRequest { own: true, ..Default::default() };
    assert_eq!(company.titles("w1", own).await, [""; 0]);
}

#[tokio::test]
async fn a_flood_is_refused_and_says_when_to_come_back() {
    let company = company_with(&[("anonymous_per_person_and_hour", 3), ("anonymous_per_hour", 5)]).await;
    for number in 0..3 {
        company.whisper("w1", "Again and again", number).await.unwrap();
    }
    let error = company.whisper("w1", "Again and again", 3).await.unwrap_err();
    assert_eq!(error.code(), Code::ResourceExhausted);
    assert_eq!(error.get_details_error_info().unwrap().reason, "TOO_MUCH_AT_ONCE");
    let wait = error.get_details_retry_info().unwrap().retry_delay.unwrap();
    assert_eq!(wait.as_secs(), 3_600);
    company.whisper("w1", "Again and again", 2).await.expect("a call repeated is no flood");
    company.whisper("w2", "Of somebody else", 4).await.unwrap();
    company.whisper("w3", "Of a third one", 5).await.unwrap();
    let error = company.whisper("w4", "Of a fourth one", 6).await.unwrap_err();
    assert_eq!(error.code(), Code::ResourceExhausted, "the organization takes so much and no more");
    company.propose("w4", "With a name it can be said").await;
    company.hours_pass(1).await;
    company.whisper("w1", "An hour later", 7).await.unwrap();
    assert_eq!(
        company.titles("w1", ListProposalsRequest::default()).await.len(),
        7,
        "what was taken is there"
    );
}

#[tokio::test]
async fn only_people_of_the_organization_post_and_with_a_secret_that_nobody_guesses() {
    let company = company().await;
    let request = |secret: Vec<u8>, title: &str| SubmitAnonymousProposalRequest {
        parent: parent(),
        proposal: Some(build::proposal(title)),
        secret,
    };
    for secret in [vec![], vec![1; 31], vec![7; 32], vec![1; 33]] {
        let error = company.anonymous("w1").submit_anonymous_proposal(request(secret, "ab\u{202E}")).await;
        assert_eq!(fields(&error.unwrap_err()), ["secret", "proposal.title"]);
    }
    let answer = company.nobody().submit_anonymous_proposal(request(build::secret(1), "Spam")).await;
    assert_eq!(answer.unwrap_err().code(), Code::Unauthenticated);
    let foreign =
        SubmitAnonymousProposalRequest { parent: "organizations/globex".into(), ..Default::default() };
    let answer = company.anonymous("w1").submit_anonymous_proposal(foreign).await;
    assert_eq!(answer.unwrap_err().code(), Code::NotFound);
    let empty = SubmitAnonymousProposalRequest {
        parent: parent(),
        proposal: Some(Proposal::default()),
        secret: build::secret(1),
    };
    let error = company.anonymous("w1").submit_anonymous_proposal(empty).await.unwrap_err();
    assert_eq!(fields(&error).len(), 6);
}
