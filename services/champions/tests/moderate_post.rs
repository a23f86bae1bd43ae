//! `ModeratePost`.

use proto::champions::v1::{
    GetPostRequest, ListPostReportsRequest, ModeratePostRequest, ReportPostRequest,
    space_service_client::SpaceServiceClient,
};
use tonic::Code;

use crate::support::{company, parent, programme, reason};

#[tokio::test]
async fn what_is_hidden_says_nothing_and_takes_no_answers() {
    let company = company().await;
    let crm = company.programme(programme()).await.name;
    company.champion(&crm, "w2", &["west"]).await;
    company.champion(&crm, "e2", &["east"]).await;
    let post = company.post("w2", "How?").await.unwrap().name;
    let answer = company.answer("w2", &post, "Secret.").await.unwrap().name;
    let moderate =
        |answer: &str, hide: bool| ModeratePostRequest { name: post.clone(), answer: answer.into(), hide };
    let mut hr = SpaceServiceClient::new(company.hr());
    assert_eq!(
        hr.moderate_post(moderate("", true)).await.unwrap_err().code(),
        Code::NotFound,
        "nobody reported it"
    );
    for of in ["", answer.as_str()] {
        let report = ReportPostRequest { name: post.clone(), answer: of.into(), reason: "Rude.".into() };
        company.space("e2").report_post(report).await.unwrap();
        let seen = hr.moderate_post(moderate(of, true)).await.unwrap().into_inner();
        assert_eq!(seen.title, "How?", "a moderator sees what is hidden");
    }
    let list = ListPostReportsRequest { parent: parent() };
    assert!(hr.list_post_reports(list).await.unwrap().into_inner().reports.is_empty());
    let seen =
        company.space("e2").get_post(GetPostRequest { name: post.clone() }).await.unwrap().into_inner();
    assert!(seen.hidden && seen.title.is_empty() && seen.text.is_empty());
    assert!(seen.answers[0].hidden && seen.answers[0].text.is_empty());
    assert_eq!(reason(&company.answer("e2", &post, "So.").await.unwrap_err()), "POST_HIDDEN");
    hr.moderate_post(moderate("", false)).await.unwrap();
    company.answer("e2", &post, "So.").await.unwrap();
}
