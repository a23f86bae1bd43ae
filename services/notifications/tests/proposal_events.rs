//! What is told about proposals.

use proto::{
    feedback::v1::{PersonMentioned, ProposalAnswered, ProposalCommented, ProposalStatus},
    notifications::v1::NotificationKind,
};

use crate::support::{name, office};

fn people(ids: &[&str]) -> Vec<String> {
    ids.iter().map(|id| name("people", id)).collect()
}

#[tokio::test]
async fn whoever_said_something_hears_what_was_done_in_the_own_language() {
    let office = office().await;
    let answered = ProposalAnswered {
        proposal: name("proposals", "p1"),
        title: "Export offers".into(),
        status: ProposalStatus::Completed.into(),
        answer: "There is a button for it now.".into(),
        people: people(&["sara", "omid"]),
        merged_into_title: String::new(),
        link: "/feedback/proposals/p1".into(),
        application: name("applications", "crm"),
    };
    office.harness.deliver(&answered).await;
    office.harness.settle().await;
    let shown = office.inbox("sara").await.remove(0);
    assert_eq!(shown.kind(), NotificationKind::ProposalAnswered);
    assert_eq!(shown.link, "/feedback/proposals/p1");
    assert!(
        shown.title.starts_with("You said, we did") && shown.body.contains("There is a button for it now.")
    );
    let mail = office.mails("omid").await.remove(0);
    assert!(mail.subject.starts_with("گفتید، انجام دادیم"), "{}", mail.subject);
    assert!(office.inbox("hana").await.is_empty(), "nobody else hears of it");
}

#[tokio::test]
async fn a_comment_waits_for_the_digest_and_a_mention_does_not() {
    let office = office().await;
    let commented = ProposalCommented {
        proposal: name("proposals", "p1"),
        title: "Export offers".into(),
        author_display_name: "OMID".into(),
        excerpt: "Every Monday I copy 40 lines.".into(),
        people: people(&["sara"]),
        link: "/feedback/proposals/p1".into(),
    };
    office.harness.deliver(&commented).await;
    office.harness.settle().await;
    assert!(office.inbox("sara").await[0].body.contains("Every Monday I copy 40 lines."));
    assert!(office.mails("sara").await.is_empty());

    let mentioned = PersonMentioned {
        proposal: name("proposals", "p1"),
        title: "Export offers".into(),
        author_display_name: "OMID".into(),
        excerpt: "@SARA, how do you do it?".into(),
        people: people(&["sara"]),
        link: "/feedback/proposals/p1".into(),
    };
    office.harness.deliver(&mentioned).await;
    office.harness.settle().await;
    let mail = office.mails("sara").await.remove(0);
    assert!(mail.subject.contains("OMID") && mail.text.contains("how do you do it?"), "{}", mail.text);
}
