//! The other commands.

use std::{
    io::{Read as _, Write as _},
    net::{SocketAddr, TcpStream},
    time::{Duration, Instant},
};

use lab::{Home, Server, calls};
use proto::identity::v1::{GetMeRequest, me_service_client::MeServiceClient};

use super::BAD_ROWS;
use crate::BINARY;

#[test]
fn every_command_has_help_and_wrong_words_are_told() {
    let home = Home::new(BINARY);
    for words in [
        &["--help"][..],
        &["serve", "--help"],
        &["demo", "--help"],
        &["setup", "--help"],
        &["import", "--help"],
        &["import", "directory", "--help"],
        &["import", "usage", "--help"],
        &["evaluate", "--help"],
        &["migrate", "--help"],
        &["keys", "rotate", "--help"],
        &["config", "print", "--help"],
        &["healthcheck", "--help"],
    ] {
        let help = home.run(words).good();
        assert!(help.contains("Usage: hamgam"), "{words:?}: {help}");
    }
    for words in [&["import", "people"][..], &["serv"], &["import", "directory", "x.csv", "--map", "team"]] {
        let ran = home.run(words);
        assert_eq!(ran.code, 2, "{words:?}: {}{}", ran.out, ran.err);
    }
    let ran = home.run(["import", "directory", "x.csv"]);
    assert!(ran.code == 1 && ran.err.contains("hamgam setup"), "without an organization: {}", ran.err);
}

#[test]
fn an_organization_is_founded_once() {
    let home = Home::new(BINARY);
    let said = home.found().good();
    assert!(said.starts_with("Created Acme"), "{said}");
    assert!(!said.contains("password"), "it was given in a file: {said}");
    let ran = home.found();
    assert!(ran.code == 1 && ran.err.contains("already"), "{}", ran.err);
    let words = ["setup", "--organization", "other", "--name", "Other", "--admin-email", "x@example.org"];
    let said = home.run(words).good();
    assert!(said.contains("The password, which is shown only now: "), "{said}");
    let ran = home.run(["import", "directory", "x.csv"]);
    assert!(ran.err.contains("--organization") && ran.err.contains("acme, other"), "{}", ran.err);
}

#[test]
fn settings_come_from_a_file_and_the_environment_over_it() {
    let home = Home::new(BINARY);
    home.write("hamgam.toml", "[server]\nlisten = '127.0.0.1:9'\ndrain_seconds = 3\n");
    let printed = home.run(["config", "print"]).good();
    assert!(printed.contains("drain_seconds = 3"), "{printed}");
    assert!(printed.contains("listen = \"127.0.0.1:0\""), "the environment wins: {printed}");
    assert!(
        printed.contains("[telemetry]") && printed.contains("mails_per_day = 5"),
        "what nobody set: {printed}"
    );
    home.write("hamgam.toml", "[notifications]\nsmtp_password = 'xyzzy'\ndigest_hour = 8\n");
    let printed = home.run(["config", "print"]).good();
    assert!(printed.contains("digest_hour = 8") && !printed.contains("xyzzy"), "{printed}");
    home.write("hamgam.toml", "[training]\nremind_dayz = 3\n");
    let ran = home.run(["config", "print"]);
    assert!(ran.code == 1 && ran.err.contains("remind_dayz"), "{}", ran.err);
    home.write("hamgam.toml", "[server]\nlisen = '127.0.0.1:9'\n");
    let ran = home.run(["config", "print"]);
    assert!(ran.code == 1 && ran.err.contains("lisen"), "{}", ran.err);
    home.write("hamgam.toml", "[server]\ntrusted_proxies = ['10.0.0.0/8', '::1']\n");
    let printed = home.run(["config", "print"]).good();
    assert!(printed.contains("10.0.0.0/8") && printed.contains("::1"), "{printed}");
    home.write("hamgam.toml", "[server]\ntrusted_proxies = ['10.0.0.0/8', 'proxy.example']\n");
    let ran = home.run(["config", "print"]);
    let told = ran.err.contains("trusted_proxies") && ran.err.contains("`proxy.example`");
    assert!(ran.code == 1 && told, "{}", ran.err);
}

#[test]
fn a_setting_that_nobody_knows_is_refused_by_its_table_and_name() {
    for table in [
        "server",
        "database",
        "identity",
        "training",
        "telemetry",
        "adoption",
        "feedback",
        "champions",
        "incentives",
        "notifications",
        "gateway",
    ] {
        let home = Home::new(BINARY);
        home.write("hamgam.toml", format!("[{table}]\nno_such_setting = 1\n"));
        for words in [&["config", "print"][..], &["migrate"]] {
            let ran = home.run(words);
            assert_eq!(ran.code, 1, "{words:?} with [{table}]: {}{}", ran.out, ran.err);
            assert!(ran.err.contains("no_such_setting"), "{words:?} with [{table}]: {}", ran.err);
            assert!(ran.err.contains(table), "{words:?} names no table: {}", ran.err);
        }
    }
}

