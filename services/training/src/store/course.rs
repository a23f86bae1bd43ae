//! Courses: their working copies.

use std::collections::{BTreeMap, HashMap};

use kit::{
    db::time::{from_micros, to_micros},
    error::Error,
    localize::{Language, Text},
    text::normalize,
};
use sea_orm::{
    ColumnTrait, ConnectionTrait, EntityTrait, FromQueryResult, Iterable, QueryFilter, QueryOrder,
    QuerySelect, sea_query::Expr,
};

use super::{
    CHUNK, containing,
    entity::course::{Column, Entity, Model},
    from_json, int, json, micros, put, text, time, uint,
};
use crate::domain::{
    course::{CertificatePolicy, Course, CourseState, Draft},
    module,
};

/// What a list shows of a course: everything but its modules.
#[derive(Debug, Clone)]
pub(crate) struct Listed {
    /// The course, its modules left out.
    pub(crate) course: Course,
    /// Minutes that they take.
    pub(crate) minutes: u32,
    /// How many there are.
    pub(crate) module_count: u32,
}

/// Which courses a list shows.
#[derive(Debug, Clone, Default)]
pub(crate) struct Filter {
    /// In which states; all but archived when empty.
    pub(crate) states: Vec<CourseState>,
    /// Which application they teach.
    pub(crate) application: Option<String>,
    /// Words of the title, normalised.
    pub(crate) words: String,
}

pub(crate) async fn load<C: ConnectionTrait>(
    db: &C,
    organization: &str,
    id: &str,
) -> Result<Option<Course>, Error> {
    Entity::find_by_id((organization.to_owned(), id.to_owned())).one(db).await?.map(read).transpose()
}

pub(crate) async fn save<C: ConnectionTrait>(
    db: &C,
    organization: &str,
    course: &Course,
) -> Result<(), Error> {
    put::<Entity, C>(db, row(organization, course)?).await
}

pub(crate) async fn list<C: ConnectionTrait>(
    db: &C,
    organization: &str,
    filter: &Filter,
    after: Option<&str>,
    limit: u64,
) -> Result<Vec<Listed>, Error> {
    let mut query = light(organization).order_by_asc(Column::Id).limit(limit);
    if filter.states.is_empty() {
        query = query.filter(Column::State.ne(state_number(CourseState::Archived)));
    } else {
        query = query.filter(Column::State.is_in(filter.states.iter().map(|s| state_number(*s))));
    }
    if let Some(application) = &filter.application {
        query = query.filter(Column::Application.eq(application));
    }
    if !filter.words.is_empty() {
        query = query.filter(Column::Search.like(containing(&filter.words)));
    }
    if let Some(after) = after {
        query = query.filter(Column::Id.gt(after));
    }
    query.into_model::<Model>().all(db).await?.into_iter().map(listed).collect()
}

/// What the working copies of these courses are called.
pub(crate) async fn titles<C: ConnectionTrait>(
    db: &C,
    organization: &str,
    ids: &[String],
) -> Result<HashMap<String, Text>, Error> {
    #[derive(FromQueryResult)]
    struct Row {
        id: String,
        title: String,
    }
    let mut titles = HashMap::new();
    for chunk in ids.chunks(CHUNK) {
        let rows = Entity::find()
            .select_only()
            .columns([Column::Id, Column::Title])
            .filter(Column::Organization.eq(organization))
            .filter(Column::Id.is_in(chunk))
            .into_model::<Row>()
            .all(db)
            .await?;
        for row in rows {
            titles.insert(row.id, text(&row.title)?);
        }
    }
    Ok(titles)
}

