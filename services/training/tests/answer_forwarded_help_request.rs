//! `AnswerForwardedHelpRequest`.

use proto::training::v1::{
    AnswerForwardedHelpRequestRequest, HelpAnswered, HelpState, RequestHelpRequest,
    help_service_client::HelpServiceClient,
};

use crate::support::{
    build::{self, all_of, team},
    company, fields, name, reason,
};

#[tokio::test]
async fn a_champion_answers_once_with_articles_that_the_learner_can_read() {
    let company = company().await;
    let course = company.course(build::course("A")).await;
    company.assign(&course, all_of([team("west")])).await;
    let enrollment = company.enrollment("w1").await.name;
    let ask = RequestHelpRequest { name: enrollment, question: "How?".into(), ..Default::default() };
    let asked = company.help("w1").request_help(ask).await.unwrap().into_inner().name;
    let (shown, draft) = (
        company.article(build::article("Export", "b")).await.name,
        company.article_draft(build::article("Secret", "b")).await.name,
    );
    let answer = |person: &str, articles: Vec<String>| AnswerForwardedHelpRequestRequest {
        name: asked.clone(),
        answerer: name("people", person),
        answer: "So.".into(),
        articles,
    };
    let mut service = HelpServiceClient::new(company.harness.as_service("champions"));
    let refused = service.answer_forwarded_help_request(answer("w6", vec![draft])).await.unwrap_err();
    assert_eq!(fields(&refused), ["articles[0]"]);
    let answered =
        service.answer_forwarded_help_request(answer("w6", vec![shown.clone()])).await.unwrap().into_inner();
    assert_eq!((answered.state(), answered.answerer_display_name.as_str()), (HelpState::Answered, "W6"));
    assert_eq!(answered.articles, std::slice::from_ref(&shown));
    service.answer_forwarded_help_request(answer("w6", vec![shown.clone()])).await.unwrap();
    let late = service.answer_forwarded_help_request(answer("w5", vec![shown])).await.unwrap_err();
    assert_eq!(reason(&late), "HELP_REQUEST_ANSWERED");
    company.settle().await;
    assert_eq!(company.heard::<HelpAnswered>().len(), 1, "the learner is told once");
}
