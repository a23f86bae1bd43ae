use proto::feedback::v1::{DismissAgendaSuggestionRequest, ListAgendaSuggestionsRequest};
use tonic::Code;

use crate::{
    get_composition::flag,
    support::{committees::committee, fields},
};

#[tokio::test]
async fn what_was_dismissed_does_not_come_again() {
    let c = committee().await;
    *c.adoption.flags.lock().unwrap() = vec![flag("f1", "east")];
    let meeting = c.meeting().await;
    let dismiss = |suggestion: &str| DismissAgendaSuggestionRequest {
        parent: meeting.name.clone(),
        suggestion: suggestion.into(),
    };
    let member = c.agenda("w2").dismiss_agenda_suggestion(dismiss("flag-f1")).await.unwrap_err();
    assert_eq!(member.code(), Code::PermissionDenied);
    let empty = c.agenda("w1").dismiss_agenda_suggestion(dismiss("")).await.unwrap_err();
    assert_eq!(fields(&empty), ["suggestion"]);
    for _ in 0..2 {
        c.agenda("w1").dismiss_agenda_suggestion(dismiss("flag-f1")).await.unwrap();
    }
    let ask = ListAgendaSuggestionsRequest { parent: meeting.name.clone() };
    let seen = c.agenda("w1").list_agenda_suggestions(ask).await.unwrap().into_inner();
    assert!(seen.suggestions.is_empty() && seen.flags_known);
}
