//! Reports of data quality: few, so each batch is a transaction of its own.

use std::collections::BTreeSet;

use kit::{
    db::time::{to_days, to_micros},
    directory,
    error::Error,
    violation::Rule,
};
use proto::telemetry::v1::{DataQualityReport, RecordSummary, data_quality_report::Whose};

use super::{
    Ingest, Sender,
    batch::{check_count, check_names},
};
use crate::{
    domain::{days::utc_day, name::TeamName, quality::Quality, retention::LATE_DAYS},
    store::{
        dirty::{self, What},
        event::{BATCH, hash_of},
        quality::{self, Report},
    },
};

/// The most records of one kind in a report.
const MOST_RECORDS: i64 = 1_000_000;

/// Whose records they are, if they are a person's.
fn external_id(report: &DataQualityReport) -> Option<&str> {
    match &report.whose {
        Some(Whose::ExternalId(id)) => Some(id),
        _ => None,
    }
}

impl Ingest {
    /// Records a batch of reports; answers when it is on disk.
    pub(crate) async fn record_quality(
        &self,
        sender: &Sender,
        reports: &[DataQualityReport],
    ) -> Result<RecordSummary, Error> {
        let today = utc_day(to_micros(self.clock.now()));
        let organization = sender.tenant.organization.as_str();
        let teams = directory::teams(self.db.read(), organization).await?;
        let mut violations = sender.caller.violations();
        check_count(&mut violations, "reports", reports.len());
        let mut in_time: Vec<(&DataQualityReport, i32, String)> = Vec::with_capacity(reports.len());
        let mut too_late = 0;
        for (index, report) in reports.iter().enumerate().take(BATCH) {
            let id = ("report_id", report.report_id.as_str());
            let path = |field: &str| format!("reports[{index}].{field}");
            let (external_id, team) = match &report.whose {
                Some(Whose::ExternalId(id)) => (Some(id.as_str()), String::new()),
                Some(Whose::Team(name)) => {
                    let found = name
                        .parse::<TeamName>()
                        .ok()
                        .filter(|t| t.organization == organization && teams.get(&t.team).is_some());
                    if found.is_none() {
                        violations.add(path("team"), name, Rule::NotFound);
                    }
                    (None, found.map(|t| t.team).unwrap_or_default())
                }
                None => (Some(""), String::new()),
            };
            check_names(&mut violations, "reports", index, id, external_id, &report.feature);
            for (field, value) in [
                ("complete", report.complete),
                ("incomplete", report.incomplete),
                ("duplicate", report.duplicate),
                ("corrected", report.corrected),
            ] {
                violations.range(&path(field), value, 0..=MOST_RECORDS);
            }
            if let Some(day) = violations.day(&path("day"), &report.day).map(to_days) {
                if day > today + 1 {
                    violations.add(path("day"), &report.day, Rule::InFuture);
                } else if day < today - LATE_DAYS {
                    too_late += 1;
                } else {
                    in_time.push((report, day, team));
                }
            }
        }
        violations.check()?;

        let ids: Vec<&str> = in_time.iter().filter_map(|(r, _, _)| external_id(r)).collect();
        let mut people = self.names.people(&sender.tenant, &ids, today).await?.into_iter();
        let codes: Vec<&str> = in_time.iter().map(|(r, _, _)| r.feature.as_str()).collect();
        let features = self.names.features(&sender.tenant, &sender.application, &codes).await?;

        let mut summary = RecordSummary { too_late, ..RecordSummary::default() };
        let mut rows = Vec::with_capacity(in_time.len());
        for ((report, day, team), feature) in in_time.into_iter().zip(features) {
            let person = external_id(report).and_then(|_| people.next());
            summary.unknown_people += i64::from(person.is_some_and(|p| !p.known));
            summary.unknown_features += i64::from(!feature.known);
            let records = |n: i64| u64::try_from(n).unwrap_or_default();
            rows.push(Report {
                hash: hash_of(&report.report_id),
                day,
                subject: person.map(|p| p.ordinal),
                team,
                feature: feature.ordinal,
                quality: Quality {
                    complete: records(report.complete),
                    incomplete: records(report.incomplete),
                    duplicate: records(report.duplicate),
                    corrected: records(report.corrected),
                },
            });
        }
        let (tenant, application) = (sender.tenant.id, sender.application.ordinal);
        let tx = self.db.begin().await?;
        let new = quality::insert(&tx, tenant, application, &rows).await?;
        let days: BTreeSet<i32> = rows.iter().map(|r| r.day).collect();
        dirty::mark(&tx, tenant, application, What::Quality, days).await?;
        tx.commit().await?;
        summary.recorded = i64::try_from(new).unwrap_or(i64::MAX);
        summary.duplicate = i64::try_from(rows.len()).unwrap_or(i64::MAX) - summary.recorded;
        Ok(summary)
    }
}
