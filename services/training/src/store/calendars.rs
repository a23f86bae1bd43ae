//! The calendars of an organization's sites.

use std::collections::HashMap;

use jiff::{Timestamp, civil::Date, tz::TimeZone};
use kit::{
    directory::{self, Person},
    error::Error,
    workdays::{SiteCalendar, WorkWeek},
};

use super::ConnectionTrait;

/// The calendars of the sites, and the one of whoever has none.
#[derive(Debug, Clone)]
pub(crate) struct Calendars {
    sites: HashMap<String, SiteCalendar>,
    unknown: SiteCalendar,
}

impl Calendars {
    /// Reads them from the directory's copy.
    pub(crate) async fn load<C: ConnectionTrait>(db: &C, organization: &str) -> Result<Self, Error> {
        let sites = directory::sites(db, organization).await?.into_iter();
        Ok(Self { sites: sites.map(|s| (s.id, s.calendar)).collect(), unknown: every_day() })
    }

    /// The calendar of a person's site. Whoever has no known site works every day, in UTC.
    pub(crate) fn of(&self, person: Option<&Person>) -> &SiteCalendar {
        person.and_then(|p| p.site.as_ref()).and_then(|site| self.sites.get(site)).unwrap_or(&self.unknown)
    }

    /// The person's day at an instant.
    pub(crate) fn today(&self, person: Option<&Person>, now: Timestamp) -> Date {
        self.of(person).day_of(now)
    }
}

fn every_day() -> SiteCalendar {
    let week = WorkWeek::weekend([]).unwrap_or(WorkWeek::SAT_SUN);
    SiteCalendar::new(TimeZone::UTC, week)
}
