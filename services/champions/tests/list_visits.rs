//! `ListVisits`.

use std::time::Duration;

use proto::champions::v1::{
    CheckIn, CheckInKind, CreateCheckInRequest, ListVisitsRequest, ListVisitsResponse, VisitState,
    check_in_service_client::CheckInServiceClient, visit_service_client::VisitServiceClient,
};

use crate::{
    request_visit::ask,
    support::{company, fields, name, parent},
};

#[tokio::test]
async fn those_to_ones_teams_by_their_day_and_for_hr_all_in_pages() {
    let company = company().await;
    company.with_champion().await;
    ask(&company, "west", "i1").await.unwrap();
    company.harness.clock.advance(Duration::from_hours(24));
    ask(&company, "east", "i2").await.unwrap();
    ask(&company, "west", "i3").await.unwrap();
    let list = |size: i32, token: String| ListVisitsRequest {
        parent: parent(),
        page_size: size,
        page_token: token,
        state: VisitState::Open.into(),
        ..Default::default()
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

#[tokio::test]
async fn hr_reads_how_many_wait_are_overdue_or_made_and_those_of_one_team() {
    let company = company().await;
    company.with_champion().await;
    let made = ask(&company, "west", "i1").await.unwrap();
    ask(&company, "west", "i2").await.unwrap();
    ask(&company, "north", "i3").await.unwrap();
    let mut champion = CheckInServiceClient::new(company.person("w2"));
    let check_in = CheckIn {
        team: name("teams", "west"),
        kind: CheckInKind::Visit.into(),
        visit: made.name.clone(),
        ..Default::default()
    };
    let request = CreateCheckInRequest { parent: parent(), check_in: Some(check_in), ..Default::default() };
    champion.create_check_in(request).await.unwrap();

    let mut hr = VisitServiceClient::new(company.hr());
    let all = ListVisitsRequest { parent: parent(), ..Default::default() };
    let figures = |r: &ListVisitsResponse| (r.open_count, r.overdue_count, r.made_count);
    // The due day itself is still in time.
    company.harness.clock.advance(Duration::from_hours(14 * 24));
    let reply = hr.list_visits(all.clone()).await.unwrap().into_inner();
    assert_eq!((reply.visits.len(), figures(&reply)), (3, (2, 0, 1)));
    company.harness.clock.advance(Duration::from_hours(24));
    let overdue = ListVisitsRequest { overdue: true, page_size: 1, ..all.clone() };
    let reply = hr.list_visits(overdue.clone()).await.unwrap().into_inner();
    assert_eq!((reply.visits.len(), figures(&reply)), (1, (2, 2, 1)));
    let next = ListVisitsRequest { page_token: reply.next_page_token, ..overdue.clone() };
    assert_eq!(hr.list_visits(next).await.unwrap().into_inner().visits.len(), 1);

    let north = ListVisitsRequest { team: name("teams", "north"), ..all.clone() };
    let reply = hr.list_visits(north).await.unwrap().into_inner();
    assert_eq!((reply.visits[0].asked, reply.visits.len(), figures(&reply)), (0, 1, (1, 1, 0)));
    // A champion counts what is asked of the own teams, and another's team shows nothing.
    let mut champion = VisitServiceClient::new(company.person("w2"));
    let reply = champion.list_visits(overdue).await.unwrap().into_inner();
    assert_eq!((reply.visits.len(), figures(&reply)), (1, (1, 1, 1)));
    let north = ListVisitsRequest { team: name("teams", "north"), ..all.clone() };
    let reply = champion.list_visits(north).await.unwrap().into_inner();
    assert_eq!((reply.visits.len(), figures(&reply)), (0, (0, 0, 0)));
    let bad = ListVisitsRequest { team: "west".into(), ..all };
    assert_eq!(fields(&hr.list_visits(bad).await.unwrap_err()), ["team"]);
}
