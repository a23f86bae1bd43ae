//! `GetHeldData`: all that incentives holds about the caller, and what for.

use kit::{auth::Caller, error::Error, held};
use proto::incentives::v1::{GetHeldDataRequest, GetHeldDataResponse};
use tonic::{Request, Response};

use crate::{Incentives, store};

pub(super) async fn get_held_data(
    s: &Incentives,
    request: Request<GetHeldDataRequest>,
) -> Result<Response<GetHeldDataResponse>, Error> {
    let who = Caller::of(&request)?;
    let kinds = store::held::kinds();
    let kinds = held::read(s.db.read(), who.organization(), who.person()?, kinds).await?;
    Ok(Response::new(GetHeldDataResponse { kinds }))
}
