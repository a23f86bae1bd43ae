//! Published versions of courses.

use std::collections::HashMap;

use kit::{
    db::time::{from_micros, to_micros},
    error::Error,
    localize::Text,
};
use sea_orm::{
    ColumnTrait, ConnectionTrait, EntityTrait, Iterable, QueryFilter, QueryOrder, QuerySelect,
    sea_query::Expr,
};

use super::{
    CHUNK,
    entity::course_version::{Column, Entity, Model},
    from_json, int, json, put, text, uint,
};
use crate::domain::{
    course::{CertificatePolicy, Version},
    module,
};

/// What a list shows of the version that somebody learns.
#[derive(Debug, Clone, Default)]
pub(crate) struct Head {
    /// The title.
    pub(crate) title: Text,
    /// The summary.
    pub(crate) summary: Text,
    /// Minutes that it takes.
    pub(crate) minutes: u32,
    /// How many modules it has.
    pub(crate) module_count: u32,
    /// The id of the application that the course teaches, as it is now.
    pub(crate) application: Option<String>,
}

/// Heads by course and version.
pub(crate) type Heads = HashMap<(String, u32), Head>;

pub(crate) async fn load<C: ConnectionTrait>(
    db: &C,
    organization: &str,
    course: &str,
    version: u32,
) -> Result<Option<Version>, Error> {
    let key = (organization.to_owned(), course.to_owned(), int(version));
    Entity::find_by_id(key).one(db).await?.map(read).transpose()
}

pub(crate) async fn add<C: ConnectionTrait>(
    db: &C,
    organization: &str,
    version: &Version,
) -> Result<(), Error> {
    let row = Model {
        organization: organization.to_owned(),
        course: version.course.clone(),
        version: int(version.version),
        title: json(&version.title)?,
        summary: json(&version.summary)?,
        modules: json(&version.modules)?,
        minutes: int(module::minutes(&version.modules)),
        module_count: i32::try_from(version.modules.len()).unwrap_or(i32::MAX),
        certificate: json(&version.certificate)?,
        publish_time: to_micros(version.publish_time),
        publisher: version.publisher.clone(),
        change_note: version.change_note.clone(),
    };
    put::<Entity, C>(db, row).await
}

/// The versions of a course without their modules, newest first, those before `before`.
pub(crate) async fn list<C: ConnectionTrait>(
    db: &C,
    organization: &str,
    course: &str,
    before: Option<u32>,
    limit: u64,
) -> Result<Vec<Version>, Error> {
    let mut query = light(organization).filter(Column::Course.eq(course));
    if let Some(before) = before {
        query = query.filter(Column::Version.lt(int(before)));
    }
    let rows = query.order_by_desc(Column::Version).limit(limit).into_model::<Model>().all(db).await?;
    rows.into_iter().map(read).collect()
}

/// The heads of all versions of these courses.
pub(crate) async fn heads<C: ConnectionTrait>(
    db: &C,
    organization: &str,
    courses: &[String],
) -> Result<Heads, Error> {
    let mut heads = HashMap::new();
    for chunk in courses.chunks(CHUNK) {
        let taught = super::course::applications(db, organization, chunk).await?;
        let query = light(organization).filter(Column::Course.is_in(chunk));
        for model in query.into_model::<Model>().all(db).await? {
            let head = Head {
                title: text(&model.title)?,
                summary: text(&model.summary)?,
                minutes: uint(model.minutes),
                module_count: uint(model.module_count),
                application: taught.get(&model.course).cloned().flatten(),
            };
            heads.insert((model.course, uint(model.version)), head);
        }
    }
    Ok(heads)
}

fn light(organization: &str) -> sea_orm::Select<Entity> {
    Entity::find()
        .select_only()
        .columns(Column::iter().filter(|c| !matches!(c, Column::Modules)))
        .expr_as(Expr::val("[]"), "modules")
        .filter(Column::Organization.eq(organization))
}

fn read(model: Model) -> Result<Version, Error> {
    Ok(Version {
        course: model.course,
        version: uint(model.version),
        title: text(&model.title)?,
        summary: text(&model.summary)?,
        modules: from_json(&model.modules)?,
        certificate: from_json::<CertificatePolicy>(&model.certificate)?,
        publish_time: from_micros(model.publish_time),
        publisher: model.publisher,
        change_note: model.change_note,
    })
}
