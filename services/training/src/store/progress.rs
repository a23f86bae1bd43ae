//! How far the modules of an enrolment are.

use std::collections::HashMap;

use kit::error::Error;
use sea_orm::{ColumnTrait, ConnectionTrait, EntityTrait, QueryFilter, QuerySelect};

use super::{
    CHUNK,
    entity::module_progress::{Column, Entity, Model},
    micros, put, time,
};
use crate::domain::enrollment::{ModuleProgress, Progress};

pub(crate) async fn load<C: ConnectionTrait>(
    db: &C,
    organization: &str,
    enrollment: &str,
) -> Result<Progress, Error> {
    let query = Entity::find()
        .filter(Column::Organization.eq(organization))
        .filter(Column::Enrollment.eq(enrollment));
    let rows = query.all(db).await?.into_iter();
    Ok(rows
        .map(|m| (m.module, ModuleProgress { position: m.position, complete_time: time(m.complete_time) }))
        .collect())
}

pub(crate) async fn save<C: ConnectionTrait>(
    db: &C,
    organization: &str,
    enrollment: &str,
    module: &str,
    progress: ModuleProgress,
) -> Result<(), Error> {
    let row = Model {
        organization: organization.to_owned(),
        enrollment: enrollment.to_owned(),
        module: module.to_owned(),
        position: progress.position,
        complete_time: micros(progress.complete_time),
    };
    put::<Entity, C>(db, row).await
}

/// How many modules of each enrolment are complete.
pub(crate) async fn completed<C: ConnectionTrait>(
    db: &C,
    organization: &str,
    enrollments: &[String],
) -> Result<HashMap<String, u32>, Error> {
    let mut counts = HashMap::new();
    for chunk in enrollments.chunks(CHUNK) {
        let rows: Vec<String> = Entity::find()
            .select_only()
            .column(Column::Enrollment)
            .filter(Column::Organization.eq(organization))
            .filter(Column::Enrollment.is_in(chunk))
            .filter(Column::CompleteTime.is_not_null())
            .into_tuple()
            .all(db)
            .await?;
        for enrollment in rows {
            *counts.entry(enrollment).or_default() += 1;
        }
    }
    Ok(counts)
}
