//! `UpdatePulse` and `DeletePulse`: a draft, as long as nobody was asked.

use proto::feedback::v1::{DeletePulseRequest, OpenPulseRequest, Pulse, UpdatePulseRequest};
use tonic::Code;

use crate::support::{
    company,
    pulses::{client, pulse, text},
    reason,
};

fn renamed(pulse: &Pulse, title: &str) -> UpdatePulseRequest {
    let pulse = Pulse { title: Some(text(title)), ..pulse.clone() };
    UpdatePulseRequest {
        pulse: Some(pulse),
        update_mask: Some(prost_types::FieldMask { paths: vec!["title".into()] }),
    }
}

#[tokio::test]
async fn who_saves_second_is_told_that_somebody_was_first() {
    let company = company().await;
    let draft = company.draft(pulse()).await.unwrap();
    let mut hr = client(company.hr());
    let saved = hr.update_pulse(renamed(&draft, "First")).await.unwrap().into_inner();
    assert_eq!(saved.title.as_ref().unwrap().en, "First");
    assert_eq!(saved.questions, draft.questions, "the mask names the title alone");
    let late = hr.update_pulse(renamed(&draft, "Second")).await.unwrap_err();
    assert_eq!(late.code(), Code::Aborted);
    assert_eq!(company.pulse(&draft.name).await, saved);
}

#[tokio::test]
async fn what_people_were_asked_stays() {
    let company = company().await;
    let asked = company.ask(pulse()).await;
    let mut hr = client(company.hr());
    let refused = hr.update_pulse(renamed(&asked, "Other")).await.unwrap_err();
    assert_eq!(reason(&refused), "PULSE_NOT_DRAFT");
    let refused = hr.delete_pulse(DeletePulseRequest { name: asked.name.clone() }).await.unwrap_err();
    assert_eq!(reason(&refused), "PULSE_NOT_DRAFT");
}

#[tokio::test]
async fn a_draft_can_be_deleted() {
    let company = company().await;
    let draft = company.draft(pulse()).await.unwrap();
    let mut hr = client(company.hr());
    hr.delete_pulse(DeletePulseRequest { name: draft.name.clone() }).await.unwrap();
    let gone = hr.open_pulse(OpenPulseRequest { name: draft.name }).await.unwrap_err();
    assert_eq!(gone.code(), Code::NotFound);
}
