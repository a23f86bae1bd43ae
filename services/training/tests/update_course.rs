//! `UpdateCourse`.

use prost_types::FieldMask;
use proto::{
    access::v1::Role,
    training::v1::{
        ArchiveCourseRequest, Course, GetCourseRequest, UpdateCourseRequest,
        course_service_client::CourseServiceClient,
    },
};
use tonic::Code;

use crate::support::{
    build::{self, text},
    company, fields, reason,
};

fn request(course: Course, paths: &[&str]) -> UpdateCourseRequest {
    let paths = paths.iter().map(|p| (*p).to_owned()).collect();
    UpdateCourseRequest { course: Some(course), update_mask: Some(FieldMask { paths }) }
}

#[tokio::test]
async fn only_what_the_mask_names_changes() {
    let company = company().await;
    let made = company.draft(build::course("A")).await;
    let edited =
        Course { name: made.name.clone(), title: text("B"), etag: made.etag.clone(), ..Default::default() };
    let saved = company.courses().update_course(request(edited, &["title"])).await.unwrap().into_inner();
    assert_eq!((&saved.title, &saved.modules), (&text("B"), &made.modules));
    assert_ne!(saved.etag, made.etag);
}

#[tokio::test]
async fn nobody_overwrites_what_was_not_read() {
    let company = company().await;
    let made = company.draft(build::course("A")).await;
    let edit = |title: &str| Course { title: text(title), ..made.clone() };
    company.courses().update_course(request(edit("B"), &["title"])).await.unwrap();
    let error = company.courses().update_course(request(edit("C"), &["title"])).await.unwrap_err();
    assert_eq!(error.code(), Code::Aborted);
}

/// Two trainers have the same course open. The second to save is told, reads what the first wrote, and saves on top of it.
#[tokio::test]
async fn two_people_who_edit_at_once_lose_nothing_of_each_other() {
    let company = company().await;
    let name = company.draft(build::course("A")).await.name;
    let desk = |person| CourseServiceClient::new(company.harness.as_person(person, &[(Role::Trainer, None)]));
    let (mut tara, mut hana) = (desk("tara"), desk("hana"));
    let open = || GetCourseRequest { name: name.clone() };
    let hers = tara.get_course(open()).await.unwrap().into_inner();
    let other = hana.get_course(open()).await.unwrap().into_inner();
    assert_eq!(hers.etag, other.etag);

    let titled = Course { title: text("Tara's title"), ..hers };
    let titled = tara.update_course(request(titled, &["title"])).await.unwrap().into_inner();
    let summed = Course { summary: text("Hana's summary"), ..other };
    let error = hana.update_course(request(summed.clone(), &["summary"])).await.unwrap_err();
    assert_eq!(error.code(), Code::Aborted);
    let kept = hana.get_course(open()).await.unwrap().into_inner();
    assert_eq!((&kept.title, &kept.summary, &kept.etag), (&titled.title, &titled.summary, &titled.etag));

    let again = Course { etag: kept.etag, ..summed };
    let saved = hana.update_course(request(again, &["summary"])).await.unwrap().into_inner();
    assert_eq!((saved.title, saved.summary), (text("Tara's title"), text("Hana's summary")));
    // Now the first one is behind.
    let late = Course { title: text("Late"), ..titled };
    assert_eq!(tara.update_course(request(late, &["title"])).await.unwrap_err().code(), Code::Aborted);
}

#[tokio::test]
async fn what_is_published_stays_until_it_is_published_again() {
    let company = company().await;
    let published = company.course(build::course("A")).await;
    assert!(!published.draft_ahead);
    let edited = Course { title: text("B"), ..published.clone() };
    let saved = company.courses().update_course(request(edited, &[])).await.unwrap().into_inner();
    assert_eq!((saved.published_version, saved.draft_ahead), (1, true));
}

#[tokio::test]
async fn bad_masks_and_archived_courses_are_refused() {
    let company = company().await;
    let made = company.draft(build::course("A")).await;
    let error = company.courses().update_course(request(made.clone(), &["state"])).await.unwrap_err();
    assert_eq!(fields(&error), ["update_mask"]);
    company.courses().archive_course(ArchiveCourseRequest { name: made.name.clone() }).await.unwrap();
    let error = company.courses().update_course(request(made, &["title"])).await.unwrap_err();
    assert_eq!(reason(&error), "COURSE_ARCHIVED");
}
