//! Assignments, and which enrolments each counts as its own.

use std::collections::HashMap;

use kit::{
    db::time::{from_micros, to_micros},
    error::Error,
};
use sea_orm::{ColumnTrait, ConnectionTrait, EntityTrait, QueryFilter, QueryOrder, QuerySelect};

use super::{
    CHUNK, enrollment,
    entity::{
        assignment::{Column, Entity, Model},
        assignment_enrollment as link,
    },
    from_json, int, json, put, text, uint,
};
use crate::domain::{
    assignment::{Assignment, AssignmentState, Target},
    enrollment::Enrollment,
};

pub(crate) async fn load<C: ConnectionTrait>(
    db: &C,
    organization: &str,
    id: &str,
) -> Result<Option<Assignment>, Error> {
    Entity::find_by_id((organization.to_owned(), id.to_owned())).one(db).await?.map(read).transpose()
}

/// The assignments that came from an intervention, oldest first.
pub(crate) async fn of_source<C: ConnectionTrait>(
    db: &C,
    organization: &str,
    source: &str,
) -> Result<Vec<Assignment>, Error> {
    let query = Entity::find()
        .filter(Column::Organization.eq(organization))
        .filter(Column::Source.eq(source))
        .order_by_asc(Column::Id);
    query.all(db).await?.into_iter().map(read).collect()
}

pub(crate) async fn save<C: ConnectionTrait>(
    db: &C,
    organization: &str,
    assignment: &Assignment,
) -> Result<(), Error> {
    put::<Entity, C>(db, row(organization, assignment)?).await
}

/// Assignments in these states (all when empty), newest first, those before `before`.
pub(crate) async fn list<C: ConnectionTrait>(
    db: &C,
    organization: &str,
    states: &[AssignmentState],
    before: Option<&str>,
    limit: Option<u64>,
) -> Result<Vec<Assignment>, Error> {
    let mut query =
        Entity::find().filter(Column::Organization.eq(organization)).order_by_desc(Column::Id).limit(limit);
    if !states.is_empty() {
        query = query.filter(Column::State.is_in(states.iter().map(|s| state_number(*s))));
    }
    if let Some(before) = before {
        query = query.filter(Column::Id.lt(before));
    }
    query.all(db).await?.into_iter().map(read).collect()
}

/// The assignments with these ids, by id.
pub(crate) async fn all_of<C: ConnectionTrait>(
    db: &C,
    organization: &str,
    ids: &[String],
) -> Result<HashMap<String, Assignment>, Error> {
    let mut all = HashMap::new();
    for chunk in ids.chunks(CHUNK) {
        let query =
            Entity::find().filter(Column::Organization.eq(organization)).filter(Column::Id.is_in(chunk));
        for model in query.all(db).await? {
            all.insert(model.id.clone(), read(model)?);
        }
    }
    Ok(all)
}

/// Counts an enrolment as one of the assignment's own.
pub(crate) async fn link<C: ConnectionTrait>(
    db: &C,
    organization: &str,
    assignment: &str,
    enrollment: &Enrollment,
) -> Result<(), Error> {
    let row = link::Model {
        organization: organization.to_owned(),
        assignment: assignment.to_owned(),
        person: enrollment.person.clone(),
        course: enrollment.course.clone(),
        enrollment: enrollment.id.clone(),
    };
    put::<link::Entity, C>(db, row).await
}

/// The enrolments of these assignments, each with the assignment that counts it.
pub(crate) async fn enrollments<C: ConnectionTrait>(
    db: &C,
    organization: &str,
    assignments: &[String],
) -> Result<Vec<(String, Enrollment)>, Error> {
    let mut links = Vec::new();
    for chunk in assignments.chunks(CHUNK) {
        let rows = link::Entity::find()
            .filter(link::Column::Organization.eq(organization))
            .filter(link::Column::Assignment.is_in(chunk))
            .all(db)
            .await?;
        links.extend(rows);
    }
    let ids: Vec<String> = links.iter().map(|l| l.enrollment.clone()).collect();
    let by_id = enrollment::all_of(db, organization, &ids).await?;
    let found = links.into_iter().filter_map(|l| Some((l.assignment, by_id.get(&l.enrollment)?.clone())));
    Ok(found.collect())
}

/// The assignments that count this enrolment as their own.
pub(crate) async fn of_enrollment<C: ConnectionTrait>(
    db: &C,
    organization: &str,
    enrollment: &str,
) -> Result<Vec<Assignment>, Error> {
    let ids: Vec<String> = link::Entity::find()
        .select_only()
        .column(link::Column::Assignment)
        .filter(link::Column::Organization.eq(organization))
        .filter(link::Column::Enrollment.eq(enrollment))
        .into_tuple()
        .all(db)
        .await?;
    let mut found: Vec<_> = all_of(db, organization, &ids).await?.into_values().collect();
    found.sort_by(|a, b| a.id.cmp(&b.id));
    Ok(found)
}

fn read(model: Model) -> Result<Assignment, Error> {
    let target = match (model.curriculum, model.course) {
        (Some(curriculum), _) => Target::Curriculum(curriculum),
        (None, course) => Target::Course(course.unwrap_or_default()),
    };
    Ok(Assignment {
        id: model.id,
        title: text(&model.title)?,
        target,
        audience: from_json(&model.audience)?,
        due_working_days: uint(model.due_working_days),
        reminders: from_json(&model.reminders)?,
        enroll_later: model.enroll_later,
        first_done: model.first_done,
        state: state_of(model.state),
        source: model.source,
        creator: model.creator,
        revision: model.revision,
        progress_revision: model.progress_revision,
        create_time: from_micros(model.create_time),
        update_time: from_micros(model.update_time),
    })
}

fn row(organization: &str, assignment: &Assignment) -> Result<Model, Error> {
    let (curriculum, course) = match &assignment.target {
        Target::Curriculum(id) => (Some(id.clone()), None),
        Target::Course(id) => (None, Some(id.clone())),
    };
    Ok(Model {
        organization: organization.to_owned(),
        id: assignment.id.clone(),
        title: json(&assignment.title)?,
        curriculum,
        course,
        audience: json(&assignment.audience)?,
        due_working_days: int(assignment.due_working_days),
        reminders: json(&assignment.reminders)?,
        enroll_later: assignment.enroll_later,
        first_done: assignment.first_done,
        state: state_number(assignment.state),
        source: assignment.source.clone(),
        creator: assignment.creator.clone(),
        revision: assignment.revision,
        progress_revision: assignment.progress_revision,
        create_time: to_micros(assignment.create_time),
        update_time: to_micros(assignment.update_time),
    })
}

fn state_number(state: AssignmentState) -> i32 {
    match state {
        AssignmentState::Active => 1,
        AssignmentState::Paused => 2,
        AssignmentState::Ended => 3,
    }
}

fn state_of(number: i32) -> AssignmentState {
    match number {
        1 => AssignmentState::Active,
        2 => AssignmentState::Paused,
        _ => AssignmentState::Ended,
    }
}
