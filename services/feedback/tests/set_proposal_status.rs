//! `SetProposalStatus`.

use proto::{
    access::v1::Role,
    feedback::v1::{ProposalAnswered, ProposalStatus, SetProposalStatusRequest},
};
use tonic::Code;

use crate::support::{company, fields, ids, name, reason};

#[tokio::test]
async fn whoever_said_something_hears_what_was_done() {
    let company = company().await;
    let made = company.propose("w1", "The CRM is slow").await;
    company.vote("w2", &made.name).await.unwrap();
    company.say("e1", &made.name, "Here too").await.unwrap();
    company.vote("e1", &made.name).await.unwrap();
    let done =
        company.answer(&made.name, ProposalStatus::Completed, " The new index is live. ").await.unwrap();
    assert_eq!((done.status(), done.answer.as_str()), (ProposalStatus::Completed, "The new index is live."));
    let told = company.heard::<ProposalAnswered>().await;
    assert_eq!(told.len(), 1);
    assert_eq!(ids(&told[0].people), ["e1", "w1", "w2"], "each once, and nobody else");
    assert_eq!((told[0].status(), told[0].title.as_str()), (ProposalStatus::Completed, "The CRM is slow"));
    let id = made.name.rsplit('/').next().unwrap();
    assert_eq!(told[0].link, format!("/feedback/proposals/{id}"));

    company.answer(&made.name, ProposalStatus::Completed, "The new index is live.").await.unwrap();
    assert_eq!(company.heard::<ProposalAnswered>().await.len(), 1, "nothing new, nothing told");
}

#[tokio::test]
async fn a_closing_answer_says_why_and_a_duplicate_comes_from_a_merge() {
    let company = company().await;
    let made = company.propose("w1", "The CRM is slow").await;
    for (status, field) in [
        (ProposalStatus::Completed, "answer"),
        (ProposalStatus::Declined, "answer"),
        (ProposalStatus::Duplicate, "status"),
        (ProposalStatus::Unspecified, "status"),
    ] {
        let error = company.answer(&made.name, status, "").await.unwrap_err();
        assert_eq!(fields(&error), [field], "{status:?}");
    }
    let error = company.answer(&made.name, ProposalStatus::Planned, &"x".repeat(2_001)).await.unwrap_err();
    assert_eq!(fields(&error), ["answer"]);
    let error = company.answer(&name("proposals", "none"), ProposalStatus::Planned, "").await.unwrap_err();
    assert_eq!(error.code(), Code::NotFound);

    let other = company.propose("w2", "The CRM is slow, too").await;
    company.merge(&other.name, &made.name).await.unwrap();
    let error = company.answer(&other.name, ProposalStatus::Planned, "").await.unwrap_err();
    assert_eq!(reason(&error), "PROPOSAL_MERGED");
}

#[tokio::test]
async fn two_who_answer_at_once_do_not_overwrite_each_other() {
    let company = company().await;
    let made = company.propose("w1", "The CRM is slow").await;
    let request = |status: ProposalStatus| SetProposalStatusRequest {
        name: made.name.clone(),
        status: status.into(),
        answer: "Because".into(),
        etag: made.etag.clone(),
    };
    company.moderation().set_proposal_status(request(ProposalStatus::Planned)).await.unwrap();
    let error =
        company.moderation().set_proposal_status(request(ProposalStatus::Declined)).await.unwrap_err();
    assert_eq!(error.code(), Code::Aborted);
}

#[tokio::test]
async fn moderators_answer_and_others_do_not() {
    let company = company().await;
    let made = company.propose("w1", "The CRM is slow").await;
    let request = SetProposalStatusRequest { name: made.name.clone(), status: 2, ..Default::default() };
    for (role, allowed) in
        [(Role::Admin, true), (Role::Hr, true), (Role::Champion, false), (Role::Trainer, false)]
    {
        let answer = company.moderation_of("x", role).set_proposal_status(request.clone()).await;
        assert_eq!(answer.is_ok(), allowed, "{role:?}");
    }
}
