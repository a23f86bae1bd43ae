//! `InvitePerson`: sends the link to a first password.

use jiff::SignedDuration;
use kit::{auth::Caller, db::time, error::Error};
use proto::identity::v1::{InvitePersonRequest, InvitePersonResponse, PersonInvited};
use tonic::{Request, Response};

use super::link;
use crate::{Identity, error, names::PersonName, store};

pub(super) async fn invite_person(
    s: &Identity,
    request: Request<InvitePersonRequest>,
) -> Result<Response<InvitePersonResponse>, Error> {
    let who = Caller::of(&request)?;
    let name: PersonName = who.parse("name", &request.get_ref().name)?;

    let tx = s.db.begin().await?;
    let o = &name.organization;
    let person = store::person::load(&tx, o, &name.person).await?.ok_or_else(|| Error::not_found(&name))?;
    if person.email.is_none() {
        return Err(error::no_email());
    }
    if person.has_left(s.today()) {
        return Err(error::employment_ended());
    }
    let lifetime = SignedDuration::from_hours(s.config.invitation_hours);
    let (link_path, expire_time) = link::make(s, &tx, o, &person.id, lifetime).await?;
    let event =
        PersonInvited { person: name.to_string(), link_path, expire_time: Some(time::to_proto(expire_time)) };
    s.outbox.add(&tx, o, &event).await?;
    tx.commit().await?;
    Ok(Response::new(InvitePersonResponse {}))
}
