//! Telemetry, training, feedback and notifications, as far as adoption asks them, and an ear for what it tells. Whom it asks for
//! help is in `helpers`.

mod helpers;

use std::sync::{Arc, Mutex};

use async_trait::async_trait;
use kit::{
    bus::{Consumer, Envelope},
    db::{Db, Tx},
    error::Error,
    module::{Context, Module},
};
use prost::Name;
use proto::{
    feedback::v1::{
        GetTeamVoicesRequest, TeamVoices,
        evidence_service_server::{
            EvidenceService as FeedbackEvidence, EvidenceServiceServer as FeedbackEvidenceServer,
        },
    },
    localization::v1::LocalizedText,
    notifications::v1::{
        GetTeamOpensRequest, TeamOpens,
        message_evidence_service_server::{MessageEvidenceService, MessageEvidenceServiceServer},
    },
    telemetry::v1::{
        self as telemetry,
        report_service_server::{ReportService, ReportServiceServer},
    },
    training::v1::{
        self as training,
        evidence_service_server::{EvidenceService, EvidenceServiceServer},
    },
};
use tonic::{Request, Response, Status, service::RoutesBuilder};

pub(crate) use helpers::Help;

/// What they answer, and what they were asked.
#[derive(Clone)]
pub(crate) struct Neighbours {
    db: Db,
    state: Arc<Mutex<State>>,
}

#[derive(Default, Clone)]
struct State {
    facts: training::TeamTrainingFacts,
    evidence: telemetry::TeamEvidence,
    courses: Vec<training::FittingCourse>,
    out: bool,
    assigned: Vec<training::AssignRetrainingRequest>,
    opens: TeamOpens,
    opens_asked: Vec<GetTeamOpensRequest>,
    voices: TeamVoices,
    voices_asked: Vec<GetTeamVoicesRequest>,
    help: Help,
    heard: Vec<Envelope>,
}

impl Neighbours {
    pub(crate) async fn open(context: &Context) -> Arc<Self> {
        let db = Db::open(context.database(), "neighbours", Vec::new).await.expect("a database");
        Arc::new(Self { db, state: Arc::default() })
    }

    fn change(&self, change: impl FnOnce(&mut State)) {
        change(&mut self.state.lock().expect("the state"));
    }

    /// Hardly anybody is trained, and there is a course: KNOWLEDGE.
    pub(crate) fn answer_untrained(&self) {
        self.change(|s| {
            s.facts = training::TeamTrainingFacts { people: 8, courses: 1, trained: 2, ..Default::default() };
            s.evidence =
                telemetry::TeamEvidence { people: 8, ever_used_share: Some(0.55), ..Default::default() };
            s.courses = vec![training::FittingCourse {
                course: "organizations/acme/courses/crm-basics".into(),
                title: Some(LocalizedText { en: "CRM basics".into(), ..Default::default() }),
                in_curriculum: true,
                for_feature: false,
            }];
        });
    }

    /// So many have ever used it.
    pub(crate) fn answer_ever_used(&self, share: f64) {
        self.change(|s| s.evidence.ever_used_share = Some(share));
    }

    /// There is no course.
    pub(crate) fn answer_without_courses(&self) {
        self.change(|s| s.courses.clear());
    }

    /// They cannot be reached, or can be again.
    pub(crate) fn answer_unavailable(&self, out: bool) {
        self.change(|s| s.out = out);
    }

    /// How many messages were opened.
    pub(crate) fn answer_opens(&self, people: i32, messages: i32, opened: i32) {
        self.change(|s| s.opens = TeamOpens { people, messages, opened });
    }

    /// What notifications was asked.
    pub(crate) fn opens_asked(&self) -> Vec<GetTeamOpensRequest> {
        self.state.lock().expect("the state").opens_asked.clone()
    }

    /// What people said.
    pub(crate) fn answer_voices(&self, voices: TeamVoices) {
        self.change(|s| s.voices = voices);
    }

    /// What feedback was asked.
    pub(crate) fn voices_asked(&self) -> Vec<GetTeamVoicesRequest> {
        self.state.lock().expect("the state").voices_asked.clone()
    }

    /// What training was asked to assign.
    pub(crate) fn assigned(&self) -> Vec<training::AssignRetrainingRequest> {
        self.state.lock().expect("the state").assigned.clone()
    }

    /// The events of this kind that have arrived here.
    pub(crate) fn heard<E: Name + Default>(&self) -> Vec<E> {
        let heard = self.state.lock().expect("the state").heard.clone();
        heard.iter().filter(|e| e.is::<E>()).map(|e| e.decode().expect("an event")).collect()
    }

    fn state(&self) -> Result<State, Status> {
        let state = self.state.lock().expect("the state").clone();
        if state.out { Err(Status::unavailable("out")) } else { Ok(state) }
    }
}

