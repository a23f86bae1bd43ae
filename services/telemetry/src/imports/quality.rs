//! Reports of data quality from a file: young ones are kept as reports, old ones become counts of teams.

use std::collections::{BTreeMap, BTreeSet, HashSet};

use jiff::Timestamp;
use kit::{
    db::time::to_micros,
    error::Error,
    imports::{Change, Summary},
};

use super::{
    job::Work,
    rows::Report,
    usage::{enter_features, ordinals},
};
use crate::{
    Telemetry,
    counting::quality::by_team,
    domain::{days::utc_day, retention::first_raw_day},
    store::{
        self,
        dirty::{self, What},
        event::BATCH,
        feature, quality, subject,
    },
};

/// Finds out what a file would change, and with `apply` changes it.
pub(super) async fn run(
    s: &Telemetry,
    work: &Work,
    apply: bool,
    now: Timestamp,
    summary: &mut Summary,
) -> Result<(), Error> {
    let organization = work.organization.as_str();
    let today = utc_day(to_micros(now));
    let raw_from = first_raw_day(today);
    let mut seen = HashSet::new();
    let reports: Vec<&Report> = work.parsed.reports.iter().filter(|r| seen.insert(r.hash)).collect();

    let known_features = enter_features(s, work, apply, now, summary).await?;
    let known = subject::known(s.db.read(), organization, &work.parsed.people.keys).await?;
    for report in &reports {
        if let Some(person) = report.person.filter(|p| !known.contains(&work.parsed.people.keys[*p as usize]))
        {
            summary.notice("UNKNOWN_PERSON", &work.parsed.people.texts[person as usize]);
        }
        if !known_features.contains(&report.feature) {
            summary.notice("UNKNOWN_FEATURE", &work.parsed.features.texts[report.feature as usize]);
        }
        if report.day < raw_from {
            summary.notice("HISTORY", "");
        }
    }
    summary.count_many("reports", Change::Created, i64::try_from(reports.len()).unwrap_or(i64::MAX));
    if !apply {
        return Ok(());
    }

    let wanted: Vec<u32> =
        reports.iter().filter_map(|r| r.person).collect::<BTreeSet<_>>().into_iter().collect();
    let people = ordinals(s, work, &wanted, today).await?;
    let tenant = s.ingest.names.tenant(organization).await?;
    let app = s.ingest.names.application(&tenant, &work.application.id).await?;
    let app = app.ok_or_else(|| Error::not_found(&work.application.id))?;
    let mut features = Vec::with_capacity(work.parsed.features.texts.len());
    for chunk in work.parsed.features.texts.chunks(BATCH) {
        let codes: Vec<&str> = chunk.iter().map(String::as_str).collect();
        let found = s.ingest.names.features(&tenant, &app, &codes).await?;
        features.extend(chunk.iter().map(|code| found[code].ordinal));
    }
    let rows: Vec<quality::Report> = reports
        .iter()
        .map(|r| quality::Report {
            hash: r.hash,
            day: r.day,
            subject: r.person.and_then(|p| people[p as usize]),
            team: r.team.clone(),
            feature: features[r.feature as usize],
            quality: r.quality,
        })
        .collect();
    let (young, old): (Vec<_>, Vec<_>) = rows.into_iter().partition(|r| r.day >= raw_from);
    write_young(s, work, &young).await?;
    write_old(s, work, old).await
}

async fn write_young(s: &Telemetry, work: &Work, reports: &[quality::Report]) -> Result<(), Error> {
    for chunk in reports.chunks(BATCH) {
        let tx = s.db.begin().await?;
        quality::insert(&tx, work.tenant, work.application.ordinal, chunk).await?;
        for day in chunk.iter().map(|r| r.day).collect::<BTreeSet<_>>() {
            dirty::mark(&tx, work.tenant, work.application.ordinal, What::Quality, day).await?;
        }
        tx.commit().await?;
    }
    Ok(())
}

async fn write_old(s: &Telemetry, work: &Work, reports: Vec<quality::Report>) -> Result<(), Error> {
    let organization = work.organization.as_str();
    let known: HashSet<u32> =
        feature::codes(s.db.read(), organization, &work.application.id).await?.into_keys().collect();
    let mut days: BTreeMap<i32, Vec<_>> = BTreeMap::new();
    for report in reports.into_iter().filter(|r| known.contains(&r.feature)) {
        days.entry(report.day).or_default().push((
            report.subject,
            report.team,
            report.feature,
            report.quality,
        ));
    }
    let (Some(first), Some(last)) = (days.keys().next(), days.keys().last()) else { return Ok(()) };
    let roster = store::roster::load(s.db.read(), organization, *first, *last).await?;
    for (day, reports) in days {
        let teams = by_team(&roster, day, &reports);
        let tx = s.db.begin().await?;
        quality::save_day(&tx, work.tenant, work.application.ordinal, day, true, &teams).await?;
        tx.commit().await?;
    }
    Ok(())
}
