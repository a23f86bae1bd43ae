//! Kills while applications send usage, in batches by gRPC and one by one by HTTP.

use std::{
    sync::{Arc, Mutex},
    time::Duration,
};

use jiff::{
    civil::{Date, Weekday},
    tz::TimeZone,
};
use kit::clock::{Clock, SystemClock};
use lab::{
    Home, Server, World, calls,
    http::Http,
    tables::number,
    world::{PEOPLE_MAPPING, map_words},
};
use proto::telemetry::v1::{
    GetActivityRequest, RecordSummary, RecordUsageRequest, report_service_client::ReportServiceClient,
    usage_service_client::UsageServiceClient,
};
use rand::Rng;
use tonic::{Code, Status};

use super::{Starts, dice, kills, ledger::Ledger, tables};
use crate::BINARY;

/// The longest time that a server lives.
const LONGEST: Duration = Duration::from_millis(600);

type Shared = Arc<Mutex<Ledger>>;

fn with<T>(ledger: &Shared, look: impl FnOnce(&mut Ledger) -> T) -> T {
    look(&mut ledger.lock().expect("the ledger"))
}

async fn record(
    client: &mut UsageServiceClient<calls::Signed>,
    ledger: &Shared,
    numbers: &[u64],
) -> Result<RecordSummary, Status> {
    let events = with(ledger, |l| numbers.iter().map(|n| l.event(*n)).collect());
    let request = RecordUsageRequest { application: String::new(), events };
    Ok(client.record_usage(request).await?.into_inner().summary.unwrap_or_default())
}

/// Sends batches until the server is gone.
async fn send_batches(server: std::net::SocketAddr, key: String, ledger: Shared, seed: u64) {
    let mut dice = dice(seed);
    let mut client = UsageServiceClient::new(calls::with_token(server, &key).await);
    loop {
        let numbers = with(&ledger, |l| l.take(dice.random_range(20..=500)));
        loop {
            match record(&mut client, &ledger, &numbers).await {
                Ok(summary) => {
                    assert_eq!(
                        summary.recorded,
                        i64::try_from(numbers.len()).unwrap(),
                        "new events: {summary:?}"
                    );
                    with(&ledger, |l| l.acknowledge(&numbers));
                    break;
                }
                Err(status) if status.code() == Code::ResourceExhausted => {
                    tokio::time::sleep(Duration::from_millis(5)).await;
                }
                Err(status) => {
                    assert_ne!(status.code(), Code::InvalidArgument, "{status}");
                    return;
                }
            }
        }
    }
}

/// Sends single events until the server is gone.
async fn send_singles(server: std::net::SocketAddr, key: String, ledger: Shared) {
    let Ok(mut http) = Http::connect(server).await else { return };
    loop {
        let number = with(&ledger, |l| l.take(1));
        let event = with(&ledger, |l| l.event(number[0]));
        let time = kit::db::time::from_proto(event.time.expect("a time")).expect("a time");
        let body = serde_json::json!({
            "event_id": event.event_id, "time": time.to_string(), "external_id": event.external_id, "feature": event.feature,
        });
        match http.record(&key, body.to_string().as_bytes()).await {
            Ok(answer) if answer.status == 200 => {
                assert_eq!(answer.number("recorded"), Some(1), "{}", String::from_utf8_lossy(&answer.body));
                with(&ledger, |l| l.acknowledge(&number));
            }
            // Not taken: it stays under way, and is sent again after the restart.
            Ok(answer) => assert!(answer.status >= 429, "{}", String::from_utf8_lossy(&answer.body)),
            Err(_) => return,
        }
    }
}

