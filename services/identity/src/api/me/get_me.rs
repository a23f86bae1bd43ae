//! `GetMe`: who is signed in.

use kit::{auth::Caller, error::Error};
use proto::identity::v1::{GetMeRequest, Me};
use tonic::{Request, Response};

use super::show;
use crate::Identity;

pub(super) async fn get_me(s: &Identity, request: Request<GetMeRequest>) -> Result<Response<Me>, Error> {
    let who = Caller::of(&request)?;
    let person = show::person(s.db.read(), &who).await?;
    Ok(Response::new(show::me(s, s.db.read(), who.organization(), &person).await?))
}
