//! The gRPC services: what each RPC does is in the file of its name.

pub(crate) mod convert;
mod evaluation;
mod flag;
mod intervention;
mod playbook;
mod scope;
mod settings;
mod team_adoption;
mod team_flag;

use std::sync::Arc;

use proto::adoption::v1::{
    adoption_settings_service_server::AdoptionSettingsServiceServer,
    evaluation_service_server::EvaluationServiceServer, flag_service_server::FlagServiceServer,
    intervention_service_server::InterventionServiceServer, playbook_service_server::PlaybookServiceServer,
    team_adoption_service_server::TeamAdoptionServiceServer, team_flag_service_server::TeamFlagServiceServer,
};
use tonic::service::RoutesBuilder;

pub(crate) use self::team_adoption::StandingsCache;
use crate::Adoption;

/// Implements every service of the contract.
#[derive(Clone)]
struct Api(Arc<Adoption>);

/// Adds the services.
pub(crate) fn routes(adoption: &Adoption, routes: &mut RoutesBuilder) {
    let api = Api(Arc::new(adoption.clone()));
    routes
        .add_service(TeamAdoptionServiceServer::new(api.clone()))
        .add_service(TeamFlagServiceServer::new(api.clone()))
        .add_service(FlagServiceServer::new(api.clone()))
        .add_service(InterventionServiceServer::new(api.clone()))
        .add_service(PlaybookServiceServer::new(api.clone()))
        .add_service(AdoptionSettingsServiceServer::new(api.clone()))
        .add_service(EvaluationServiceServer::new(api));
}
