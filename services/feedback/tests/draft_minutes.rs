use prost_types::FieldMask;
use proto::{
    feedback::v1::{
        AgendaItem, DraftMinutesRequest, Hand, Meeting, Minutes, MinutesState, Outcome, PollMethod,
        ProposalDecision, UpdateAgendaItemRequest,
    },
    localization::v1::Language,
};
use tonic::Code;

use crate::support::{
    committees::{Committee, committee, decision, hand, task},
    name, reason,
};

/// A meeting with an item, a poll, a decision and a task, over.
pub(crate) async fn held(c: &Committee) -> Meeting {
    let proposal = c.company.propose("w5", "The order form is slow").await;
    let meeting = c.open_meeting(&["w1", "e1", "w2", "s1"]).await;
    let item = c.item(&meeting, "w2", "Order form", 15).await;
    let noted = AgendaItem { notes: "40 fields.\n\n# Nobody needs them *all*.".into(), ..item.clone() };
    let mask = Some(FieldMask { paths: vec!["notes".into()] });
    let request = UpdateAgendaItemRequest { agenda_item: Some(noted), update_mask: mask };
    c.agenda("e1").update_agenda_item(request).await.unwrap();
    let poll = c.ask(&meeting, PollMethod::ShowOfHands, &[]).await;
    for (who, h) in [("w1", Hand::For), ("e1", Hand::For), ("w2", Hand::For), ("s1", Hand::Against)] {
        c.say(&poll, who, hand(h)).await;
    }
    c.close_poll(&poll).await;
    let decide = decision("We shorten it.", &[(&proposal, ProposalDecision::Planned)]);
    c.leave(&meeting, Outcome { agenda_item: item.name, poll: poll.name, ..decide }).await;
    c.leave(&meeting, task("s4", "2026-03-20")).await;
    c.close(&meeting).await
}

pub(crate) fn minutes_of(meeting: &Meeting) -> String {
    format!("{}/minutes", meeting.name)
}

pub(crate) async fn draft(c: &Committee, meeting: &Meeting, language: Language) -> Minutes {
    let request = DraftMinutesRequest { name: minutes_of(meeting), language: language.into() };
    c.minutes("e1").draft_minutes(request).await.unwrap().into_inner()
}

#[tokio::test]
async fn everything_that_happened_is_in_the_draft() {
    let c = committee().await;
    let meeting = held(&c).await;
    let minutes = draft(&c, &meeting, Language::Unspecified).await;
    assert_eq!((minutes.state(), minutes.language()), (MinutesState::Draft, Language::En));
    for expected in [
        "# Minutes: Users",
        "- **Day:** Tuesday, 3 March 2026",
        "- **Quorum:** 4 of 6, needed 4, reached",
        "- **Present:** W1 (chair), E1 (secretary), S1, W2",
        "- **Absent:** E2, W3",
        "### 1\\. Order form",
        "40 fields.",
        "\\# Nobody needs them \\*all\\*.",
        "**Poll (show of hands):** Shorten the form? – passed",
        "- S1: against",
        "- **Decision:** We shorten it. (The order form is slow – planned)",
        "- **Task:** Ask IT for the export (S4, until Friday, 20 March 2026)",
    ] {
        assert!(minutes.text.contains(expected), "{expected} in\n{}", minutes.text);
    }
    let persian = draft(&c, &meeting, Language::Fa).await;
    for expected in ["# صورت‌جلسه: کاربران", "سه‌شنبه ۱۲ اسفند ۱۴۰۴", "۴ از ۶", "**تصمیم:**"]
    {
        assert!(persian.text.contains(expected), "{expected} in\n{}", persian.text);
    }
}

#[tokio::test]
async fn only_who_keeps_them_drafts_and_only_afterwards() {
    let c = committee().await;
    let meeting = c.open_meeting(&["w1"]).await;
    let request = DraftMinutesRequest { name: minutes_of(&meeting), language: 0 };
    let early = c.minutes("w1").draft_minutes(request.clone()).await.unwrap_err();
    assert_eq!(reason(&early), "MEETING_NOT_CLOSED");
    c.close(&meeting).await;
    let member = c.minutes("w2").draft_minutes(request.clone()).await.unwrap_err();
    assert_eq!(member.code(), Code::PermissionDenied);
    assert_eq!(c.minutes("s5").draft_minutes(request).await.unwrap_err().code(), Code::NotFound);
    let wrong = DraftMinutesRequest { name: name("meetings", "none/minutes"), language: 0 };
    assert_eq!(c.minutes("w1").draft_minutes(wrong).await.unwrap_err().code(), Code::NotFound);
}
