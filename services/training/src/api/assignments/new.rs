//! A new assignment, whoever makes it.

use jiff::Timestamp;
use kit::{error::Error, localize::Text, violation::Violations};
use proto::training::v1 as pb;

use super::look_up;
use crate::{
    Training,
    api::convert::assignment as convert,
    domain::{
        assignment::{Assignment, AssignmentState, Target},
        audience::Audience,
        reminder::ReminderPolicy,
    },
    store::{self, ConnectionTrait},
};

/// What a new assignment came from.
#[derive(Debug, Default)]
pub(crate) struct Origin {
    /// The person who made it.
    pub(crate) creator: Option<String>,
    /// The intervention that asked for it.
    pub(crate) source: Option<String>,
}

/// Reads a new assignment, looks up what it names, and saves it; people are enrolled soon after.
pub(crate) async fn create<C: ConnectionTrait>(
    s: &Training,
    db: &C,
    o: &str,
    mut violations: Violations,
    given: &pb::Assignment,
    origin: Origin,
    now: Timestamp,
) -> Result<Assignment, Error> {
    let target = convert::target(&mut violations, o, given);
    let mut assignment = Assignment {
        id: s.ids.next(),
        title: Text::default(),
        target: target.clone().unwrap_or(Target::Course(String::new())),
        audience: Audience::default(),
        due_working_days: 1,
        reminders: ReminderPolicy::default(),
        enroll_later: false,
        first_done: false,
        state: AssignmentState::Active,
        source: origin.source,
        creator: origin.creator,
        revision: 1,
        progress_revision: 0,
        create_time: now,
        update_time: now,
    };
    convert::edit(&mut violations, o, &mut assignment, given, convert::FIELDS);
    look_up::audience(db, o, &mut violations, &assignment.audience).await?;
    violations.check()?;
    look_up::target(db, o, &assignment.target).await?;
    store::assignment::save(db, o, &assignment).await?;
    store::roster::mark(db, o).await?;
    Ok(assignment)
}
