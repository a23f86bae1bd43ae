//! `RejectRedemption`, `ListRedemptions`.

use proto::incentives::v1::{self as pb, RedemptionDecided};

use crate::support::{company, fields, money, parent, reason};

#[tokio::test]
async fn the_team_hears_why_and_chooses_again() {
    let company = company().await;
    let waiting = company.requested("EUR", 40_000).await;
    let reject = |why: &str| pb::RejectRedemptionRequest {
        name: waiting.name.clone(),
        reason: why.into(),
        etag: String::new(),
    };
    assert_eq!(fields(&company.approvals().reject_redemption(reject("")).await.unwrap_err()), ["reason"]);
    let rejected =
        company.approvals().reject_redemption(reject("Closed in summer")).await.unwrap().into_inner();
    assert_eq!(
        (rejected.state(), rejected.reject_reason.as_str()),
        (pb::RedemptionState::Rejected, "Closed in summer")
    );
    assert_eq!(reason(&company.approve(&waiting).await.unwrap_err()), "REDEMPTION_DECIDED");
    company.settle().await;
    let told = company.neighbours.heard::<RedemptionDecided>();
    assert_eq!(
        (told.len(), told[0].approved, told[0].reject_reason.as_str()),
        (1, false, "Closed in summer")
    );

    let award = company.award(&waiting.award).await;
    assert_eq!((award.state(), award.reject_reason.as_str()), (pb::AwardState::Open, "Closed in summer"));
    assert!(award.options.iter().all(|o| o.votes == 0), "all votes are taken back");
    assert_eq!(company.read_budget(&waiting.budget).await.promised, money("EUR", 50_000));
    let plants = company.reward("Plants", "EUR", 10_000).await;
    company.propose("w2", &award, &plants).await.unwrap();
    for person in ["w1", "w2", "w3", "w4"] {
        company.choose(person, &award, &plants).await.unwrap();
    }
    let second = company.redemption(&company.award(&award.name).await.redemption).await;
    assert!(company.approve(&second).await.is_ok());
    let list = |state: i32| pb::ListRedemptionsRequest { parent: parent(), state, ..Default::default() };
    let all = company.approvals().list_redemptions(list(0)).await.unwrap().into_inner().redemptions;
    assert_eq!(
        all.iter().map(pb::Redemption::state).collect::<Vec<_>>(),
        [pb::RedemptionState::Approved, pb::RedemptionState::Rejected]
    );
    let of_team = company.awards("w1").list_redemptions(list(pb::RedemptionState::Approved.into())).await;
    assert_eq!(of_team.unwrap().into_inner().redemptions.len(), 1);
    assert!(
        company.awards("e1").list_redemptions(list(0)).await.unwrap().into_inner().redemptions.is_empty()
    );
    assert_eq!(fields(&company.approvals().list_redemptions(list(77)).await.unwrap_err()), ["state"]);
}
