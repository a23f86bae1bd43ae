//! Durable usage events: in batches of 500 through gRPC from 4 connections, and one by one over HTTP on 16 connections,
//! against bare rusqlite in transactions of the same size.

use std::{
    net::SocketAddr,
    path::Path,
    sync::{
        Arc,
        atomic::{AtomicUsize, Ordering},
    },
    time::Instant,
};

use anyhow::{Context as _, ensure};
use jiff::{Timestamp, ToSpan};
use kit::clock::{Clock, SystemClock};
use lab::{
    Home, Server, World, calls,
    http::Http,
    world::{PEOPLE_MAPPING, map_words},
};
use proto::telemetry::v1::{RecordUsageRequest, UsageEvent, usage_service_client::UsageServiceClient};
use rand::{Rng, SeedableRng, rngs::StdRng};
use tonic::Code;

use crate::report::Report;
use crate::{
    Options,
    plain::Plain,
    report::{Goal, Row},
};

const BATCH: usize = 500;
const CONNECTIONS: usize = 4;
const HTTP_CONNECTIONS: usize = 16;
/// Events of one round in batches.
const ROUND: usize = 50_000;
/// Events of one round one by one.
const SINGLES: usize = 8_000;
/// Events by which both are filled up at a time.
const FILL: usize = 2_500_000;
/// Millions of stored events at which is measured.
const MARKS: [u64; 7] = [1, 5, 10, 20, 30, 40, 50];
/// People whose usage it is.
const PEOPLE: usize = 5_000;

/// One event, as it is sent.
#[derive(Debug, Clone)]
pub(crate) struct Act {
    pub(crate) id: String,
    pub(crate) seconds: i64,
    pub(crate) external_id: String,
    pub(crate) feature: &'static str,
}

/// Makes events with ids that look random, as those of applications do.
pub(crate) struct Acts {
    dice: StdRng,
    now: Timestamp,
}

impl Acts {
    pub(crate) fn new(seed: u64) -> Self {
        Self { dice: StdRng::seed_from_u64(seed), now: SystemClock.now() }
    }

    /// So many events of the last two days.
    pub(crate) fn make(&mut self, count: usize) -> anyhow::Result<Vec<Act>> {
        (0..count)
            .map(|_| {
                let back = self.dice.random_range(60..48 * 3600_i64);
                Ok(Act {
                    id: format!("{:032x}", self.dice.random::<u128>()),
                    seconds: self.now.checked_sub(back.seconds())?.as_second(),
                    external_id: World::external_id(self.dice.random_range(0..PEOPLE)),
                    feature: lab::world::FEATURES[self.dice.random_range(0..4)],
                })
            })
            .collect()
    }
}

impl Act {
    fn event(&self) -> UsageEvent {
        UsageEvent {
            event_id: self.id.clone(),
            time: Timestamp::from_second(self.seconds).ok().map(kit::db::time::to_proto),
            external_id: self.external_id.clone(),
            feature: self.feature.to_owned(),
        }
    }

    fn json(&self) -> anyhow::Result<Vec<u8>> {
        let time = Timestamp::from_second(self.seconds)?.to_string();
        Ok(serde_json::to_vec(&serde_json::json!({
            "event_id": self.id, "time": time, "external_id": self.external_id, "feature": self.feature,
        }))?)
    }
}

/// A server with people, an application and its key.
pub(crate) struct Ready {
    pub(crate) home: Home,
    pub(crate) server: Server,
    pub(crate) application: String,
    pub(crate) key: String,
}

/// An organization of so many people in teams of 20, whose server runs.
pub(crate) async fn ready(options: &Options, people: usize) -> anyhow::Result<Ready> {
    let home = Home::set_up(&options.binary);
    let world = World { teams: people / 20, people_per_team: 20, positions: 5, ..World::default() };
    import(&home, "directory", "people.csv", &world.people_csv(), &map_words(PEOPLE_MAPPING))?;
    let server = Server::start(&home);
    let way = calls::administrator(server.address).await;
    let (application, key) = calls::enter_application(&way, "CRM").await;
    Ok(Ready { home, server, application, key })
}

