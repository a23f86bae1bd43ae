//! Requests for help.

use std::collections::HashMap;

use kit::localize::Text;
use proto::training::v1 as pb;

use super::{instant, localized};
use crate::{
    domain::help::HelpRequest,
    names::{ArticleName, CourseName, EnrollmentName, HelpRequestName, PersonName},
};

/// What people, courses and modules are called.
#[derive(Debug, Default)]
pub(crate) struct Words {
    /// People, by id.
    pub(crate) people: HashMap<String, String>,
    /// Courses, by id.
    pub(crate) courses: HashMap<String, Text>,
    /// Modules, by course and id.
    pub(crate) modules: HashMap<(String, String), Text>,
}

/// A request for help, in words.
pub(crate) fn write(organization: &str, help: &HelpRequest, words: &Words) -> pb::HelpRequest {
    let called = |person: &String| words.people.get(person).cloned().unwrap_or_default();
    let answer = help.answer.as_ref();
    let module = help.module.clone().unwrap_or_default();
    pb::HelpRequest {
        name: HelpRequestName::new(organization, &help.id).to_string(),
        person: PersonName::new(organization, &help.person).to_string(),
        person_display_name: called(&help.person),
        enrollment: EnrollmentName::new(organization, &help.enrollment).to_string(),
        course: CourseName::new(organization, &help.course).to_string(),
        course_title: words.courses.get(&help.course).and_then(localized),
        module_title: words.modules.get(&(help.course.clone(), module.clone())).and_then(localized),
        module,
        question: help.question.clone(),
        state: if answer.is_some() { pb::HelpState::Answered.into() } else { pb::HelpState::Open.into() },
        articles: answer
            .map(|a| a.articles.iter().map(|id| ArticleName::new(organization, id).to_string()).collect())
            .unwrap_or_default(),
        answer: answer.map(|a| a.text.clone()).unwrap_or_default(),
        answerer: answer.map(|a| PersonName::new(organization, &a.answerer).to_string()).unwrap_or_default(),
        answerer_display_name: answer.map(|a| called(&a.answerer)).unwrap_or_default(),
        create_time: instant(help.create_time),
        answer_time: instant(answer.map(|a| a.time)),
    }
}
