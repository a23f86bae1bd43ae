//! The rows as they are stored. They never leave `store`.

pub(super) mod article;
pub(super) mod article_feedback;
pub(super) mod article_version;
pub(super) mod assignment;
pub(super) mod assignment_enrollment;
pub(super) mod attempt;
pub(super) mod certificate;
pub(super) mod completion;
pub(super) mod course;
pub(super) mod course_version;
pub(super) mod curriculum;
pub(super) mod enrollment;
pub(super) mod excuse;
pub(super) mod help_request;
pub(super) mod module_progress;
pub(super) mod rating;
pub(super) mod roster;
