//! `POST /v1/usage`: acts of people.
//!
//! ```json
//! {"event_id": "a-1", "time": "2026-03-21T09:30:00+03:30", "external_id": "1042", "feature": "opportunity.save"}
//! ```

use proto::telemetry::v1::{RecordSummary, RecordUsageRequest, UsageEvent};
use serde::Deserialize;
use tonic::{Request, Status};

use super::{
    Client, Kind,
    scalar::{Scalar, Wrong},
};

/// Acts of people.
pub(super) struct Usage;

/// An event as it was sent. Other fields are not read: what Hamgam does not need, it does not take.
#[derive(Debug, Deserialize)]
pub(super) struct RawEvent<'a> {
    #[serde(borrow, default)]
    event_id: Scalar<'a>,
    #[serde(borrow, default)]
    time: Scalar<'a>,
    #[serde(borrow, default)]
    external_id: Scalar<'a>,
    #[serde(borrow, default)]
    feature: Scalar<'a>,
}

#[derive(Deserialize)]
pub(super) struct Events<'a> {
    #[serde(default)]
    application: String,
    #[serde(borrow)]
    events: Vec<RawEvent<'a>>,
}

impl<'a> From<Events<'a>> for (String, Vec<RawEvent<'a>>) {
    fn from(envelope: Events<'a>) -> Self {
        (envelope.application, envelope.events)
    }
}

impl Kind for Usage {
    const LIST: &'static str = "events";
    type Raw<'a> = RawEvent<'a>;
    type Envelope<'a> = Events<'a>;
    type Message = UsageEvent;

    fn message(raw: RawEvent<'_>, wrong: &mut Vec<Wrong>) -> UsageEvent {
        UsageEvent {
            time: raw.time.time("time", wrong).map(kit::db::time::to_proto),
            event_id: raw.event_id.text("event_id", wrong),
            external_id: raw.external_id.text("external_id", wrong),
            feature: raw.feature.text("feature", wrong),
        }
    }

    async fn record(
        client: &mut Client,
        application: String,
        events: Vec<UsageEvent>,
        headers: tonic::metadata::MetadataMap,
    ) -> Result<RecordSummary, Status> {
        let message = RecordUsageRequest { application, events };
        let request = Request::from_parts(headers, tonic::Extensions::default(), message);
        Ok(client.record_usage(request).await?.into_inner().summary.unwrap_or_default())
    }
}
