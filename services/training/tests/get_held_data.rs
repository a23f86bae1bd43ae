//! `GetHeldData`.

use kit::client::Outgoing;
use proto::{
    held::v1::HeldKind,
    training::v1::{
        ExcusePersonRequest, GetHeldDataRequest, GiveArticleFeedbackRequest, RateModuleRequest,
        RequestHelpRequest, held_data_service_client::HeldDataServiceClient,
    },
};

use crate::support::{
    build::{self, all_of, team},
    company, name,
};

/// What is held about somebody.
async fn held(outgoing: Outgoing) -> Vec<HeldKind> {
    let mut client = HeldDataServiceClient::new(outgoing);
    client.get_held_data(GetHeldDataRequest {}).await.unwrap().into_inner().kinds
}

#[tokio::test]
async fn learning_excuses_and_what_was_said_are_told_to_the_learner_only() {
    let company = company().await;
    let course = company.course(build::course("A")).await;
    let given = company.assign(&course, all_of([team("west")])).await;
    let enrollment = company.complete("w1").await.name;
    let rating = RateModuleRequest {
        name: enrollment.clone(),
        module: "read".into(),
        stars: 4,
        comment: "good".into(),
    };
    company.learning("w1").rate_module(rating).await.unwrap();
    let question = RequestHelpRequest { name: enrollment, question: "How?".into(), ..Default::default() };
    company.help("w1").request_help(question).await.unwrap();
    let article = company.article(build::article("Export", "b")).await.name;
    let said = GiveArticleFeedbackRequest { name: article, helped: true };
    company.reading("w1").give_article_feedback(said).await.unwrap();
    let excuse =
        ExcusePersonRequest { name: given.name, person: name("people", "w2"), reason: "on leave".into() };
    company.assignments().excuse_person(excuse).await.unwrap();

    let learner = held(company.person("w1")).await;
    let kinds: Vec<_> = learner.iter().map(|k| k.kind.as_str()).collect();
    let all = ["enrollments", "attempts", "certificates", "ratings", "help-requests", "article-feedback"];
    assert_eq!(kinds, all);
    let of = |kind: &str| learner.iter().find(|k| k.kind == kind).unwrap();
    assert_eq!(
        (of("ratings").records[0].text.as_str(), of("help-requests").records[0].text.as_str()),
        ("good", "How?")
    );
    assert_eq!(of("certificates").records[0].title.as_ref().map(|t| t.en.as_str()), Some("A"));
    assert_eq!(of("article-feedback").records[0].title.as_ref().map(|t| t.en.as_str()), Some("Export"));
    let excused = held(company.person("w2")).await;
    let excuse = excused.iter().find(|k| k.kind == "excuses").unwrap();
    assert_eq!((excuse.count, excuse.records[0].text.as_str()), (1, "on leave"));
    let trainer = held(company.trainer()).await;
    let kinds: Vec<_> = trainer.iter().map(|k| k.kind.as_str()).collect();
    assert_eq!(kinds, ["excuses", "authored"], "what one did for others");
    assert!(held(company.person("s1")).await.is_empty());
    assert!(held(company.harness.as_stranger()).await.is_empty());
}
