//! `ApproveRedemption`.

use proto::{
    access::v1::Role,
    incentives::v1::{self as pb, RedemptionDecided, award_service_client::AwardServiceClient},
};
use tonic::Code;

use crate::support::{company, money, reason};

#[tokio::test]
async fn the_cost_is_taken_at_the_rate_of_the_day() {
    let company = company().await;
    company.rate("EUR", "IRR", "700000", "2026-01-01").await;
    company.rate("EUR", "IRR", "800000", "2026-04-20").await;
    let waiting = company.requested("IRR", 28_000_000_000).await;
    assert_eq!((waiting.state(), &waiting.budget_cost), (pb::RedemptionState::Requested, &None));
    company.days_pass(10).await;
    let approved = company.approve(&waiting).await.unwrap();
    // 280 million rials at 800,000 for a euro: 350 euros.
    assert_eq!(
        (approved.state(), &approved.budget_cost, approved.rate.as_str()),
        (pb::RedemptionState::Approved, &money("EUR", 35_000), "1/800000")
    );
    let budget = company.read_budget(&approved.budget).await;
    assert_eq!(
        (&budget.spent, &budget.promised, &budget.remaining),
        (&money("EUR", 35_000), &money("EUR", 0), &money("EUR", 165_000))
    );
    company.settle().await;
    let told = company.neighbours.heard::<RedemptionDecided>();
    assert_eq!((told.len(), told[0].approved), (1, true));
    assert_eq!(company.award(&approved.award).await.state(), pb::AwardState::Approved);
}

#[tokio::test]
async fn of_two_approvals_at_once_one_has_an_effect() {
    let company = company().await;
    let waiting = company.requested("EUR", 40_000).await;
    let request = pb::ApproveRedemptionRequest { name: waiting.name.clone(), etag: waiting.etag.clone() };
    let mut hana = company.approvals();
    let mut hadi = AwardServiceClient::new(company.harness.as_person("hadi", &[(Role::Hr, None)]));
    let (one, two) = tokio::join!(hana.approve_redemption(request.clone()), hadi.approve_redemption(request));
    let refused: Vec<_> = [one, two].into_iter().filter_map(Result::err).collect();
    assert_eq!(refused.len(), 1);
    assert_eq!(reason(&refused[0]), "REDEMPTION_DECIDED");
    assert_eq!(company.read_budget(&waiting.budget).await.spent, money("EUR", 40_000), "paid once");
    company.settle().await;
    assert_eq!(company.neighbours.heard::<RedemptionDecided>().len(), 1, "told once");
}

#[tokio::test]
async fn nothing_beyond_the_budget_is_approved() {
    let company = company().await;
    company.rate("EUR", "IRR", "700000", "2026-01-01").await;
    // The prize of 500 EUR was promised from a budget in rials that is just large enough.
    company.neighbours.acts("west", crate::support::Acts { after: 0.75, ..crate::support::Acts::usual() });
    let budget = company.budget("IRR", 35_000_000_000).await;
    let draft = company.create(company.draft(&budget, &["west"])).await.unwrap();
    let challenge = company.start(&draft).await.unwrap();
    let ended = company.finish(&challenge).await;
    let award = company.award(&ended.award).await;
    let dinner = company.reward("Dinner", "EUR", 50_000).await;
    company.propose("w1", &award, &dinner).await.unwrap();
    for person in ["w1", "w2", "w3", "w4"] {
        company.choose(person, &award, &dinner).await.unwrap();
    }
    let waiting = company.redemption(&company.award(&award.name).await.redemption).await;
    // The rial falls: the same dinner costs more of it than there is.
    company.rate("EUR", "IRR", "700001", "2026-04-15").await;
    let error = company.approve(&waiting).await.unwrap_err();
    assert_eq!(reason(&error), "BUDGET_EXCEEDED");
    assert!(error.message().contains("35000050000 of 35000000000 IRR"), "{}", error.message());
    assert_eq!(company.read_budget(&budget.name).await.spent, money("IRR", 0));
    // HR adds what is missing, and it goes through.
    let read = company.read_budget(&budget.name).await;
    let more = pb::Budget { amount: money("IRR", 36_000_000_000), ..read };
    company
        .budgets()
        .update_budget(pb::UpdateBudgetRequest { budget: Some(more), update_mask: None })
        .await
        .unwrap();
    assert!(company.approve(&waiting).await.is_ok());
}

#[tokio::test]
async fn nobody_approves_for_a_team_of_ones_own() {
    let company = company().await;
    let waiting = company.requested("EUR", 40_000).await;
    let mut member = AwardServiceClient::new(company.harness.as_person("w6", &[(Role::Hr, None)]));
    let request = pb::ApproveRedemptionRequest { name: waiting.name.clone(), etag: String::new() };
    assert_eq!(reason(&member.approve_redemption(request.clone()).await.unwrap_err()), "OWN_TEAM");
    let error = company.awards("w1").approve_redemption(request).await.unwrap_err();
    assert_eq!(error.code(), Code::PermissionDenied);
    let stale = pb::Redemption { etag: "0".into(), ..waiting };
    assert_eq!(company.approve(&stale).await.unwrap_err().code(), Code::Aborted);
}
