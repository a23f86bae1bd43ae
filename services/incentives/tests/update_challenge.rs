//! `UpdateChallenge`.

use prost_types::FieldMask;
use proto::incentives::v1 as pb;
use tonic::Code;

use crate::support::{company, reason};

fn request(challenge: pb::Challenge, paths: &[&str]) -> pb::UpdateChallengeRequest {
    let paths = paths.iter().map(|p| (*p).to_owned()).collect();
    pb::UpdateChallengeRequest { challenge: Some(challenge), update_mask: Some(FieldMask { paths }) }
}

#[tokio::test]
async fn only_what_the_mask_names_changes_while_it_is_a_draft() {
    let company = company().await;
    let budget = company.budget("EUR", 100_000).await;
    let made = company.create(company.draft(&budget, &["west"])).await.unwrap();
    let edited = pb::Challenge { weeks: 8, target_percent: 50, ..made.clone() };
    let saved = company
        .challenges()
        .update_challenge(request(edited.clone(), &["weeks"]))
        .await
        .unwrap()
        .into_inner();
    assert_eq!((saved.weeks, saved.target_percent), (8, 10));
    let error = company.challenges().update_challenge(request(edited, &["weeks"])).await.unwrap_err();
    assert_eq!(error.code(), Code::Aborted, "somebody saved meanwhile");
    let started = company.start(&saved).await.unwrap();
    let error = company.challenges().update_challenge(request(started, &["weeks"])).await.unwrap_err();
    assert_eq!(reason(&error), "CHALLENGE_STARTED");
}
