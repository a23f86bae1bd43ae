//! The RPCs, a folder per service of the contract and a file per RPC. The only place that names tonic.

mod agenda;
mod anonymous;
mod attachments;
mod comments;
mod committees;
mod evidence;
mod held;
mod meetings;
mod minutes;
mod moderation;
mod outcomes;
mod polls;
mod proposals;
mod pulses;

use proto::feedback::v1::{
    agenda_service_server::AgendaServiceServer, anonymous_service_server::AnonymousServiceServer,
    attachment_service_server::AttachmentServiceServer, committee_service_server::CommitteeServiceServer,
    evidence_service_server::EvidenceServiceServer, held_data_service_server::HeldDataServiceServer,
    meeting_service_server::MeetingServiceServer, minutes_service_server::MinutesServiceServer,
    moderation_service_server::ModerationServiceServer, outcome_service_server::OutcomeServiceServer,
    poll_service_server::PollServiceServer, proposal_comment_service_server::ProposalCommentServiceServer,
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
        .add_service(CommitteeServiceServer::new(s.clone()))
        .add_service(MeetingServiceServer::new(s.clone()))
        .add_service(AgendaServiceServer::new(s.clone()))
        .add_service(PollServiceServer::new(s.clone()))
        .add_service(OutcomeServiceServer::new(s.clone()))
        .add_service(MinutesServiceServer::new(s.clone()))
        .add_service(PulseServiceServer::new(s.clone()))
        .add_service(HeldDataServiceServer::new(s.clone()));
}
