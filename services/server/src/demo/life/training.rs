//! What a champion learns first: a course and a curriculum of the trainer's.

use anyhow::Context as _;
use proto::{
    identity::v1::{Level, ListPositionsRequest, position_service_client::PositionServiceClient},
    training::v1::{
        CreateCourseRequest, CreateCurriculumRequest, Curriculum, CurriculumStep, PublishCourseRequest,
        course_service_client::CourseServiceClient, curriculum_service_client::CurriculumServiceClient,
    },
};

use super::folk::{self, Folk, parent};
use crate::{
    demo::{
        courses,
        learner::Learner,
        world::{ORGANIZATION, teams},
    },
    import::in_words,
};

/// What the course is remembered as.
const COURSE: &str = "champions/course";
/// What sets the randomness of learning champions apart from that of others.
const LEARNING: u64 = 7_000_003;

/// Writes and publishes the course, and answers the resource name of its curriculum.
pub(super) async fn curriculum(folk: &Folk) -> anyhow::Result<String> {
    let lesson = courses::of_champions()?;
    let mut client = CourseServiceClient::new(folk.way("trainer")?);
    let request = CreateCourseRequest {
        parent: parent(),
        course: Some(lesson.course("", &lesson.feature)),
        request_id: String::new(),
    };
    let draft = client.create_course(request).await.map_err(in_words)?.into_inner();
    let request = PublishCourseRequest { name: draft.name, etag: draft.etag, change_note: String::new() };
    let course = client.publish_course(request).await.map_err(in_words)?.into_inner().name;
    folk.keep(COURSE, course.clone());

    let curriculum = Curriculum {
        title: Some(lesson.title.localized()),
        position: position(folk, &lesson.position).await?,
        level: Level::Expert.into(),
        steps: vec![CurriculumStep { course, ..CurriculumStep::default() }],
        ..Curriculum::default()
    };
    let request =
        CreateCurriculumRequest { parent: parent(), curriculum: Some(curriculum), request_id: String::new() };
    let mut client = CurriculumServiceClient::new(folk.way("trainer")?);
    Ok(client.create_curriculum(request).await.map_err(in_words)?.into_inner().name)
}

/// The resource name of a position.
async fn position(folk: &Folk, id: &str) -> anyhow::Result<String> {
    let known = teams::POSITIONS.iter().find(|p| p.id == id).context("a course for nobody")?;
    let request = ListPositionsRequest { parent: parent() };
    let mut client = PositionServiceClient::new(folk.way("trainer")?);
    let all = client.list_positions(request).await.map_err(in_words)?.into_inner().positions;
    let found = all.into_iter().find(|p| p.display_name == known.title[0]);
    Ok(found.context("a position is missing")?.name)
}

/// Somebody who is to be a champion learns it.
pub(super) async fn learn(folk: &Folk, who: &str, day: i32) -> anyhow::Result<()> {
    let course = folk.made(COURSE)?;
    let mut random = folk.world.random_of(folk::date(day), LEARNING);
    let mut learner = Learner::new(folk.way(who)?, ORGANIZATION);
    for enrollment in learner.open().await? {
        if enrollment.course == course {
            learner.take(&enrollment.name, &courses::questions()?, &mut random).await?;
        }
    }
    Ok(())
}
