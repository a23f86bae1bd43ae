//! `ReportContent`.

use tonic::Code;

use crate::support::{company, fields, name};

#[tokio::test]
async fn what_people_report_waits_for_a_moderator() {
    let company = company().await;
    let made = company.propose("w1", "The boss is a fool").await;
    let said = company.say("w2", &made.name, "He really is").await.unwrap();
    assert_eq!(company.queue().await, []);
    company.report("w3", &made.name, "Names a colleague").await.unwrap();
    company.report("w3", &made.name, "Again and again").await.unwrap();
    company.report("e1", &made.name, "Rude").await.unwrap();
    company.report("e1", &said.name, "Rude").await.unwrap();
    let mut queue = company.queue().await;
    queue.sort_by_key(|c| c.name.len());
    assert_eq!(
        queue.iter().map(|c| c.name.as_str()).collect::<Vec<_>>(),
        [made.name.as_str(), said.name.as_str()]
    );
    let mut told: Vec<_> =
        queue[0].reports.iter().map(|r| (r.person_display_name.as_str(), r.reason.as_str())).collect();
    told.sort_unstable();
    assert_eq!(told, [("E1", "Rude"), ("W3", "Names a colleague")], "each person once");
    assert_eq!(queue[1].comment.as_ref().unwrap().text, "He really is");
}

#[tokio::test]
async fn a_report_says_what_is_wrong_with_something_that_is_there() {
    let company = company().await;
    let made = company.propose("w1", "Fine").await;
    assert_eq!(fields(&company.report("w2", &made.name, " ").await.unwrap_err()), ["reason"]);
    assert_eq!(fields(&company.report("w2", "nonsense", "x").await.unwrap_err()), ["name"]);
    for absent in [
        name("proposals", "x"),
        format!("{}/comments/x", made.name),
        "organizations/globex/proposals/x".into(),
    ] {
        assert_eq!(company.report("w2", &absent, "x").await.unwrap_err().code(), Code::NotFound, "{absent}");
    }
}
