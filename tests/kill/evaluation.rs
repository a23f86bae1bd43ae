//! Kills amid an evaluation. A history that was counted and not looked at yet is evaluated, and its flags are raised and told
//! of, while the server is killed again and again; what comes of it is what comes of it undisturbed.

use std::{
    future,
    hash::{DefaultHasher, Hash, Hasher},
    time::{Duration, Instant},
};

use jiff::{ToSpan, civil::Date, tz::TimeZone};
use kit::{
    clock::{Clock, SystemClock},
    db::time::to_days,
};
use lab::{
    Home, Server, World,
    calls::{self, Signed, mapping},
    home::PARENT,
    tables::{number, rows},
    world::{PEOPLE_MAPPING, USAGE_MAPPING, map_words},
};
use proto::{
    adoption::v1::{Barrier, ConfirmFlagRequest, ListFlagsRequest, flag_service_client::FlagServiceClient},
    telemetry::v1::usage_import_service_client::UsageImportServiceClient,
};

use super::{Journey, Starts, assert_same, dice, kills, shown::shown, tables};
use crate::BINARY;

/// Days of history.
const DAYS: i64 = 300;
/// How many days ago it ended: single events of then are kept no more, so that the import itself counts it all.
const AGO: i64 = 60;
/// Days that must wait: they are evaluated in several transactions, and a kill tears between and in them.
const MANY: i64 = 150;
/// How often it is tried to stop before the evaluation, which comes by itself after some seconds.
const TRIES: usize = 5;
/// How many kills there may be for one that meets the evaluation.
const MISSES: usize = 10;

/// An installation in which a history is counted and hardly a day of it evaluated.
struct Due {
    home: Home,
    application: String,
    /// The last day of the history.
    last_day: Date,
    /// Days that wait.
    days: i64,
}

impl Due {
    async fn new() -> Self {
        let world = World { teams: 40, ..World::default() };
        let home = Home::set_up(BINARY);
        // Every mail is sent at once, whichever flag is told of first.
        home.write("hamgam.toml", "[notifications]\nmails_per_day = 1000\n");
        let people = home.write("people.csv", world.people_csv());
        let mut words = vec!["import".to_owned(), "directory".into(), people.display().to_string()];
        words.extend(map_words(PEOPLE_MAPPING));
        home.run(&words).good();
        let server = Server::start(&home);
        let way = calls::administrator(server.address).await;
        let (application, _) = calls::enter_application(&way, "CRM").await;
        assert!(server.stop(), "the server ends well when told to");

        let last_day = SystemClock.now().to_zoned(TimeZone::UTC).date() - AGO.days();
        let file = world.usage_csv(last_day - DAYS.days(), last_day);
        for _ in 0..TRIES {
            let home = home.copied();
            import(&home, &application, &file).await;
            let mut due = Self { home, application: application.clone(), last_day, days: 0 };
            due.days = due.left(&due.home).await;
            if due.days >= MANY {
                return due;
            }
        }
        panic!("{TRIES} times, the evaluation was there before the counts");
    }

    /// Days that are not evaluated in this copy of it, or not with their newest counts.
    async fn left(&self, home: &Home) -> i64 {
        let evaluated = "COALESCE(MIN(COALESCE(dirty_day - 1, evaluated_day)), 0)";
        let sql = format!("SELECT {} - {evaluated} FROM application", to_days(self.last_day));
        number(home, "adoption", &sql).await
    }

    async fn stage(&self, home: &Home) -> Stage {
        match self.left(home).await {
            0 if number(home, "adoption", "SELECT COUNT(*) FROM flag WHERE NOT announced").await > 0 => {
                Stage::Telling
            }
            0 => Stage::Over,
            left if left < self.days => Stage::Evaluating,
            _ => Stage::Waiting,
        }
    }

    /// Waits until a copy of it whose server runs has come so far.
    async fn reach(&self, stage: Stage, home: &Home) {
        let deadline = Instant::now() + calls::PATIENCE;
        while self.stage(home).await < stage {
            assert!(Instant::now() < deadline, "{stage:?} is never reached");
            tokio::time::sleep(Duration::from_millis(5)).await;
        }
    }
}

/// How far an evaluation is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Stage {
    /// Nothing is evaluated.
    Waiting,
    /// Some days are evaluated and some are not.
    Evaluating,
    /// Everything is evaluated, and nobody was told of some flags.
    Telling,
    /// All of this is done.
    Over,
}

