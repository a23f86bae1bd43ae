//! `CreateProposal`.

use kit::localize::Language;
use proto::feedback::v1::{
    CreateProposalRequest, ListProposalsRequest, Proposal, ProposalStatus,
    proposal_service_client::ProposalServiceClient,
};
use tonic::Code;
use tonic_types::StatusExt;

use crate::support::{build, company, company_with, fields, name, parent, violations};

fn request(proposal: Proposal, id: &str) -> CreateProposalRequest {
    CreateProposalRequest { parent: parent(), proposal: Some(proposal), request_id: id.into() }
}

#[tokio::test]
async fn it_stands_in_the_writers_name_and_the_same_request_makes_one() {
    let company = company().await;
    let written = Proposal {
        body: "  Every search takes a minute.\n\nAlso on the phone. ".into(),
        feature: name("applications/crm/features", "search"),
        status: ProposalStatus::Completed.into(),
        vote_count: 99,
        tags: vec!["mine".into()],
        ..build::proposal("  The CRM   is slow ")
    };
    let mut client = company.proposals("w1");
    let made = client.create_proposal(request(written.clone(), "r")).await.unwrap().into_inner();
    assert_eq!(made.title, "The CRM is slow");
    assert_eq!(made.body, "Every search takes a minute.\n\nAlso on the phone.");
    assert_eq!((made.status(), made.vote_count, made.tags.len()), (ProposalStatus::Open, 0, 0));
    assert_eq!((made.proposer.as_str(), made.proposer_display_name.as_str()), (&*name("people", "w1"), "W1"));
    assert_eq!((made.team.as_str(), made.submit_day.as_str()), (&*name("teams", "west"), "2026-03-02"));
    assert!(made.own && made.followed && !made.voted && !made.anonymous);
    assert_eq!(made.feature, name("applications/crm/features", "search"));

    let again = client.create_proposal(request(written.clone(), "r")).await.unwrap().into_inner();
    assert_eq!(again, made);
    let other = Proposal { title: "Another".into(), ..written };
    let error = client.create_proposal(request(other, "r")).await.unwrap_err();
    assert_eq!(fields(&error), ["request_id"]);
    assert_eq!(company.titles("w2", ListProposalsRequest::default()).await, ["The CRM is slow"]);
}

#[tokio::test]
async fn everything_that_is_wrong_is_said_at_once_in_the_readers_language() {
    let company = company().await;
    let bad = Proposal {
        title: "a\u{202E}b".into(),
        body: "x".repeat(8_001),
        kind: 77,
        tone: 0,
        application: "organizations/globex/applications/crm".into(),
        feature: "nonsense".into(),
        ..build::proposal("")
    };
    let error = company.proposals("w1").create_proposal(request(bad.clone(), "")).await.unwrap_err();
    let expected = [
        ("proposal.kind", "UNKNOWN_VALUE"),
        ("proposal.title", "DIRECTION_OVERRIDE"),
        ("proposal.body", "TOO_LONG"),
        ("proposal.application", "NOT_FOUND"),
        ("proposal.feature", "NOT_A_NAME"),
        ("proposal.tone", "REQUIRED"),
    ];
    assert_eq!(violations(&error), expected.map(|(f, r)| (f.to_owned(), r.to_owned())));
    let said = |error: &tonic::Status| {
        let details = error.get_details_bad_request().unwrap();
        details.field_violations[1].localized_message.clone().unwrap().message
    };
    assert!(said(&error).starts_with("must not contain characters that turn"), "{}", said(&error));
    assert!(!said(&error).contains('\u{202E}'));
    let mut persian = ProposalServiceClient::new(company.person_in("w1", Language::Fa));
    let error = persian.create_proposal(request(bad, "")).await.unwrap_err();
    assert!(said(&error).starts_with("نباید نویسه‌هایی داشته باشد"), "{}", said(&error));

    let elsewhere = Proposal {
        feature: name("applications/erp/features", "search"),
        ..build::proposal("A feature of another")
    };
    let error = company.proposals("w1").create_proposal(request(elsewhere, "")).await.unwrap_err();
    assert_eq!(fields(&error), ["proposal.feature"]);
    let error = company.proposals("w1").create_proposal(CreateProposalRequest::default()).await.unwrap_err();
    assert_eq!(fields(&error), ["parent"]);
    assert_eq!(company.titles("w1", ListProposalsRequest::default()).await, [""; 0]);
}

#[tokio::test]
async fn one_person_does_not_flood_the_others_and_tomorrow_is_another_day() {
    let company = company_with(&[("proposals_per_day", 2)]).await;
    company.propose("w1", "First").await;
    company.propose("w1", "Second").await;
    let error =
        company.proposals("w1").create_proposal(request(build::proposal("Third"), "")).await.unwrap_err();
    assert_eq!(error.code(), Code::ResourceExhausted);
    assert_eq!(error.get_details_error_info().unwrap().reason, "TOO_MUCH_AT_ONCE");
    company.propose("w2", "Of somebody else").await;
    company.hours_pass(24).await;
    company.propose("w1", "Third").await;
}
