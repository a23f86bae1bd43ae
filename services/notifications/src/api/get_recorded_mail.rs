//! `GetRecordedMail`: one mail with its text; only one's own unless one is an administrator.

use kit::{auth::Caller, error::Error};
use proto::{
    access::v1::Role,
    notifications::v1::{GetRecordedMailRequest, RecordedMail},
};
use tonic::{Request, Response};

use super::{MailName, convert};
use crate::{Notifications, store::delivery};

pub(super) async fn get_recorded_mail(
    s: &Notifications,
    request: Request<GetRecordedMailRequest>,
) -> Result<Response<RecordedMail>, Error> {
    let who = Caller::of(&request)?;
    let name: MailName = who.parse("name", &request.get_ref().name)?;

    let own = if who.has(Role::Admin) { None } else { Some(who.person()?) };
    let found = delivery::load(s.db.read(), &name.organization, own, &name.mail)
        .await?
        .ok_or_else(|| Error::not_found(&name))?;
    Ok(Response::new(convert::mail(found)))
}
