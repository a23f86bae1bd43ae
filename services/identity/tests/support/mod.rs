//! An organization, `acme`, to try things on.

use std::sync::Arc;

use identity::{Founder, Identity};
use kit::{
    auth::{Peer, Role},
    client::Outgoing,
    clock::Clock as _,
    localize::Language,
    module::{Job, Module, Progress},
    testing::{Harness, ORGANIZATION, STRANGER, World},
};
use proto::{
    identity::v1::{
        self as pb, directory_import_service_client::DirectoryImportServiceClient,
        me_service_client::MeServiceClient, organization_service_client::OrganizationServiceClient,
        person_service_client::PersonServiceClient, position_service_client::PositionServiceClient,
        session_service_client::SessionServiceClient, site_service_client::SiteServiceClient,
        team_service_client::TeamServiceClient,
    },
    imports::v1::{self as imports, Import, ImportMapping},
    localization::v1::Calendar,
};
use tonic::{Code, Request, Status};
use tonic_types::StatusExt;

/// The password of everybody here.
pub(crate) const PASSWORD: &str = "seven quiet lanterns";
/// The day on which tests begin.
pub(crate) const TODAY: &str = "2026-03-02";

pub(crate) struct Acme {
    pub(crate) harness: Harness,
    pub(crate) identity: Arc<Identity>,
    /// The administrator.
    pub(crate) boss: String,
    _world: World,
}

/// `acme` with Boss, its administrator, and `globex`, a stranger.
pub(crate) async fn acme() -> Acme {
    let world = World::new().await;
    let identity = identity::open(&world.context).await.unwrap();
    let modules: Vec<Arc<dyn Module>> = vec![identity.clone()];
    let harness = world.serve(modules);
    for organization in [ORGANIZATION, STRANGER] {
        let languages = [Language::En, Language::Fa];
        assert!(identity.found(organization, "Acme", &languages, Calendar::Unspecified).await.unwrap());
    }
    let boss = founder(&identity, ORGANIZATION, "boss").await;
    Acme { harness, identity, boss, _world: world }
}

/// An administrator with an address and [`PASSWORD`].
pub(crate) async fn founder(identity: &Identity, organization: &str, who: &str) -> String {
    let founder = Founder {
        external_id: who.into(),
        display_name: who.into(),
        email: format!("{who}@acme.example"),
        password: PASSWORD.into(),
        roles: vec![Role::Admin],
        language: None,
        start_day: "2020-01-01".parse().unwrap(),
    };
    identity.add_founder(organization, founder).await.unwrap().person
}

pub(crate) fn parent() -> String {
    format!("organizations/{ORGANIZATION}")
}

pub(crate) fn id(name: &str) -> &str {
    name.rsplit('/').next().unwrap()
}

impl Acme {
    pub(crate) fn now(&self) -> jiff::Timestamp {
        self.harness.clock.now()
    }

    pub(crate) fn admin(&self) -> Outgoing {
        self.harness.as_person(&self.boss, &[(Role::Admin, None)])
    }

    pub(crate) fn organizations(&self) -> OrganizationServiceClient<Outgoing> {
        OrganizationServiceClient::new(self.admin())
    }

    pub(crate) fn sites(&self) -> SiteServiceClient<Outgoing> {
        SiteServiceClient::new(self.admin())
    }

    pub(crate) fn teams(&self) -> TeamServiceClient<Outgoing> {
        TeamServiceClient::new(self.admin())
    }

    pub(crate) fn positions(&self) -> PositionServiceClient<Outgoing> {
        PositionServiceClient::new(self.admin())
    }

    pub(crate) fn people(&self) -> PersonServiceClient<Outgoing> {
        PersonServiceClient::new(self.admin())
    }

    pub(crate) fn imports(&self) -> DirectoryImportServiceClient<Outgoing> {
        DirectoryImportServiceClient::new(self.admin())
    }

    /// Somebody's own data, with whatever the access token of a real sign-in would say.
    pub(crate) fn me(&self, person: &str) -> MeServiceClient<Outgoing> {
        MeServiceClient::new(self.harness.as_person(id(person), &[]))
    }

    /// The way of a browser.
    pub(crate) fn sessions(&self) -> SessionServiceClient<Outgoing> {
        SessionServiceClient::new(self.harness.as_anonymous())
    }

