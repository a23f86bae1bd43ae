//! `ReadmitPerson`: takes an excuse back.

use kit::{auth::Caller, error::Error};
use proto::training::v1::{ReadmitPersonRequest, ReadmitPersonResponse};
use tonic::{Request, Response};

use crate::{
    Training,
    api::convert::reference,
    names::{AssignmentName, PersonName},
    store,
};

pub(super) async fn readmit_person(
    s: &Training,
    request: Request<ReadmitPersonRequest>,
) -> Result<Response<ReadmitPersonResponse>, Error> {
    let who = Caller::of(&request)?;
    let request = request.into_inner();
    let name: AssignmentName = who.parse("name", &request.name)?;
    let o = &name.organization;
    let mut v = who.violations();
    let person: Option<PersonName> = reference(&mut v, "person", o, &request.person);
    v.check()?;

    let tx = s.db.begin().await?;
    if store::assignment::load(&tx, o, &name.assignment).await?.is_none() {
        return Err(Error::not_found(&name));
    }
    if let Some(person) = person
        && store::excuse::delete(&tx, o, &name.assignment, &person.person).await?
    {
        // The job that enrols looks who matches.
        store::roster::mark(&tx, o).await?;
        tx.commit().await?;
    }
    Ok(Response::new(ReadmitPersonResponse {}))
}
