//! Kills during the import of usage, its counting, and the evaluation that follows.

use std::time::Duration;

use jiff::{ToSpan, tz::TimeZone};
use kit::clock::{Clock, SystemClock};
use lab::{
    Home, Server, World,
    calls::{self, Signed, mapping},
    home::PARENT,
    world::{PEOPLE_MAPPING, USAGE_MAPPING, map_words},
};
use proto::{
    imports::v1::{Import, ImportMapping},
    telemetry::v1::usage_import_service_client::UsageImportServiceClient,
};
use tonic::Status;

use super::{
    Journey, Starts, as_administrator, dice, kills,
    shown::{assert_shown, shown},
    steps, tables,
};
use crate::BINARY;

steps!(UsageImportServiceClient<Signed>);

/// Days of history.
const DAYS: i64 = 84;

#[tokio::test(flavor = "multi_thread")]
async fn a_usage_import_goes_on_by_itself_and_is_evaluated_as_if_nothing_had_happened() {
    let world = World::default();
    let yesterday = SystemClock.now().to_zoned(TimeZone::UTC).date().yesterday().expect("a day");
    let file = world.usage_csv(yesterday - DAYS.days(), yesterday);

    let base = Home::set_up(BINARY);
    // Counting comes soon after a restart, so that kills meet it too.
    base.write("hamgam.toml", "[telemetry]\ncount_seconds = 1\n");
    let people = base.write("people.csv", world.people_csv());
    let mut words = vec!["import".to_owned(), "directory".into(), people.display().to_string()];
    words.extend(map_words(PEOPLE_MAPPING));
    base.run(&words).good();
    let server = Server::start(&base);
    let (application, _) = calls::enter_application(&calls::administrator(server.address).await, "CRM").await;
    assert!(server.stop(), "the server ends well when told to");

    let undisturbed = base.copied();
    let csv = undisturbed.write("usage.csv", &file);
    let mut words = vec!["import".to_owned(), "usage".into(), csv.display().to_string()];
    words.extend(map_words(USAGE_MAPPING));
    words.extend(["--set".to_owned(), format!("application={application}")]);
    undisturbed.run(&words).good();
    let server = Server::start(&undisturbed);
    let expected = shown(&calls::administrator(server.address).await, &application).await;
    drop(server);
    let flags = expected.iter().filter(|l| l.starts_with("flag")).count();
    assert!(flags > 0, "a world without a flag shows nothing: {expected:#?}");

    let (mut starts, mut moments, mut imports) = (Starts::default(), dice(200), 0);
    let wanted = kills(30);
    let constants = [("application", application.as_str())];
    while starts.kills < wanted {
        let home = base.copied();
        let mut journey = Journey::new("usage.csv", file.as_bytes(), mapping(USAGE_MAPPING, &constants));
        imports += 1;
        // Some more kills when the file is in: they meet the counting and the evaluation.
        let mut after = 10;
        while after > 0 && starts.kills < wanted {
            after -= usize::from(journey.is_done());
            let server = Server::start(&home);
            let token = calls::sign_in(server.address).await;
            let way = as_administrator(&server, &token).await;
            let mut client = UsageImportServiceClient::new(way);
            let _ = starts
                .kill_during(server, &mut moments, Duration::from_millis(1500), journey.go_on(&mut client))
                .await;
        }
        let server = Server::start(&home);
        starts.note(&server);
        let way = calls::administrator(server.address).await;
        journey.go_on(&mut UsageImportServiceClient::new(way.clone())).await.expect("nobody kills this one");
        assert_shown(&way, &application, &expected).await;
        tables::until_delivered(&home).await;
        assert!(server.stop(), "the server ends well when told to");
        tables::assert_whole(&home).await;
    }
    println!(
        "usage import and evaluation: 0 of {} facts lost or changed in {imports} imports, {flags} flags each, {} kills, \
         slowest start {:?}",
        expected.len() * imports,
        starts.kills,
        starts.slowest
    );
}
