//! Calls by gRPC.

use std::{net::SocketAddr, time::Duration};

use proto::{
    identity::v1::{SignInRequest, session_service_client::SessionServiceClient},
    imports::v1::{Import, ImportMapping, ImportState},
    localization::v1::LocalizedText,
    telemetry::v1::{
        ApiKey, Application, CoreTask, CreateApiKeyRequest, CreateApplicationRequest, CreateCoreTaskRequest,
        CreateFeatureRequest, Feature, application_service_client::ApplicationServiceClient,
    },
};
use tonic::{
    Request, Status,
    metadata::{Ascii, MetadataValue},
    service::{Interceptor, interceptor::InterceptedService},
    transport::{Channel, Endpoint},
};

use crate::{
    home::{ADMINISTRATOR, PARENT, PASSWORD},
    world::FEATURES,
};

/// Puts a token or a key into every call.
#[derive(Debug, Clone)]
pub struct Bearer(MetadataValue<Ascii>);

impl Bearer {
    /// With this token or key.
    pub fn new(token: &str) -> Self {
        Self(format!("Bearer {token}").parse().expect("a token"))
    }
}

impl Interceptor for Bearer {
    fn call(&mut self, mut request: Request<()>) -> Result<Request<()>, Status> {
        request.metadata_mut().insert("authorization", self.0.clone());
        Ok(request)
    }
}

/// What generated clients are built over, with somebody's token.
pub type Signed = InterceptedService<Channel, Bearer>;

/// A connection of its own.
pub async fn connect(address: SocketAddr) -> Result<Channel, tonic::transport::Error> {
    Endpoint::from_shared(format!("http://{address}"))?.tcp_nodelay(true).connect().await
}

/// Calls with a token or a key, over a connection of its own.
pub async fn with_token(address: SocketAddr, token: &str) -> Signed {
    let channel = connect(address).await.expect("the server takes connections");
    InterceptedService::new(channel, Bearer::new(token))
}

/// The administrator's access token.
pub async fn sign_in(address: SocketAddr) -> String {
    sign_in_as(address, ADMINISTRATOR, PASSWORD).await.expect("the administrator signs in")
}

/// Somebody's access token.
pub async fn sign_in_as(address: SocketAddr, email: &str, password: &str) -> Result<String, Status> {
    let channel = connect(address).await.map_err(|e| Status::unavailable(e.to_string()))?;
    let request =
        SignInRequest { email: email.to_owned(), password: password.to_owned(), organization: PARENT.into() };
    Ok(SessionServiceClient::new(channel).sign_in(request).await?.into_inner().access_token)
}

/// Calls as the administrator, who is HR too.
pub async fn administrator(address: SocketAddr) -> Signed {
    let token = sign_in(address).await;
    with_token(address, &token).await
}

/// Enters an application with the features of a made-up world, in which any act counts for every position; its name and a
/// key for it.
pub async fn enter_application(way: &Signed, title: &str) -> (String, String) {
    let mut client = ApplicationServiceClient::new(way.clone());
    let application = Application {
        title: Some(LocalizedText { en: title.to_owned(), ..LocalizedText::default() }),
        ..Application::default()
    };
    let request = CreateApplicationRequest {
        parent: PARENT.into(),
        application: Some(application),
        request_id: String::new(),
    };
    let name = client.create_application(request).await.expect("an application").into_inner().name;
    let request = CreateCoreTaskRequest { parent: name.clone(), core_task: Some(CoreTask::default()) };
    client.create_core_task(request).await.expect("a core task");
    for code in FEATURES {
        let feature = Feature { code: code.to_owned(), ..Feature::default() };
        let request =
            CreateFeatureRequest { parent: name.clone(), feature: Some(feature), request_id: String::new() };
        client.create_feature(request).await.expect("a feature");
    }
    let key = ApiKey { display_name: "lab".into(), ..ApiKey::default() };
    let request = CreateApiKeyRequest { parent: name.clone(), api_key: Some(key) };
    let key = client.create_api_key(request).await.expect("a key").into_inner().secret;
    (name, key)
}

/// A mapping of an import.
pub fn mapping(columns: &[(&str, &str)], constants: &[(&str, &str)]) -> ImportMapping {
    let owned =
        |pairs: &[(&str, &str)]| pairs.iter().map(|(k, v)| ((*k).to_owned(), (*v).to_owned())).collect();
    ImportMapping { columns: owned(columns), constants: owned(constants) }
}

/// Whether an import has come to its end.
pub fn is_over(import: &Import) -> bool {
    matches!(import.state(), ImportState::Done | ImportState::Failed)
}

/// How long a test waits for what the server does by itself.
pub const PATIENCE: Duration = Duration::from_mins(2);
