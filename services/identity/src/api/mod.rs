//! The gRPC services: what each RPC does is in the file of its name.

mod directory_import;
mod me;
mod organization;
mod person;
mod position;
mod reference;
mod session;
mod site;
mod team;

use std::sync::Arc;

use proto::identity::v1::{
    directory_import_service_server::DirectoryImportServiceServer, me_service_server::MeServiceServer,
    organization_service_server::OrganizationServiceServer, person_service_server::PersonServiceServer,
    position_service_server::PositionServiceServer, session_service_server::SessionServiceServer,
    site_service_server::SiteServiceServer, team_service_server::TeamServiceServer,
};
use tonic::service::RoutesBuilder;

use crate::Identity;

/// Implements every service of the contract.
#[derive(Clone)]
struct Api(Arc<Identity>);

/// Adds the services.
pub(crate) fn routes(identity: &Identity, routes: &mut RoutesBuilder) {
    let api = Api(Arc::new(identity.clone()));
    routes
        .add_service(OrganizationServiceServer::new(api.clone()))
        .add_service(SiteServiceServer::new(api.clone()))
        .add_service(TeamServiceServer::new(api.clone()))
        .add_service(PositionServiceServer::new(api.clone()))
        .add_service(PersonServiceServer::new(api.clone()))
        .add_service(MeServiceServer::new(api.clone()))
        .add_service(SessionServiceServer::new(api.clone()))
        .add_service(DirectoryImportServiceServer::new(api));
}
