//! `CreateProgramme`: one for each application.

use kit::{auth::Caller, error::Error, localize::Text, name::OrganizationName, request_id::RequestId};
use proto::champions::v1::{CreateProgrammeRequest, Programme as Reply};
use tonic::{Request, Response};

use super::view;
use crate::{
    Champions,
    api::convert,
    domain::programme::{Programme, TERM_DAYS},
    names::ProgrammeName,
    store::{self, ConnectionTrait},
};

pub(super) async fn create_programme(
    s: &Champions,
    request: Request<CreateProgrammeRequest>,
) -> Result<Response<Reply>, Error> {
    let who = Caller::of(&request)?;
    let request = request.into_inner();
    let o = who.parse::<OrganizationName>("parent", &request.parent)?.organization;
    let given = request.programme.clone().unwrap_or_default();
    let now = s.clock.now();
    let mut programme = Programme {
        id: String::new(),
        title: Text::default(),
        description: Text::default(),
        application: None,
        curriculum: None,
        term_days: TERM_DAYS,
        archived: false,
        revision: 1,
        create_time: now,
    };
    let mut violations = who.violations();
    view::edit(&mut violations, &o, &mut programme, &given, view::FIELDS);
    convert::request_id(&mut violations, &request.request_id);
    violations.check()?;

    let once = RequestId::new(&o, "CreateProgramme", &request.request_id, &request, now);
    let tx = s.db.begin().await?;
    if let Some(reply) = once.replay(&tx, who.language()).await? {
        return Ok(Response::new(reply));
    }
    alone(&tx, &o, &programme).await?;
    programme.id = s.ids.next();
    store::programme::save(&tx, &o, &programme).await?;
    store::roster::mark(&tx, &o).await?;
    let reply = view::write(&o, &programme);
    once.remember(&tx, &reply).await?;
    tx.commit().await?;

    Ok(Response::new(reply))
}

/// An application has one active programme.
pub(super) async fn alone<C: ConnectionTrait>(db: &C, o: &str, programme: &Programme) -> Result<(), Error> {
    let Some(application) = &programme.application else { return Ok(()) };
    match store::programme::other_about(db, o, application, &programme.id).await? {
        Some(other) => Err(Error::already_exists(ProgrammeName::new(o, other))),
        None => Ok(()),
    }
}
