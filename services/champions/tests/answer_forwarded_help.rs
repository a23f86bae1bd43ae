//! `AnswerForwardedHelp`.

use proto::champions::v1::AnswerForwardedHelpRequest;
use tonic::Code;

use crate::support::{company, fields, name, programme, reason};

fn answer(id: &str, words: &str) -> AnswerForwardedHelpRequest {
    AnswerForwardedHelpRequest {
        name: name("forwardedHelp", id),
        answer: words.into(),
        articles: vec![name("articles", "a1")],
    }
}

#[tokio::test]
async fn training_gets_the_answer_with_whose_it_is() {
    let company = company().await;
    company.with_champion().await;
    company.ask_for_help("h1", "w3").await;
    let done =
        company.help("w2").answer_forwarded_help(answer("h1", "Above the list.")).await.unwrap().into_inner();
    assert!(done.answer_time.is_some() && done.answer == "Above the list.");
    let told = company.neighbours.change(|s| s.answers.clone());
    assert_eq!(told.len(), 1);
    assert_eq!(
        (told[0].name.clone(), told[0].answerer.clone()),
        (name("helpRequests", "h1"), name("people", "w2"))
    );
    assert_eq!(told[0].articles, [name("articles", "a1")]);
    let twice = company.help("w2").answer_forwarded_help(answer("h1", "Again.")).await.unwrap_err();
    assert_eq!(reason(&twice), "HELP_ANSWERED");
}

#[tokio::test]
async fn only_for_ones_teams_and_nothing_is_lost_when_training_is_away() {
    let company = company().await;
    let crm = company.programme(programme()).await.name;
    company.champion(&crm, "w2", &["west"]).await;
    company.ask_for_help("h1", "w3").await;
    company.ask_for_help("h2", "e3").await;
    let other = company.help("w2").answer_forwarded_help(answer("h2", "So.")).await.unwrap_err();
    assert_eq!(other.code(), Code::NotFound);
    let nobody = company.help("w3").answer_forwarded_help(answer("h1", "So.")).await.unwrap_err();
    assert_eq!(reason(&nobody), "NOT_A_CHAMPION");
    assert_eq!(
        fields(&company.help("w2").answer_forwarded_help(answer("h1", " ")).await.unwrap_err()),
        ["answer"]
    );
    company.neighbours.change(|s| s.down = true);
    let away = company.help("w2").answer_forwarded_help(answer("h1", "So.")).await.unwrap_err();
    assert_eq!(away.code(), Code::Unavailable);
    company.neighbours.change(|s| s.down = false);
    company.help("w2").answer_forwarded_help(answer("h1", "So.")).await.unwrap();
}
