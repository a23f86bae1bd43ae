//! `UpdateCommittee`: another title, other teams, another term.

use kit::{auth::Caller, contract::etag_matches, error::Error, mask::Mask};
use proto::feedback::v1::{Committee, UpdateCommitteeRequest};
use tonic::{Request, Response};

use super::{convert, edit, rights};
use crate::{Feedback, names::CommitteeName, store};

pub(super) async fn update_committee(
    s: &Feedback,
    request: Request<UpdateCommitteeRequest>,
) -> Result<Response<Committee>, Error> {
    let who = Caller::of(&request)?;
    let request = request.into_inner();
    let given = request.committee.unwrap_or_default();
    let name: CommitteeName = who.parse("committee.name", &given.name)?;
    let o = &name.organization;
    let mut violations = who.violations();
    let mask = Mask::parse(&mut violations, request.update_mask.as_ref(), edit::FIELDS);

    let tx = s.db.begin().await?;
    let mut committee = rights::load_active(&tx, &name).await?;
    edit::edit(&tx, &mut violations, o, &mut committee, &given, mask.fields()).await?;
    violations.check()?;
    if !etag_matches(&given.etag, committee.revision) {
        return Err(Error::changed(&name));
    }
    committee.revision += 1;
    store::committee::save(&tx, o, &committee).await?;
    let today = s.today(&tx, o).await?;
    let reply = convert::view(&tx, o, today, &committee, who.person().ok()).await?;
    tx.commit().await?;

    Ok(Response::new(reply))
}
