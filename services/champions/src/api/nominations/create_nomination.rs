//! `CreateNomination`: of oneself, a colleague, or somebody whom one manages.

use kit::{
    auth::Caller, directory, error::Error, name::OrganizationName, request_id::RequestId, violation::Rule,
};
use proto::champions::v1::{CreateNominationRequest, Nomination as Reply};
use tonic::{Request, Response};

use super::view;
use crate::{
    Champions,
    api::convert::{self, reference, reference_if_any},
    domain::nomination::{MAX_OPEN, Nomination},
    error::{Reason, Refuse},
    events::published,
    names::{PersonName, ProgrammeName},
    store::{self, ConnectionTrait},
};

pub(super) async fn create_nomination(
    s: &Champions,
    request: Request<CreateNominationRequest>,
) -> Result<Response<Reply>, Error> {
    let who = Caller::of(&request)?;
    let request = request.into_inner();
    let o = who.parse::<OrganizationName>("parent", &request.parent)?.organization;
    let mut violations = who.violations();
    let programme: Option<ProgrammeName> = reference(&mut violations, "programme", &o, &request.programme);
    let nominee: Option<PersonName> = reference_if_any(&mut violations, "nominee", &o, &request.nominee);
    let reason = convert::words(&mut violations, "reason", &request.reason, 1, 1_000);
    convert::request_id(&mut violations, &request.request_id);
    violations.check()?;
    let (me, now) = (who.person()?, s.clock.now());
    let nominee = nominee.map_or_else(|| me.to_owned(), |n| n.person);

    let once = RequestId::new(&o, "CreateNomination", &request.request_id, &request, now);
    let tx = s.db.begin().await?;
    if let Some(reply) = once.replay(&tx, who.language()).await? {
        return Ok(Response::new(reply));
    }
    let mut violations = who.violations();
    let programme = programme.map(|n| n.programme).unwrap_or_default();
    let programme = store::programme::load(&tx, &o, &programme).await?;
    let person = directory::person(&tx, &o, &nominee).await?;
    if programme.is_none() {
        violations.add("programme", &request.programme, Rule::NotFound);
    }
    if person.as_ref().is_none_or(|p| !p.employed_on(s.today())) {
        violations.add("nominee", &request.nominee, Rule::NotFound);
    }
    violations.check()?;
    let (Some(programme), Some(person)) = (programme, person) else {
        return Err(Error::internal("a nomination of nobody was let through"));
    };
    if programme.archived {
        return Err(Reason::ProgrammeArchived.refuse("the programme takes no nominations any more"));
    }
    may_be_nominated(s, &tx, &o, &programme.id, &person.id).await?;
    if store::nomination::count_open_by(&tx, &o, me).await? >= MAX_OPEN {
        return Err(Reason::TooManyNominations.refuse("the caller has too many open nominations"));
    }
    let manager = match &person.manager {
        Some(id) => directory::person(&tx, &o, id).await?.filter(|m| m.employed_on(s.today())),
        None => None,
    };
    let of = (person.id, manager.map(|m| m.id));
    let nomination = Nomination::new(s.ids.next(), programme.id, of, me.to_owned(), reason, now);
    store::nomination::save(&tx, &o, &nomination).await?;
    let reply = view::one(&tx, &who, &o, &nomination).await?;
    s.outbox.add(&tx, &o, &published::nomination_requested(&nomination, &reply)).await?;
    once.remember(&tx, &reply).await?;
    tx.commit().await?;

    Ok(Response::new(reply))
}

/// Somebody is nominated once at a time, is no champion of the programme yet, and a manager's no stands for a while.
async fn may_be_nominated<C: ConnectionTrait>(
    s: &Champions,
    db: &C,
    o: &str,
    programme: &str,
    nominee: &str,
) -> Result<(), Error> {
    let before = store::nomination::of_nominee(db, o, programme, nominee).await?;
    let terms = store::champion::of_person(db, o, nominee).await?;
    if before.iter().any(|n| n.state.is_open())
        || terms.iter().any(|t| t.is_active() && t.programme == programme)
    {
        return Err(Error::already_exists("the nomination"));
    }
    if before.iter().any(|n| n.is_declined_at(s.clock.now())) {
        return Err(Reason::DeclinedRecently.refuse("the manager declined not long ago"));
    }
    Ok(())
}