    pub(crate) async fn team(&self, display_name: &str, above: &str) -> String {
        let team = pb::Team { display_name: display_name.into(), parent: above.into(), ..Default::default() };
        let request = pb::CreateTeamRequest { parent: parent(), team: Some(team), request_id: String::new() };
        self.teams().create_team(request).await.unwrap().into_inner().name
    }

    pub(crate) async fn position(&self, display_name: &str) -> String {
        let position = pb::Position { display_name: display_name.into(), ..Default::default() };
        let request = pb::CreatePositionRequest {
            parent: parent(),
            position: Some(position),
            request_id: String::new(),
        };
        self.positions().create_position(request).await.unwrap().into_inner().name
    }

    pub(crate) async fn site(&self, display_name: &str, time_zone: &str) -> pb::Site {
        let site =
            pb::Site { display_name: display_name.into(), time_zone: time_zone.into(), ..Default::default() };
        let request = pb::CreateSiteRequest { parent: parent(), site: Some(site), request_id: String::new() };
        self.sites().create_site(request).await.unwrap().into_inner()
    }

    pub(crate) async fn person(&self, person: pb::Person) -> Result<pb::Person, Status> {
        let request =
            pb::CreatePersonRequest { parent: parent(), person: Some(person), request_id: String::new() };
        Ok(self.people().create_person(request).await?.into_inner())
    }

    /// Somebody with a name, an address and nothing else.
    pub(crate) async fn somebody(&self, name: &str) -> pb::Person {
        self.person(person(name)).await.unwrap()
    }

    /// The token of the last link that was mailed.
    pub(crate) async fn last_link(&self) -> String {
        let invited = self.harness.published::<pb::PersonInvited>().await.into_iter().map(|e| e.link_path);
        let reset =
            self.harness.published::<pb::PasswordResetRequested>().await.into_iter().map(|e| e.link_path);
        let path = invited.chain(reset).last().unwrap();
        path.split_once("?token=").unwrap().1.to_owned()
    }

    /// Invites somebody, who sets [`PASSWORD`].
    pub(crate) async fn welcome(&self, person: &pb::Person) {
        let request = pb::InvitePersonRequest { name: person.name.clone() };
        self.people().invite_person(request).await.unwrap();
        let token = self.last_link().await;
        let request = pb::SetPasswordRequest { token, new_password: PASSWORD.into() };
        self.sessions().set_password(request).await.unwrap();
    }

    /// Signs in; the access token and the cookie.
    pub(crate) async fn sign_in(&self, email: &str, password: &str) -> Result<(String, String), Status> {
        let response = self.sessions().sign_in(sign_in(email, password)).await?;
        let cookie = cookie(response.metadata()).unwrap();
        Ok((response.into_inner().access_token, cookie))
    }

    pub(crate) async fn refresh(&self, cookie: &str) -> Result<(String, Option<String>), Status> {
        let response =
            self.sessions().refresh_session(with_cookie(pb::RefreshSessionRequest {}, cookie)).await?;
        let next = self::cookie(response.metadata());
        Ok((response.into_inner().access_token, next))
    }

    /// Uploads a file in parts of `size` bytes.
    pub(crate) async fn upload(&self, file: &[u8], size: usize) -> Import {
        let request = imports::CreateImportRequest {
            parent: parent(),
            file_name: "people.csv".into(),
            request_id: String::new(),
        };
        let mut import = self.imports().create_import(request).await.unwrap().into_inner();
        let parts: Vec<&[u8]> = file.chunks(size).collect();
        for (i, part) in parts.iter().enumerate() {
            let request = imports::UploadImportPartRequest {
                name: import.name.clone(),
                offset: i64::try_from(i * size).unwrap(),
                data: part.to_vec(),
                last: i + 1 == parts.len(),
            };
            import = self.imports().upload_import_part(request).await.unwrap().into_inner();
        }
        import
    }

    /// Uploads a file and looks what it would change, with the guessed mapping and these constants.
    pub(crate) async fn preview(&self, file: &str, constants: &[(&str, &str)]) -> Import {
        let import = self.upload(file.as_bytes(), 500_000).await;
        let mut mapping = import.mapping.clone().unwrap_or_default();
        mapping.constants = constants.iter().map(|(k, v)| ((*k).to_owned(), (*v).to_owned())).collect();
        self.preview_with(&import.name, mapping).await
    }

