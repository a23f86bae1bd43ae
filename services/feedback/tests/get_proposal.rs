//! `GetProposal`.

use tonic::Code;

use crate::support::{company, name};

#[tokio::test]
async fn everybody_of_the_organization_reads_it_and_nobody_else() {
    let company = company().await;
    let made = company.propose("w1", "The CRM is slow").await;
    let read = company.get("s1", &made.name).await.unwrap();
    assert_eq!((read.title.as_str(), read.own, read.followed), ("The CRM is slow", false, false));
    let request = proto::feedback::v1::GetProposalRequest { name: made.name.clone() };
    let error = company.proposals_of_strangers().get_proposal(request).await.unwrap_err();
    assert_eq!(error.code(), Code::NotFound);
    let error = company.get("s1", &name("proposals", "nothing")).await.unwrap_err();
    assert_eq!(error.code(), Code::NotFound);
}

#[tokio::test]
async fn a_hidden_one_is_there_for_its_writer_and_for_moderators_only() {
    let company = company().await;
    let made = company.propose("w1", "The boss is a fool").await;
    company.hide(&made.name, "Names a colleague").await.unwrap();
    assert_eq!(company.get("w2", &made.name).await.unwrap_err().code(), Code::NotFound);
    let own = company.get("w1", &made.name).await.unwrap();
    assert_eq!((own.hidden, own.hide_reason.as_str()), (true, "Names a colleague"));
    let request = proto::feedback::v1::GetProposalRequest { name: made.name };
    assert!(company.proposals_of_hr().get_proposal(request).await.unwrap().into_inner().hidden);
}
