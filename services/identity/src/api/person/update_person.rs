//! `UpdatePerson`: a person's data.

use kit::{auth::Caller, error::Error, mask::Mask};
use proto::identity::v1::{Person, UpdatePersonRequest};
use tonic::{Request, Response};

use super::fields;
use crate::{Identity, api::reference::check_etag, convert, names::PersonName, store};

pub(super) async fn update_person(
    s: &Identity,
    request: Request<UpdatePersonRequest>,
) -> Result<Response<Person>, Error> {
    let who = Caller::of(&request)?;
    let request = request.into_inner();
    let wanted = request.person.unwrap_or_default();
    let name: PersonName = who.parse("person.name", &wanted.name)?;
    let mut v = who.violations();
    let mask = Mask::parse(&mut v, request.update_mask.as_ref(), fields::FIELDS);

    let tx = s.db.begin().await?;
    let old = store::person::load(&tx, &name.organization, &name.person).await?;
    let old = old.ok_or_else(|| Error::not_found(&name))?;
    check_etag(&wanted.etag, old.revision, &wanted.name)?;
    let mut new = old.clone();
    fields::take(&who, &mut v, &mask, &wanted, &mut new);
    fields::check(&tx, &mut v, &name.organization, Some(&old), &mut new, s.today()).await?;
    v.check()?;
    if new != old {
        fields::check_unique(&tx, &name.organization, &new).await?;
        if new.email != old.email {
            // Whoever reads the old address must not set the password.
            store::link::forget_of(&tx, &name.organization, &name.person).await?;
        }
        new = s.put_person(&tx, &name.organization, new).await?;
        tx.commit().await?;
    }
    Ok(Response::new(convert::person(&name.organization, &new)))
}