/// The published version of every course that can be given to somebody.
pub(crate) async fn published<C: ConnectionTrait>(
    db: &C,
    organization: &str,
) -> Result<BTreeMap<String, u32>, Error> {
    let rows: Vec<(String, i32)> = Entity::find()
        .select_only()
        .columns([Column::Id, Column::PublishedVersion])
        .filter(Column::Organization.eq(organization))
        .filter(Column::State.eq(state_number(CourseState::Published)))
        .into_tuple()
        .all(db)
        .await?;
    Ok(rows.into_iter().map(|(id, version)| (id, uint(version))).collect())
}

/// Which applications these courses teach, by course.
pub(crate) async fn applications<C: ConnectionTrait>(
    db: &C,
    organization: &str,
    courses: &[String],
) -> Result<HashMap<String, Option<String>>, Error> {
    let query = Entity::find()
        .select_only()
        .columns([Column::Id, Column::Application])
        .filter(Column::Organization.eq(organization))
        .filter(Column::Id.is_in(courses));
    let rows: Vec<(String, Option<String>)> = query.into_tuple().all(db).await?;
    Ok(rows.into_iter().collect())
}

/// Published courses that teach an application, oldest first, without their modules.
pub(crate) async fn teaching<C: ConnectionTrait>(
    db: &C,
    organization: &str,
    application: &str,
) -> Result<Vec<Course>, Error> {
    let rows = light(organization)
        .filter(Column::Application.eq(application))
        .filter(Column::State.eq(state_number(CourseState::Published)))
        .order_by_asc(Column::Id)
        .into_model::<Model>()
        .all(db)
        .await?;
    rows.into_iter().map(read).collect()
}

/// All columns but the modules, which may be long.
fn light(organization: &str) -> sea_orm::Select<Entity> {
    Entity::find()
        .select_only()
        .columns(Column::iter().filter(|c| !matches!(c, Column::Modules)))
        .expr_as(Expr::val("[]"), "modules")
        .filter(Column::Organization.eq(organization))
}

fn listed(model: Model) -> Result<Listed, Error> {
    let (minutes, module_count) = (uint(model.minutes), uint(model.module_count));
    Ok(Listed { course: read(model)?, minutes, module_count })
}

fn read(model: Model) -> Result<Course, Error> {
    Ok(Course {
        id: model.id,
        draft: Draft {
            title: text(&model.title)?,
            summary: text(&model.summary)?,
            application: model.application,
            feature: model.feature,
            modules: from_json(&model.modules)?,
            certificate: from_json::<CertificatePolicy>(&model.certificate)?,
        },
        state: state_of(model.state),
        published_version: uint(model.published_version),
        published_revision: model.published_revision,
        revision: model.revision,
        create_time: from_micros(model.create_time),
        update_time: from_micros(model.update_time),
        publish_time: time(model.publish_time),
    })
}

fn row(organization: &str, course: &Course) -> Result<Model, Error> {
    let draft = &course.draft;
    let words: Vec<String> = Language::ALL.into_iter().map(|l| normalize(draft.title.exact(l))).collect();
    Ok(Model {
        organization: organization.to_owned(),
        id: course.id.clone(),
        title: json(&draft.title)?,
        summary: json(&draft.summary)?,
        application: draft.application.clone(),
        feature: draft.feature.clone(),
        modules: json(&draft.modules)?,
        minutes: int(module::minutes(&draft.modules)),
        module_count: i32::try_from(draft.modules.len()).unwrap_or(i32::MAX),
        certificate: json(&draft.certificate)?,
        state: state_number(course.state),
        published_version: int(course.published_version),
        published_revision: course.published_revision,
        revision: course.revision,
        search: words.join("\n"),
        create_time: to_micros(course.create_time),
        update_time: to_micros(course.update_time),
        publish_time: micros(course.publish_time),
    })
}

fn state_number(state: CourseState) -> i32 {
    match state {
        CourseState::Draft => 1,
        CourseState::Published => 2,
        CourseState::Archived => 3,
    }
}

fn state_of(number: i32) -> CourseState {
    match number {
        1 => CourseState::Draft,
        2 => CourseState::Published,
        _ => CourseState::Archived,
    }
}
