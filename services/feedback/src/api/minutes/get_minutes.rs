//! `GetMinutes`: the minutes of a meeting.

use kit::{auth::Caller, error::Error};
use proto::feedback::v1::{GetMinutesRequest, Minutes};
use tonic::{Request, Response};

use super::{convert, finding::find};
use crate::{Feedback, names::MinutesName};

pub(super) async fn get_minutes(
    s: &Feedback,
    request: Request<GetMinutesRequest>,
) -> Result<Response<Minutes>, Error> {
    let who = Caller::of(&request)?;
    let name: MinutesName = who.parse("name", &request.get_ref().name)?;
    let db = s.db.read();
    let (_, minutes) = find(s, db, &who, &name).await?;
    Ok(Response::new(convert::view(db, &name.organization, &minutes).await?))
}
