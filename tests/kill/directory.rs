//! Kills during the import of a directory.

use std::{collections::HashMap, time::Duration};

use lab::{
    Home, Server, World,
    calls::{self, Signed, mapping},
    home::PARENT,
    world::{PEOPLE_MAPPING, map_words},
};
use proto::{
    identity::v1::{
        ListPeopleRequest, ListTeamsRequest, directory_import_service_client::DirectoryImportServiceClient,
        person_service_client::PersonServiceClient, team_service_client::TeamServiceClient,
    },
    imports::v1::{Import, ImportMapping},
};
use tonic::Status;

use super::{Journey, Starts, as_administrator, assert_same, dice, kills, steps, tables};
use crate::BINARY;

steps!(DirectoryImportServiceClient<Signed>);

/// Who is in the directory, and where: without ids, which differ from run to run.
async fn people(way: &Signed) -> Vec<String> {
    let request = ListTeamsRequest { parent: PARENT.into() };
    let teams =
        TeamServiceClient::new(way.clone()).list_teams(request).await.expect("teams").into_inner().teams;
    let names: HashMap<&str, &str> =
        teams.iter().map(|t| (t.name.as_str(), t.display_name.as_str())).collect();
    let mut client = PersonServiceClient::new(way.clone());
    let (mut all, mut page_token) = (Vec::new(), String::new());
    loop {
        let request =
            ListPeopleRequest { parent: PARENT.into(), page_size: 500, page_token, ..Default::default() };
        let page = client.list_people(request).await.expect("people").into_inner();
        all.extend(page.people.iter().map(|p| {
            let memberships: Vec<_> = p
                .memberships
                .iter()
                .map(|m| (names.get(m.team.as_str()), &m.start_day, &m.end_day))
                .collect();
            format!("{} {} {} {memberships:?}", p.external_id, p.display_name, p.employment_start_day)
        }));
        page_token = page.next_page_token;
        if page_token.is_empty() {
            return all;
        }
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_directory_import_goes_on_by_itself() {
    let world = World { teams: 30, people_per_team: 40, ..World::default() };
    let file = world.people_csv();
    let base = Home::set_up(BINARY);

    let undisturbed = base.copied();
    let csv = undisturbed.write("people.csv", &file);
    let mut words = vec!["import".to_owned(), "directory".into(), csv.display().to_string()];
    words.extend(map_words(PEOPLE_MAPPING));
    undisturbed.run(&words).good();
    let server = Server::start(&undisturbed);
    let token = calls::sign_in(server.address).await;
    let expected = people(&as_administrator(&server, &token).await).await;
    assert_eq!(expected.len(), world.people() + 1, "everybody and the administrator");
    drop(server);

    let (mut starts, mut moments, mut imports) = (Starts::default(), dice(100), 0);
    let wanted = kills(20);
    while starts.kills < wanted {
        let home = base.copied();
        let mut journey = Journey::new("people.csv", file.as_bytes(), mapping(PEOPLE_MAPPING, &[]));
        imports += 1;
        while !journey.is_done() && starts.kills < wanted {
            let server = Server::start(&home);
            let way = as_administrator(&server, &token_of(&server).await).await;
            let mut client = DirectoryImportServiceClient::new(way);
            // The journey ends with an error when the server is gone, and goes on with the next one.
            let _ = starts
                .kill_during(server, &mut moments, Duration::from_millis(900), journey.go_on(&mut client))
                .await;
        }
        let server = Server::start(&home);
        starts.note(&server);
        let way = as_administrator(&server, &token_of(&server).await).await;
        journey
            .go_on(&mut DirectoryImportServiceClient::new(way.clone()))
            .await
            .expect("nobody kills this one");
        assert_same("people", people(&way).await, expected.clone());
        tables::until_delivered(&home).await;
        assert!(server.stop(), "the server ends well when told to");
        tables::assert_whole(&home).await;
    }
    println!(
        "directory import: 0 of {} people lost or doubled in {imports} imports, {} kills, slowest start {:?}",
        world.people() * imports,
        starts.kills,
        starts.slowest
    );
}

async fn token_of(server: &Server) -> String {
    calls::sign_in(server.address).await
}
