//! `DeletePost`.

use proto::champions::v1::{
    DeletePostRequest, GetPostRequest, ModeratePostRequest, ReportPostRequest,
    space_service_client::SpaceServiceClient,
};
use tonic::Code;

use crate::support::{company, programme, reason};

#[tokio::test]
async fn ones_own_and_not_before_a_moderator_looked_at_what_was_reported() {
    let company = company().await;
    let crm = company.programme(programme()).await.name;
    company.champion(&crm, "w2", &["west"]).await;
    company.champion(&crm, "e2", &["east"]).await;
    let post = company.post("w2", "How?").await.unwrap().name;
    let delete = || DeletePostRequest { name: post.clone() };
    assert_eq!(company.space("e2").delete_post(delete()).await.unwrap_err().code(), Code::PermissionDenied);
    let report = ReportPostRequest { name: post.clone(), answer: String::new(), reason: "Rude.".into() };
    company.space("e2").report_post(report).await.unwrap();
    assert_eq!(reason(&company.space("w2").delete_post(delete()).await.unwrap_err()), "POST_REPORTED");
    let keep = ModeratePostRequest { name: post.clone(), answer: String::new(), hide: false };
    SpaceServiceClient::new(company.hr()).moderate_post(keep).await.unwrap();
    company.space("w2").delete_post(delete()).await.unwrap();
    let gone = company.space("w2").get_post(GetPostRequest { name: post.clone() }).await.unwrap_err();
    assert_eq!(gone.code(), Code::NotFound);
}
