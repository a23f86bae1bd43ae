//! `ReportPost`.

use proto::champions::v1::ReportPostRequest;

use crate::support::{company, fields, name, programme, reason};

#[tokio::test]
async fn a_post_or_an_answer_of_it_and_not_ones_own() {
    let company = company().await;
    let crm = company.programme(programme()).await.name;
    company.champion(&crm, "w2", &["west"]).await;
    company.champion(&crm, "e2", &["east"]).await;
    let (post, other) =
        (company.post("w2", "How?").await.unwrap().name, company.post("w2", "Why?").await.unwrap().name);
    let answer = company.answer("w2", &post, "So.").await.unwrap().name;
    let report = |post: &str, answer: &str, why: &str| ReportPostRequest {
        name: post.into(),
        answer: answer.into(),
        reason: why.into(),
    };
    let mut champion = company.space("e2");
    champion.report_post(report(&post, "", "Rude.")).await.unwrap();
    champion.report_post(report(&post, &answer, "Rude.")).await.unwrap();
    assert_eq!(
        fields(&champion.report_post(report(&other, &answer, "Rude.")).await.unwrap_err()),
        ["answer"]
    );
    let absent = name("posts", "p/answers/none");
    assert_eq!(fields(&champion.report_post(report(&post, &absent, "")).await.unwrap_err()), ["reason"]);
    let own = company.space("w2").report_post(report(&post, "", "Rude.")).await.unwrap_err();
    assert_eq!(reason(&own), "OWN_POST");
}
