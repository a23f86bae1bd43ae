//! Telling how far a retraining is, to whoever asked for it.

use jiff::Timestamp;
use kit::error::Error;

use super::published;
use crate::{
    Training,
    api::assignments::view,
    domain::assignment::Assignment,
    store::{self, ConnectionTrait},
};

/// Tells how far an assignment is if it came from an intervention; nobody waits for the others.
pub(crate) async fn tell<C: ConnectionTrait>(
    s: &Training,
    db: &C,
    o: &str,
    assignment: &mut Assignment,
    now: Timestamp,
) -> Result<(), Error> {
    if assignment.source.is_none() {
        return Ok(());
    }
    let counts = view::counts(db, o, assignment, now).await?;
    assignment.progress_revision += 1;
    store::assignment::save(db, o, assignment).await?;
    s.outbox.add(db, o, &published::assignment_progressed(o, assignment, counts)).await?;
    Ok(())
}
