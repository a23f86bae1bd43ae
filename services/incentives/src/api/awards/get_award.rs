//! `GetAward`.

use kit::{auth::Caller, error::Error};
use proto::incentives::v1::{Award, GetAwardRequest};
use tonic::{Request, Response};

use super::view;
use crate::{Incentives, api::scope::Sight, names::AwardName, store};

pub(super) async fn get_award(
    s: &Incentives,
    request: Request<GetAwardRequest>,
) -> Result<Response<Award>, Error> {
    let who = Caller::of(&request)?;
    let name: AwardName = who.parse("name", &request.get_ref().name)?;
    let (db, o) = (s.db.read(), &name.organization);

    let sight = Sight::of_awards(s, &who).await?;
    let award = store::award::load(db, o, &name.award).await?;
    let award = award.filter(|a| sight.has(&a.challenge)).ok_or_else(|| Error::not_found(&name))?;

    Ok(Response::new(view::award(s, db, o, &who, &award).await?))
}
