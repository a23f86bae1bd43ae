//! `WithdrawThanks`: taken back by who gave it, or down by who is thanked.

use kit::{auth::Caller, error::Error};
use proto::incentives::v1::{Recognition, WithdrawThanksRequest};
use tonic::{Request, Response};

use super::view;
use crate::{Incentives, domain::recognition::State, names::RecognitionName, store};

pub(super) async fn withdraw_thanks(
    s: &Incentives,
    request: Request<WithdrawThanksRequest>,
) -> Result<Response<Recognition>, Error> {
    let who = Caller::of(&request)?;
    let name: RecognitionName = who.parse("name", &request.get_ref().name)?;
    let (o, person) = (&name.organization, who.person()?);

    let tx = s.db.begin().await?;
    let found = store::recognition::load(&*tx, o, &name.recognition).await?;
    let mut one = found.filter(|r| r.concerns(person)).ok_or_else(|| Error::not_found(&name))?;
    if one.state != State::Withdrawn {
        one.state = State::Withdrawn;
        store::recognition::save(&*tx, o, &one).await?;
    }
    let reply = view::one(&*tx, o, &who, &one).await?;
    tx.commit().await?;

    Ok(Response::new(reply))
}
