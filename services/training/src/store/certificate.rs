//! Certificates.

use std::collections::HashMap;

use kit::{
    db::time::{from_days, from_micros, to_days, to_micros},
    error::Error,
};
use sea_orm::{
    ColumnTrait, ConnectionTrait, EntityTrait, QueryFilter, QueryOrder, QuerySelect, sea_query::Expr,
};

use super::{
    entity::certificate::{Column, Entity, Model},
    int, json, put, text, uint,
};
use crate::domain::certificate::Certificate;

/// Issues a certificate; older ones of the same person for the same course are renewed by it.
pub(crate) async fn issue<C: ConnectionTrait>(
    db: &C,
    organization: &str,
    certificate: &Certificate,
) -> Result<(), Error> {
    Entity::update_many()
        .col_expr(Column::Renewed, Expr::value(true))
        .filter(Column::Organization.eq(organization))
        .filter(Column::Person.eq(&certificate.person))
        .filter(Column::Course.eq(&certificate.course))
        .exec(db)
        .await?;
    let row = Model {
        organization: organization.to_owned(),
        id: certificate.id.clone(),
        person: certificate.person.clone(),
        person_display_name: certificate.person_display_name.clone(),
        enrollment: certificate.enrollment.clone(),
        course: certificate.course.clone(),
        course_version: int(certificate.course_version),
        course_title: json(&certificate.course_title)?,
        code: certificate.code.clone(),
        issue_time: to_micros(certificate.issue_time),
        issue_day: to_days(certificate.issue_day),
        expire_day: certificate.expire_day.map(to_days),
        renewed: certificate.renewed,
    };
    put::<Entity, C>(db, row).await
}

/// The certificate with this code, with its organization. Whoever checks one is not signed in anywhere: the code, which
/// nobody can guess, is the only key, and the one query here without an organization.
pub(crate) async fn of_code<C: ConnectionTrait>(
    db: &C,
    code: &str,
) -> Result<Option<(String, Certificate)>, Error> {
    let found = Entity::find().filter(Column::Code.eq(code)).one(db).await?;
    found.map(|m| Ok((m.organization.clone(), read(m)?))).transpose()
}

/// A person's certificates, newest first, those before `before`.
pub(crate) async fn of_person<C: ConnectionTrait>(
    db: &C,
    organization: &str,
    person: &str,
    before: Option<&str>,
    limit: Option<u64>,
) -> Result<Vec<Certificate>, Error> {
    let mut query = Entity::find()
        .filter(Column::Organization.eq(organization))
        .filter(Column::Person.eq(person))
        .order_by_desc(Column::Id)
        .limit(limit);
    if let Some(before) = before {
        query = query.filter(Column::Id.lt(before));
    }
    query.all(db).await?.into_iter().map(read).collect()
}

/// The certificate that each enrolment of a person earned.
pub(crate) async fn by_enrollment<C: ConnectionTrait>(
    db: &C,
    organization: &str,
    person: &str,
) -> Result<HashMap<String, Certificate>, Error> {
    let all = of_person(db, organization, person, None, None).await?;
    Ok(all.into_iter().map(|c| (c.enrollment.clone(), c)).collect())
}

fn read(model: Model) -> Result<Certificate, Error> {
    Ok(Certificate {
        id: model.id,
        person: model.person,
        person_display_name: model.person_display_name,
        enrollment: model.enrollment,
        course: model.course,
        course_version: uint(model.course_version),
        course_title: text(&model.course_title)?,
        code: model.code,
        issue_time: from_micros(model.issue_time),
        issue_day: from_days(model.issue_day),
        expire_day: model.expire_day.map(from_days),
        renewed: model.renewed,
    })
}
