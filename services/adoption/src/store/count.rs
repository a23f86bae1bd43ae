//! What telemetry counted, and how far it is evaluated.

use std::collections::BTreeMap;

use kit::{
    db::{
        Asked, Together, Tx,
        sql::{all, execute, one},
    },
    error::Error,
};
use sea_orm::{ConnectionTrait, FromQueryResult};

use crate::domain::{
    evaluator::DayCount,
    packed::{Packer, Unpacker},
    standing::Day,
};

/// How far an application is evaluated.
#[derive(Debug, Clone, PartialEq, Eq, FromQueryResult)]
pub(crate) struct Application {
    pub(crate) organization: String,
    #[sea_orm(from_alias = "application")]
    pub(crate) id: String,
    /// The first day with counts.
    pub(crate) first_day: i32,
    /// The last day with counts.
    pub(crate) last_day: i32,
    /// The last day that is evaluated.
    pub(crate) evaluated_day: Option<i32>,
    /// The first day that waits to be evaluated.
    pub(crate) dirty_day: Option<i32>,
    /// Grows with each change of the counts.
    pub(crate) version: i64,
}

/// The counts of a cell.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Cell {
    pub(crate) count: DayCount,
    pub(crate) revision: i64,
}

const APPLICATION: &str = "SELECT organization, application, first_day, last_day, evaluated_day, dirty_day, version FROM application";

/// The counts of a day, in columns by the number of the cell: `eligible` has the cells and how many were eligible, `counts` the
/// rest.
#[derive(FromQueryResult)]
struct DayRow {
    day: i32,
    eligible: Vec<u8>,
    counts: Vec<u8>,
}

impl DayRow {
    fn unpack(&self) -> Result<BTreeMap<u32, Cell>, Error> {
        let read = || {
            let (mut people, mut counts) = (Unpacker::new(&self.eligible)?, Unpacker::new(&self.counts)?);
            let (cells, eligible) = (people.take::<u32>()?, people.take::<u32>()?);
            let (active, new_members) = (counts.take::<u32>()?, counts.take::<u32>()?);
            let revisions = counts.take::<i64>()?;
            let rest = active.into_iter().zip(new_members).zip(revisions);
            let of_day = cells.into_iter().zip(eligible).zip(rest);
            Some(
                of_day
                    .map(|((cell, eligible), ((active, new_members), revision))| {
                        (cell, Cell { count: DayCount { eligible, active, new_members }, revision })
                    })
                    .collect(),
            )
        };
        read().ok_or_else(|| Error::internal(format!("the counts of day {} cannot be read", self.day)))
    }
}

/// Keeps the counts of cells of one day; false when the same or newer ones of all of them are there.
pub(crate) async fn put<C: ConnectionTrait>(
    tx: &C,
    organization: &str,
    application: &str,
    day: Day,
    cells: impl IntoIterator<Item = (u32, Cell)>,
) -> Result<bool, Error> {
    let sql = "SELECT day, eligible, counts FROM day_count WHERE organization = $1 AND application = $2 AND day = $3";
    let kept: Option<DayRow> =
        one(tx, sql, vec![organization.into(), application.into(), day.into()]).await?;
    let mut of_day = kept.map(|row| row.unpack()).transpose()?.unwrap_or_default();
    let mut changed = false;
    for (number, cell) in cells {
        let newer = of_day.get(&number).is_none_or(|kept| kept.revision < cell.revision);
        if newer {
            of_day.insert(number, cell);
            changed = true;
        }
    }
    if !changed {
        return Ok(false);
    }
    let column = |of: fn(&Cell) -> u32| of_day.values().map(of).collect::<Vec<u32>>();
    let mut people = Packer::default();
    people.put(&of_day.keys().copied().collect::<Vec<u32>>());
    people.put(&column(|c| c.count.eligible));
    let mut counts = Packer::default();
    counts.put(&column(|c| c.count.active));
    counts.put(&column(|c| c.count.new_members));
    counts.put(&of_day.values().map(|c| c.revision).collect::<Vec<i64>>());
    let sql = "INSERT INTO day_count (organization, application, day, eligible, counts) VALUES ($1, $2, $3, $4, $5) \
               ON CONFLICT (organization, application, day) DO UPDATE SET eligible = excluded.eligible, \
               counts = excluded.counts";
    let values = vec![
        organization.into(),
        application.into(),
        day.into(),
        people.finish().into(),
        counts.finish().into(),
    ];
    execute(tx, sql, values).await?;
    Ok(true)
}

/// Says that a site has counts on a day.
pub(crate) async fn mark_site<C: ConnectionTrait>(
    tx: &C,
    organization: &str,
    application: &str,
    site: &str,
    day: Day,
) -> Result<(), Error> {
    let sql = "INSERT INTO site_span (organization, application, site, first_day, last_day) \
               VALUES ($1, $2, $3, $4, $4) ON CONFLICT (organization, application, site) DO UPDATE SET \
               first_day = CASE WHEN excluded.first_day < site_span.first_day THEN excluded.first_day \
               ELSE site_span.first_day END, \
               last_day = CASE WHEN excluded.last_day > site_span.last_day THEN excluded.last_day \
               ELSE site_span.last_day END";
    execute(tx, sql, vec![organization.into(), application.into(), site.into(), day.into()]).await?;
    Ok(())
}

