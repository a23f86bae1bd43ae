//! `GetPreferences`: how the caller is told.

use kit::{auth::Caller, error::Error};
use proto::notifications::v1::{GetPreferencesRequest, Preferences};
use tonic::{Request, Response};

use super::{PreferencesName, convert};
use crate::{Notifications, store::preference};

pub(super) async fn get_preferences(
    s: &Notifications,
    request: Request<GetPreferencesRequest>,
) -> Result<Response<Preferences>, Error> {
    let who = Caller::of(&request)?;
    let name = own(&who, "name", &request.get_ref().name)?;

    let chosen = preference::chosen(s.db.read(), &name.organization, &name.person).await?;
    Ok(Response::new(convert::preferences(&name, &chosen)))
}

/// The name of the caller's own preferences; another's look absent.
pub(super) fn own(who: &Caller, field: &str, text: &str) -> Result<PreferencesName, Error> {
    let name: PreferencesName = who.parse(field, text)?;
    if name.person == who.person()? { Ok(name) } else { Err(Error::not_found(name)) }
}
