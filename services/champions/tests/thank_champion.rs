//! `ThankChampion`.

use proto::champions::v1::{AnswerForwardedHelpRequest, ChampionThanked, ThankChampionRequest};

use crate::support::{company, fields, name, reason};

fn thank(champion: &str, text: &str, id: &str) -> ThankChampionRequest {
    ThankChampionRequest { name: champion.into(), text: text.into(), request_id: id.into() }
}

#[tokio::test]
async fn only_those_who_were_helped_and_not_every_day() {
    let company = company().await;
    let (_, champion) = company.with_champion().await;
    let name_of = champion.name.as_str();
    let stranger = company.champions_as("n3").thank_champion(thank(name_of, "Thanks", "")).await.unwrap_err();
    assert_eq!(reason(&stranger), "NOT_HELPED");
    let own = company.champions_as("w2").thank_champion(thank(name_of, "Me!", "")).await.unwrap_err();
    assert_eq!(reason(&own), "NOT_HELPED");
    let empty = company.champions_as("w3").thank_champion(thank(name_of, " ", "")).await.unwrap_err();
    assert_eq!(fields(&empty), ["text"]);
    let first =
        company.champions_as("w3").thank_champion(thank(name_of, "Thanks", "r")).await.unwrap().into_inner();
    let again =
        company.champions_as("w3").thank_champion(thank(name_of, "Thanks", "r")).await.unwrap().into_inner();
    assert_eq!(again, first);
    let soon =
        company.champions_as("w3").thank_champion(thank(name_of, "More thanks", "")).await.unwrap_err();
    assert_eq!(reason(&soon), "THANKED_RECENTLY");
    company.days_pass(8).await;
    company.champions_as("w3").thank_champion(thank(name_of, "More thanks", "")).await.unwrap();
    let told = company.told::<ChampionThanked>().await;
    assert_eq!((told.len(), told[0].person.as_str()), (2, name("people", "w2").as_str()));
}

#[tokio::test]
async fn whoever_was_answered_may_thank_after_moving_away() {
    let company = company().await;
    let (_, champion) = company.with_champion().await;
    company.ask_for_help("h1", "w4").await;
    let answer = AnswerForwardedHelpRequest {
        name: name("forwardedHelp", "h1"),
        answer: "Above the list.".into(),
        articles: vec![],
    };
    company.help("w2").answer_forwarded_help(answer).await.unwrap();
    let moved = proto::identity::v1::Person { revision: 2, ..crate::support::person("w4", "north", "n1") };
    company.hire(moved).await;
    company.champions_as("w4").thank_champion(thank(&champion.name, "It worked.", "")).await.unwrap();
}