/// Says that a day has new counts and must be evaluated, with the days after it.
pub(crate) async fn mark(tx: &Tx, organization: &str, application: &str, day: Day) -> Result<(), Error> {
    let sql = "INSERT INTO application (organization, application, first_day, last_day, dirty_day, version) \
               VALUES ($1, $2, $3, $3, $3, 1) ON CONFLICT (organization, application) DO UPDATE SET \
               first_day = CASE WHEN excluded.first_day < application.first_day THEN excluded.first_day \
               ELSE application.first_day END, \
               last_day = CASE WHEN excluded.last_day > application.last_day THEN excluded.last_day \
               ELSE application.last_day END, \
               dirty_day = CASE WHEN application.dirty_day IS NULL OR excluded.dirty_day < application.dirty_day \
               THEN excluded.dirty_day ELSE application.dirty_day END, \
               version = application.version + 1";
    execute(tx, sql, vec![organization.into(), application.into(), day.into()]).await?;
    Ok(())
}

/// An application that waits to be evaluated.
pub(crate) async fn next_dirty<C: ConnectionTrait>(db: &C) -> Result<Option<Application>, Error> {
    let sql = format!(
        "{APPLICATION} WHERE dirty_day IS NOT NULL AND dirty_day <= last_day ORDER BY organization, application LIMIT 1"
    );
    one(db, &sql, vec![]).await
}

/// How far an application is evaluated; `None` when nothing was ever counted.
pub(crate) async fn application<C: ConnectionTrait>(
    db: &C,
    organization: &str,
    application: &str,
) -> Result<Option<Application>, Error> {
    let sql = format!("{APPLICATION} WHERE organization = $1 AND application = $2");
    one(db, &sql, vec![organization.into(), application.into()]).await
}

/// Asks how far an application is evaluated, beside other questions.
pub(super) fn ask_application(
    together: &mut Together,
    organization: &str,
    application: &str,
) -> Asked<Application> {
    let sql = format!("{APPLICATION} WHERE organization = $1 AND application = $2");
    together.ask(sql, [organization.into(), application.into()])
}

/// Asks how far each application of an organization is evaluated, by id, beside other questions.
pub(super) fn ask_applications(together: &mut Together, organization: &str) -> Asked<Application> {
    together.ask(format!("{APPLICATION} WHERE organization = $1 ORDER BY application"), [organization.into()])
}

/// Keeps how far an application is evaluated; days that were evaluated before and wait again still count. `seen` is the version that the counts had when they were read: with
/// newer ones, the day that waits stays, and everything from it on is evaluated again.
pub(crate) async fn advance(
    tx: &Tx,
    organization: &str,
    application: &str,
    evaluated: Day,
    dirty: Option<Day>,
    seen: i64,
) -> Result<(), Error> {
    let sql = "UPDATE application SET \
               evaluated_day = CASE WHEN evaluated_day > $3 THEN evaluated_day ELSE $3 END, \
               dirty_day = CASE WHEN version = $5 THEN $4 ELSE dirty_day END \
               WHERE organization = $1 AND application = $2";
    let values = vec![organization.into(), application.into(), evaluated.into(), dirty.into(), seen.into()];
    execute(tx, sql, values).await?;
    Ok(())
}

/// The counts of some days, by day, each by the number of the cell.
pub(crate) async fn days<C: ConnectionTrait>(
    db: &C,
    organization: &str,
    application: &str,
    from: Day,
    to: Day,
) -> Result<BTreeMap<Day, Vec<(u32, DayCount)>>, Error> {
    let sql = "SELECT day, eligible, counts FROM day_count \
               WHERE organization = $1 AND application = $2 AND day >= $3 AND day <= $4";
    let rows: Vec<DayRow> =
        all(db, sql, vec![organization.into(), application.into(), from.into(), to.into()]).await?;
    let counts = |row: DayRow| {
        let cells = row.unpack()?;
        Ok((row.day, cells.into_iter().map(|(number, cell)| (number, cell.count)).collect()))
    };
    rows.into_iter().map(counts).collect()
}

#[derive(FromQueryResult)]
struct PeopleRow {
    day: i32,
    eligible: Vec<u8>,
}

/// Eligible people of some days, by day, each by the number of the cell.
pub(crate) async fn people<C: ConnectionTrait>(
    db: &C,
    organization: &str,
    application: &str,
    from: Day,
    to: Day,
) -> Result<BTreeMap<Day, Vec<(u32, u32)>>, Error> {
    let sql = "SELECT day, eligible FROM day_count \
               WHERE organization = $1 AND application = $2 AND day >= $3 AND day <= $4";
    let rows: Vec<PeopleRow> =
        all(db, sql, vec![organization.into(), application.into(), from.into(), to.into()]).await?;
    let people = |row: PeopleRow| {
        let read = || {
            let mut people = Unpacker::new(&row.eligible)?;
            Some(people.take::<u32>()?.into_iter().zip(people.take::<u32>()?).collect())
        };
        let read = read().ok_or_else(|| Error::internal("the people of a day cannot be read"))?;
        Ok((row.day, read))
    };
    rows.into_iter().map(people).collect()
}

#[derive(FromQueryResult)]
struct Range {
    first_day: i32,
    last_day: i32,
}

/// The first and last day on which a site has counts.
pub(crate) async fn range_of_site<C: ConnectionTrait>(
    db: &C,
    organization: &str,
    application: &str,
    site: &str,
) -> Result<Option<(Day, Day)>, Error> {
    let sql = "SELECT first_day, last_day FROM site_span \
               WHERE organization = $1 AND application = $2 AND site = $3";
    let range: Option<Range> =
        one(db, sql, vec![organization.into(), application.into(), site.into()]).await?;
    Ok(range.map(|r| (r.first_day, r.last_day)))
}
