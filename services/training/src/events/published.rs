//! What this service tells.

use kit::localize::Text;
use proto::training::v1 as pb;

use crate::{
    api::convert,
    domain::{
        assignment::Assignment,
        certificate::Certificate,
        course::Course,
        enrollment::Enrollment,
        floor::Counts,
        help::{HelpAnswer, HelpRequest},
    },
    names::{ApplicationName, AssignmentName, CourseName, EnrollmentName, HelpRequestName, PersonName},
    store::version::Head,
};

/// Where a learner finds an enrolment in the app.
fn learning_path(enrollment: &Enrollment) -> String {
    format!("/learning/enrollments/{}", enrollment.id)
}

fn enrollment_name(organization: &str, enrollment: &Enrollment) -> String {
    EnrollmentName::new(organization, &enrollment.id).to_string()
}

fn person_name(organization: &str, person: &str) -> String {
    PersonName::new(organization, person).to_string()
}

/// The application that a course teaches; empty for none.
fn application_name(organization: &str, head: &Head) -> String {
    head.application.as_ref().map(|a| ApplicationName::new(organization, a).to_string()).unwrap_or_default()
}

/// A version of a course was published.
pub(crate) fn course_published(organization: &str, course: &Course) -> pb::CoursePublished {
    let course = pb::Course { modules: Vec::new(), ..convert::course::full(organization, course) };
    pb::CoursePublished { course: Some(course) }
}

/// Somebody was enrolled.
pub(crate) fn enrollment_assigned(
    organization: &str,
    enrollment: &Enrollment,
    head: &Head,
    source: String,
) -> pb::EnrollmentAssigned {
    pb::EnrollmentAssigned {
        enrollment: enrollment_name(organization, enrollment),
        person: person_name(organization, &enrollment.person),
        course_title: convert::localized(&head.title),
        due_day: enrollment.due_day.to_string(),
        minutes: convert::count(head.minutes),
        recertification: enrollment.recertification,
        link_path: learning_path(enrollment),
        source,
        application: application_name(organization, head),
    }
}

/// Somebody is reminded.
pub(crate) fn enrollment_reminded(
    organization: &str,
    enrollment: &Enrollment,
    head: &Head,
    working_days_left: i32,
) -> pb::EnrollmentReminded {
    pb::EnrollmentReminded {
        enrollment: enrollment_name(organization, enrollment),
        person: person_name(organization, &enrollment.person),
        course_title: convert::localized(&head.title),
        due_day: enrollment.due_day.to_string(),
        working_days_left,
        link_path: learning_path(enrollment),
        application: application_name(organization, head),
    }
}

/// Those who must follow up are told.
pub(crate) fn enrollment_escalated(
    organization: &str,
    enrollment: &Enrollment,
    person_display_name: &str,
    title: &Text,
    manager: Option<&str>,
    to_hr: bool,
) -> pb::EnrollmentEscalated {
    pb::EnrollmentEscalated {
        enrollment: enrollment_name(organization, enrollment),
        person: person_name(organization, &enrollment.person),
        person_display_name: person_display_name.to_owned(),
        course_title: convert::localized(title),
        due_day: enrollment.due_day.to_string(),
        manager: manager.map(|m| person_name(organization, m)).unwrap_or_default(),
        to_hr,
        // HR finds everybody there, a manager the own people.
        link_path: "/assignments/due".to_owned(),
    }
}

/// Somebody completed a course.
pub(crate) fn enrollment_completed(
    organization: &str,
    enrollment: &Enrollment,
    title: &Text,
    certificate: Option<&Certificate>,
) -> pb::EnrollmentCompleted {
    let expire_day = certificate.and_then(|c| c.expire_day);
    pb::EnrollmentCompleted {
        enrollment: enrollment_name(organization, enrollment),
        person: person_name(organization, &enrollment.person),
        course: CourseName::new(organization, &enrollment.course).to_string(),
        course_title: convert::localized(title),
        certificate_code: certificate.map(|c| c.code.clone()).unwrap_or_default(),
        certificate_expire_day: expire_day.map(|d| d.to_string()).unwrap_or_default(),
        link_path: learning_path(enrollment),
    }
}

/// A learner asks for help.
pub(crate) fn help_requested(
    organization: &str,
    help: &HelpRequest,
    person_display_name: &str,
    title: &Text,
) -> pb::HelpRequested {
    pb::HelpRequested {
        help_request: HelpRequestName::new(organization, &help.id).to_string(),
        person: person_name(organization, &help.person),
        person_display_name: person_display_name.to_owned(),
        course_title: convert::localized(title),
        question: help.question.clone(),
        link_path: "/help-requests".to_owned(),
    }
}

/// A learner got an answer.
pub(crate) fn help_answered(
    organization: &str,
    help: &HelpRequest,
    answer: &HelpAnswer,
    title: &Text,
) -> pb::HelpAnswered {
    pb::HelpAnswered {
        help_request: HelpRequestName::new(organization, &help.id).to_string(),
        person: person_name(organization, &help.person),
        course_title: convert::localized(title),
        answer: answer.text.clone(),
        link_path: format!("/learning/enrollments/{}", help.enrollment),
    }
}

/// The people of a retraining came further.
pub(crate) fn assignment_progressed(
    organization: &str,
    assignment: &Assignment,
    counts: Counts,
) -> pb::AssignmentProgressed {
    pb::AssignmentProgressed {
        assignment: AssignmentName::new(organization, &assignment.id).to_string(),
        source: convert::assignment::source(organization, assignment),
        enrolled: convert::count(counts.people),
        completed: convert::count(counts.completed),
        state: convert::assignment::state(assignment.state).into(),
        revision: assignment.progress_revision,
    }
}
