//! What the team page asks for, on one year of data, against an empty unary call on the same server.

use std::{fs::File, io::BufWriter, time::Instant};

use anyhow::ensure;
use jiff::{ToSpan, tz::TimeZone};
use kit::clock::{Clock, SystemClock};
use lab::{
    Home, Server, World, calls,
    home::PARENT,
    world::{PEOPLE_MAPPING, USAGE_MAPPING, map_words},
};
use proto::{
    adoption::v1::{GetTeamAdoptionRequest, team_adoption_service_client::TeamAdoptionServiceClient},
    identity::v1::{ListTeamsRequest, team_service_client::TeamServiceClient},
    telemetry::v1::{GetTeamUsageRequest, report_service_client::ReportServiceClient},
};
use rand::{Rng, SeedableRng, rngs::StdRng};
use tonic_health::pb::{HealthCheckRequest, health_client::HealthClient};

use crate::{
    Options,
    ingestion::import,
    report::{Goal, Report, Row, say},
};

/// Calls of each kind in one round.
const CALLS: usize = 500;
/// Weeks that the page asks for.
const WEEKS: i32 = 26;

/// Measures both in turns.
pub(crate) async fn measure(options: &Options, report: &mut Report) -> anyhow::Result<()> {
    let home = Home::set_up(&options.binary);
    let world = World {
        teams: options.people / 20,
        people_per_team: 20,
        positions: 7,
        rate: 0.06, // about two million acts in a year for 100,000 people: a file may have 200 MiB
        seed: 5,
    };
    let begin = Instant::now();
    import(&home, "directory", "people.csv", &world.people_csv(), &map_words(PEOPLE_MAPPING))?;
    let directory = begin.elapsed().as_secs_f64();
    say(&format!("imported {} people in {directory:.1} s", world.people()))?;

    let server = Server::start(&home);
    let (application, _) = calls::enter_application(&calls::administrator(server.address).await, "CRM").await;
    ensure!(server.stop(), "the server did not end well");
    let yesterday = SystemClock.now().to_zoned(TimeZone::UTC).date().yesterday()?;
    let file = home.path().join("usage.csv");
    let rows = {
        let mut out = BufWriter::new(File::create(&file)?);
        world.write_usage(&mut out, yesterday.checked_sub(1.year())?, yesterday)?
    };
    let begin = Instant::now();
    let mut words = vec!["import".to_owned(), "usage".into(), file.display().to_string()];
    words.extend(map_words(USAGE_MAPPING));
    words.extend(["--set".to_owned(), format!("application={application}")]);
    let ran = home.run(&words);
    ensure!(ran.code == 0, "{}{}", ran.out, ran.err);
    let usage = begin.elapsed().as_secs_f64();
    say(&format!("imported, counted and evaluated {rows} events in {usage:.1} s"))?;

    let server = Server::start(&home);
    let way = calls::administrator(server.address).await;
    let request = ListTeamsRequest { parent: PARENT.into() };
    let teams = TeamServiceClient::new(way.clone()).list_teams(request).await?.into_inner().teams;
    let teams: Vec<String> = teams.into_iter().map(|t| t.name).collect();
    let mut health = HealthClient::new(way.clone());
    let mut adoption = TeamAdoptionServiceClient::new(way.clone());
    let mut telemetry = ReportServiceClient::new(way);
    let mut dice = StdRng::seed_from_u64(6);
    server.rested();
    let (mut judged, mut used) = (Vec::new(), Vec::new());
    for _ in 0..options.rounds {
        let (mut empty, mut page, mut usage) = (Vec::new(), Vec::new(), Vec::new());
        for _ in 0..CALLS {
            let begin = Instant::now();
            health.check(HealthCheckRequest::default()).await?;
            empty.push(begin.elapsed().as_secs_f64() * 1e3);

            let team = &teams[dice.random_range(0..teams.len())];
            let request =
                GetTeamAdoptionRequest { team: team.clone(), application: application.clone(), weeks: WEEKS };
            let begin = Instant::now();
            adoption.get_team_adoption(request).await?;
            page.push(begin.elapsed().as_secs_f64() * 1e3);

            let request = GetTeamUsageRequest {
                team: team.clone(),
                application: application.clone(),
                week_count: WEEKS,
                ..GetTeamUsageRequest::default()
            };
            let begin = Instant::now();
            telemetry.get_team_usage(request).await?;
            usage.push(begin.elapsed().as_secs_f64() * 1e3);
        }
        let empty = p99(empty);
        judged.push((p99(page), empty));
        used.push((p99(usage), empty));
    }
    let people = world.people();
    let goal = Some(Goal::RatioAtMost(3.0));
    report.add(
        "team_page",
        vec![
            Row::beside(
                format!("team page, adoption, a year of {people} people, p99"),
                "ms",
                "empty call",
                goal,
                &judged,
            ),
            Row::beside(
                format!("team page, usage, a year of {people} people, p99"),
                "ms",
                "empty call",
                goal,
                &used,
            ),
            Row::alone(format!("import of a directory of {people} people"), "s", None, &[directory]),
            Row::alone(format!("import of {rows} events of a year, evaluated"), "s", None, &[usage]),
        ],
    )
}

fn p99(mut times: Vec<f64>) -> f64 {
    times.sort_by(f64::total_cmp);
    times[(times.len() * 99 / 100).min(times.len() - 1)]
}
