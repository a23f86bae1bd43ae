//! All that a screen needs to begin.

use kit::{auth::Caller, calendar::Calendar, digits::Digits, error::Error};
use proto::identity::v1 as pb;
use sea_orm::ConnectionTrait;

use crate::{Identity, convert, domain::person::Person, names::PersonName, store};

/// The caller in the directory.
pub(super) async fn person<C: ConnectionTrait>(db: &C, who: &Caller) -> Result<Person, Error> {
    let id = who.person()?;
    let person = store::person::load(db, who.organization(), id).await?;
    person.ok_or_else(|| Error::not_found(PersonName::new(who.organization(), id)))
}

/// A person as `Me`.
pub(super) async fn me<C: ConnectionTrait>(
    s: &Identity,
    db: &C,
    organization: &str,
    person: &Person,
) -> Result<pb::Me, Error> {
    let o = store::organization::get(db, organization).await?;
    let site = match &person.site {
        Some(site) => store::site::load(db, organization, site).await?,
        None => None,
    };
    let tree = store::team::tree(db, organization).await?;
    let teams = person.membership_on(s.today()).and_then(|m| tree.get(&m.team));
    let own = o.language();
    let language = person.language.unwrap_or(own);
    let choose = |chosen: i32, of_organization: i32| if chosen == 0 { of_organization } else { chosen };
    // The organization's digits are those of its own language.
    let digits =
        if language == own { choose(person.digits as i32, o.digits as i32) } else { person.digits as i32 };
    let calendar = choose(person.calendar as i32, o.calendar as i32);
    Ok(pb::Me {
        person: Some(convert::person(organization, person)),
        site: site.map(|site| convert::site(organization, &site)),
        teams: teams.map(|t| convert::team(organization, &tree, t)).into_iter().collect(),
        roles: convert::roles(person).into_iter().map(|r| r as i32).collect(),
        effective_language: language.to_proto() as i32,
        effective_calendar: Calendar::from_proto(calendar, language).to_proto() as i32,
        effective_digits: Digits::from_proto(digits, language).to_proto() as i32,
        theme: person.theme as i32,
        organization: Some(convert::organization(&o)),
    })
}
