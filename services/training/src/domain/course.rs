//! A course: a working copy that trainers edit, and versions that never change.

use jiff::Timestamp;
use kit::{error::Error, localize::Text};
use serde::{Deserialize, Serialize};

use super::module::Module;
use crate::error::{Reason, Refuse};

/// Where a course stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum CourseState {
    /// No version is published.
    Draft,
    /// At least one is.
    Published,
    /// Given to nobody any more.
    Archived,
}

/// Whether, and for how long, completion is certified.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct CertificatePolicy {
    /// Whether a certificate is issued.
    pub enabled: bool,
    /// How many months it counts; 0: it does not lapse.
    pub valid_months: u32,
    /// How many days before it lapses its holder is enrolled again.
    pub recertify_before_days: u32,
}

/// What is learned: the working copy.
#[derive(Debug, Clone, PartialEq)]
pub struct Course {
    /// The id.
    pub id: String,
    /// What trainers write.
    pub draft: Draft,
    /// Where it stands.
    pub state: CourseState,
    /// The version published last; 0 before the first.
    pub published_version: u32,
    /// The working copy's revision that was published last; 0 before the first.
    pub published_revision: i64,
    /// Grows with each save.
    pub revision: i64,
    /// When it was created.
    pub create_time: Timestamp,
    /// When the working copy was saved last.
    pub update_time: Timestamp,
    /// When the last version was published.
    pub publish_time: Option<Timestamp>,
}

/// What trainers write.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Draft {
    /// The title.
    pub title: Text,
    /// What it is about.
    pub summary: Text,
    /// The id of the application that it teaches.
    pub application: Option<String>,
    /// The id of the feature that it teaches.
    pub feature: Option<String>,
    /// The modules in their order.
    pub modules: Vec<Module>,
    /// Whether completion is certified.
    pub certificate: CertificatePolicy,
}

/// One published version.
#[derive(Debug, Clone, PartialEq)]
pub struct Version {
    /// The course.
    pub course: String,
    /// The number, from 1.
    pub version: u32,
    /// The title at that time.
    pub title: Text,
    /// The summary at that time.
    pub summary: Text,
    /// The modules.
    pub modules: Vec<Module>,
    /// Whether completion is certified.
    pub certificate: CertificatePolicy,
    /// When it was published.
    pub publish_time: Timestamp,
    /// Who published it.
    pub publisher: Option<String>,
    /// What is new in it.
    pub change_note: String,
}

impl Version {
    /// A module by its id.
    pub fn module(&self, id: &str) -> Option<&Module> {
        self.modules.iter().find(|m| m.id == id)
    }
}

impl Course {
    /// A new draft.
    pub fn new(id: String, draft: Draft, now: Timestamp) -> Self {
        Self {
            id,
            draft,
            state: CourseState::Draft,
            published_version: 0,
            published_revision: 0,
            revision: 1,
            create_time: now,
            update_time: now,
            publish_time: None,
        }
    }

    /// Whether the working copy differs from what was published last.
    pub fn draft_ahead(&self) -> bool {
        self.published_revision != self.revision
    }

    /// Saves another working copy. What is published stays.
    pub fn edit(&mut self, draft: Draft, now: Timestamp) -> Result<(), Error> {
        if self.state == CourseState::Archived {
            return Err(Reason::CourseArchived.refuse("the course is archived"));
        }
        if draft != self.draft {
            self.draft = draft;
            self.revision += 1;
            self.update_time = now;
        }
        Ok(())
    }

    /// Freezes the working copy as the next version; `None` when it is published as it stands already.
    pub fn publish(
        &mut self,
        publisher: Option<String>,
        change_note: String,
        now: Timestamp,
    ) -> Result<Option<Version>, Error> {
        if self.state == CourseState::Archived {
            return Err(Reason::CourseArchived.refuse("the course is archived"));
        }
        if self.draft.modules.is_empty() {
            return Err(Reason::CourseEmpty.refuse("the course has no module"));
        }
        if !self.draft_ahead() {
            return Ok(None);
        }
        self.state = CourseState::Published;
        self.published_version += 1;
        self.published_revision = self.revision;
        self.publish_time = Some(now);
        Ok(Some(Version {
            course: self.id.clone(),
            version: self.published_version,
            title: self.draft.title.clone(),
            summary: self.draft.summary.clone(),
            modules: self.draft.modules.clone(),
            certificate: self.draft.certificate,
            publish_time: now,
            publisher,
            change_note,
        }))
    }

    /// Takes it out of use.
    pub fn archive(&mut self, now: Timestamp) {
        if self.state != CourseState::Archived {
            self.state = CourseState::Archived;
            self.update_time = now;
        }
    }

    /// Refuses a course that cannot be given to anybody.
    pub fn must_be_published(&self) -> Result<(), Error> {
        match self.state {
            CourseState::Published => Ok(()),
            CourseState::Draft => Err(Reason::CourseNotPublished.refuse("the course is not published")),
            CourseState::Archived => Err(Reason::CourseArchived.refuse("the course is archived")),
        }
    }
}

#[cfg(test)]
mod tests {
    use kit::localize::Language;

    use super::*;
    use crate::domain::module::Content;

    fn draft(modules: usize) -> Draft {
        let module = |i| Module {
            id: format!("m{i}"),
            title: Text::default(),
            minutes: 5,
            content: Content::Text(Text::default()),
        };
        Draft { modules: (0..modules).map(module).collect(), ..Draft::default() }
    }

    fn refusal(error: &Error) -> &str {
        match error {
            Error::Precondition { reason, .. } => reason,
            other => panic!("{other}"),
        }
    }

    #[test]
    fn publishing_freezes_what_stands_there() {
        let now = Timestamp::UNIX_EPOCH;
        let mut course = Course::new("c".into(), draft(1), now);
        let first = course.publish(None, String::new(), now).unwrap().unwrap();
        assert_eq!((first.version, course.state, course.draft_ahead()), (1, CourseState::Published, false));
        assert_eq!(course.publish(None, String::new(), now).unwrap(), None, "nothing new");

        let edited = Draft { title: Text::only(Language::Fa, "تازه"), ..draft(2) };
        course.edit(edited, now).unwrap();
        assert!(course.draft_ahead());
        assert_eq!(first.modules.len(), 1);
        let second = course.publish(None, String::new(), now).unwrap().unwrap();
        assert_eq!((second.version, second.modules.len()), (2, 2));
    }

    #[test]
    fn saving_the_same_again_changes_nothing() {
        let mut course = Course::new("c".into(), draft(1), Timestamp::UNIX_EPOCH);
        course.edit(draft(1), Timestamp::UNIX_EPOCH).unwrap();
        assert_eq!(course.revision, 1);
    }

    #[test]
    fn an_empty_or_archived_course_is_not_published() {
        let now = Timestamp::UNIX_EPOCH;
        let mut course = Course::new("c".into(), draft(0), now);
        assert_eq!(refusal(&course.publish(None, String::new(), now).unwrap_err()), "COURSE_EMPTY");
        assert_eq!(refusal(&course.must_be_published().unwrap_err()), "COURSE_NOT_PUBLISHED");
        course.archive(now);
        assert_eq!(refusal(&course.publish(None, String::new(), now).unwrap_err()), "COURSE_ARCHIVED");
        assert_eq!(refusal(&course.edit(draft(1), now).unwrap_err()), "COURSE_ARCHIVED");
    }
}
