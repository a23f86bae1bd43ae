//! Another organization's resources look exactly like absent ones.

use proto::{
    identity::v1::{
        DeleteTeamRequest, GetOrganizationRequest, GetPersonRequest, GetSiteRequest, GetTeamRequest,
        ListPeopleRequest, ListTeamsRequest, directory_import_service_client::DirectoryImportServiceClient,
        organization_service_client::OrganizationServiceClient, person_service_client::PersonServiceClient,
        site_service_client::SiteServiceClient, team_service_client::TeamServiceClient,
    },
    imports::v1::GetImportRequest,
};
use tonic::{Code, Status};

use crate::support::{acme, parent};

/// The same answer, but for the name that was asked for.
fn alike(foreign: &Status, absent: &Status) {
    assert_eq!((foreign.code(), absent.code()), (Code::NotFound, Code::NotFound));
    assert_eq!(foreign.message().replacen("acme", "globex", 1), absent.message());
}

#[tokio::test]
async fn a_stranger_finds_nothing() {
    let acme = acme().await;
    let team = acme.team("Sales", "").await;
    let site = acme.site("Tehran", "Asia/Tehran").await.name;
    let sara = acme.somebody("sara").await.name;
    let import = acme.upload(b"a\n1\n", 100).await.name;
    let stranger = acme.harness.as_stranger();
    let own = |name: &str| name.replacen("acme", "globex", 1);

    let mut teams = TeamServiceClient::new(stranger.clone());
    for name in [team.clone(), own(&team)] {
        let found = teams.get_team(GetTeamRequest { name: name.clone() }).await;
        assert_eq!(found.unwrap_err().code(), Code::NotFound);
        let gone = teams.delete_team(DeleteTeamRequest { name }).await;
        assert_eq!(gone.unwrap_err().code(), Code::NotFound);
    }
    assert_eq!(
        teams.list_teams(ListTeamsRequest { parent: parent() }).await.unwrap_err().code(),
        Code::NotFound
    );
    let mut sites = SiteServiceClient::new(stranger.clone());
    alike(
        &sites.get_site(GetSiteRequest { name: site.clone() }).await.unwrap_err(),
        &sites.get_site(GetSiteRequest { name: own(&site) }).await.unwrap_err(),
    );
    let mut people = PersonServiceClient::new(stranger.clone());
    alike(
        &people.get_person(GetPersonRequest { name: sara.clone() }).await.unwrap_err(),
        &people.get_person(GetPersonRequest { name: own(&sara) }).await.unwrap_err(),
    );
    let list = |parent: String| ListPeopleRequest { parent, ..Default::default() };
    assert_eq!(people.list_people(list(parent())).await.unwrap_err().code(), Code::NotFound);
    let mine = people.list_people(list("organizations/globex".into())).await.unwrap().into_inner();
    assert_eq!(mine.total_size, 0);
    let mut imports = DirectoryImportServiceClient::new(stranger.clone());
    alike(
        &imports.get_import(GetImportRequest { name: import.clone() }).await.unwrap_err(),
        &imports.get_import(GetImportRequest { name: own(&import) }).await.unwrap_err(),
    );
    let mut organizations = OrganizationServiceClient::new(stranger);
    let request = GetOrganizationRequest { name: parent() };
    assert_eq!(organizations.get_organization(request).await.unwrap_err().code(), Code::NotFound);
    // And the victim is untouched.
    assert_eq!(acme.tree().await.len(), 1);
}
