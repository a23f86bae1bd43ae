//! `ListStagedStarts`: of a programme, newest first.

use kit::{auth::Caller, error::Error};
use proto::champions::v1::{ListStagedStartsRequest, ListStagedStartsResponse};
use tonic::{Request, Response};

use super::create_staged_start::write;
use crate::{Champions, names::ProgrammeName, store};

/// Starts of one answer at most.
const MOST: u64 = 50;

pub(super) async fn list_staged_starts(
    s: &Champions,
    request: Request<ListStagedStartsRequest>,
) -> Result<Response<ListStagedStartsResponse>, Error> {
    let who = Caller::of(&request)?;
    let name: ProgrammeName = who.parse("programme", &request.get_ref().programme)?;
    let (db, o) = (s.db.read(), &name.organization);

    if store::programme::load(db, o, &name.programme).await?.is_none() {
        return Err(Error::not_found(&name));
    }
    let starts = store::staged_start::of_programme(db, o, &name.programme, MOST).await?;

    let staged_starts = starts.iter().map(|start| write(o, start)).collect();
    Ok(Response::new(ListStagedStartsResponse { staged_starts }))
}
