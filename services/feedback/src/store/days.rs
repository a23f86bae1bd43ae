//! Which day it is for an organization.

use jiff::{Timestamp, civil::Date, tz::TimeZone};
use kit::{directory, error::Error};

use super::ConnectionTrait;

/// The organization's day at an instant: that of its first site, else UTC's.
pub(crate) async fn today<C: ConnectionTrait>(
    db: &C,
    organization: &str,
    now: Timestamp,
) -> Result<Date, Error> {
    let sites = directory::sites(db, organization).await?;
    Ok(sites.first().map_or_else(|| now.to_zoned(TimeZone::UTC).date(), |s| s.calendar.day_of(now)))
}
