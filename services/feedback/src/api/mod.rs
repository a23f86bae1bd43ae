//! The RPCs, a folder per service of the contract and a file per RPC. The only place that names tonic.

mod pulses;

use proto::feedback::v1::pulse_service_server::PulseServiceServer;
use tonic::service::RoutesBuilder;

use crate::Feedback;

/// Adds the services.
pub(crate) fn routes(s: &Feedback, routes: &mut RoutesBuilder) {
    routes.add_service(PulseServiceServer::new(s.clone()));
}
