//! Courses, a curriculum per position, and who is to take it. Two teams are forgotten on purpose: the loop has to find them.

use anyhow::Context as _;
use proto::{
    identity::v1::Level,
    localization::v1::LocalizedText,
    training::v1::{
        Assignment, Audience, Condition, CreateAssignmentRequest, CreateCourseRequest,
        CreateCurriculumRequest, Curriculum, CurriculumStep, EscalationTarget, PositionCondition,
        PublishCourseRequest, ReminderPolicy, TeamCondition, assignment::Target,
        assignment_service_client::AssignmentServiceClient, condition::Kind,
        course_service_client::CourseServiceClient, curriculum_service_client::CurriculumServiceClient,
    },
};

use super::{crm::Crm, parent, way};
use crate::{
    app::App,
    demo::{
        courses::{self, Lesson},
        days,
        world::teams::{self, Uptake, Why},
    },
    import::in_words,
};

/// Publishes the courses and assigns each position its own.
pub(super) async fn publish(app: &App, crm: &Crm) -> anyhow::Result<()> {
    let teams = days::teams(&app.context.transport).await?;
    for lesson in courses::all()? {
        let course = course(app, crm, &lesson).await?;
        let position = crm.positions.get(lesson.position.as_str()).context("a course for nobody")?;
        let curriculum = curriculum(app, position, &lesson, course).await?;
        let remembered = teams::TEAMS
            .iter()
            .filter(|t| t.position.id == lesson.position && t.uptake != Uptake::Low(Why::NeverTrained))
            .filter_map(|t| teams.get(t.name).cloned())
            .collect();
        assign(app, position, remembered, curriculum, &lesson).await?;
    }
    Ok(())
}

async fn course(app: &App, crm: &Crm, lesson: &Lesson) -> anyhow::Result<String> {
    let mut client = CourseServiceClient::new(way(app));
    let feature = crm.features.get(lesson.feature.as_str()).context("a course about nothing")?;
    let request = CreateCourseRequest {
        parent: parent(),
        course: Some(lesson.course(&crm.application, feature)),
        request_id: String::new(),
    };
    let draft = client.create_course(request).await.map_err(in_words)?.into_inner();
    let request = PublishCourseRequest { name: draft.name, etag: draft.etag, change_note: String::new() };
    Ok(client.publish_course(request).await.map_err(in_words)?.into_inner().name)
}

async fn curriculum(app: &App, position: &str, lesson: &Lesson, course: String) -> anyhow::Result<String> {
    let curriculum = Curriculum {
        title: Some(lesson.title.localized()),
        position: position.to_owned(),
        level: Level::Novice.into(),
        steps: vec![CurriculumStep { course, ..CurriculumStep::default() }],
        in_order: true,
        ..Curriculum::default()
    };
    let request =
        CreateCurriculumRequest { parent: parent(), curriculum: Some(curriculum), request_id: String::new() };
    let mut client = CurriculumServiceClient::new(way(app));
    Ok(client.create_curriculum(request).await.map_err(in_words)?.into_inner().name)
}

async fn assign(
    app: &App,
    position: &str,
    teams: Vec<String>,
    curriculum: String,
    lesson: &Lesson,
) -> anyhow::Result<()> {
    let condition = |kind| Condition { kind: Some(kind) };
    let text = lesson.title.localized();
    let assignment = Assignment {
        title: Some(LocalizedText {
            en: format!("Start with the CRM: {}", text.en),
            fa: format!("آغاز کار با CRM: {}", text.fa),
            ar: format!("البدء مع النظام: {}", text.ar),
        }),
        target: Some(Target::Curriculum(curriculum)),
        audience: Some(Audience {
            all_of: vec![
                condition(Kind::Position(PositionCondition { positions: vec![position.to_owned()] })),
                condition(Kind::Team(TeamCondition { teams })),
            ],
            any_of: vec![],
        }),
        due_working_days: 15,
        reminders: Some(ReminderPolicy {
            days_before: vec![3],
            days_after: vec![2],
            escalate_after_days: 10,
            escalate_to: EscalationTarget::Manager.into(),
        }),
        enroll_later: true,
        ..Assignment::default()
    };
    let request =
        CreateAssignmentRequest { parent: parent(), assignment: Some(assignment), request_id: String::new() };
    AssignmentServiceClient::new(way(app)).create_assignment(request).await.map_err(in_words)?;
    Ok(())
}
