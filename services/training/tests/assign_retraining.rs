//! `AssignRetraining`.

use proto::training::v1::{
    AssignRetrainingRequest, AssignmentProgressed, Course, EnrollmentAssigned,
    evidence_service_client::EvidenceServiceClient,
};
use tonic::Code;

use crate::support::{
    build::{self, all_of, not_completed, team},
    company, fields, name, parent,
};

fn request(course: &Course, source: &str, request_id: &str) -> AssignRetrainingRequest {
    AssignRetrainingRequest {
        parent: parent(),
        assignment: Some(build::assignment(course, all_of([team("west"), not_completed(course)]))),
        source: source.into(),
        request_id: request_id.into(),
    }
}

#[tokio::test]
async fn those_who_lack_the_course_are_enrolled_and_adoption_hears_how_far_they_are() {
    let company = company().await;
    let course = company.course(build::course("A")).await;
    company.assign(&course, all_of([team("west")])).await;
    company.complete("w1").await;
    let source = name("interventions", "i1");
    let request = request(&course, &source, "i1-0");
    let made = company.evidence().assign_retraining(request.clone()).await.unwrap().into_inner();
    assert_eq!((made.source.as_str(), made.creator.as_str()), (source.as_str(), ""));
    let again = company.evidence().assign_retraining(request.clone()).await.unwrap().into_inner();
    assert_eq!(again, made);
    company.settle().await;
    let later = AssignRetrainingRequest { request_id: "another".into(), ..request };
    let same = company.evidence().assign_retraining(later).await.unwrap().into_inner();
    assert_eq!(same.name, made.name, "one for each intervention and what it gives");

    company.complete("w2").await;
    let told: Vec<_> = company
        .heard::<AssignmentProgressed>()
        .into_iter()
        .map(|e| (e.source, e.enrolled, e.completed, e.revision))
        .collect();
    assert_eq!(told, [(source.clone(), 5, 0, 1), (source, 5, 1, 2)]);
    assert_eq!(company.heard::<EnrollmentAssigned>().len(), 6, "who is enrolled already is not told again");
}

#[tokio::test]
async fn whoever_asked_is_told_that_nobody_lacks_it() {
    let company = company().await;
    let course = company.course(build::course("A")).await;
    company.assign(&course, all_of([team("west")])).await;
    for person in ["w1", "w2", "w3", "w4", "w5", "w6"] {
        company.complete(person).await;
    }
    let source = name("interventions", "i1");
    company.evidence().assign_retraining(request(&course, &source, "i1-0")).await.unwrap();
    company.settle().await;
    let told: Vec<_> =
        company.heard::<AssignmentProgressed>().into_iter().map(|e| (e.enrolled, e.completed)).collect();
    assert_eq!(told, [(0, 0)]);
}

#[tokio::test]
async fn an_intervention_may_give_several_courses() {
    let company = company().await;
    let (a, b) = (company.course(build::course("A")).await, company.course(build::course("B")).await);
    let source = name("interventions", "i1");
    let mut names = vec![];
    for (course, id) in [(&a, "1"), (&b, "2")] {
        let made = company.evidence().assign_retraining(request(course, &source, id)).await.unwrap();
        names.push(made.into_inner().name);
    }
    assert_ne!(names[0], names[1]);
    company.settle().await;
    assert_eq!(company.enrollments("w1").await.len(), 2);
}

#[tokio::test]
async fn only_services_retrain_teams() {
    let company = company().await;
    let course = company.course(build::course("A")).await;
    let mut trainer = EvidenceServiceClient::new(company.trainer());
    let error =
        trainer.assign_retraining(request(&course, &name("interventions", "i"), "")).await.unwrap_err();
    assert_eq!(error.code(), Code::PermissionDenied);
    let error = company.evidence().assign_retraining(request(&course, "i", "")).await.unwrap_err();
    assert_eq!(fields(&error), ["source"]);
}