#[test]
fn a_server_says_that_it_serves_and_stops_when_told() {
    let home = Home::new(BINARY);
    let said = home.run(["migrate"]).good();
    assert!(said.contains("up to date"), "{said}");
    let server = Server::start(&home);
    let address = server.address.to_string();
    let said = home.run(["healthcheck", "--address", &address]).good();
    assert_eq!(said.trim(), "serving");
    assert!(server.stop(), "exit code 0 after SIGTERM");
    let ran = home.run(["healthcheck", "--address", &address]);
    assert!(ran.code == 1 && ran.err.contains("does not answer"), "{}", ran.err);
}

/// How many keys a server publishes.
fn published_keys(address: SocketAddr) -> usize {
    let mut stream = TcpStream::connect(address).unwrap();
    let request = "GET /.well-known/jwks.json HTTP/1.1\r\nhost: hamgam\r\nconnection: close\r\n\r\n";
    stream.write_all(request.as_bytes()).unwrap();
    let mut answer = String::new();
    stream.read_to_string(&mut answer).unwrap();
    answer.matches("\"kid\"").count()
}

#[tokio::test]
async fn a_running_server_takes_a_new_signing_key_and_nobody_is_signed_out() {
    let home = Home::set_up(BINARY);
    let server = Server::start(&home);
    let token = calls::sign_in(server.address).await;
    assert_eq!(published_keys(server.address), 1);
    let said = home.run(["keys", "rotate"]).good();
    assert!(said.contains("signs from"), "{said}");
    let ran = home.run(["keys", "rotate"]);
    assert!(ran.code == 1 && ran.err.contains("waits already"), "{}", ran.err);

    let begin = Instant::now();
    while published_keys(server.address) < 2 {
        assert!(begin.elapsed() < Duration::from_mins(1), "the server does not see the new key");
        tokio::time::sleep(Duration::from_millis(200)).await;
    }
    let mut me = MeServiceClient::new(calls::with_token(server.address, &token).await);
    me.get_me(GetMeRequest {}).await.unwrap();
    // Another process on the same file, from the start.
    assert_eq!(published_keys(Server::start(&home).address), 2);
}

/// Eight teams of one position on 60 days, of which one stops half-way.
fn team_days(columns: [&str; 6], reversed: bool) -> String {
    let mut rows = Vec::new();
    for day in 0..60 {
        let date = format!("2026-{:02}-{:02}", 1 + day / 28, 1 + day % 28);
        for team in 0..8 {
            let active = if team == 7 && day > 30 { 0 } else { 4 + (day + team) % 3 };
            let row: Vec<String> = columns
                .iter()
                .map(|column| match *column {
                    "team" => format!("team {team}"),
                    "position" => "seller".into(),
                    "site" => "Tehran".into(),
                    "day" => date.clone(),
                    "eligible" => "10".into(),
                    _ => active.to_string(),
                })
                .collect();
            rows.push(row.join(","));
        }
    }
    if reversed {
        rows.reverse();
    }
    format!("{}\n{}\n", columns.join(","), rows.join("\n"))
}

#[test]
fn a_file_of_team_days_is_evaluated_whatever_its_order() {
    let home = Home::new(BINARY);
    home.write("days.csv", team_days(["team", "position", "site", "day", "eligible", "active"], false));
    let flags = home.run(["evaluate", "days.csv"]).good();
    assert_eq!(flags.lines().next(), Some("team,day,p_low,p_decline,flagged,state"));
    assert_eq!(flags.lines().count(), 1 + 8 * 60);
    let found: Vec<&str> = flags.lines().filter(|l| l.ends_with(",1,FLAGGED")).collect();
    assert!(!found.is_empty() && found.iter().all(|l| l.starts_with("team 7,")), "{found:?}");

    home.write("turned.csv", team_days(["active", "day", "team", "site", "eligible", "position"], true));
    assert_eq!(home.run(["evaluate", "turned.csv"]).good(), flags);

    home.write("bad.csv", "team,position,site,day,eligible,active\na,p,s,2026-01-01,3,4\na,p,s,never,3,1\n");
    let ran = home.run(["evaluate", "bad.csv"]);
    assert_eq!((ran.code, ran.out.as_str()), (BAD_ROWS, ""), "{}", ran.err);
    assert!(ran.err.contains("line 2") && ran.err.contains("line 3"), "{}", ran.err);
    assert_eq!(home.run(["evaluate", "nowhere.csv"]).code, 1);
}
