//! `ListDue`.

use proto::{
    access::v1::Role,
    training::v1::{
        Assignment, CreateAssignmentRequest, ListDueRequest, ListDueResponse,
        assignment_service_client::AssignmentServiceClient,
    },
};

use crate::support::{
    Company,
    build::{self, all_of, team, text},
    company, fields, name, parent,
};

async fn list(company: &Company, request: ListDueRequest) -> ListDueResponse {
    let request = ListDueRequest { parent: parent(), ..request };
    company.assignments().list_due(request).await.unwrap().into_inner()
}

/// The people by due day, then by name.
fn people(response: &ListDueResponse) -> Vec<&str> {
    let days: Vec<_> = response.due.iter().map(|d| d.due_day.as_str()).collect();
    assert!(days.is_sorted(), "{days:?}");
    let mut people: Vec<_> =
        response.due.iter().map(|d| (d.due_day.as_str(), d.person_display_name.as_str())).collect();
    people.sort_unstable();
    people.into_iter().map(|(_, name)| name).collect()
}

#[tokio::test]
async fn the_soonest_come_first_and_the_filters_narrow_it() {
    let company = company().await;
    let (a, b) = (company.course(build::course("A")).await, company.course(build::course("B")).await);
    company.assign(&a, all_of([team("west")])).await;
    let soon = Assignment { due_working_days: 2, ..build::assignment(&b, all_of([team("east")])) };
    let request =
        CreateAssignmentRequest { parent: parent(), assignment: Some(soon), request_id: String::new() };
    let soon = company.assignments().create_assignment(request).await.unwrap().into_inner();
    company.settle().await;
    company.complete("w1").await;

    let all = list(&company, ListDueRequest::default()).await;
    assert_eq!(people(&all), ["E1", "E2", "E3", "W2", "W3", "W4", "W5", "W6"]);
    let first = &all.due[0];
    assert_eq!((first.due_day.as_str(), first.overdue, first.started), ("2026-03-04", false, false));
    assert_eq!((&first.course_title, first.team_title.as_str()), (&text("B"), "EAST"));
    assert_eq!(first.assignment, soon.name);

    let of_team = ListDueRequest { team: name("teams", "west"), ..Default::default() };
    assert_eq!(list(&company, of_team).await.due.len(), 5);
    let of_assignment = ListDueRequest { assignment: soon.name, ..Default::default() };
    assert_eq!(list(&company, of_assignment).await.due.len(), 3);
    let until = ListDueRequest { due_until: "2026-03-05".into(), ..Default::default() };
    assert_eq!(list(&company, until).await.due.len(), 3);
    let overdue = ListDueRequest { overdue: true, ..Default::default() };
    assert!(list(&company, overdue.clone()).await.due.is_empty());
    company.days_pass(3).await;
    assert_eq!(people(&list(&company, overdue).await), ["E1", "E2", "E3"]);
}

#[tokio::test]
async fn pages_follow_each_other() {
    let company = company().await;
    let course = company.course(build::course("A")).await;
    company.assign(&course, all_of([team("sales")])).await;
    let (mut found, mut page_token) = (vec![], String::new());
    loop {
        let page = list(&company, ListDueRequest { page_size: 4, page_token, ..Default::default() }).await;
        found.extend(page.due.into_iter().map(|d| d.person));
        page_token = page.next_page_token;
        if page_token.is_empty() {
            break;
        }
    }
    found.sort();
    found.dedup();
    assert_eq!(found.len(), 9);
    let bad = ListDueRequest { parent: parent(), due_until: "soon".into(), ..Default::default() };
    assert_eq!(fields(&company.assignments().list_due(bad).await.unwrap_err()), ["due_until"]);
}

#[tokio::test]
async fn managers_see_the_own_people_who_are_overdue_and_nobody_else() {
    let company = company().await;
    let (a, b) = (company.course(build::course("A")).await, company.course(build::course("B")).await);
    let soon = Assignment { due_working_days: 2, ..build::assignment(&a, all_of([team("sales")])) };
    let request =
        CreateAssignmentRequest { parent: parent(), assignment: Some(soon), request_id: String::new() };
    company.assignments().create_assignment(request).await.unwrap();
    company.assign(&b, all_of([team("west")])).await;
    company.settle().await;
    let seen = async |person: &str, roles: &[(Role, Option<&str>)]| {
        let caller = company.harness.as_person(person, roles);
        let request = ListDueRequest { parent: parent(), ..Default::default() };
        AssignmentServiceClient::new(caller).list_due(request).await.unwrap().into_inner()
    };
    assert!(seen("w6", &[]).await.due.is_empty(), "nothing is overdue yet");
    company.days_pass(3).await;
    // w6 manages w1 to w5; of them the second course is not due yet.
    assert_eq!(people(&seen("w6", &[]).await), ["W1", "W2", "W3", "W4", "W5"]);
    let narrowed = ListDueRequest { parent: parent(), team: name("teams", "east"), ..Default::default() };
    let narrowed =
        AssignmentServiceClient::new(company.harness.as_person("w6", &[])).list_due(narrowed).await;
    assert!(narrowed.unwrap().into_inner().due.is_empty(), "a filter never shows more");
    assert!(seen("w1", &[]).await.due.is_empty(), "whoever manages nobody sees nobody");
    let champion = [(Role::Champion, Some("west"))];
    assert!(seen("w1", &champion).await.due.is_empty(), "champions see nobody by name");
}
