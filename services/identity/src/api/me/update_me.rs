//! `UpdateMe`: one's own language, calendar, digits and theme.

use kit::{auth::Caller, error::Error, mask::Mask, violation::Rule};
use proto::identity::v1::{Me, Theme, UpdateMeRequest};
use tonic::{Request, Response};

use super::show;
use crate::{Identity, api::person::fields};

const FIELDS: &[&str] = &["person.language", "person.calendar", "person.digits", "theme"];

pub(super) async fn update_me(
    s: &Identity,
    request: Request<UpdateMeRequest>,
) -> Result<Response<Me>, Error> {
    let who = Caller::of(&request)?;
    let request = request.into_inner();
    let wanted = request.me.unwrap_or_default();
    let choices = wanted.person.unwrap_or_default();
    let mut v = who.violations();
    let mask = Mask::parse(&mut v, request.update_mask.as_ref(), FIELDS);

    let tx = s.db.begin().await?;
    let old = show::person(&tx, &who).await?;
    let mut new = old.clone();
    if mask.has("person.language") {
        new.language = fields::chosen_language(&mut v, "me.person.language", choices.language);
    }
    if mask.has("person.calendar") {
        new.calendar = fields::calendar(&mut v, "me.person.calendar", choices.calendar);
    }
    if mask.has("person.digits") {
        new.digits = fields::digits(&mut v, "me.person.digits", choices.digits);
    }
    if mask.has("theme") {
        new.theme = wanted.theme.try_into().unwrap_or_else(|_| {
            v.add("me.theme", wanted.theme, Rule::unknown_value(&["LIGHT", "DARK"]));
            Theme::Unspecified
        });
    }
    v.check()?;
    if new != old {
        new = s.put_person(&tx, who.organization(), new).await?;
    }
    let me = show::me(s, &tx, who.organization(), &new).await?;
    tx.commit().await?;
    Ok(Response::new(me))
}
