use proto::feedback::v1::{AgendaSource, ListAgendaSuggestionsRequest};
use tonic::Code;

use crate::{
    get_composition::flag,
    support::{
        committees::{committee, task},
        name,
    },
};

#[tokio::test]
async fn flags_tasks_and_what_most_want_are_proposed() {
    let c = committee().await;
    let slow = c.company.propose("w5", "The order form is slow").await;
    let also = c.company.propose("e3", "Order form is so slow").await;
    c.company.propose("s3", "Dark colours").await;
    for who in ["s1", "s2", "s3"] {
        c.company.vote(who, &slow.name).await.unwrap();
    }
    let before = c.open_meeting(&["w1", "e1", "w2", "s1"]).await;
    let left = c.leave(&before, task("w3", "2026-03-10")).await;
    c.close(&before).await;
    c.company.hours_pass(24 * 9).await;
    *c.adoption.flags.lock().unwrap() = vec![flag("f1", "east"), flag("f2", "support")];
    let meeting = c.meeting().await;
    let ask = ListAgendaSuggestionsRequest { parent: meeting.name.clone() };
    let seen = c.agenda("w2").list_agenda_suggestions(ask.clone()).await.unwrap().into_inner();
    assert!(seen.flags_known);
    let titles: Vec<(AgendaSource, String)> =
        seen.suggestions.iter().map(|s| (s.source(), s.title.as_ref().unwrap().en.clone())).collect();
    assert_eq!(
        titles,
        [
            (AgendaSource::Flag, "Low use: EAST".into()),
            (AgendaSource::Task, "Overdue task: Ask IT for the export".into()),
            (AgendaSource::Proposals, "The order form is slow".into()),
            (AgendaSource::Proposals, "Dark colours".into()),
        ],
        "support concerns another committee"
    );
    assert_eq!(seen.suggestions[1].task, left.name);
    assert_eq!(seen.suggestions[1].presenter, name("people", "w3"));
    assert_eq!(
        (seen.suggestions[2].proposals.clone(), seen.suggestions[2].votes),
        (vec![slow.name, also.name], 3)
    );
    assert_eq!(
        c.agenda("boss").list_agenda_suggestions(ask.clone()).await.unwrap_err().code(),
        Code::PermissionDenied
    );
    assert_eq!(c.agenda("s5").list_agenda_suggestions(ask).await.unwrap_err().code(), Code::NotFound);
}

#[tokio::test]
async fn where_half_of_the_organization_is_flagged_nothing_else_is_crowded_out() {
    let c = committee().await;
    c.company.propose("s3", "Dark colours").await;
    let elsewhere = (0..600).map(|n| flag(&format!("f{n}"), "support"));
    let own = (600..640).map(|n| flag(&format!("f{n}"), "east"));
    *c.adoption.flags.lock().unwrap() = elsewhere.chain(own).collect();
    let meeting = c.meeting().await;
    let ask = ListAgendaSuggestionsRequest { parent: meeting.name.clone() };
    let seen = c.agenda("w2").list_agenda_suggestions(ask).await.unwrap().into_inner().suggestions;
    let of = |source| seen.iter().filter(|s| s.source() == source).count();
    assert_eq!((of(AgendaSource::Flag), of(AgendaSource::Proposals)), (29, 1));
}
