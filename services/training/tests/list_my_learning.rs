//! `ListMyLearning`.

use proto::training::v1::{
    ListMyLearningRequest, MyLearning, RateModuleRequest, RequestHelpRequest, learner_module::Content,
};

use crate::support::{
    build::{self, all_of, team},
    company, parent,
};

#[tokio::test]
async fn everything_that_is_held_is_there_and_nothing_of_others() {
    let company = company().await;
    let course = company.course(build::course("A")).await;
    company.assign(&course, all_of([team("west")])).await;
    let name = company.complete("w1").await.name;
    let rating =
        RateModuleRequest { name: name.clone(), module: "read".into(), stars: 4, comment: "good".into() };
    company.learning("w1").rate_module(rating).await.unwrap();
    let question = RequestHelpRequest { name, question: "How?".into(), ..Default::default() };
    company.help("w1").request_help(question).await.unwrap();

    let request = || ListMyLearningRequest { parent: parent() };
    let held = company.learning("w1").list_my_learning(request()).await.unwrap().into_inner();
    assert_eq!((held.enrollments.len(), held.certificates.len(), held.help_requests.len()), (1, 1, 1));
    let modules = &held.enrollments[0].modules;
    assert_eq!((modules[0].stars, modules[0].complete_time.is_some()), (4, true));
    let Some(Content::Quiz(quiz)) = &modules[1].content else { panic!("{modules:?}") };
    assert_eq!((quiz.attempts.len(), quiz.attempts[0].percent), (1, 100));

    let others = company.learning("w2").list_my_learning(request()).await.unwrap().into_inner();
    assert_eq!((others.enrollments.len(), others.certificates.len(), others.help_requests.len()), (1, 0, 0));
    let nobody = company.learning("s1").list_my_learning(request()).await.unwrap().into_inner();
    assert_eq!(nobody, MyLearning::default());
}