impl Module for Neighbours {
    fn name(&self) -> &'static str {
        "neighbours"
    }

    fn db(&self) -> &Db {
        &self.db
    }

    fn routes(&self, routes: &mut RoutesBuilder) {
        routes
            .add_service(ReportServiceServer::new(self.clone()))
            .add_service(EvidenceServiceServer::new(self.clone()))
            .add_service(MessageEvidenceServiceServer::new(self.clone()))
            .add_service(FeedbackEvidenceServer::new(self.clone()));
        helpers::routes(self, routes);
    }

    fn consumers(&self) -> Vec<Arc<dyn Consumer>> {
        vec![Arc::new(Ear(self.clone()))]
    }
}

struct Ear(Neighbours);

#[async_trait]
impl Consumer for Ear {
    fn name(&self) -> &'static str {
        "neighbours.ear"
    }

    fn kinds(&self) -> Vec<String> {
        ["FlagRaised", "FlagCleared", "InterventionStarted", "TaskAssigned"]
            .map(|kind| format!("hamgam.adoption.v1.{kind}"))
            .to_vec()
    }

    async fn consume(&self, _: &Tx, event: &Envelope) -> Result<(), Error> {
        self.0.change(|s| s.heard.push(event.clone()));
        Ok(())
    }
}

fn not_asked<T>() -> Result<Response<T>, Status> {
    Err(Status::unimplemented("adoption does not ask this"))
}

#[tonic::async_trait]
impl EvidenceService for Neighbours {
    async fn get_team_training_facts(
        &self,
        _: Request<training::GetTeamTrainingFactsRequest>,
    ) -> Result<Response<training::TeamTrainingFacts>, Status> {
        Ok(Response::new(self.state()?.facts))
    }

    async fn find_courses_for(
        &self,
        _: Request<training::FindCoursesForRequest>,
    ) -> Result<Response<training::FindCoursesForResponse>, Status> {
        Ok(Response::new(training::FindCoursesForResponse { courses: self.state()?.courses }))
    }

    async fn assign_retraining(
        &self,
        request: Request<training::AssignRetrainingRequest>,
    ) -> Result<Response<training::Assignment>, Status> {
        self.state()?;
        self.change(|s| s.assigned.push(request.into_inner()));
        let name = "organizations/acme/assignments/again".into();
        Ok(Response::new(training::Assignment { name, ..Default::default() }))
    }

    async fn get_retraining_progress(
        &self,
        _: Request<training::GetRetrainingProgressRequest>,
    ) -> Result<Response<training::RetrainingProgress>, Status> {
        not_asked()
    }

    async fn get_curriculum_progress(
        &self,
        _: Request<training::GetCurriculumProgressRequest>,
    ) -> Result<Response<training::CurriculumProgress>, Status> {
        not_asked()
    }

    async fn enroll_volunteer(
        &self,
        _: Request<training::EnrollVolunteerRequest>,
    ) -> Result<Response<training::CurriculumProgress>, Status> {
        not_asked()
    }
}

#[tonic::async_trait]
impl MessageEvidenceService for Neighbours {
    async fn get_team_opens(
        &self,
        request: Request<GetTeamOpensRequest>,
    ) -> Result<Response<TeamOpens>, Status> {
        let opens = self.state()?.opens;
        self.change(|s| s.opens_asked.push(request.into_inner()));
        Ok(Response::new(opens))
    }
}

#[tonic::async_trait]
impl FeedbackEvidence for Neighbours {
    async fn get_team_voices(
        &self,
        request: Request<GetTeamVoicesRequest>,
    ) -> Result<Response<TeamVoices>, Status> {
        let voices = self.state()?.voices;
        self.change(|s| s.voices_asked.push(request.into_inner()));
        Ok(Response::new(voices))
    }
}

#[tonic::async_trait]
impl ReportService for Neighbours {
    async fn get_team_evidence(
        &self,
        _: Request<telemetry::GetTeamEvidenceRequest>,
    ) -> Result<Response<telemetry::TeamEvidence>, Status> {
        Ok(Response::new(self.state()?.evidence))
    }

    async fn get_team_usage(
        &self,
        _: Request<telemetry::GetTeamUsageRequest>,
    ) -> Result<Response<telemetry::TeamUsage>, Status> {
        not_asked()
    }

    async fn list_team_usage(
        &self,
        _: Request<telemetry::ListTeamUsageRequest>,
    ) -> Result<Response<telemetry::ListTeamUsageResponse>, Status> {
        not_asked()
    }

    async fn get_activity(
        &self,
        _: Request<telemetry::GetActivityRequest>,
    ) -> Result<Response<telemetry::Activity>, Status> {
        not_asked()
    }

    async fn get_my_usage(
        &self,
        _: Request<telemetry::GetMyUsageRequest>,
    ) -> Result<Response<telemetry::MyUsage>, Status> {
        not_asked()
    }

    async fn list_team_days(
        &self,
        _: Request<telemetry::ListTeamDaysRequest>,
    ) -> Result<Response<telemetry::ListTeamDaysResponse>, Status> {
        not_asked()
    }
}
