//! `CreatePerson`: enters somebody by hand.

use kit::{auth::Caller, error::Error, mask::Mask, request_id::RequestId};
use proto::{
    identity::v1::{self as pb, CreatePersonRequest, Level, Theme},
    localization::v1::{Calendar, Digits},
};
use tonic::{Request, Response};

use super::fields;
use crate::{
    Identity, api::reference::check_request_id, convert, domain::person::Person, names::OrganizationName,
};

pub(super) async fn create_person(
    s: &Identity,
    request: Request<CreatePersonRequest>,
) -> Result<Response<pb::Person>, Error> {
    let who = Caller::of(&request)?;
    let request = request.into_inner();
    let OrganizationName { organization } = who.parse("parent", &request.parent)?;
    let wanted = request.person.clone().unwrap_or_default();
    let mut v = who.violations();
    check_request_id(&mut v, &request.request_id);
    let mut person = blank(s);
    let mask = Mask::parse(&mut v, None, fields::FIELDS);
    fields::take(&who, &mut v, &mask, &wanted, &mut person);
    person.end_day = v.optional_day("person.employment_end_day", &wanted.employment_end_day);

    let tx = s.db.begin().await?;
    let once = RequestId::new(&organization, "CreatePerson", &request.request_id, &request, s.clock.now());
    if let Some(answer) = once.replay(&tx, who.language()).await? {
        return Ok(Response::new(answer));
    }
    fields::check(&tx, &mut v, &organization, None, &mut person, s.today()).await?;
    v.check()?;
    if let Some(end) = person.end_day {
        person.end_employment(end);
    }
    fields::check_unique(&tx, &organization, &person).await?;
    let person = s.put_person(&tx, &organization, person).await?;
    let answer = convert::person(&organization, &person);
    once.remember(&tx, &answer).await?;
    tx.commit().await?;
    Ok(Response::new(answer))
}

fn blank(s: &Identity) -> Person {
    Person {
        id: s.ids.next(),
        external_id: String::new(),
        display_name: String::new(),
        email: None,
        language: None,
        calendar: Calendar::Unspecified,
        digits: Digits::Unspecified,
        theme: Theme::Unspecified,
        level: Level::Unspecified,
        site: None,
        manager: None,
        start_day: s.today(),
        end_day: None,
        memberships: Vec::new(),
        roles: Vec::new(),
        can_sign_in: false,
        revision: 0,
        create_time: s.clock.now(),
    }
}
