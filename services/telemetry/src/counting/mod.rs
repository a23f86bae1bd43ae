//! From events to counts: what the jobs do with what arrived, and imports with history.

pub(crate) mod days;
pub(crate) mod history;
pub(crate) mod quality;
pub(crate) mod weeks;

use std::collections::HashSet;

use jiff::tz::TimeZone;
use kit::{directory, error::Error};

use crate::{
    domain::{core_tasks::CoreTasks, days::last_closed_day},
    store::{self, ConnectionTrait, application::Application},
};

/// What is counted together.
pub(crate) struct Scope<'a> {
    /// The organization.
    pub(crate) organization: &'a str,
    /// Its number.
    pub(crate) tenant: i64,
    /// The application.
    pub(crate) application: &'a Application,
    /// Its core tasks.
    pub(crate) core: CoreTasks,
    /// The features that somebody entered.
    pub(crate) known: HashSet<u32>,
}

impl<'a> Scope<'a> {
    pub(crate) async fn load<C: ConnectionTrait>(
        db: &C,
        organization: &'a str,
        tenant: i64,
        application: &'a Application,
    ) -> Result<Self, Error> {
        let core = store::core_task::core_tasks(db, organization, &application.id).await?;
        let known = store::feature::codes(db, organization, &application.id).await?.into_keys().collect();
        Ok(Self { organization, tenant, application, core, known })
    }
}

/// The places of an organization and the last day that is over in each; people without a site live by UTC.
pub(crate) struct Closed {
    places: Vec<(String, TimeZone, i32)>,
}

impl Closed {
    pub(crate) async fn load<C: ConnectionTrait>(
        db: &C,
        organization: &str,
        now: i64,
    ) -> Result<Self, Error> {
        let mut places = vec![(String::new(), TimeZone::UTC, last_closed_day(&TimeZone::UTC, now))];
        for site in directory::sites(db, organization).await? {
            let zone = site.calendar.zone().clone();
            let day = last_closed_day(&zone, now);
            places.push((site.id, zone, day));
        }
        Ok(Self { places })
    }

    /// Each place with the last day that is over there.
    pub(crate) fn iter(&self) -> impl Iterator<Item = (&str, &TimeZone, i32)> {
        self.places.iter().map(|(id, zone, day)| (id.as_str(), zone, *day))
    }

    /// The last day that is over at a place.
    pub(crate) fn at(&self, place: &str) -> i32 {
        self.places.iter().find(|(id, _, _)| id == place).map_or(i32::MIN, |(_, _, day)| *day)
    }

    /// The last day that is over somewhere.
    pub(crate) fn latest(&self) -> i32 {
        self.places.iter().map(|(_, _, day)| *day).max().unwrap_or(i32::MIN)
    }

    /// The last day that is over everywhere.
    pub(crate) fn everywhere(&self) -> i32 {
        self.places.iter().map(|(_, _, day)| *day).min().unwrap_or(i32::MIN)
    }
}
