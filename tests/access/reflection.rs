//! What there is to call is told where developers work, and to nobody by a release build.

use lab::{Home, Server, calls};
use tonic::{Code, Status};
use tonic_reflection::pb::v1::{
    ServerReflectionRequest, server_reflection_client::ServerReflectionClient,
    server_reflection_request::MessageRequest, server_reflection_response::MessageResponse,
};

use crate::BINARY;

/// The names of the services that a server says it has.
async fn services(server: &Server) -> Result<Vec<String>, Status> {
    let way = calls::connect(server.address).await.unwrap();
    let question = ServerReflectionRequest {
        message_request: Some(MessageRequest::ListServices(String::new())),
        ..ServerReflectionRequest::default()
    };
    let questions = futures::stream::iter([question]);
    let mut answers = ServerReflectionClient::new(way).server_reflection_info(questions).await?.into_inner();
    match answers.message().await?.and_then(|a| a.message_response) {
        Some(MessageResponse::ListServicesResponse(list)) => {
            Ok(list.service.into_iter().map(|s| s.name).collect())
        }
        other => panic!("no list of services: {other:?}"),
    }
}

#[tokio::test]
async fn a_release_build_tells_nobody_what_there_is_to_call() {
    let home = Home::new(BINARY);
    let server = Server::start(&home);
    let told = services(&server).await;
    // The binary is built as this test is.
    if cfg!(debug_assertions) {
        let names = told.unwrap();
        assert!(names.iter().any(|n| n == "hamgam.identity.v1.PersonService"), "{names:?}");
    } else {
        // As whatever else the contract does not name.
        assert_eq!(told.unwrap_err().code(), Code::PermissionDenied);
    }
}
