//! `GetHeldData`: all that notifications holds about the caller, and what for.

use kit::{auth::Caller, error::Error, held};
use proto::notifications::v1::{GetHeldDataRequest, GetHeldDataResponse};
use tonic::{Request, Response};

use crate::{Notifications, store};

pub(super) async fn get_held_data(
    s: &Notifications,
    request: Request<GetHeldDataRequest>,
) -> Result<Response<GetHeldDataResponse>, Error> {
    let who = Caller::of(&request)?;
    let kinds = store::held::kinds(&s.config);
    let kinds = held::read(s.db.read(), who.organization(), who.person()?, kinds).await?;
    Ok(Response::new(GetHeldDataResponse { kinds }))
}
