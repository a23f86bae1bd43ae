//! `CreateExchangeRate`, `ListExchangeRates`.

use proto::incentives::v1 as pb;
use tonic::Code;

use crate::support::{company, fields, parent};

fn request(from: &str, to: &str, rate: &str, start_day: &str) -> pb::CreateExchangeRateRequest {
    let exchange_rate = pb::ExchangeRate {
        from_currency_code: from.into(),
        to_currency_code: to.into(),
        rate: rate.into(),
        start_day: start_day.into(),
        ..Default::default()
    };
    pb::CreateExchangeRateRequest {
        parent: parent(),
        exchange_rate: Some(exchange_rate),
        request_id: String::new(),
    }
}

#[tokio::test]
async fn rates_are_dated_exact_and_never_overwritten() {
    let company = company().await;
    let first =
        company.budgets().create_exchange_rate(request("EUR", "IRR", "۷۰۰۰۰۰٫۵۰", "2026-01-01")).await;
    assert_eq!(first.unwrap().into_inner().rate, "700000.5");
    company.rate("EUR", "IRR", "800000", "2026-03-01").await;
    let again = company.budgets().create_exchange_rate(request("EUR", "IRR", "1", "2026-03-01")).await;
    assert_eq!(again.unwrap_err().code(), Code::AlreadyExists);
    let list = pb::ListExchangeRatesRequest { parent: parent(), page_size: 1, ..Default::default() };
    let page = company.budgets().list_exchange_rates(list.clone()).await.unwrap().into_inner();
    assert_eq!(page.exchange_rates[0].start_day, "2026-03-01");
    let next = pb::ListExchangeRatesRequest { page_token: page.next_page_token, ..list.clone() };
    let page = company.budgets().list_exchange_rates(next).await.unwrap().into_inner();
    assert_eq!((page.exchange_rates[0].rate.as_str(), page.next_page_token.as_str()), ("700000.5", ""));
    let forged = pb::ListExchangeRatesRequest { page_token: "MTp4".into(), ..list };
    let error = company.budgets().list_exchange_rates(forged).await.unwrap_err();
    assert_eq!(fields(&error), ["page_token"]);
}

#[tokio::test]
async fn every_mistake_is_named_at_once() {
    let company = company().await;
    let error = company.budgets().create_exchange_rate(request("EU", "", "-1", "soon")).await.unwrap_err();
    let all =
        ["from_currency_code", "to_currency_code", "rate", "start_day"].map(|f| format!("exchange_rate.{f}"));
    assert_eq!(fields(&error), all);
    let error =
        company.budgets().create_exchange_rate(request("EUR", "EUR", "1", "2026-01-01")).await.unwrap_err();
    assert_eq!(fields(&error), ["exchange_rate.to_currency_code"]);
}
