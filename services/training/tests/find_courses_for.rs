//! `FindCoursesFor`.

use proto::{
    identity::v1::Level,
    training::v1::{Course, CreateCurriculumRequest, FindCoursesForRequest},
};

use crate::support::{Company, build, company, fields, name, parent};

async fn found(company: &Company, request: FindCoursesForRequest) -> Vec<(String, bool, bool)> {
    let request =
        FindCoursesForRequest { parent: parent(), application: name("applications", "crm"), ..request };
    let reply = company.evidence().find_courses_for(request).await.unwrap().into_inner();
    reply.courses.into_iter().map(|c| (c.title.unwrap().en, c.in_curriculum, c.for_feature)).collect()
}

#[tokio::test]
async fn the_most_fitting_come_first() {
    let company = company().await;
    let crm = |title: &str| Course { application: name("applications", "crm"), ..build::course(title) };
    let leads = format!("{}/features/leads", name("applications", "crm"));
    company.course(crm("general")).await;
    company.course(Course { feature: leads.clone(), ..crm("leads") }).await;
    let sellers = company.course(crm("sellers")).await;
    company.draft(crm("draft")).await;
    company.course(build::course("another application")).await;
    let request = CreateCurriculumRequest {
        parent: parent(),
        curriculum: Some(build::curriculum("Sellers", &[&sellers])),
        request_id: String::new(),
    };
    company.curricula().create_curriculum(request).await.unwrap();

    let row = |title: &str, in_curriculum, for_feature| (title.to_owned(), in_curriculum, for_feature);
    let for_sellers = FindCoursesForRequest {
        feature: leads,
        position: name("positions", "seller"),
        level: Level::Novice.into(),
        ..Default::default()
    };
    assert_eq!(
        found(&company, for_sellers).await,
        [row("sellers", true, false), row("leads", false, true), row("general", false, false)]
    );
    let for_clerks = FindCoursesForRequest { position: name("positions", "clerk"), ..Default::default() };
    assert_eq!(found(&company, for_clerks).await.len(), 3);

    let bad = FindCoursesForRequest { parent: parent(), level: 9, ..Default::default() };
    let error = company.evidence().find_courses_for(bad).await.unwrap_err();
    assert_eq!(fields(&error), ["application", "level"]);
}
