//! `ListCourses`.

use proto::training::v1::{
    ArchiveCourseRequest, Course, CourseState, ListCoursesRequest, ListCoursesResponse,
};

use crate::support::{Company, build, company, fields, name, parent};

async fn list(company: &Company, request: ListCoursesRequest) -> ListCoursesResponse {
    let request = ListCoursesRequest { parent: parent(), ..request };
    company.courses().list_courses(request).await.unwrap().into_inner()
}

fn titles(response: &ListCoursesResponse) -> Vec<&str> {
    response.courses.iter().map(|c| c.title.as_ref().unwrap().en.as_str()).collect()
}

#[tokio::test]
async fn pages_follow_each_other_and_leave_the_modules_out() {
    let company = company().await;
    for title in ["A", "B", "C"] {
        company.draft(build::course(title)).await;
    }
    let first = list(&company, ListCoursesRequest { page_size: 2, ..Default::default() }).await;
    assert_eq!(titles(&first), ["A", "B"]);
    assert!(first.courses.iter().all(|c| c.modules.is_empty() && c.module_count == 2 && c.minutes == 15));
    let page_token = first.next_page_token;
    let second = list(&company, ListCoursesRequest { page_size: 2, page_token, ..Default::default() }).await;
    assert_eq!((titles(&second), second.next_page_token.as_str()), (vec!["C"], ""));
}

#[tokio::test]
async fn filters_narrow_the_list() {
    let company = company().await;
    let crm = Course { application: name("applications", "crm"), ..build::course("Leads 100%") };
    let crm = company.course(crm).await;
    company.draft(build::course("فروش علي")).await;
    let old = company.draft(build::course("Old")).await;
    company.courses().archive_course(ArchiveCourseRequest { name: old.name }).await.unwrap();

    let all = list(&company, ListCoursesRequest::default()).await;
    assert_eq!(titles(&all), ["Leads 100%", "فروش علي"], "what is archived is left out");
    let archived = ListCoursesRequest { states: vec![CourseState::Archived.into()], ..Default::default() };
    assert_eq!(titles(&list(&company, archived).await), ["Old"]);
    let teaching = ListCoursesRequest { application: crm.application, ..Default::default() };
    assert_eq!(titles(&list(&company, teaching).await), ["Leads 100%"]);
    for (words, found) in [("علی", "فروش علي"), ("LEADS", "Leads 100%"), ("100%", "Leads 100%")] {
        let request = ListCoursesRequest { query: words.into(), ..Default::default() };
        assert_eq!(titles(&list(&company, request).await), [found], "{words}");
    }
    let nothing = ListCoursesRequest { query: "l_ads".into(), ..Default::default() };
    assert!(list(&company, nothing).await.courses.is_empty(), "an underscore stands for itself");
}

#[tokio::test]
async fn a_bad_page_or_filter_is_refused() {
    let company = company().await;
    let request = ListCoursesRequest {
        parent: parent(),
        page_size: -1,
        page_token: "!".into(),
        states: vec![9],
        application: "crm".into(),
        ..Default::default()
    };
    let error = company.courses().list_courses(request).await.unwrap_err();
    assert_eq!(fields(&error), ["page_size", "page_token", "application", "states"]);
}
