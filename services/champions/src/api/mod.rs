//! The gRPC services: each folder is one, each file one RPC.

mod champions;
mod check_ins;
pub(crate) mod convert;
mod coverage;
mod effect;
mod held;
mod help;
mod home;
mod materials;
mod nominations;
mod programmes;
mod space;
mod visits;

use kit::{auth::Caller, error::Error};
use proto::champions::v1::{
    champion_service_server::ChampionServiceServer, check_in_service_server::CheckInServiceServer,
    coverage_service_server::CoverageServiceServer, effect_service_server::EffectServiceServer,
    forwarded_help_service_server::ForwardedHelpServiceServer,
    held_data_service_server::HeldDataServiceServer, home_service_server::HomeServiceServer,
    material_service_server::MaterialServiceServer, nomination_service_server::NominationServiceServer,
    programme_service_server::ProgrammeServiceServer, space_service_server::SpaceServiceServer,
    visit_service_server::VisitServiceServer,
};
use tonic::service::RoutesBuilder;

use crate::{
    Champions,
    domain::champion::Champion,
    error::{Reason, Refuse},
    store::{self, ConnectionTrait},
};

/// Adds the services.
pub(crate) fn routes(s: &Champions, routes: &mut RoutesBuilder) {
    routes
        .add_service(ProgrammeServiceServer::new(s.clone()))
        .add_service(NominationServiceServer::new(s.clone()))
        .add_service(ChampionServiceServer::new(s.clone()))
        .add_service(CoverageServiceServer::new(s.clone()))
        .add_service(CheckInServiceServer::new(s.clone()))
        .add_service(VisitServiceServer::new(s.clone()))
        .add_service(ForwardedHelpServiceServer::new(s.clone()))
        .add_service(MaterialServiceServer::new(s.clone()))
        .add_service(HomeServiceServer::new(s.clone()))
        .add_service(SpaceServiceServer::new(s.clone()))
        .add_service(EffectServiceServer::new(s.clone()))
        .add_service(HeldDataServiceServer::new(s.clone()));
}

/// The caller, who must be a champion.
async fn champion<'w, C: ConnectionTrait>(db: &C, who: &'w Caller, o: &str) -> Result<&'w str, Error> {
    let person = who.person()?;
    if store::people::is_champion(db, o, person).await? {
        Ok(person)
    } else {
        Err(Reason::NotAChampion.refuse("the caller covers no team"))
    }
}

/// A champion in words, for what is told from elsewhere.
pub(crate) async fn write_champion<C: ConnectionTrait>(
    db: &C,
    o: &str,
    term: &Champion,
) -> Result<proto::champions::v1::Champion, Error> {
    champions::view::one(db, o, term).await
}