/// `hamgam import`.
pub(crate) fn import(home: &Home, kind: &str, file: &str, csv: &str, more: &[String]) -> anyhow::Result<()> {
    let path = home.write(file, csv);
    let mut words = vec!["import".to_owned(), kind.to_owned(), path.display().to_string()];
    words.extend(more.iter().cloned());
    let ran = home.run(&words);
    ensure!(ran.code == 0, "import of {file}: {}{}", ran.out, ran.err);
    Ok(())
}

/// Sends the events in batches from several connections; events a second.
pub(crate) async fn send_batches(server: &Server, key: &str, acts: &[Act]) -> anyhow::Result<f64> {
    let batches: Arc<Vec<Vec<UsageEvent>>> =
        Arc::new(acts.chunks(BATCH).map(|b| b.iter().map(Act::event).collect()).collect());
    let next = Arc::new(AtomicUsize::new(0));
    let mut clients = Vec::new();
    for _ in 0..CONNECTIONS {
        clients.push(UsageServiceClient::new(calls::with_token(server.address, key).await));
    }
    let begin = Instant::now();
    let mut all = tokio::task::JoinSet::new();
    for mut client in clients {
        let (batches, next) = (batches.clone(), next.clone());
        all.spawn(async move {
            while let Some(events) = batches.get(next.fetch_add(1, Ordering::Relaxed)) {
                loop {
                    let request = RecordUsageRequest { application: String::new(), events: events.clone() };
                    match client.record_usage(request).await {
                        Ok(answer) => {
                            let summary = answer.into_inner().summary.unwrap_or_default();
                            ensure!(summary.recorded == events.len() as i64, "not recorded: {summary:?}");
                            break;
                        }
                        Err(status) if status.code() == Code::ResourceExhausted => {
                            tokio::task::yield_now().await;
                        }
                        Err(status) => return Err(status.into()),
                    }
                }
            }
            anyhow::Ok(())
        });
    }
    while let Some(ended) = all.join_next().await {
        ended??;
    }
    Ok(acts.len() as f64 / begin.elapsed().as_secs_f64())
}

/// Sends the events one by one on several connections; events a second. One thread sends them all: what the client costs is
/// not the server's, and both share the machine.
async fn send_singles(server: &Server, key: &str, acts: &[Act]) -> anyhow::Result<f64> {
    let bodies: Vec<Vec<u8>> = acts.iter().map(Act::json).collect::<Result<_, _>>()?;
    let (address, key) = (server.address, key.to_owned());
    tokio::task::spawn_blocking(move || {
        let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build()?;
        runtime.block_on(send_bodies(address, &key, Arc::new(bodies)))
    })
    .await?
}

async fn send_bodies(address: SocketAddr, key: &str, bodies: Arc<Vec<Vec<u8>>>) -> anyhow::Result<f64> {
    let next = Arc::new(AtomicUsize::new(0));
    let mut connections = Vec::new();
    for _ in 0..HTTP_CONNECTIONS {
        connections.push(Http::connect(address).await?);
    }
    let begin = Instant::now();
    let mut all = tokio::task::JoinSet::new();
    for mut http in connections {
        let (bodies, next, key) = (bodies.clone(), next.clone(), key.to_owned());
        all.spawn(async move {
            while let Some(body) = bodies.get(next.fetch_add(1, Ordering::Relaxed)) {
                let answer = http.record(&key, body).await?;
                ensure!(answer.number("recorded") == Some(1), "{}", String::from_utf8_lossy(&answer.body));
            }
            anyhow::Ok(())
        });
    }
    while let Some(ended) = all.join_next().await {
        ended??;
    }
    Ok(bodies.len() as f64 / begin.elapsed().as_secs_f64())
}