/// Sends again what was acknowledged (all of it must be known) and what was under way (either is right).
async fn send_again(server: &Server, key: &str, ledger: &Shared, acknowledged: &[u64]) {
    let mut client = UsageServiceClient::new(calls::with_token(server.address, key).await);
    for numbers in acknowledged.chunks(500) {
        let summary = record(&mut client, ledger, numbers).await.expect("a running server");
        assert_eq!(summary.recorded, 0, "{} acknowledged events were lost", summary.recorded);
        assert_eq!(summary.duplicate, i64::try_from(numbers.len()).unwrap(), "{summary:?}");
    }
    for numbers in with(ledger, |l| l.in_flight()).chunks(500) {
        let summary = record(&mut client, ledger, numbers).await.expect("a running server");
        assert_eq!(
            summary.recorded + summary.duplicate,
            i64::try_from(numbers.len()).unwrap(),
            "{summary:?}"
        );
        with(ledger, |l| l.acknowledge(numbers));
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn nothing_acknowledged_is_lost_or_doubled_during_ingestion() {
    let world = World { teams: 40, people_per_team: 50, ..World::default() };
    let home = Home::set_up(BINARY);
    // Counting and folding come soon after a restart, so that kills meet them too.
    home.write("hamgam.toml", "[telemetry]\ncount_seconds = 1\nfold_events = 500\n");
    let people = home.write("people.csv", world.people_csv());
    let mut words = vec!["import".to_owned(), "directory".into(), people.display().to_string()];
    words.extend(map_words(PEOPLE_MAPPING));
    home.run(&words).good();
    let server = Server::start(&home);
    let (application, key) =
        calls::enter_application(&calls::administrator(server.address).await, "CRM").await;
    server.kill();

    let ledger = Arc::new(Mutex::new(Ledger::new(&world, SystemClock.now())));
    let mut starts = Starts::default();
    let mut moments = dice(1);
    for round in 0..kills(50) as u64 {
        let server = Server::start(&home);
        let fresh = with(&ledger, Ledger::fresh);
        send_again(&server, &key, &ledger, &fresh).await;
        let address = server.address;
        let senders = async {
            let mut all = tokio::task::JoinSet::new();
            for sender in 0..3 {
                all.spawn(send_batches(address, key.clone(), ledger.clone(), round * 8 + sender + 2));
                all.spawn(send_singles(address, key.clone(), ledger.clone()));
            }
            while let Some(ended) = all.join_next().await {
                ended.expect("a sender that holds");
            }
        };
        starts.kill_during(server, &mut moments, LONGEST, senders).await;
    }

    let server = Server::start(&home);
    starts.note(&server);
    let everything = with(&ledger, |l| l.acknowledged().to_vec());
    send_again(&server, &key, &ledger, &everything).await;
    let total = with(&ledger, |l| l.acknowledged().len());
    assert!(total > 10_000, "too few events to show anything: {total}");
    assert_days_counted(&server, &application, &ledger).await;
    tables::until_delivered(&home).await;
    assert!(server.stop(), "the server ends well when told to");
    let recent = "SELECT COUNT(*) FROM usage_recent";
    for (what, folded) in [
        ("acts", "SELECT COALESCE(SUM(n), 0) FROM usage_act"),
        ("ids", "SELECT COALESCE(SUM(events), 0) FROM event_run WHERE life = 1"),
    ] {
        let kept = number(&home, "telemetry", &format!("SELECT ({recent}) + ({folded})")).await;
        assert_eq!(kept, i64::try_from(total).unwrap(), "{what} of events in the database");
    }
    tables::assert_whole(&home).await;
    println!(
        "ingestion: 0 of {total} acknowledged events lost or doubled, {} kills, slowest start {:?}",
        starts.kills, starts.slowest
    );
}

/// The people active on each closed day are those of the ledger.
async fn assert_days_counted(server: &Server, application: &str, ledger: &Shared) {
    let mut client = ReportServiceClient::new(calls::administrator(server.address).await);
    let deadline = tokio::time::Instant::now() + calls::PATIENCE;
    loop {
        let today = SystemClock.now().to_zoned(TimeZone::UTC).date();
        let expected = with(ledger, |l| l.active_by_day(today));
        let yesterday = today.yesterday().expect("a day").to_string();
        let request =
            GetActivityRequest { application: application.to_owned(), end_day: yesterday, day_count: 7 };
        let activity = client.get_activity(request).await.expect("a running server").into_inner();
        let counted = activity.days.into_iter().map(|d| (d.day, d.active));
        let counted = counted.filter(|(day, active)| *active > 0 && is_work_day(day)).collect();
        if expected == counted {
            return;
        }
        assert!(tokio::time::Instant::now() < deadline, "counted {counted:?} instead of {expected:?}");
        tokio::time::sleep(Duration::from_millis(500)).await;
    }
}

/// Of other days, on which nobody is expected to use the application, telemetry may tell or not.
fn is_work_day(day: &str) -> bool {
    let day: Date = day.parse().expect("a day");
    !matches!(day.weekday(), Weekday::Saturday | Weekday::Sunday)
}
