//! A champion's home in an organization of twenty thousand teams, against an empty unary call on the same server.

use std::time::{Duration, Instant};

use anyhow::{Context as _, ensure};
use jiff::{ToSpan, tz::TimeZone};
use kit::clock::{Clock, SystemClock};
use lab::{
    Home, Server, World, calls,
    home::PARENT,
    world::{PEOPLE_MAPPING, USAGE_MAPPING, map_words},
};
use proto::{
    access::v1::Role,
    champions::v1::{GetChampionHomeRequest, home_service_client::HomeServiceClient},
    identity::v1::{
        GetMeRequest, ListTeamsRequest, RoleGrant, SetRolesRequest, me_service_client::MeServiceClient,
        person_service_client::PersonServiceClient, team_service_client::TeamServiceClient,
    },
};
use tonic_health::pb::{HealthCheckRequest, health_client::HealthClient};

use crate::{
    Options,
    ingestion::import,
    report::{Goal, Report, Row, say},
};

/// Teams of five people each; with the ones above them the organization has 20,000, which is the most there can be.
const TEAMS: usize = 18_181;
/// Teams of the champion.
const COVERED: usize = 8;
/// Calls of each kind in one round.
const CALLS: usize = 500;

/// Measures both in turns.
pub(crate) async fn measure(options: &Options, report: &mut Report) -> anyhow::Result<()> {
    let home = Home::set_up(&options.binary);
    let world = World { teams: TEAMS, people_per_team: 5, positions: 20, rate: 0.3, seed: 7 };
    import(&home, "directory", "people.csv", &world.people_csv(), &map_words(PEOPLE_MAPPING))?;
    say(&format!("imported {} people in {TEAMS} teams", world.people()))?;

    let server = Server::start(&home);
    let (application, _) = calls::enter_application(&calls::administrator(server.address).await, "CRM").await;
    ensure!(server.stop(), "the server did not end well");
    let yesterday = SystemClock.now().to_zoned(TimeZone::UTC).date().yesterday()?;
    let usage = world.usage_csv(yesterday.checked_sub(2.days())?, yesterday);
    let file = home.write("usage.csv", usage);
    let mut words = vec!["import".to_owned(), "usage".into(), file.display().to_string()];
    words.extend(map_words(USAGE_MAPPING));
    words.extend(["--set".to_owned(), format!("application={application}")]);
    let ran = home.run(&words);
    ensure!(ran.code == 0, "{}{}", ran.out, ran.err);
    say("imported, counted and evaluated three days of use")?;

    let server = Server::start(&home);
    let way = calls::administrator(server.address).await;
    become_champion(&way).await?;
    let mut champions = HomeServiceClient::new(way.clone());
    let request = || GetChampionHomeRequest { parent: PARENT.into() };
    let counted = Instant::now();
    let seen = loop {
        match champions.get_champion_home(request()).await {
            Ok(seen) if seen.get_ref().teams.len() == COVERED => break seen.into_inner(),
            _ => tokio::time::sleep(Duration::from_millis(100)).await,
        }
        ensure!(counted.elapsed().as_secs() < 120, "coverage was not counted in two minutes");
    };
    ensure!(seen.adoption_known && seen.teams.iter().all(|t| !t.adoption.is_empty()), "adoption is known");

    server.rested();

    let mut health = HealthClient::new(way);
    let mut measured = Vec::new();
    for _ in 0..options.rounds {
        let (mut empty, mut full) = (Vec::new(), Vec::new());
        for _ in 0..CALLS {
            let begin = Instant::now();
            health.check(HealthCheckRequest::default()).await?;
            empty.push(begin.elapsed().as_secs_f64() * 1e3);
            let begin = Instant::now();
            champions.get_champion_home(request()).await?;
            full.push(begin.elapsed().as_secs_f64() * 1e3);
        }
        measured.push((p95(full), p95(empty)));
    }
    report.add(
        "champion_home",
        vec![Row::beside(
            format!("champion's home, {TEAMS} teams, p95"),
            "ms",
            "empty call",
            Some(Goal::RatioAtMost(3.0)),
            &measured,
        )],
    )
}

/// The administrator gets the role CHAMPION for some teams, besides ADMIN.
async fn become_champion(way: &calls::Signed) -> anyhow::Result<()> {
    let me = MeServiceClient::new(way.clone()).get_me(GetMeRequest {}).await?.into_inner();
    let me = me.person.context("the administrator is somebody")?;
    let request = ListTeamsRequest { parent: PARENT.into() };
    let teams = TeamServiceClient::new(way.clone()).list_teams(request).await?.into_inner().teams;
    // Those without teams below: the champion covers as many as were asked for.
    let mut leaves: Vec<String> = teams
        .iter()
        .filter(|t| !teams.iter().any(|b| b.parent == t.name))
        .map(|t| t.name.clone())
        .take(COVERED)
        .collect();
    leaves.sort();
    let mut roles = me.roles.clone();
    roles.push(RoleGrant { role: Role::Champion.into(), teams: leaves });
    let request = SetRolesRequest { name: me.name, roles };
    PersonServiceClient::new(way.clone()).set_roles(request).await?;
    Ok(())
}

fn p95(mut times: Vec<f64>) -> f64 {
    times.sort_by(f64::total_cmp);
    times[(times.len() * 95 / 100).min(times.len() - 1)]
}
