//! `GetHeldData`: all that training holds about the caller, and what for.

use kit::{auth::Caller, error::Error, held};
use proto::training::v1::{GetHeldDataRequest, GetHeldDataResponse};
use tonic::{Request, Response};

use crate::{Training, store};

pub(super) async fn get_held_data(
    s: &Training,
    request: Request<GetHeldDataRequest>,
) -> Result<Response<GetHeldDataResponse>, Error> {
    let who = Caller::of(&request)?;
    let kinds = store::held::kinds();
    let kinds = held::read(s.db.read(), who.organization(), who.person()?, kinds).await?;
    Ok(Response::new(GetHeldDataResponse { kinds }))
}
