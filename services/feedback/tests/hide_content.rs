//! `HideContent`.

use tonic::Code;

use crate::support::{company, fields, name};

#[tokio::test]
async fn it_is_gone_for_others_and_off_the_queue() {
    let company = company().await;
    let made = company.whisper("w1", "The boss is a fool", 1).await.unwrap();
    let hidden = company.hide(&made.name, " Names a colleague ").await.unwrap();
    let shown = hidden.proposal.unwrap();
    assert_eq!((shown.hidden, shown.hide_reason.as_str()), (true, "Names a colleague"));
    assert_eq!(company.get("w1", &made.name).await.unwrap_err().code(), Code::NotFound);
    assert_eq!(company.queue().await, []);
    assert_eq!(
        company.come_back(1).await.proposal.unwrap().hide_reason,
        "Names a colleague",
        "its writer reads why"
    );
    let again = company.hide(&made.name, "Rude").await.unwrap();
    assert_eq!(again.proposal.unwrap().hide_reason, "Rude");
}

#[tokio::test]
async fn a_reason_is_given() {
    let company = company().await;
    let made = company.propose("w1", "Fine").await;
    assert_eq!(fields(&company.hide(&made.name, "").await.unwrap_err()), ["reason"]);
    assert_eq!(company.hide(&name("proposals", "x"), "x").await.unwrap_err().code(), Code::NotFound);
    assert!(!company.get("w2", &made.name).await.unwrap().hidden);
}
