//! Attempts at quizzes.

use kit::{
    db::time::{from_micros, to_micros},
    error::Error,
};
use sea_orm::{ColumnTrait, ConnectionTrait, EntityTrait, QueryFilter, QueryOrder};

use super::{
    entity::attempt::{Column, Entity, Model},
    from_json, int, json, micros, put, time, uint,
};
use crate::domain::enrollment::Attempt;

/// The attempts of an enrolment, oldest first.
pub(crate) async fn of_enrollment<C: ConnectionTrait>(
    db: &C,
    organization: &str,
    enrollment: &str,
) -> Result<Vec<Attempt>, Error> {
    let query = Entity::find()
        .filter(Column::Organization.eq(organization))
        .filter(Column::Enrollment.eq(enrollment))
        .order_by_asc(Column::StartTime)
        .order_by_asc(Column::Id);
    query.all(db).await?.into_iter().map(read).collect()
}

pub(crate) async fn save<C: ConnectionTrait>(
    db: &C,
    organization: &str,
    attempt: &Attempt,
) -> Result<(), Error> {
    let row = Model {
        organization: organization.to_owned(),
        id: attempt.id.clone(),
        enrollment: attempt.enrollment.clone(),
        module: attempt.module.clone(),
        seed: attempt.seed.cast_signed(),
        start_time: to_micros(attempt.start_time),
        end_time: micros(attempt.end_time),
        submit_time: micros(attempt.submit_time),
        answers: json(&attempt.answers)?,
        percent: int(attempt.percent),
        passed: attempt.passed,
    };
    put::<Entity, C>(db, row).await
}

fn read(model: Model) -> Result<Attempt, Error> {
    Ok(Attempt {
        id: model.id,
        enrollment: model.enrollment,
        module: model.module,
        seed: model.seed.cast_unsigned(),
        start_time: from_micros(model.start_time),
        end_time: time(model.end_time),
        submit_time: time(model.submit_time),
        answers: from_json(&model.answers)?,
        percent: uint(model.percent),
        passed: model.passed,
    })
}