/// Imports usage, and kills the server as soon as its counts have arrived.
async fn import(home: &Home, application: &str, file: &str) {
    let server = Server::start(home);
    let mut client = UsageImportServiceClient::new(calls::administrator(server.address).await);
    let constants = [("application", application)];
    let mut journey = Journey::new("usage.csv", file.as_bytes(), mapping(USAGE_MAPPING, &constants));
    journey.go_on(&mut client).await.expect("nobody kills this one");
    tables::until_delivered(home).await;
    server.kill();
}

/// HR says of every flag what should be done: once for each that there is.
async fn confirm(way: &Signed) {
    let mut flags = FlagServiceClient::new(way.clone());
    let request = ListFlagsRequest { parent: PARENT.into(), page_size: 500, ..ListFlagsRequest::default() };
    for flag in flags.list_flags(request).await.expect("flags").into_inner().flags {
        let barrier = Barrier::Unclear.into();
        let request = ConfirmFlagRequest { name: flag.name, barrier, ..ConfirmFlagRequest::default() };
        flags.confirm_flag(request).await.expect("an open flag");
    }
}

/// Everything that came of an evaluation, without the ids and instants that differ from run to run, and without the cause of
/// a flag, which depends on the day on which it is looked for.
async fn outcome(due: &Due, home: &Home, server: &Server) -> Vec<String> {
    due.reach(Stage::Over, home).await;
    let way = calls::administrator(server.address).await;
    let mut lines = shown(&way, &due.application).await;
    confirm(&way).await;
    tables::until_delivered(home).await;
    for (day, units) in rows::<(i32, Vec<u8>)>(home, "adoption", "SELECT day, units FROM units_of_day").await
    {
        lines.push(format!("units of day {day}: {} bytes, {:x}", units.len(), digest(&units)));
    }
    for (service, what, sql) in [
        (
            "adoption",
            "position",
            "SELECT CAST(day AS TEXT), position, CAST(active AS TEXT) FROM position_day",
        ),
        ("adoption", "figures", "SELECT unit, status, figures FROM flag"),
        ("adoption", "history", "SELECT unit, kind, actor FROM flag_event JOIN flag ON flag = id"),
        ("adoption", "intervention", "SELECT unit, barrier, state FROM intervention"),
        ("notifications", "mail", "SELECT person, kind, subject FROM delivery"),
    ] {
        let rows: Vec<(String, String, String)> = rows(home, service, sql).await;
        lines.extend(rows.into_iter().map(|(a, b, c)| format!("{what} {a} {b} {c}")));
    }
    lines
}

fn digest(bytes: &[u8]) -> u64 {
    let mut hasher = DefaultHasher::new();
    bytes.hash(&mut hasher);
    hasher.finish()
}

#[tokio::test(flavor = "multi_thread")]
async fn a_torn_evaluation_comes_to_what_it_comes_to_undisturbed() {
    let due = Due::new().await;
    let undisturbed = due.home.copied();
    let server = Server::start(&undisturbed);
    let begin = Instant::now();
    due.reach(Stage::Telling, &undisturbed).await;
    let longest = begin.elapsed();
    let expected = outcome(&due, &undisturbed, &server).await;
    drop(server);
    for kind in ["flag ", "units ", "position ", "figures ", "history ", "intervention ", "mail "] {
        assert!(expected.iter().any(|l| l.starts_with(kind)), "a world without any {kind}shows nothing");
    }

    let (mut starts, mut moments, mut evaluations) = (Starts::default(), dice(300), 0);
    let (wanted, mut torn, mut untold) = (kills(20), 0, 0);
    while torn < wanted {
        let home = due.home.copied();
        evaluations += 1;
        loop {
            let server = Server::start(&home);
            starts.kill_during(server, &mut moments, longest, future::ready(())).await;
            match due.stage(&home).await {
                Stage::Waiting => {}
                Stage::Evaluating => torn += 1,
                Stage::Telling => untold += 1,
                Stage::Over => break,
            }
            assert!(starts.kills < wanted * MISSES, "{torn} of {} kills met the evaluation", starts.kills);
        }
        let server = Server::start(&home);
        starts.note(&server);
        assert_same("what came of it", outcome(&due, &home, &server).await, expected.clone());
        assert!(server.stop(), "the server ends well when told to");
        tables::assert_whole(&home).await;
    }
    println!(
        "evaluation: 0 of {} facts lost, changed or doubled in {evaluations} evaluations of {} days in {longest:?}, {} \
         kills, {torn} of them after the first and before the last day, {untold} before all was told, slowest start {:?}",
        expected.len() * evaluations,
        due.days,
        starts.kills,
        starts.slowest
    );
}
