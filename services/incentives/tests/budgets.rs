//! `CreateBudget`, `GetBudget`, `ListBudgets`, `UpdateBudget`.

use prost_types::FieldMask;
use proto::incentives::v1 as pb;
use tonic::Code;

use crate::support::{company, fields, money, parent, reason, text};

fn update(budget: pb::Budget, paths: &[&str]) -> pb::UpdateBudgetRequest {
    let paths = paths.iter().map(|p| (*p).to_owned()).collect();
    pb::UpdateBudgetRequest { budget: Some(budget), update_mask: Some(FieldMask { paths }) }
}

#[tokio::test]
async fn several_budgets_each_in_its_currency() {
    let company = company().await;
    let euros = company.budget("EUR", 100_000).await;
    company.budget("IRR", 900_000_000_000).await;
    assert_eq!(
        (&euros.spent, &euros.promised, &euros.remaining),
        (&money("EUR", 0), &money("EUR", 0), &money("EUR", 100_000))
    );
    let list = pb::ListBudgetsRequest { parent: parent(), page_size: 1, ..Default::default() };
    let first = company.budgets().list_budgets(list.clone()).await.unwrap().into_inner();
    assert_eq!(first.budgets[0].amount, money("IRR", 900_000_000_000), "newest first");
    let next = pb::ListBudgetsRequest { page_token: first.next_page_token, ..list };
    assert_eq!(company.budgets().list_budgets(next).await.unwrap().into_inner().budgets, [euros]);
}

#[tokio::test]
async fn every_mistake_is_named_at_once() {
    let company = company().await;
    let budget = pb::Budget {
        title: text("\u{202E}prizes"),
        amount: money("EURO", -1),
        start_day: "2026-13-01".into(),
        end_day: String::new(),
        ..Default::default()
    };
    let request =
        pb::CreateBudgetRequest { parent: parent(), budget: Some(budget), request_id: String::new() };
    let error = company.budgets().create_budget(request).await.unwrap_err();
    assert_eq!(
        fields(&error),
        [
            "budget.title.en",
            "budget.amount.minor_units",
            "budget.amount.currency_code",
            "budget.start_day",
            "budget.end_day"
        ]
    );
}

#[tokio::test]
async fn the_same_request_makes_one_budget() {
    let company = company().await;
    let budget = pb::Budget {
        title: text("A"),
        amount: money("EUR", 5),
        start_day: "2026-01-01".into(),
        end_day: "2026-01-01".into(),
        ..Default::default()
    };
    let request = pb::CreateBudgetRequest { parent: parent(), budget: Some(budget), request_id: "r".into() };
    let once = company.budgets().create_budget(request.clone()).await.unwrap().into_inner();
    assert_eq!(company.budgets().create_budget(request).await.unwrap().into_inner(), once);
}

#[tokio::test]
async fn nobody_overwrites_what_was_not_read_and_nothing_promised_is_taken_away() {
    let company = company().await;
    let challenge = company.running(&["west"]).await;
    let budget = company.read_budget(&challenge.budget).await;
    assert_eq!((&budget.promised, &budget.remaining), (&money("EUR", 50_000), &money("EUR", 150_000)));
    let less = pb::Budget { amount: money("EUR", 49_999), ..budget.clone() };
    let error = company.budgets().update_budget(update(less, &["amount"])).await.unwrap_err();
    assert_eq!(reason(&error), "BUDGET_COMMITTED");
    let other = pb::Budget { amount: money("USD", 900_000), ..budget.clone() };
    let error = company.budgets().update_budget(update(other, &["amount"])).await.unwrap_err();
    assert_eq!(reason(&error), "BUDGET_IN_USE");
    let fine = pb::Budget { amount: money("EUR", 50_000), ..budget.clone() };
    let saved =
        company.budgets().update_budget(update(fine.clone(), &["amount"])).await.unwrap().into_inner();
    assert_eq!((&saved.remaining, &saved.title), (&money("EUR", 0), &budget.title));
    let error = company.budgets().update_budget(update(fine, &["amount"])).await.unwrap_err();
    assert_eq!(error.code(), Code::Aborted);
}

#[tokio::test]
async fn members_do_not_see_budgets() {
    let company = company().await;
    let budget = company.budget("EUR", 1).await;
    let mut client = pb::budget_service_client::BudgetServiceClient::new(company.member("w1"));
    let error = client.get_budget(pb::GetBudgetRequest { name: budget.name }).await.unwrap_err();
    assert_eq!(error.code(), Code::PermissionDenied);
}
