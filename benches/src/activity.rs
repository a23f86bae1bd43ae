//! Active people over 1, 7 and 28 days and per day over 180 days, on a million events of 5,000 people, against
//! in-process `DuckDB` on the same events. The answers must be the same.

use std::{
    fmt::Write as _,
    io::{BufRead, BufReader, Write as _},
    path::Path,
    process::{Child, ChildStdin, ChildStdout, Command, Stdio},
    time::Instant,
};

use anyhow::{Context as _, ensure};
use jiff::{ToSpan, civil::Date, tz::TimeZone};
use kit::clock::{Clock, SystemClock};
use lab::{
    World, calls,
    world::{USAGE_MAPPING, map_words},
};
use proto::telemetry::v1::{Activity, GetActivityRequest, report_service_client::ReportServiceClient};
use rand::{Rng, SeedableRng, rngs::StdRng};
use serde::Deserialize;

use crate::{
    Options,
    ingestion::{import, ready},
    report::{Goal, Report, Row, median, say},
};

const PEOPLE: usize = 5_000;
const EVENTS: usize = 1_000_000;
const DAYS: i32 = 180;
/// Questions in one round; their median is the round's figure.
const QUESTIONS: usize = 20;

/// What `DuckDB` answers.
#[derive(Debug, Deserialize)]
struct Theirs {
    milliseconds: f64,
    active_1: i64,
    active_7: i64,
    active_28: i64,
    days: Vec<(String, i64)>,
}

/// A Python with `DuckDB` that answers a line with a line.
struct DuckDb {
    child: Child,
    ask: ChildStdin,
    answers: BufReader<ChildStdout>,
}

impl DuckDb {
    fn open(python: &Path, csv: &Path, last: Date) -> anyhow::Result<Self> {
        let script = concat!(env!("CARGO_MANIFEST_DIR"), "/src/activity.py");
        let mut child = Command::new(python)
            .arg(script)
            .arg(csv)
            .arg(last.to_string())
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .spawn()
            .with_context(|| format!("cannot start {}", python.display()))?;
        let ask = child.stdin.take().context("its input")?;
        let answers = BufReader::new(child.stdout.take().context("its output")?);
        let mut duck = Self { child, ask, answers };
        let mut line = String::new();
        duck.answers.read_line(&mut line)?;
        ensure!(line.trim() == "ready", "DuckDB did not start: {line}");
        Ok(duck)
    }

    fn ask(&mut self) -> anyhow::Result<Theirs> {
        writeln!(self.ask, "ask")?;
        self.ask.flush()?;
        let mut line = String::new();
        self.answers.read_line(&mut line)?;
        Ok(serde_json::from_str(&line)?)
    }
}

impl Drop for DuckDb {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

/// Measures both in turns.
pub(crate) async fn measure(options: &Options, report: &mut Report) -> anyhow::Result<()> {
    let last = SystemClock.now().to_zoned(TimeZone::UTC).date().yesterday()?;
    let ready = ready(options, PEOPLE).await?;
    let csv = usage(last)?;
    // The command takes the databases for itself, as the server must not run beside it.
    let address = ready.application.clone();
    let home = ready.home;
    ensure!(ready.server.stop(), "the server did not end well");
    let begin = Instant::now();
    let mut words = map_words(USAGE_MAPPING);
    words.extend(["--set".to_owned(), format!("application={address}")]);
    import(&home, "usage", "usage.csv", &csv, &words)?;
    let imported = begin.elapsed().as_secs_f64();
    say(&format!("imported and counted {EVENTS} events in {imported:.1} s"))?;

    let server = lab::Server::start(&home);
    let mut client = ReportServiceClient::new(calls::administrator(server.address).await);
    let mut duck = DuckDb::open(&options.python, &home.path().join("usage.csv"), last)?;
    let request = GetActivityRequest { application: address, end_day: last.to_string(), day_count: DAYS };
    let mut rounds = Vec::new();
    for _ in 0..options.rounds {
        let (mut ours, mut theirs) = (Vec::new(), Vec::new());
        for _ in 0..QUESTIONS {
            let begin = Instant::now();
            let activity = client.get_activity(request.clone()).await?.into_inner();
            ours.push(begin.elapsed().as_secs_f64() * 1e3);
            let answer = duck.ask()?;
            assert_equal(&activity, &answer)?;
            theirs.push(answer.milliseconds);
        }
        rounds.push((median(ours.into_iter()), median(theirs.into_iter())));
    }
    let name = "active people over 1, 7, 28 days and on 180 days, 1 million events";
    report.add(
        "activity",
        vec![
            Row::beside(name, "ms", "DuckDB", Some(Goal::RatioAtMost(2.0)), &rounds),
            Row::alone("import of those events, counted and evaluated", "s", None, &[imported]),
        ],
    )
}

fn assert_equal(ours: &Activity, theirs: &Theirs) -> anyhow::Result<()> {
    let counts = (ours.active_1_day, ours.active_7_days, ours.active_28_days);
    let expected = (Some(theirs.active_1), Some(theirs.active_7), Some(theirs.active_28));
    ensure!(counts == expected, "{counts:?} are not {expected:?}");
    let days: Vec<(String, i64)> = ours.days.iter().map(|d| (d.day.clone(), d.active)).collect();
    let differ = days.iter().zip(&theirs.days).find(|(a, b)| a != b);
    ensure!(differ.is_none() && days.len() == theirs.days.len(), "days differ: {differ:?}");
    Ok(())
}

/// A million acts of 5,000 people, of whom some are busier than others, on 180 days.
fn usage(last: Date) -> anyhow::Result<String> {
    let mut dice = StdRng::seed_from_u64(3);
    let days: Vec<Date> = (0..DAYS).map(|back| last.checked_sub(back.days())).collect::<Result<_, _>>()?;
    let mut csv = String::with_capacity(EVENTS * 48);
    csv.push_str("Ref,When,Personnel No.,Object\n");
    for number in 0..EVENTS {
        let person = dice.random_range(0..PEOPLE).min(dice.random_range(0..PEOPLE * 2));
        let day = days[dice.random_range(0..days.len())];
        let (hour, minute) = (dice.random_range(6..20), dice.random_range(0..60));
        let feature = lab::world::FEATURES[dice.random_range(0..4)];
        let id = World::external_id(person);
        writeln!(csv, "a{number},{day}T{hour:02}:{minute:02}:00Z,{id},{feature}")?;
    }
    Ok(csv)
}
