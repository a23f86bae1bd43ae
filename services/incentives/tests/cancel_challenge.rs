//! `CancelChallenge`.

use proto::incentives::v1::{self as pb, ChallengeEnded};

use crate::support::{company, fields, money, reason};

fn cancel(challenge: &pb::Challenge, why: &str) -> pb::CancelChallengeRequest {
    pb::CancelChallengeRequest { name: challenge.name.clone(), reason: why.into() }
}

#[tokio::test]
async fn members_hear_why_and_the_promise_is_taken_back() {
    let company = company().await;
    let challenge = company.running(&["west"]).await;
    let error = company.challenges().cancel_challenge(cancel(&challenge, " ")).await.unwrap_err();
    assert_eq!(fields(&error), ["reason"]);
    let request = cancel(&challenge, "The system moves house");
    let cancelled = company.challenges().cancel_challenge(request.clone()).await.unwrap().into_inner();
    assert_eq!(
        (cancelled.state(), cancelled.cancel_reason.as_str()),
        (pb::ChallengeState::Cancelled, "The system moves house")
    );
    company.challenges().cancel_challenge(request).await.unwrap();
    company.settle().await;
    let told = company.neighbours.heard::<ChallengeEnded>();
    assert_eq!((told.len(), told[0].cancelled, told[0].reached), (1, true, false));
    assert_eq!(company.read_budget(&challenge.budget).await.promised, money("EUR", 0));
    assert_eq!(reason(&company.start(&cancelled).await.unwrap_err()), "CHALLENGE_OVER");
}

#[tokio::test]
async fn what_is_over_stays() {
    let company = company().await;
    let challenge = company.running(&["west"]).await;
    let ended = company.finish(&challenge).await;
    let error = company.challenges().cancel_challenge(cancel(&ended, "Too late")).await.unwrap_err();
    assert_eq!(reason(&error), "CHALLENGE_OVER");
}
