//! `GetPerson`: one person, if the caller may see them.

use kit::{auth::Caller, error::Error};
use proto::identity::v1::{GetPersonRequest, Person};
use tonic::{Request, Response};

use super::visible;
use crate::{Identity, convert, names::PersonName, store};

pub(super) async fn get_person(
    s: &Identity,
    request: Request<GetPersonRequest>,
) -> Result<Response<Person>, Error> {
    let who = Caller::of(&request)?;
    let name: PersonName = who.parse("name", &request.get_ref().name)?;
    let db = s.db.read();
    let teams = visible::teams(db, &who).await?;
    let person = store::person::load(db, &name.organization, &name.person)
        .await?
        .filter(|p| visible::sees(teams.as_deref(), p, s.today()))
        .ok_or_else(|| Error::not_found(&name))?;
    Ok(Response::new(convert::person(&name.organization, &person)))
}
