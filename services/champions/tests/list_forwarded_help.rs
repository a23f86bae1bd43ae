//! `ListForwardedHelp`, and how requests get there.

use proto::{
    champions::v1::{HelpForwarded, ListForwardedHelpRequest},
    training::v1::HelpAnswered,
};

use crate::support::{Company, company, name, parent, reason};

async fn waiting(company: &Company, answered: bool) -> Vec<String> {
    let request =
        ListForwardedHelpRequest { parent: parent(), show_answered: answered, ..Default::default() };
    let all = company.help("w2").list_forwarded_help(request).await.unwrap().into_inner().forwarded_help;
    all.into_iter().map(|h| h.name.rsplit('/').next().unwrap().to_owned()).collect()
}

fn answered(id: &str) -> HelpAnswered {
    HelpAnswered {
        help_request: name("helpRequests", id),
        person: name("people", "w3"),
        answer: "So.".into(),
        ..Default::default()
    }
}

#[tokio::test]
async fn what_colleagues_ask_in_courses_reaches_the_teams_champion() {
    let company = company().await;
    company.with_champion().await;
    company.ask_for_help("h1", "w3").await;
    company.ask_for_help("h2", "e3").await;
    company.ask_for_help("h3", "w2").await;
    assert_eq!(waiting(&company, false).await, ["h1", "h3"]);
    let told = company.told::<HelpForwarded>().await;
    assert_eq!(told.len(), 1, "the other team has no champion, and nobody is told of one's own question");
    assert_eq!(
        (told[0].champions.clone(), told[0].person_display_name.as_str()),
        (vec![name("people", "w2")], "W3")
    );

    company.harness.deliver(&answered("h1")).await;
    assert_eq!(waiting(&company, false).await, ["h3"], "a trainer answered it");
    assert_eq!(waiting(&company, true).await, ["h1", "h3"]);
}

#[tokio::test]
async fn an_answer_that_overtakes_its_question_leaves_nothing_to_do() {
    let company = company().await;
    company.with_champion().await;
    company.harness.deliver(&answered("h1")).await;
    company.ask_for_help("h1", "w3").await;
    assert!(waiting(&company, true).await.is_empty());
    assert!(company.told::<HelpForwarded>().await.is_empty());
}

#[tokio::test]
async fn who_is_no_champion_reads_none() {
    let company = company().await;
    let request = ListForwardedHelpRequest { parent: parent(), ..Default::default() };
    let error = company.help("w3").list_forwarded_help(request).await.unwrap_err();
    assert_eq!(reason(&error), "NOT_A_CHAMPION");
}
