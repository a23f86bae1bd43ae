//! One batch of usage events: checked whole, its names looked up, handed to the writer.

use kit::{
    db::time::{from_proto, to_micros},
    error::Error,
    violation::{Rule, Violations},
};
use proto::telemetry::v1::{RecordSummary, UsageEvent};
use tokio::sync::oneshot;

use super::{Ingest, Sender, writer::Job};
use crate::{
    domain::{
        days::utc_day,
        retention::{Arrival, arrival},
    },
    store::event::{BATCH, Event, hash_of},
};

/// Checks one field of an event; the path is only made for a violation.
fn check(violations: &mut Violations, list: &str, index: usize, field: &str, value: &str, max: usize) {
    let count = if value.len() <= max && !value.is_empty() { 1 } else { value.chars().count() };
    if count == 0 || count > max {
        violations.length(&format!("{list}[{index}].{field}"), value, 1..=max);
    }
}

/// The number of items must be 1 to 500.
pub(super) fn check_count(violations: &mut Violations, list: &str, count: usize) {
    if count == 0 {
        violations.add(list, 0, Rule::TooFew { min: 1 });
    }
    violations.count(list, count, BATCH);
}

/// Checks what events and reports have in common.
pub(super) fn check_names(
    violations: &mut Violations,
    list: &str,
    index: usize,
    id: (&str, &str),
    external_id: Option<&str>,
    feature: &str,
) {
    check(violations, list, index, id.0, id.1, 128);
    if let Some(external_id) = external_id {
        check(violations, list, index, "external_id", external_id, 100);
    }
    check(violations, list, index, "feature", feature, 200);
}

impl Ingest {
    /// Records a batch; answers when it is on disk.
    pub(crate) async fn record(
        &self,
        sender: &Sender,
        events: &[UsageEvent],
    ) -> Result<RecordSummary, Error> {
        let now = to_micros(self.clock.now());
        let mut violations = sender.caller.violations();
        check_count(&mut violations, "events", events.len());
        let mut in_time: Vec<(&UsageEvent, i64)> = Vec::with_capacity(events.len());
        let mut too_late = 0;
        for (index, event) in events.iter().enumerate().take(BATCH) {
            let id = ("event_id", event.event_id.as_str());
            check_names(&mut violations, "events", index, id, Some(&event.external_id), &event.feature);
            match event.time.map(|t| (t, from_proto(t))) {
                None => violations.add(format!("events[{index}].time"), "", Rule::Required),
                Some((t, None)) => violations.add(format!("events[{index}].time"), t.seconds, Rule::NotATime),
                Some((_, Some(time))) => match arrival(to_micros(time), now) {
                    Arrival::InTime => in_time.push((event, to_micros(time))),
                    Arrival::TooLate => too_late += 1,
                    Arrival::TooEarly => {
                        violations.add(format!("events[{index}].time"), time, Rule::InFuture);
                    }
                },
            }
        }
        violations.check()?;
        if in_time.is_empty() {
            return Ok(RecordSummary { too_late, ..RecordSummary::default() });
        }

        let last_day = in_time.iter().map(|(_, at)| utc_day(*at)).max().unwrap_or_default();
        let ids: Vec<&str> = in_time.iter().map(|(e, _)| e.external_id.as_str()).collect();
        let people = self.names.people(&sender.tenant, &ids, last_day).await?;
        let codes: Vec<&str> = in_time.iter().map(|(e, _)| e.feature.as_str()).collect();
        let features = self.names.features(&sender.tenant, &sender.application, &codes).await?;

        let mut summary = RecordSummary { too_late, ..RecordSummary::default() };
        let mut rows = Vec::with_capacity(in_time.len());
        for ((event, at), (person, feature)) in in_time.into_iter().zip(people.into_iter().zip(features)) {
            summary.unknown_people += i64::from(!person.known);
            summary.unknown_features += i64::from(!feature.known);
            let hash = hash_of(&event.event_id);
            rows.push(Event { hash, subject: person.ordinal, feature: feature.ordinal, at });
        }
        let sent = i64::try_from(rows.len()).unwrap_or(i64::MAX);
        summary.recorded = self.hand_over(sender, rows).await?;
        summary.duplicate = sent - summary.recorded;
        Ok(summary)
    }

    /// Hands events to the writer, unless too much waits already; answers how many are new when they are on disk.
    async fn hand_over(&self, sender: &Sender, events: Vec<Event>) -> Result<i64, Error> {
        let (reply, answer) = oneshot::channel();
        let (tenant, application) = (sender.tenant.id, sender.application.ordinal);
        self.enqueue(Job { tenant, application, events, reply })?;
        written(answer).await
    }

    /// The same for events of a file, which wait their turn.
    pub(crate) async fn write(
        &self,
        tenant: i64,
        application: u32,
        events: Vec<Event>,
    ) -> Result<i64, Error> {
        let (reply, answer) = oneshot::channel();
        let job = Job { tenant, application, events, reply };
        self.writer.send(job).await.map_err(|_| Error::internal(STOPPED))?;
        written(answer).await
    }
}

const STOPPED: &str = "the writer has stopped";

async fn written(answer: oneshot::Receiver<Result<u64, String>>) -> Result<i64, Error> {
    let written = answer.await.map_err(|_| Error::internal(STOPPED))?;
    Ok(i64::try_from(written.map_err(Error::Internal)?).unwrap_or(i64::MAX))
}

/// Adds the summary of another batch.
pub(crate) fn add(sum: &mut RecordSummary, other: RecordSummary) {
    sum.recorded += other.recorded;
    sum.duplicate += other.duplicate;
    sum.too_late += other.too_late;
    sum.unknown_people += other.unknown_people;
    sum.unknown_features += other.unknown_features;
}
