//! `RestoreContent`.

use proto::feedback::v1::RestoreContentRequest;

use crate::support::company;

#[tokio::test]
async fn it_is_there_again_for_everybody() {
    let company = company().await;
    let made = company.propose("w1", "Slow").await;
    let said = company.say("w2", &made.name, "Here too").await.unwrap();
    for what in [&made.name, &said.name] {
        company.hide(what, "A mistake").await.unwrap();
        for _ in 0..2 {
            let request = RestoreContentRequest { name: what.clone() };
            company.moderation().restore_content(request).await.unwrap();
        }
    }
    let seen = company.get("e1", &made.name).await.unwrap();
    assert_eq!((seen.hidden, seen.hide_reason.as_str(), seen.comment_count), (false, "", 1));
    assert_eq!(company.said("e1", &made.name).await[0].text, "Here too");
}
