//! A champion's home in an organization of twenty thousand teams, of which every tenth fell behind, against an empty unary
//! call on the same server. The champion's own teams are in step but for one or two, whose flags are shown with the play to
//! use, and some check-ins are to be looked at again.

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
    champions::v1::{
        CheckIn, CheckInKind, CreateCheckInRequest, GetChampionHomeRequest, HomeTeam,
        check_in_service_client::CheckInServiceClient, home_service_client::HomeServiceClient,
    },
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
/// Days of use: enough to judge by.
const DAYS: i32 = 35;
/// Check-ins to be looked at again.
const FOLLOW_UPS: usize = 5;
/// Calls of each kind in one round.
const CALLS: usize = 500;

/// Measures both in turns.
pub(crate) async fn measure(options: &Options, report: &mut Report) -> anyhow::Result<()> {
    let home = Home::set_up(&options.binary);
    // Seven positions: with twenty, all teams of a position would be low, and nobody fall behind comparable ones.
    let world = World { teams: TEAMS, people_per_team: 5, positions: 7, rate: 0.3, seed: 7 };
    import(&home, "directory", "people.csv", &world.people_csv(), &map_words(PEOPLE_MAPPING))?;
    say(&format!("imported {} people in {TEAMS} teams", world.people()))?;

    let server = Server::start(&home);
    let (application, _) = calls::enter_application(&calls::administrator(server.address).await, "CRM").await;
    ensure!(server.stop(), "the server did not end well");
    let yesterday = SystemClock.now().to_zoned(TimeZone::UTC).date().yesterday()?;
    let usage = world.usage_csv(yesterday.checked_sub((DAYS - 1).days())?, yesterday);
    let file = home.write("usage.csv", usage);
    let mut words = vec!["import".to_owned(), "usage".into(), file.display().to_string()];
    words.extend(map_words(USAGE_MAPPING));
    words.extend(["--set".to_owned(), format!("application={application}")]);
    let ran = home.run(&words);
    ensure!(ran.code == 0, "{}{}", ran.out, ran.err);
    say(&format!("imported, counted and evaluated {DAYS} days of use"))?;

    let server = Server::start(&home);
    let way = calls::administrator(server.address).await;
    become_champion(&way).await?;
    let mut champions = HomeServiceClient::new(way.clone());
    let request = || GetChampionHomeRequest { parent: PARENT.into() };
    let counted = Instant::now();
    let covered = loop {
        match champions.get_champion_home(request()).await {
            Ok(seen) if seen.get_ref().teams.len() == COVERED => break seen.into_inner().teams,
            _ => tokio::time::sleep(Duration::from_millis(100)).await,
        }
        ensure!(counted.elapsed().as_secs() < 120, "coverage was not counted in two minutes");
    };
    check_in(&way, &covered).await?;
    server.rested();
    let seen = champions.get_champion_home(request()).await?.into_inner();
    ensure!(seen.adoption_known && seen.teams.iter().all(|t| !t.adoption.is_empty()), "adoption is known");
    ensure!(
        !seen.flags.is_empty() && seen.flags.iter().all(|f| !f.play_steps.is_empty()),
        "flags with plays"
    );
    ensure!(seen.follow_ups.len() == FOLLOW_UPS, "check-ins to be looked at again");

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
    // One department, in which a team is low and one has stopped.
    let own = |n: usize| teams.iter().find(|t| t.display_name == format!("Crew {n}")).map(|t| t.name.clone());
    let own: Vec<String> = (0..COVERED).filter_map(own).collect();
    let mut roles = me.roles.clone();
    roles.push(RoleGrant { role: Role::Champion.into(), teams: own });
    let request = SetRolesRequest { name: me.name, roles };
    PersonServiceClient::new(way.clone()).set_roles(request).await?;
    Ok(())
}

/// The champion was with some teams, and will look in again.
async fn check_in(way: &calls::Signed, teams: &[HomeTeam]) -> anyhow::Result<()> {
    let today = SystemClock.now().to_zoned(TimeZone::UTC).date();
    let mut client = CheckInServiceClient::new(way.clone());
    for team in teams.iter().take(FOLLOW_UPS) {
        let check_in = CheckIn {
            team: team.team.clone(),
            kind: CheckInKind::Visit.into(),
            follow_up_day: today.checked_add(7.days())?.to_string(),
            ..CheckIn::default()
        };
        let request =
            CreateCheckInRequest { parent: PARENT.into(), check_in: Some(check_in), ..Default::default() };
        client.create_check_in(request).await?;
    }
    Ok(())
}

fn p95(mut times: Vec<f64>) -> f64 {
    times.sort_by(f64::total_cmp);
    times[(times.len() * 95 / 100).min(times.len() - 1)]
}
