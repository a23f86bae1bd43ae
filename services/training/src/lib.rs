//! Role-based training: courses, who gets them by rule, learning them, and what is certified.
//!
//! A walk through it, along the way of one course:
//!
//! 1. A trainer writes a [`Course`](domain::course::Course) (`api/courses`) and publishes it, which freezes a
//!    [`Version`](domain::course::Version). Courses in their order make a
//!    [`Curriculum`](domain::curriculum::Curriculum) for a position and a level.
//! 2. An [`Assignment`](domain::assignment::Assignment) gives it to an [`Audience`](domain::audience::Audience), a rule
//!    on people (`api/assignments`). A person makes it, or adoption does, for a retraining (`api/evidence`).
//! 3. The job `enroll` applies the rules whenever the directory or somebody's completions changed, and makes an
//!    [`Enrollment`](domain::enrollment::Enrollment), due in working days of the person's site.
//! 4. The person learns it in the player (`api/enrollments`): progress, quizzes that are graded in
//!    [`grading`](domain::grading), completion. The answers never leave the server before an attempt is handed in.
//! 5. The job `remind` reminds and escalates; `recertify` enrols again before a
//!    [`Certificate`](domain::certificate::Certificate) lapses.
//!
//! `domain` holds the rules, pure; `store` the tables; `events` what is heard and told. People come from the copy of the
//! directory that [`kit::directory`] keeps here. Figures about fewer than five people stay unsaid
//! ([`floor`](domain::floor)), and no list orders people by anything but a due day.

mod api;
mod config;
pub mod domain;
mod error;
mod events;
mod jobs;
mod knowledge;
mod names;
mod store;

use std::sync::Arc;

use kit::{
    bus::Consumer,
    clock::SharedClock,
    db::Db,
    error::Error,
    id::Ids,
    module::{Context, Job, Module},
    outbox::Outbox,
};
use proto::training::v1::{
    article_service_server::ArticleServiceServer, assignment_service_server::AssignmentServiceServer,
    certificate_service_server::CertificateServiceServer, course_service_server::CourseServiceServer,
    curriculum_service_server::CurriculumServiceServer, enrollment_service_server::EnrollmentServiceServer,
    evidence_service_server::EvidenceServiceServer, held_data_service_server::HeldDataServiceServer,
    help_service_server::HelpServiceServer, team_completion_service_server::TeamCompletionServiceServer,
};
use tonic::service::RoutesBuilder;

pub use crate::config::TrainingConfig;

/// The training service. Cheap to clone.
#[derive(Clone)]
pub struct Training {
    db: Db,
    clock: SharedClock,
    ids: Ids,
    outbox: Outbox,
    config: TrainingConfig,
    knowledge: knowledge::Knowledge,
}

/// Opens the service: its database, brought up to date.
pub async fn open(context: &Context) -> Result<Arc<Training>, Error> {
    let db = Db::open(context.database(), "training", store::migration::all).await?;
    Ok(Arc::new(Training {
        db,
        clock: context.clock.clone(),
        ids: context.ids.clone(),
        outbox: context.outbox(),
        config: context.config.section("training")?,
        knowledge: knowledge::Knowledge::default(),
    }))
}

impl Module for Training {
    fn name(&self) -> &'static str {
        "training"
    }

    fn db(&self) -> &Db {
        &self.db
    }

    fn routes(&self, routes: &mut RoutesBuilder) {
        routes
            .add_service(ArticleServiceServer::new(self.clone()))
            .add_service(CourseServiceServer::new(self.clone()))
            .add_service(CurriculumServiceServer::new(self.clone()))
            .add_service(AssignmentServiceServer::new(self.clone()))
            .add_service(EnrollmentServiceServer::new(self.clone()))
            .add_service(CertificateServiceServer::new(self.clone()))
            .add_service(HelpServiceServer::new(self.clone()))
            .add_service(TeamCompletionServiceServer::new(self.clone()))
            .add_service(EvidenceServiceServer::new(self.clone()))
            .add_service(HeldDataServiceServer::new(self.clone()));
    }

    fn consumers(&self) -> Vec<Arc<dyn Consumer>> {
        vec![Arc::new(events::directory_changed::DirectoryChanged::new())]
    }

    fn jobs(&self) -> Vec<Arc<dyn Job>> {
        vec![
            Arc::new(jobs::enroll::Enroll(self.clone())),
            Arc::new(jobs::remind::Remind(self.clone())),
            Arc::new(jobs::recertify::Recertify(self.clone())),
        ]
    }
}
