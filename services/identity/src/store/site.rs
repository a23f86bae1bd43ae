//! Sites with their calendars.

use std::collections::HashMap;

use kit::{
    db::{
        sql::{execute, statement},
        time::{from_days, from_micros, to_days, to_micros},
    },
    error::Error,
    localize::Text,
    text::normalize,
    workdays::WorkWeek,
};
use sea_orm::{ConnectionTrait, FromQueryResult};

use crate::domain::site::{Holiday, Site};

#[derive(FromQueryResult)]
struct Row {
    id: String,
    display_name: String,
    time_zone: String,
    revision: i64,
    create_time: i64,
}

#[derive(FromQueryResult)]
struct WeekRow {
    site: String,
    start_day: i32,
    days: i32,
}

#[derive(FromQueryResult)]
struct HolidayRow {
    site: String,
    day: i32,
    title: String,
}

/// The site with this id.
pub(crate) async fn load<C: ConnectionTrait>(
    db: &C,
    organization: &str,
    id: &str,
) -> Result<Option<Site>, Error> {
    Ok(select(db, organization, "= $2", id).await?.pop())
}

/// All sites, by name.
pub(crate) async fn all<C: ConnectionTrait>(db: &C, organization: &str) -> Result<Vec<Site>, Error> {
    let mut sites = select(db, organization, "> $2", "").await?;
    sites.sort_by_cached_key(|s| (normalize(&s.display_name), s.id.clone()));
    Ok(sites)
}

async fn select<C: ConnectionTrait>(
    db: &C,
    organization: &str,
    id: &str,
    value: &str,
) -> Result<Vec<Site>, Error> {
    let values = || vec![organization.into(), value.into()];
    let sql = format!(
        "SELECT id, display_name, time_zone, revision, create_time FROM site WHERE organization = $1 AND id {id}"
    );
    let rows = Row::find_by_statement(statement(db, sql, values())).all(db).await?;
    let sql = format!(
        "SELECT site, start_day, days FROM site_work_week WHERE organization = $1 AND site {id} ORDER BY start_day"
    );
    let mut weeks: HashMap<String, Vec<_>> = HashMap::new();
    for row in WeekRow::find_by_statement(statement(db, sql, values())).all(db).await? {
        if let Some(week) = u8::try_from(row.days).ok().and_then(WorkWeek::from_bits) {
            weeks.entry(row.site).or_default().push((from_days(row.start_day), week));
        }
    }
    let sql = format!(
        "SELECT site, day, title FROM site_holiday WHERE organization = $1 AND site {id} ORDER BY day"
    );
    let mut holidays: HashMap<String, Vec<_>> = HashMap::new();
    for row in HolidayRow::find_by_statement(statement(db, sql, values())).all(db).await? {
        let title: Text = serde_json::from_str(&row.title)?;
        holidays.entry(row.site).or_default().push(Holiday { day: from_days(row.day), title });
    }
    Ok(rows
        .into_iter()
        .map(|row| Site {
            work_weeks: weeks.remove(&row.id).unwrap_or_default(),
            holidays: holidays.remove(&row.id).unwrap_or_default(),
            id: row.id,
            display_name: row.display_name,
            time_zone: row.time_zone,
            revision: row.revision,
            create_time: from_micros(row.create_time),
        })
        .collect())
}

/// Writes a site with its whole calendar.
pub(crate) async fn save<C: ConnectionTrait>(db: &C, organization: &str, site: &Site) -> Result<(), Error> {
    let sql = "INSERT INTO site (organization, id, revision, create_time, display_name, name_key, time_zone) \
               VALUES ($1, $2, $3, $4, $5, $6, $7) ON CONFLICT (organization, id) DO UPDATE SET \
               revision = excluded.revision, display_name = excluded.display_name, name_key = excluded.name_key, \
               time_zone = excluded.time_zone";
    let values = vec![
        organization.into(),
        site.id.clone().into(),
        site.revision.into(),
        to_micros(site.create_time).into(),
        site.display_name.clone().into(),
        normalize(&site.display_name).into(),
        site.time_zone.clone().into(),
    ];
    execute(db, sql, values).await?;
    for table in ["site_work_week", "site_holiday"] {
        let sql = format!("DELETE FROM {table} WHERE organization = $1 AND site = $2");
        execute(db, &sql, vec![organization.into(), site.id.clone().into()]).await?;
    }
    for (day, week) in &site.work_weeks {
        let sql = "INSERT INTO site_work_week (organization, site, start_day, days) VALUES ($1, $2, $3, $4)";
        let values = vec![
            organization.into(),
            site.id.clone().into(),
            to_days(*day).into(),
            i32::from(week.bits()).into(),
        ];
        execute(db, sql, values).await?;
    }
    for holiday in &site.holidays {
        let sql = "INSERT INTO site_holiday (organization, site, day, title) VALUES ($1, $2, $3, $4)";
        let title = serde_json::to_string(&holiday.title)?;
        let values =
            vec![organization.into(), site.id.clone().into(), to_days(holiday.day).into(), title.into()];
        execute(db, sql, values).await?;
    }
    Ok(())
}
