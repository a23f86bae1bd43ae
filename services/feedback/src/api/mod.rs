//! The RPCs, a folder per service of the contract and a file per RPC. The only place that names tonic.

mod anonymous;
mod attachments;
mod comments;
mod evidence;
mod moderation;
mod proposals;
mod pulses;

use proto::feedback::v1::{
    anonymous_service_server::AnonymousServiceServer, attachment_service_server::AttachmentServiceServer,
    evidence_service_server::EvidenceServiceServer, moderation_service_server::ModerationServiceServer,
    proposal_comment_service_server::ProposalCommentServiceServer,
    proposal_service_server::ProposalServiceServer, pulse_service_server::PulseServiceServer,
};
use tonic::service::RoutesBuilder;

use crate::Feedback;

/// Adds the services.
pub(crate) fn routes(s: &Feedback, routes: &mut RoutesBuilder) {
    routes
        .add_service(ProposalServiceServer::new(s.clone()))
        .add_service(ProposalCommentServiceServer::new(s.clone()))
        .add_service(AttachmentServiceServer::new(s.clone()))
        .add_service(AnonymousServiceServer::new(s.clone()))
        .add_service(ModerationServiceServer::new(s.clone()))
        .add_service(EvidenceServiceServer::new(s.clone()))
        .add_service(PulseServiceServer::new(s.clone()));
}
