//! `AnswerPulse`.

use kit::{db::sql, module::Module};
use proto::feedback::v1::{
    Pulse, PulseAnswer, PulseQuestion, PulseQuestionKind as Kind, pulse_answer::Answer,
};
use tonic::Code;

use crate::support::{
    company, fields,
    pulses::{pulse, question, round, score, text},
    reason,
};

#[tokio::test]
async fn one_person_answers_once() {
    let company = company().await;
    let first = round(&company.ask(pulse()).await, 1);
    let answers = || vec![score("q1", 4), score("q2", 2)];
    company.reply("w1", &first, answers()).await.unwrap();
    assert!(company.asked("w1").await.is_empty());
    let again = company.reply("w1", &first, answers()).await.unwrap_err();
    assert_eq!(reason(&again), "PULSE_ANSWERED");
}

#[tokio::test]
async fn many_at_once_are_taken_once() {
    let company = company().await;
    let asked = company.ask(pulse()).await;
    let first = round(&asked, 1);
    let calls = (0..12).map(|_| company.reply("w1", &first, vec![score("q1", 4), score("q2", 2)]));
    let answers = futures::future::join_all(calls).await;
    assert_eq!(answers.iter().filter(|a| a.is_ok()).count(), 1);
}

#[tokio::test]
async fn whoever_is_not_asked_finds_nothing() {
    let company = company().await;
    let first = round(&company.ask(pulse()).await, 1);
    for (person, name) in [("s1", first.clone()), ("w1", first.replace("/rounds/1", "/rounds/2"))] {
        let refused = company.reply(person, &name, vec![score("q1", 4), score("q2", 2)]).await;
        assert_eq!(refused.unwrap_err().code(), Code::NotFound, "{person} {name}");
    }
}

#[tokio::test]
async fn every_wrong_answer_is_told() {
    let company = company().await;
    let mut asked = pulse();
    asked.questions.push(PulseQuestion {
        text: Some(text("What would help?")),
        required: false,
        ..question(Kind::Text)
    });
    let first = round(&company.ask(Pulse { ..asked }).await, 1);
    let long = PulseAnswer { question: "q3".into(), answer: Some(Answer::Text("x".repeat(1_001))) };
    let wrong = vec![score("q1", 9), score("q7", 1), long];
    let refused = company.reply("w1", &first, wrong).await.unwrap_err();
    assert_eq!(
        fields(&refused),
        ["answers[0]", "answers[1]", "answers[2]", "answers[3]"],
        "the second question is required"
    );
    let missing = company.reply("w1", &first, vec![score("q1", 1)]).await.unwrap_err();
    assert_eq!(fields(&missing), ["answers[1]"]);
    assert_eq!(company.asked("w1").await.len(), 1, "nothing was taken");
}

/// Whoever has the whole database still does not know what somebody answered.
#[tokio::test]
async fn nothing_that_is_kept_joins_an_answer_to_a_person() {
    let company = company().await;
    let first = round(&company.ask(pulse()).await, 1);
    company.replies(&["w1", "w2", "w3", "w4", "w5"], &first, 3).await;
    company.reply("w6", &first, vec![score("q1", 1), score("q2", 1)]).await.unwrap();
    let db = company.service().db();
    let columns = |table: &str| {
        let rows = format!("SELECT * FROM {table} ORDER BY 1");
        sql::statement(db.read(), rows, [])
    };
    let replies = sea_orm::ConnectionTrait::query_all_raw(db.read(), columns("pulse_reply")).await.unwrap();
    assert_eq!(replies.len(), 6);
    for reply in &replies {
        let mut names = reply.column_names();
        names.sort();
        assert_eq!(names, ["answers", "id", "number", "organization", "pulse", "team"]);
        assert_eq!(reply.try_get::<String>("", "team").unwrap(), "west", "six people, no fewer");
    }
    // The ids are random: their order is not the order in which people answered.
    let ids: Vec<String> = replies.iter().map(|r| r.try_get("", "id").unwrap()).collect();
    let lowest = replies.iter().position(|r| r.try_get::<String>("", "answers").unwrap().contains('1'));
    assert!(ids.iter().all(|id| id.len() == 32) && lowest.is_some());
    let invitations =
        sea_orm::ConnectionTrait::query_all_raw(db.read(), columns("pulse_invitation")).await.unwrap();
    let mut names = invitations[0].column_names();
    names.sort();
    assert_eq!(names, ["answered", "number", "open_day", "organization", "person", "pulse", "team"]);
}
