//! `DeleteComment`.

use proto::feedback::v1::DeleteCommentRequest;
use tonic::Code;

use crate::support::company;

#[tokio::test]
async fn ones_own_words_can_be_taken_back_and_only_ones_own() {
    let company = company().await;
    let made = company.propose("w1", "The CRM is slow").await;
    let said = company.say("w2", &made.name, "Hasty words").await.unwrap();
    company.report("w3", &said.name, "Hasty").await.unwrap();
    let request = || DeleteCommentRequest { name: said.name.clone() };
    let error = company.comments("w1").delete_comment(request()).await.unwrap_err();
    assert_eq!(error.code(), Code::PermissionDenied, "not even who made the proposal");
    company.comments("w2").delete_comment(request()).await.unwrap();
    assert_eq!(company.said("w1", &made.name).await, []);
    assert_eq!(company.get("w1", &made.name).await.unwrap().comment_count, 0);
    assert_eq!(company.queue().await, [], "nothing is left to look at");
    assert_eq!(company.comments("w2").delete_comment(request()).await.unwrap_err().code(), Code::NotFound);
}