    /// Lets imports go on until none is left; events stay in the outbox, to be looked at.
    pub(crate) async fn run_imports(&self) {
        let job = self.import_job();
        while job.run(self.now()).await.unwrap() == Progress::Worked {}
    }

    pub(crate) fn import_job(&self) -> Arc<dyn Job> {
        self.identity.jobs().into_iter().find(|j| j.name() == "identity.imports").unwrap()
    }

    pub(crate) async fn preview_with(&self, name: &str, mapping: ImportMapping) -> Import {
        let request = imports::PreviewImportRequest { name: name.to_owned(), mapping: Some(mapping) };
        self.imports().preview_import(request).await.unwrap();
        self.run_imports().await;
        self.import(name).await
    }

    pub(crate) async fn apply(&self, name: &str, skip_invalid: bool) -> Result<Import, Status> {
        let request = imports::ApplyImportRequest { name: name.to_owned(), skip_invalid };
        self.imports().apply_import(request).await?;
        self.run_imports().await;
        Ok(self.import(name).await)
    }

    pub(crate) async fn import(&self, name: &str) -> Import {
        self.imports()
            .get_import(imports::GetImportRequest { name: name.to_owned() })
            .await
            .unwrap()
            .into_inner()
    }

    pub(crate) async fn find(&self, query: &str) -> Vec<pb::Person> {
        let request = pb::ListPeopleRequest {
            parent: parent(),
            query: query.into(),
            page_size: 500,
            ..Default::default()
        };
        self.people().list_people(request).await.unwrap().into_inner().people
    }

    pub(crate) async fn tree(&self) -> Vec<pb::Team> {
        self.teams().list_teams(pb::ListTeamsRequest { parent: parent() }).await.unwrap().into_inner().teams
    }
}

pub(crate) fn person(name: &str) -> pb::Person {
    pb::Person {
        external_id: format!("no-{name}"),
        display_name: name.into(),
        email: format!("{name}@acme.example"),
        employment_start_day: "2025-01-01".into(),
        ..Default::default()
    }
}

/// One membership of a person.
pub(crate) fn member(team: &str, position: &str, start: &str) -> pb::Membership {
    pb::Membership {
        team: team.into(),
        position: position.into(),
        start_day: start.into(),
        ..Default::default()
    }
}

pub(crate) fn sign_in(email: &str, password: &str) -> Request<pb::SignInRequest> {
    Request::new(pb::SignInRequest {
        email: email.into(),
        password: password.into(),
        organization: String::new(),
    })
}

/// A request from a network address.
pub(crate) fn from<T>(mut request: Request<T>, address: [u8; 4]) -> Request<T> {
    request.extensions_mut().insert(Peer(address.into()));
    request
}

pub(crate) fn with_cookie<T>(message: T, cookie: &str) -> Request<T> {
    let mut request = Request::new(message);
    request.metadata_mut().insert("cookie", format!("__Host-hamgam-refresh={cookie}").parse().unwrap());
    request
}

/// The refresh token that a response sets.
pub(crate) fn cookie(metadata: &tonic::metadata::MetadataMap) -> Option<String> {
    let set = metadata.get("set-cookie")?.to_str().unwrap();
    assert!(set.contains("; Path=/; Secure; HttpOnly; SameSite=Strict; Max-Age="), "{set}");
    Some(set.split_once('=').unwrap().1.split(';').next().unwrap().to_owned())
}

/// Code and reason of an error.
pub(crate) fn reason<T: std::fmt::Debug>(result: Result<T, Status>) -> (Code, String) {
    let status = result.unwrap_err();
    let reason = status.get_details_error_info().map(|i| i.reason).unwrap_or_default();
    (status.code(), reason)
}

/// Fields and codes of the rules that a request broke.
pub(crate) fn broken<T: std::fmt::Debug>(result: Result<T, Status>) -> Vec<(String, String)> {
    let status = result.unwrap_err();
    assert_eq!(status.code(), Code::InvalidArgument, "{status:?}");
    let fields = status.get_details_bad_request().unwrap().field_violations;
    fields.into_iter().map(|v| (v.field, v.reason)).collect()
}
