//! Reports of data quality from a file: young ones are kept as reports, old ones become counts of teams.

use std::collections::{BTreeMap, BTreeSet, HashMap, HashSet};

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
    domain::{days::utc_day, quality::Quality, retention::first_raw_day},
    store::{
        self, ConnectionTrait,
        dirty::{self, What},
        event::{BATCH, EventHash},
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
    count_young(s, work, &reports, raw_from, summary).await?;
    if !apply {
        return compare_old(s, work, &reports, raw_from, summary).await;
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
        features.extend(found.iter().map(|f| f.ordinal));
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
    let ordinals = subject::ordinals(s.db.read(), organization).await?;
    for (day, teams) in by_day(s, work, &ordinals, &old, true).await? {
        let tx = s.db.begin().await?;
        compare_day(&tx, work, day, &teams, summary).await?;
        quality::save_day(&tx, work.tenant, work.application.ordinal, day, true, &teams).await?;
        tx.commit().await?;
    }
    Ok(())
}

/// Counts the reports that are kept as such.
async fn count_young(
    s: &Telemetry,
    work: &Work,
    reports: &[&Report],
    raw_from: i32,
    summary: &mut Summary,
) -> Result<(), Error> {
    let hashes: Vec<EventHash> = reports.iter().filter(|r| r.day >= raw_from).map(|r| r.hash).collect();
    if hashes.is_empty() {
        return Ok(());
    }
    let there = quality::existing(s.db.read(), work.tenant, work.application.ordinal, &hashes).await?;
    let new = u64::try_from(hashes.len()).unwrap_or(u64::MAX).saturating_sub(there);
    summary.count_many("reports", Change::Created, i64::try_from(new).unwrap_or(i64::MAX));
    summary.count_many("reports", Change::Unchanged, i64::try_from(there).unwrap_or(i64::MAX));
    Ok(())
}

/// Finds out what the old reports change in the counts of teams; a dry run gives no numbers away.
async fn compare_old(
    s: &Telemetry,
    work: &Work,
    reports: &[&Report],
    raw_from: i32,
    summary: &mut Summary,
) -> Result<(), Error> {
    let (organization, names) = (work.organization.as_str(), &work.parsed);
    let known = subject::known(s.db.read(), organization, &names.people.keys).await?;
    let ordinals = super::past::provisional(s, work, &known).await?;
    let features = super::past::features(s, work).await?;
    let old: Vec<quality::Report> = reports
        .iter()
        .filter(|r| r.day < raw_from)
        .map(|r| quality::Report {
            hash: r.hash,
            day: r.day,
            subject: r.person.and_then(|p| ordinals.get(&names.people.keys[p as usize]).copied()),
            team: r.team.clone(),
            feature: features[r.feature as usize],
            quality: r.quality,
        })
        .collect();
    for (day, teams) in by_day(s, work, &ordinals, &old, false).await? {
        compare_day(s.db.read(), work, day, &teams, summary).await?;
    }
    Ok(())
}

/// How the counts of a day differ from those that are kept: of two accounts the one of more records stays.
async fn compare_day<C: ConnectionTrait>(
    db: &C,
    work: &Work,
    day: i32,
    teams: &BTreeMap<(String, u32), Quality>,
    summary: &mut Summary,
) -> Result<(), Error> {
    let kept = quality::day(db, work.tenant, work.application.ordinal, day).await?;
    for (key, counts) in teams {
        let change = match kept.get(key) {
            None => Change::Created,
            Some(old) if old != counts && old.records() <= counts.records() => Change::Updated,
            Some(_) => Change::Unchanged,
        };
        summary.count("quality_days", change);
    }
    Ok(())
}

async fn write_young(s: &Telemetry, work: &Work, reports: &[quality::Report]) -> Result<(), Error> {
    for chunk in reports.chunks(BATCH) {
        let tx = s.db.begin().await?;
        quality::insert(&tx, work.tenant, work.application.ordinal, chunk).await?;
        let days: BTreeSet<i32> = chunk.iter().map(|r| r.day).collect();
        dirty::mark(&tx, work.tenant, work.application.ordinal, What::Quality, days).await?;
        tx.commit().await?;
    }
    Ok(())
}

/// Old reports as counts of teams, by day and by feature that somebody entered.
async fn by_day(
    s: &Telemetry,
    work: &Work,
    ordinals: &HashMap<String, u32>,
    reports: &[quality::Report],
    entered: bool,
) -> Result<BTreeMap<i32, BTreeMap<(String, u32), Quality>>, Error> {
    let organization = work.organization.as_str();
    let known = feature::codes(s.db.read(), organization, &work.application.id).await?;
    let counts = |f: u32| known.contains_key(&f) || (!entered && work.create_features);
    let mut days: BTreeMap<i32, Vec<_>> = BTreeMap::new();
    for r in reports.iter().filter(|r| counts(r.feature)) {
        days.entry(r.day).or_default().push((r.subject, r.team.clone(), r.feature, r.quality));
    }
    let (Some(first), Some(last)) = (days.keys().next(), days.keys().last()) else {
        return Ok(BTreeMap::new());
    };
    let roster = store::roster::load_with(s.db.read(), organization, ordinals, *first, *last).await?;
    Ok(days.into_iter().map(|(day, reports)| (day, by_team(&roster, day, &reports))).collect())
}
