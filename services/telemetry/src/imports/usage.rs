//! Acts from a file: young ones become raw events, old ones counts of teams.

use std::collections::HashSet;

use jiff::Timestamp;
use kit::{
    db::{Script, time::to_micros},
    error::Error,
    imports::{Change, Passes, Summary, store as files, store::Stored},
    localize::Text,
};

use super::{
    job::{Work, passes},
    rows::Act,
};
use crate::{
    Telemetry,
    counting::history,
    domain::{days::utc_day, retention::first_raw_day},
    store::{
        self,
        dirty::{self, What},
        event::{BATCH, Event, Seen},
        feature, subject,
    },
};

/// Events that are written at a time.
const GROUP: usize = 5_000;

/// Finds out what a file would change, and with `apply` changes it.
pub(super) async fn run(
    s: &Telemetry,
    work: &Work,
    import: &Stored,
    apply: bool,
    now: Timestamp,
    summary: &mut Summary,
) -> Result<(), Error> {
    let (organization, application) = (work.organization.as_str(), &work.application);
    let today = utc_day(to_micros(now));
    let raw_from = first_raw_day(today);
    let acts = distinct(&work.parsed.acts, summary);

    let known_features = enter_features(s, work, apply, now, summary).await?;
    let known_people = subject::known(s.db.read(), organization, &work.parsed.people.keys).await?;
    let is_known = |person: u32| known_people.contains(&work.parsed.people.keys[person as usize]);
    for act in &acts {
        if !is_known(act.person) {
            summary.notice("UNKNOWN_PERSON", &work.parsed.people.texts[act.person as usize]);
        }
        if !known_features.contains(&act.feature) {
            summary.notice("UNKNOWN_FEATURE", &work.parsed.features.texts[act.feature as usize]);
        }
        if utc_day(act.at) < raw_from {
            summary.notice("HISTORY", "");
        }
    }
    if work.scope(s).await?.core.is_empty() {
        summary.notice("NO_CORE_TASK", "");
    }

    // Of what is older no event is kept: it is told by the counts that it changes.
    let young: Vec<Act> = acts.iter().filter(|a| utc_day(a.at) >= raw_from).copied().collect();
    let passes = passes(s, organization, import);
    let there = existing(s, work, &young, &passes).await?;
    if !young.is_empty() {
        let new = young.len() - there.min(young.len());
        summary.count_many("events", Change::Created, i64::try_from(new).unwrap_or(i64::MAX));
        summary.count_many("events", Change::Unchanged, i64::try_from(there).unwrap_or(i64::MAX));
    }
    if !apply {
        return super::past::compare(s, work, &acts, raw_from + 1, now, &passes, summary).await;
    }

    // Strangers get a number only for events that are kept: of old ones nothing could come of it any more.
    let young_people: HashSet<u32> = young.iter().map(|a| a.person).collect();
    let wanted: Vec<u32> = (0..u32::try_from(work.parsed.people.texts.len()).unwrap_or(0))
        .filter(|p| is_known(*p) || young_people.contains(p))
        .collect();
    let people = ordinals(s, work, &wanted, today).await?;
    let tenant = s.ingest.names.tenant(organization).await?;
    let app = s.ingest.names.application(&tenant, &application.id).await?;
    let app = app.ok_or_else(|| Error::not_found(&application.id))?;
    let mut features = Vec::with_capacity(work.parsed.features.texts.len());
    for chunk in work.parsed.features.texts.chunks(BATCH) {
        let codes: Vec<&str> = chunk.iter().map(String::as_str).collect();
        let found = s.ingest.names.features(&tenant, &app, &codes).await?;
        features.extend(found.iter().map(|f| f.ordinal));
    }
    let to_event = |act: &Act| {
        let subject = people[act.person as usize]?;
        Some(Event { hash: act.hash, subject, feature: features[act.feature as usize], at: act.at })
    };
    let events: Vec<Event> = young.iter().filter_map(to_event).collect();
    write_events(s, work, import, &events).await?;

    // The first day of which raw events are kept whole is counted from them; before it, from the file.
    let past: Vec<history::Act> = acts
        .iter()
        .filter(|a| utc_day(a.at) <= raw_from + 1)
        .filter_map(to_event)
        .map(|e| history::Act { subject: e.subject, feature: e.feature, at: e.at })
        .collect();
    super::past::write(s, work, &past, raw_from + 1, now, import, summary).await
}

