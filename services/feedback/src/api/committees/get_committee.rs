//! `GetCommittee`: one committee with its members.

use kit::{auth::Caller, error::Error};
use proto::feedback::v1::{Committee, GetCommitteeRequest};
use tonic::{Request, Response};

use super::{convert, rights};
use crate::{Feedback, names::CommitteeName};

pub(super) async fn get_committee(
    s: &Feedback,
    request: Request<GetCommitteeRequest>,
) -> Result<Response<Committee>, Error> {
    let who = Caller::of(&request)?;
    let name: CommitteeName = who.parse("name", &request.get_ref().name)?;
    let (o, db) = (&name.organization, s.db.read());
    let committee = rights::load(db, &name).await?;
    let today = s.today(db, o).await?;
    Ok(Response::new(convert::view(db, o, today, &committee, who.person().ok()).await?))
}
