//! `ExcusePerson`: takes one person out of an assignment, with a reason.

use kit::{auth::Caller, directory, error::Error, text::clean, violation::Rule};
use proto::training::v1::{Excuse, ExcusePersonRequest};
use tonic::{Request, Response};

use super::end_assignment::release;
use crate::{
    Training,
    api::convert::{excuse, reference},
    domain::excuse::{Excuse as Domain, REASON},
    events::progressed,
    names::{AssignmentName, PersonName},
    store,
};

pub(super) async fn excuse_person(
    s: &Training,
    request: Request<ExcusePersonRequest>,
) -> Result<Response<Excuse>, Error> {
    let who = Caller::of(&request)?;
    let request = request.into_inner();
    let name: AssignmentName = who.parse("name", &request.name)?;
    let (o, now) = (&name.organization, s.clock.now());
    let mut v = who.violations();
    let person: Option<PersonName> = reference(&mut v, "person", o, &request.person);
    let reason = clean(&request.reason).trim().to_owned();
    v.length("reason", &reason, 1..=REASON);

    let tx = s.db.begin().await?;
    let found = match &person {
        Some(person) => directory::person(&tx, o, &person.person).await?,
        None => None,
    };
    if person.is_some() && found.is_none() {
        v.add("person", &request.person, Rule::NotFound);
    }
    v.check()?;
    let person = found.ok_or_else(|| Error::not_found(&request.person))?;
    let assignment = store::assignment::load(&tx, o, &name.assignment).await?;
    let mut assignment = assignment.ok_or_else(|| Error::not_found(&name))?;
    assignment.must_not_have_ended()?;

    let excused = Domain {
        assignment: assignment.id.clone(),
        person: person.id.clone(),
        reason,
        excuser: who.person().ok().map(str::to_owned),
        time: now,
    };
    store::excuse::save(&tx, o, &excused).await?;
    let given = store::assignment::enrollments(&tx, o, std::slice::from_ref(&assignment.id)).await?;
    let kept = store::excuse::of_person(&tx, o, &person.id).await?;
    let excused_from = |id: &str| kept.iter().any(|e| e.assignment == id);
    let mut withdrawn = false;
    for (_, enrollment) in given.into_iter().filter(|(_, e)| e.person == person.id && e.state.is_open()) {
        if let Some(mut enrollment) = release(&tx, o, &assignment, enrollment, excused_from).await? {
            enrollment.withdraw();
            store::enrollment::save(&tx, o, &enrollment).await?;
        }
        withdrawn = true;
    }
    if withdrawn {
        progressed::tell(s, &tx, o, &mut assignment, now).await?;
    }
    tx.commit().await?;
    Ok(Response::new(excuse::write(o, &excused, &person.display_name)))
}
