//! Sites and their calendars.

use jiff::{civil::Weekday, tz::TimeZone};
use prost::Message;
use proto::identity::v1 as pb;
use sea_orm::{ConnectionTrait, FromQueryResult};

use super::row::{execute, last_id, statement};
use crate::{
    db::Tx,
    error::Error,
    workdays::{SiteCalendar, WorkWeek},
};

/// A place of work.
#[derive(Debug, Clone, PartialEq)]
pub struct Site {
    /// The id.
    pub id: String,
    /// What people call it.
    pub display_name: String,
    /// Its time zone, work weeks and holidays.
    pub calendar: SiteCalendar,
}

#[derive(FromQueryResult)]
struct Row {
    id: String,
    payload: Vec<u8>,
}

impl Row {
    fn read(self) -> Result<Site, Error> {
        let pb = pb::Site::decode(self.payload.as_slice())?;
        Ok(Site { id: self.id, calendar: calendar_of(&pb), display_name: pb.display_name })
    }
}

/// The calendar that a site of the contract describes. A time zone that this machine does not know reads as UTC.
pub fn calendar_of(site: &pb::Site) -> SiteCalendar {
    let zone = TimeZone::get(&site.time_zone).unwrap_or(TimeZone::UTC);
    let mut weeks =
        site.work_weeks.iter().filter_map(|w| Some((w.start_day.parse().ok()?, week_of(&w.work_days)?)));
    let (_, first) = weeks.next().unwrap_or((jiff::civil::Date::MIN, WorkWeek::SAT_SUN));
    weeks
        .fold(SiteCalendar::new(zone, first), |calendar, (day, week)| calendar.with_week_from(day, week))
        .with_holidays(site.holidays.iter().filter_map(|h| h.day.parse().ok()))
}

/// The work week of the contract's weekdays; `None` for none.
pub fn week_of(days: &[i32]) -> Option<WorkWeek> {
    WorkWeek::working(days.iter().filter_map(|d| weekday_of(*d)))
}

/// The contract's weekdays of a work week, from Monday.
pub fn week_to_proto(week: WorkWeek) -> Vec<i32> {
    week.days().map(|d| i32::from(d.to_monday_one_offset())).collect()
}

/// A day of the week of the contract; `None` for a value that is not set or not known.
pub fn weekday_of(value: i32) -> Option<Weekday> {
    Weekday::from_monday_one_offset(i8::try_from(value).ok()?).ok()
}

/// The site with this id.
pub async fn site<C: ConnectionTrait>(db: &C, organization: &str, id: &str) -> Result<Option<Site>, Error> {
    let sql = "SELECT id, payload FROM directory_site WHERE organization = $1 AND id = $2";
    let values = vec![organization.into(), id.into()];
    Row::find_by_statement(statement(db, sql, values)).one(db).await?.map(Row::read).transpose()
}

/// All sites of an organization, by id.
pub async fn sites<C: ConnectionTrait>(db: &C, organization: &str) -> Result<Vec<Site>, Error> {
    let sql = "SELECT id, payload FROM directory_site WHERE organization = $1 ORDER BY id";
    Row::find_by_statement(statement(db, sql, vec![organization.into()]))
        .all(db)
        .await?
        .into_iter()
        .map(Row::read)
        .collect()
}

pub(super) async fn put(tx: &Tx, organization: &str, pb: &pb::Site) -> Result<(), Error> {
    let sql = "INSERT INTO directory_site (organization, id, revision, payload) VALUES ($1, $2, $3, $4) \
               ON CONFLICT (organization, id) DO UPDATE SET revision = excluded.revision, payload = excluded.payload \
               WHERE directory_site.revision < excluded.revision";
    let values =
        vec![organization.into(), last_id(&pb.name).into(), pb.revision.into(), pb.encode_to_vec().into()];
    execute(tx, sql, values).await?;
    Ok(())
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::*;

    #[test]
    fn a_site_of_the_contract_becomes_its_calendar() {
        let calendar = calendar_of(&pb::Site {
            time_zone: "Asia/Tehran".into(),
            work_weeks: vec![
                pb::WorkWeek { start_day: "2020-01-01".into(), work_days: vec![6, 7, 1, 2, 3, 4] },
                pb::WorkWeek { start_day: "2025-06-01".into(), work_days: vec![6, 7, 1, 2, 3] },
            ],
            holidays: vec![pb::Holiday { day: "2026-03-21".into(), title: None }],
            ..Default::default()
        });
        assert!(calendar.works(date(2025, 5, 29)), "thursdays were worked");
        assert!(!calendar.works(date(2025, 6, 5)), "and then no longer");
        assert!(calendar.works(date(2019, 1, 5)), "the first week holds before it begins");
        assert!(!calendar.works(date(2026, 3, 21)), "Nowruz");
        assert_eq!(calendar.zone().iana_name(), Some("Asia/Tehran"));
    }

    #[test]
    fn weekdays_go_there_and_back() {
        assert_eq!(week_of(&week_to_proto(WorkWeek::THU_FRI)), Some(WorkWeek::THU_FRI));
        assert_eq!(week_of(&[]), None);
        assert_eq!(weekday_of(0), None);
        assert_eq!(weekday_of(8), None);
        assert_eq!(weekday_of(pb::Weekday::Friday as i32), Some(Weekday::Friday));
    }
}
