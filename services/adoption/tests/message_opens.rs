//! Whether messages were opened, as evidence for AWARENESS.

use proto::adoption::v1::{self as pb, flag_service_client::FlagServiceClient};

use crate::support::{CRM, DAYS, Stage, day, rows, team};

/// What is known about messages after six weeks, with the barrier that is proposed.
async fn known(people: i32, messages: i32, opened: i32) -> (Stage, pb::Fact, pb::Barrier) {
    let stage = Stage::empty().await;
    // Trained people of whom 55 of 100 have ever used it.
    stage.neighbours.answer_untrained();
    stage.neighbours.answer_opens(people, messages, opened);
    stage.count(0..DAYS, &rows(1)).await;
    stage.harness.settle().await;
    let request = pb::GetFlagRequest { name: stage.flag().await.name };
    let flag = FlagServiceClient::new(stage.hr()).get_flag(request).await.expect("the flag").into_inner();
    let fact = flag.facts.iter().find(|f| f.code() == pb::FactCode::MessageOpenedBelow60).copied();
    let barrier = flag.proposed_barrier();
    (stage, fact.expect("the fact is listed"), barrier)
}

#[tokio::test]
async fn opens_are_asked_about_the_teams_of_the_flag_and_its_28_days() {
    let (stage, fact, _) = known(8, 16, 12).await;
    assert_eq!((fact.state(), fact.value), (pb::FactState::NotFired, Some(0.75)));
    let asked = stage.neighbours.opens_asked();
    let last = asked.last().expect("asked");
    assert_eq!((last.application.as_str(), &last.teams), (CRM, &vec![team("w0")]));
    assert_eq!(
        (last.first_day.clone(), last.last_day.clone()),
        (day(DAYS - 28).to_string(), day(DAYS - 1).to_string())
    );
}

#[tokio::test]
async fn nothing_is_known_where_fewer_than_five_were_told_something() {
    for (people, messages) in [(0, 0), (4, 12)] {
        let (_stage, fact, _) = known(people, messages, 0).await;
        assert_eq!((fact.state(), fact.value), (pb::FactState::Missing, None), "{people} people");
    }
}

#[tokio::test]
async fn unopened_messages_explain_nothing_where_most_have_used_it() {
    let (_stage, fact, barrier) = known(8, 16, 0).await;
    assert_eq!(fact.state(), pb::FactState::Fired);
    assert_eq!(barrier, pb::Barrier::Knowledge, "55 of 100 have used it: they have heard of it");
}

#[tokio::test]
async fn unopened_messages_and_little_use_are_a_matter_of_awareness() {
    let stage = Stage::empty().await;
    stage.neighbours.answer_untrained();
    stage.neighbours.answer_ever_used(0.3);
    stage.neighbours.answer_opens(8, 16, 4);
    stage.count(0..DAYS, &rows(1)).await;
    stage.harness.settle().await;
    assert_eq!(stage.flag().await.proposed_barrier(), pb::Barrier::Awareness);
}