/// Single events, in turns with bare rusqlite.
pub(crate) async fn singles(options: &Options, report: &mut Report) -> anyhow::Result<()> {
    let ready = ready(options, PEOPLE).await?;
    let mut plain = Plain::create(ready.home.path())?;
    let mut acts = Acts::new(2);
    let mut rounds = Vec::new();
    send_singles(&ready.server, &ready.key, &acts.make(SINGLES)?).await.context("warming up")?;
    for _ in 0..options.rounds {
        let ours = send_singles(&ready.server, &ready.key, &acts.make(SINGLES)?).await?;
        let theirs = bare(&mut plain, &acts.make(SINGLES)?, 1)?;
        rounds.push((ours, theirs));
    }
    let goal = Some(Goal::RatioAtLeast(2.0));
    let name = "single durable events, HTTP, 16 connections";
    report.add("singles", vec![Row::beside(name, "events/s", "rusqlite", goal, &rounds)])
}

fn bare(plain: &mut Plain, acts: &[Act], size: usize) -> anyhow::Result<f64> {
    let begin = Instant::now();
    plain.write(acts, size)?;
    Ok(acts.len() as f64 / begin.elapsed().as_secs_f64())
}

/// Batches, in turns with bare rusqlite, first in small databases, then as both fill up.
pub(crate) async fn batches(options: &Options, report: &mut Report) -> anyhow::Result<()> {
    let ready = ready(options, PEOPLE).await?;
    let mut plain = Plain::create(ready.home.path())?;
    let mut acts = Acts::new(1);
    let idle = ready.server.resident();
    send_batches(&ready.server, &ready.key, &acts.make(10 * BATCH)?).await.context("warming up")?;
    let mut rows = Vec::new();
    let mut stored = 0;
    let marks = MARKS.into_iter().filter(|m| *m <= options.stored);
    for mark in std::iter::once(0).chain(marks) {
        // Fills up without measuring, then measures where the mark is reached.
        let measured = ROUND * options.rounds as usize;
        let mut wanted = (mark as usize * 1_000_000).saturating_sub(stored + measured);
        while wanted > 0 {
            let mut more = acts.make(wanted.min(FILL))?;
            for part in more.chunks(ROUND) {
                send_batches(&ready.server, &ready.key, part).await?;
            }
            wanted -= more.len();
            stored += more.len();
            plain.fill(&mut more)?;
        }
        let mut rounds = Vec::new();
        for _ in 0..options.rounds {
            let more = acts.make(ROUND)?;
            let ours = send_batches(&ready.server, &ready.key, &more).await?;
            rounds.push((ours, bare(&mut plain, &more, BATCH)?));
            stored += ROUND;
        }
        let name =
            format!("durable events, gRPC, batches of 500, up to {:.1} million stored", stored as f64 / 1e6);
        let goal = Some(Goal::RatioAtLeast(0.5));
        rows.push(Row::beside(name, "events/s", "rusqlite", goal, &rounds));
        // Each as soon as it is there: whoever stops a long run keeps what was measured.
        report.write("batches", &rows)?;
    }
    let after = ready.server.resident();
    let folder = ready.home.path();
    let ours = disk(&folder.join("data/telemetry.sqlite"))? / stored as f64;
    let theirs = disk(&folder.join("plain.sqlite"))? / stored as f64;
    rows.push(Row::beside("disk for an event", "bytes", "rusqlite", None, &[(ours, theirs)]));
    rows.push(Row::alone("resident memory with 5,000 people, idle", "MiB", None, &[mebibytes(idle)]));
    rows.push(Row::alone("resident memory after the events above", "MiB", None, &[mebibytes(after)]));
    report.add("batches", rows)
}

/// Bytes of a database with its write-ahead log.
fn disk(file: &Path) -> anyhow::Result<f64> {
    let log = file.with_extension("sqlite-wal");
    let size = std::fs::metadata(file)?.len() + std::fs::metadata(log).map_or(0, |m| m.len());
    Ok(size as f64)
}

/// Bytes as mebibytes.
pub(crate) fn mebibytes(bytes: u64) -> f64 {
    bytes as f64 / f64::from(1 << 20)
}
