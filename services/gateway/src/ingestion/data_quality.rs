//! `POST /v1/data-quality`: how the records saved with a feature on a day turned out.
//!
//! ```json
//! {"report_id": "r-1", "day": "2026-03-21", "feature": "opportunity.save", "external_id": "1042", "complete": 6, "incomplete": 1}
//! ```
//!
//! `team`, by its resource name, can take the place of `external_id`; of `complete`, `incomplete`, `duplicate` and
//! `corrected` one at least must be there, the others are 0.

use kit::violation::Rule;
use proto::telemetry::v1::{
    DataQualityReport, RecordDataQualityRequest, RecordSummary, data_quality_report::Whose,
};
use serde::Deserialize;
use tonic::{Request, Status};

use super::{
    Client, Kind,
    scalar::{Scalar, Wrong},
};

/// Reports of data quality.
pub(super) struct DataQuality;

/// A report as it was sent. Other fields are not read.
#[derive(Debug, Deserialize)]
pub(super) struct RawReport<'a> {
    #[serde(borrow, default)]
    report_id: Scalar<'a>,
    #[serde(borrow, default)]
    day: Scalar<'a>,
    #[serde(borrow, default)]
    feature: Scalar<'a>,
    #[serde(borrow, default)]
    external_id: Scalar<'a>,
    #[serde(borrow, default)]
    team: Scalar<'a>,
    #[serde(borrow, default)]
    complete: Scalar<'a>,
    #[serde(borrow, default)]
    incomplete: Scalar<'a>,
    #[serde(borrow, default)]
    duplicate: Scalar<'a>,
    #[serde(borrow, default)]
    corrected: Scalar<'a>,
}

#[derive(Deserialize)]
pub(super) struct Reports<'a> {
    #[serde(default)]
    application: String,
    #[serde(borrow)]
    reports: Vec<RawReport<'a>>,
}

impl<'a> From<Reports<'a>> for (String, Vec<RawReport<'a>>) {
    fn from(envelope: Reports<'a>) -> Self {
        (envelope.application, envelope.reports)
    }
}

impl RawReport<'_> {
    /// Whether it tells of no record at all, as it does when the fields have other names than Hamgam's.
    fn counts_nothing(&self) -> bool {
        [&self.complete, &self.incomplete, &self.duplicate, &self.corrected]
            .iter()
            .all(|count| **count == Scalar::Missing)
    }
}

fn whose(external_id: Scalar<'_>, team: Scalar<'_>, wrong: &mut Vec<Wrong>) -> Option<Whose> {
    match (external_id, team) {
        (external_id, Scalar::Missing) => Some(Whose::ExternalId(external_id.text("external_id", wrong))),
        (Scalar::Missing, team) => Some(Whose::Team(team.text("team", wrong))),
        (_, team) => {
            let value = team.text("team", wrong);
            wrong.push(Wrong {
                field: "team",
                value,
                rule: Rule::OneOf { fields: "external_id, team".into() },
            });
            None
        }
    }
}

impl Kind for DataQuality {
    const LIST: &'static str = "reports";
    type Raw<'a> = RawReport<'a>;
    type Envelope<'a> = Reports<'a>;
    type Message = DataQualityReport;

    fn message(raw: RawReport<'_>, wrong: &mut Vec<Wrong>) -> DataQualityReport {
        if raw.counts_nothing() {
            wrong.push(Wrong { field: "complete", value: String::new(), rule: Rule::Required });
        }
        DataQualityReport {
            report_id: raw.report_id.text("report_id", wrong),
            day: raw.day.text("day", wrong),
            feature: raw.feature.text("feature", wrong),
            whose: whose(raw.external_id, raw.team, wrong),
            complete: raw.complete.number("complete", wrong),
            incomplete: raw.incomplete.number("incomplete", wrong),
            duplicate: raw.duplicate.number("duplicate", wrong),
            corrected: raw.corrected.number("corrected", wrong),
        }
    }

    async fn record(
        client: &mut Client,
        application: String,
        reports: Vec<DataQualityReport>,
        headers: tonic::metadata::MetadataMap,
    ) -> Result<RecordSummary, Status> {
        let message = RecordDataQualityRequest { application, reports };
        let request = Request::from_parts(headers, tonic::Extensions::default(), message);
        Ok(client.record_data_quality(request).await?.into_inner().summary.unwrap_or_default())
    }
}
