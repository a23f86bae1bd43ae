//! `ListVisits`.

use proto::champions::v1::{ListVisitsRequest, VisitState, visit_service_client::VisitServiceClient};

use crate::{
    request_visit::ask,
    support::{company, fields, parent},
};

#[tokio::test]
async fn those_to_ones_teams_by_their_day_and_for_hr_all_in_pages() {
    let company = company().await;
    company.with_champion().await;
    ask(&company, "west", "i1").await.unwrap();
    company.harness.clock.advance(std::time::Duration::from_hours(24));
    ask(&company, "east", "i2").await.unwrap();
    ask(&company, "west", "i3").await.unwrap();
    let list = |size: i32, token: String| ListVisitsRequest {
        parent: parent(),
        page_size: size,
        page_token: token,
        state: VisitState::Open.into(),
    };
    let mut champion = VisitServiceClient::new(company.person("w2"));
    let own = champion.list_visits(list(0, String::new())).await.unwrap().into_inner().visits;
    assert_eq!(own.iter().map(|v| v.due_day.as_str()).collect::<Vec<_>>(), ["2026-03-16", "2026-03-17"]);
    let mut hr = VisitServiceClient::new(company.hr());
    let first = hr.list_visits(list(2, String::new())).await.unwrap().into_inner();
    let next = hr.list_visits(list(2, first.next_page_token)).await.unwrap().into_inner();
    assert_eq!((first.visits.len(), next.visits.len(), next.next_page_token.as_str()), (2, 1, ""));
    let mut member = VisitServiceClient::new(company.person("w3"));
    assert!(member.list_visits(list(0, String::new())).await.unwrap().into_inner().visits.is_empty());
    let bad = ListVisitsRequest { state: 9, ..list(0, String::new()) };
    assert_eq!(fields(&hr.list_visits(bad).await.unwrap_err()), ["state"]);
}