/// How many of these acts are there already.
async fn existing(s: &Telemetry, work: &Work, acts: &[Act], passes: &Passes<'_>) -> Result<usize, Error> {
    let (tenant, application) = (work.tenant, work.application.ordinal);
    let (mut there, mut seen) = (0, Seen::default());
    for (done, group) in (0..).zip(acts.chunks(GROUP)) {
        let hashes: Vec<_> = group.iter().map(|a| a.hash).collect();
        seen.refresh(s.db.read(), tenant, application).await?;
        there += seen.kept(s.db.read(), tenant, application, &hashes).await?.len();
        passes.tell(1, done * GROUP as u64).await?;
    }
    Ok(there)
}

/// The acts, each id once.
fn distinct(acts: &[Act], summary: &mut Summary) -> Vec<Act> {
    let mut seen = HashSet::with_capacity(acts.len());
    let mut all = Vec::with_capacity(acts.len());
    for act in acts {
        if seen.insert(act.hash) {
            all.push(*act);
        } else {
            summary.notice("DUPLICATE_EVENT", "");
        }
    }
    all
}

/// Counts the features that the file brings, and enters them with `apply`. Answers which of the file's features are known
/// then.
pub(super) async fn enter_features(
    s: &Telemetry,
    work: &Work,
    apply: bool,
    now: Timestamp,
    summary: &mut Summary,
) -> Result<HashSet<u32>, Error> {
    let (organization, id) = (work.organization.as_str(), work.application.id.as_str());
    let names = &work.parsed.features;
    let found = feature::find(s.db.read(), organization, id, &names.keys).await?;
    let mut known = HashSet::new();
    let mut new: Vec<(String, Text)> = Vec::new();
    let mut aside = Vec::new();
    for (number, key) in (0_u32..).zip(&names.keys) {
        match found.get(key) {
            Some(feature) if feature.known => {
                known.insert(number);
            }
            _ if !work.create_features => {}
            found => {
                known.insert(number);
                summary.count("features", Change::Created);
                match found {
                    Some(feature) => aside.push(feature.clone()),
                    None => new.push((names.texts[number as usize].clone(), Text::default())),
                }
            }
        }
    }
    if apply && (!new.is_empty() || !aside.is_empty()) {
        let now = to_micros(now);
        let tx = s.db.begin().await?;
        feature::insert_new(&tx, organization, id, &new, true, now).await?;
        for mut feature in aside {
            (feature.known, feature.create_time) = (true, now);
            feature::update(&tx, organization, id, &feature).await?;
        }
        let today = utc_day(now);
        let days = first_raw_day(today)..=today;
        dirty::mark(&tx, work.tenant, work.application.ordinal, What::Usage, days).await?;
        tx.commit().await?;
        s.ingest.names.forget_application(organization, id);
    }
    Ok(known)
}

/// The ordinals of the people of a file, by their number in it; `None` for those who are not wanted.
pub(super) async fn ordinals(
    s: &Telemetry,
    work: &Work,
    wanted: &[u32],
    today: i32,
) -> Result<Vec<Option<u32>>, Error> {
    let tenant = s.ingest.names.tenant(&work.organization).await?;
    let texts = &work.parsed.people.texts;
    let mut all = vec![None; texts.len()];
    for chunk in wanted.chunks(BATCH) {
        let ids: Vec<&str> = chunk.iter().map(|p| texts[*p as usize].as_str()).collect();
        let found = s.ingest.names.people(&tenant, &ids, today).await?;
        for (person, found) in chunk.iter().zip(found) {
            all[*person as usize] = Some(found.ordinal);
        }
    }
    Ok(all)
}

/// Writes raw events, and how far it has come.
async fn write_events(s: &Telemetry, work: &Work, import: &Stored, events: &[Event]) -> Result<(), Error> {
    let (tenant, application) = (work.tenant, work.application.ordinal);
    let mut done = 0;
    let day_of = |e: &Event| utc_day(e.at);
    let (first, last) = (events.iter().map(day_of).min(), events.iter().map(day_of).max());
    for group in events.chunks(GROUP) {
        s.ingest.write(tenant, application, group.to_vec()).await?;
        let tx = s.db.begin().await?;
        // The days between them too: on those, nobody did anything.
        dirty::mark(&tx, tenant, application, What::Usage, first.unwrap_or(0)..=last.unwrap_or(-1)).await?;
        if let Some(latest) = group.iter().map(|e| e.at).max() {
            let mut script = Script::default();
            store::application::touch(&mut script, tenant, application, latest);
            script.run_in(&tx).await?;
        }
        done += i64::try_from(group.len()).unwrap_or(0);
        if let Some(mut current) = files::load(&tx, &work.organization, &import.id).await? {
            current.message.rows_done = done;
            files::save(&tx, &work.organization, &current).await?;
        }
        tx.commit().await?;
    }
    Ok(())
}
