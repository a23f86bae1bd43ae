//! training as its people and the other services see it: a file for each RPC and job.
#![allow(clippy::unwrap_used, reason = "a test that cannot go on has failed")]
#![allow(clippy::panic, clippy::expect_used, reason = "a test that cannot go on has failed")]
#![allow(clippy::float_cmp, reason = "figures that are exact in binary")]

mod support;

mod answer_forwarded_help_request;
mod answer_help_request;
mod archive_article;
mod archive_course;
mod archive_curriculum;
mod assign_retraining;
mod count_audience;
mod create_article;
mod create_assignment;
mod create_course;
mod create_curriculum;
mod end_assignment;
mod enroll;
mod enroll_volunteer;
mod excuse_person;
mod find_courses_for;
mod get_article;
mod get_assignment;
mod get_assignment_progress;
mod get_course;
mod get_course_ratings;
mod get_course_version;
mod get_curriculum;
mod get_curriculum_progress;
mod get_enrollment;
mod get_quiz_attempt;
mod get_retraining_progress;
mod get_team_completion;
mod get_team_training_facts;
mod give_article_feedback;
mod list_article_versions;
mod list_articles;
mod list_assignments;
mod list_course_versions;
mod list_courses;
mod list_curricula;
mod list_due;
mod list_help_requests;
mod list_my_certificates;
mod list_my_enrollments;
mod list_my_help_requests;
mod list_my_learning;
mod pause_assignment;
mod propose_article;
mod publish_article;
mod publish_course;
mod rate_module;
mod recertify;
mod remind;
mod request_help;
mod resume_assignment;
mod save_answers;
mod save_progress;
mod search_articles;
mod start_quiz;
mod submit_quiz;
mod update_article;
mod update_assignment;
mod update_course;
mod update_curriculum;
mod verify_certificate;
