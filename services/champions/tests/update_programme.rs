//! `UpdateProgramme`.

use proto::champions::v1::{Programme, UpdateProgrammeRequest};
use tonic::Code;

use crate::support::{company, name, programme, text};

#[tokio::test]
async fn only_what_is_named_changes_and_two_people_do_not_overwrite_each_other() {
    let company = company().await;
    let made = company.programme(programme()).await;
    let changed = Programme { term_days: 90, title: text("Ignored"), ..made.clone() };
    let request = UpdateProgrammeRequest {
        programme: Some(changed),
        update_mask: Some(prost_types::FieldMask { paths: vec!["term_days".into()] }),
    };
    let saved = company.programmes().update_programme(request.clone()).await.unwrap().into_inner();
    assert_eq!((saved.term_days, &saved.title), (90, &made.title));
    let stale = company.programmes().update_programme(request).await.unwrap_err();
    assert_eq!(stale.code(), Code::Aborted);
}

#[tokio::test]
async fn it_cannot_take_the_application_of_another() {
    let company = company().await;
    company.programme(programme()).await;
    let other =
        company.programme(Programme { application: name("applications", "erp"), ..programme() }).await;
    let request = UpdateProgrammeRequest {
        programme: Some(Programme { application: name("applications", "crm"), ..other }),
        update_mask: None,
    };
    let taken = company.programmes().update_programme(request).await.unwrap_err();
    assert_eq!(taken.code(), Code::AlreadyExists);
}
