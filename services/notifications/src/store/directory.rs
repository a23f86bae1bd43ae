//! What an event, a job or a call needs to know of an organization and its people, from the copy of the directory.

use std::collections::BTreeMap;

use jiff::{Timestamp, civil::Date, tz::TimeZone};
use kit::{
    calendar::Reader,
    directory::{self, Organization, Person, Site},
    error::Error,
    localize::Language,
    workdays::{SiteCalendar, WorkWeek},
};
use proto::access::v1::Role;
use sea_orm::ConnectionTrait;

use crate::domain::render::Recipient;

/// An organization with its sites.
pub(crate) struct Directory {
    organization: Organization,
    sites: BTreeMap<String, Site>,
    /// Of whoever has no site: a week from Monday to Friday in UTC when there is no site at all.
    elsewhere: SiteCalendar,
}

impl Directory {
    /// The organization as the copy has it; `None` while it is not there yet.
    pub(crate) async fn load(db: &impl ConnectionTrait, organization: &str) -> Result<Option<Self>, Error> {
        let Some(organization) = directory::organization(db, organization).await? else { return Ok(None) };
        let sites = directory::sites(db, &organization.id).await?;
        let elsewhere = sites
            .first()
            .map_or_else(|| SiteCalendar::new(TimeZone::UTC, WorkWeek::SAT_SUN), |s| s.calendar.clone());
        let sites = sites.into_iter().map(|site| (site.id.clone(), site)).collect();
        Ok(Some(Self { organization, sites, elsewhere }))
    }

    /// All organizations that the copy has, by id.
    pub(crate) async fn organizations(db: &impl ConnectionTrait) -> Result<Vec<String>, Error> {
        Ok(directory::organizations(db).await?.into_iter().map(|o| o.id).collect())
    }

    /// The organization's id.
    pub(crate) fn id(&self) -> &str {
        &self.organization.id
    }

    /// What people call the organization.
    pub(crate) fn display_name(&self) -> &str {
        &self.organization.display_name
    }

    /// The days of the person's site, else of the organization's first site.
    pub(crate) fn calendar(&self, person: &Person) -> &SiteCalendar {
        let own = person.site.as_ref().and_then(|id| self.sites.get(id));
        own.map_or(&self.elsewhere, |site| &site.calendar)
    }

    /// The person's civil day.
    pub(crate) fn today(&self, person: &Person, now: Timestamp) -> Date {
        self.calendar(person).day_of(now)
    }

    /// The organization's civil day, for what is not about one person.
    pub(crate) fn day(&self, now: Timestamp) -> Date {
        self.elsewhere.day_of(now)
    }

    /// When a civil day of the organization begins.
    pub(crate) fn start_of(&self, day: Date) -> Timestamp {
        self.elsewhere.start_of(day)
    }

    /// Whether the person works on a day, by the site and by the own contract.
    pub(crate) fn works(&self, person: &Person, day: Date) -> bool {
        let part_time = person.membership_on(day).and_then(|m| m.part_time_days);
        person.employed_on(day)
            && self.calendar(person).works(day)
            && part_time.is_none_or(|days| days.has(day.weekday()))
    }

    /// The person as a reader of mails.
    pub(crate) fn recipient(&self, person: &Person) -> Recipient {
        Recipient {
            name: person.display_name.clone(),
            reader: person.reader(&self.organization),
            zone: self.calendar(person).zone().clone(),
        }
    }

    /// How the person reads a screen in a language.
    pub(crate) fn screen_reader(&self, person: &Person, language: Language) -> Reader {
        person.reader_in(&self.organization, language)
    }
}

/// The person with this id.
pub(crate) async fn person(
    db: &impl ConnectionTrait,
    organization: &str,
    id: &str,
) -> Result<Option<Person>, Error> {
    directory::person(db, organization, id).await
}

/// Who holds a role for the whole organization on a day.
pub(crate) async fn holders(
    db: &impl ConnectionTrait,
    organization: &str,
    role: Role,
    day: Date,
) -> Result<Vec<Person>, Error> {
    directory::people_with_role(db, organization, role, None, day).await
}

/// Who is champion of one of these teams, or of a team above it, on a day. Each once, by id.
pub(crate) async fn champions(
    db: &impl ConnectionTrait,
    organization: &str,
    teams: &[&str],
    day: Date,
) -> Result<Vec<Person>, Error> {
    let mut found = BTreeMap::new();
    for team in teams {
        for person in directory::people_with_role(db, organization, Role::Champion, Some(team), day).await? {
            found.insert(person.id.clone(), person);
        }
    }
    Ok(found.into_values().collect())
}

/// The members of these teams, and of those below, on a day. Each once, by id.
pub(crate) async fn members(
    db: &impl ConnectionTrait,
    organization: &str,
    teams: &[&str],
    day: Date,
) -> Result<Vec<Person>, Error> {
    let below = directory::teams(db, organization).await?.subtree_of(teams.iter().copied());
    directory::members_on(db, organization, &below, day).await
}
