//! What people do with proposals.

use kit::client::Outgoing;
use proto::{
    access::v1::Role,
    feedback::v1::{
        self as pb, anonymous_service_client::AnonymousServiceClient,
        attachment_service_client::AttachmentServiceClient, evidence_service_client::EvidenceServiceClient,
        moderation_service_client::ModerationServiceClient,
        proposal_comment_service_client::ProposalCommentServiceClient,
        proposal_service_client::ProposalServiceClient,
    },
};
use tonic::Status;

use super::{Company, build, parent};

impl Company {
    pub(crate) fn proposals(&self, person: &str) -> ProposalServiceClient<Outgoing> {
        ProposalServiceClient::new(self.person(person))
    }

    pub(crate) fn comments(&self, person: &str) -> ProposalCommentServiceClient<Outgoing> {
        ProposalCommentServiceClient::new(self.person(person))
    }

    pub(crate) fn attachments(&self, person: &str) -> AttachmentServiceClient<Outgoing> {
        AttachmentServiceClient::new(self.person(person))
    }

    /// Posting without a name, which somebody signed in does.
    pub(crate) fn anonymous(&self, person: &str) -> AnonymousServiceClient<Outgoing> {
        AnonymousServiceClient::new(self.person(person))
    }

    /// Coming back with a secret, which nobody has to sign in for.
    pub(crate) fn nobody(&self) -> AnonymousServiceClient<Outgoing> {
        AnonymousServiceClient::new(self.harness.as_anonymous())
    }

    pub(crate) fn moderation(&self) -> ModerationServiceClient<Outgoing> {
        ModerationServiceClient::new(self.hr())
    }

    /// As HR sees proposals.
    pub(crate) fn proposals_of_hr(&self) -> ProposalServiceClient<Outgoing> {
        ProposalServiceClient::new(self.hr())
    }

    /// As an administrator of another organization.
    pub(crate) fn proposals_of_strangers(&self) -> ProposalServiceClient<Outgoing> {
        ProposalServiceClient::new(self.harness.as_stranger())
    }

    pub(crate) fn evidence(&self) -> EvidenceServiceClient<Outgoing> {
        EvidenceServiceClient::new(self.harness.as_service("adoption"))
    }

    pub(crate) async fn propose(&self, person: &str, title: &str) -> pb::Proposal {
        self.propose_this(person, build::proposal(title)).await
    }

    pub(crate) async fn propose_this(&self, person: &str, proposal: pb::Proposal) -> pb::Proposal {
        let request = pb::CreateProposalRequest {
            parent: parent(),
            proposal: Some(proposal),
            request_id: String::new(),
        };
        self.proposals(person).create_proposal(request).await.unwrap().into_inner()
    }

    /// Posts without a name, with the secret of a number.
    pub(crate) async fn whisper(
        &self,
        person: &str,
        title: &str,
        number: u8,
    ) -> Result<pb::Proposal, Status> {
        let request = pb::SubmitAnonymousProposalRequest {
            parent: parent(),
            proposal: Some(build::proposal(title)),
            secret: build::secret(number),
        };
        Ok(self.anonymous(person).submit_anonymous_proposal(request).await?.into_inner())
    }

    /// Comes back with the secret of a number.
    pub(crate) async fn come_back(&self, number: u8) -> pb::FollowAnonymousProposalResponse {
        let request = pb::FollowAnonymousProposalRequest { parent: parent(), secret: build::secret(number) };
        self.nobody().follow_anonymous_proposal(request).await.unwrap().into_inner()
    }

    /// Answers with the secret of a number.
    pub(crate) async fn whisper_back(&self, number: u8, text: &str) -> Result<pb::ProposalComment, Status> {
        let request = pb::AnswerAnonymouslyRequest {
            parent: parent(),
            secret: build::secret(number),
            text: text.into(),
        };
        Ok(self.nobody().answer_anonymously(request).await?.into_inner())
    }

    pub(crate) async fn vote(&self, person: &str, proposal: &str) -> Result<pb::Proposal, Status> {
        let request = pb::VoteProposalRequest { name: proposal.into() };
        Ok(self.proposals(person).vote_proposal(request).await?.into_inner())
    }

    pub(crate) async fn say(
        &self,
        person: &str,
        proposal: &str,
        text: &str,
    ) -> Result<pb::ProposalComment, Status> {
        let request = pb::CreateCommentRequest {
            parent: proposal.into(),
            comment: Some(pb::ProposalComment { text: text.into(), ..Default::default() }),
            request_id: String::new(),
        };
        Ok(self.comments(person).create_comment(request).await?.into_inner())
    }

    pub(crate) async fn get(&self, person: &str, proposal: &str) -> Result<pb::Proposal, Status> {
        let request = pb::GetProposalRequest { name: proposal.into() };
        Ok(self.proposals(person).get_proposal(request).await?.into_inner())
    }

    /// What is said about a proposal, as somebody sees it.
    pub(crate) async fn said(&self, person: &str, proposal: &str) -> Vec<pb::ProposalComment> {
        let request =
            pb::ListCommentsRequest { parent: proposal.into(), page_size: 500, ..Default::default() };
        self.comments(person).list_comments(request).await.unwrap().into_inner().comments
    }

    pub(crate) async fn answer(
        &self,
        proposal: &str,
        status: pb::ProposalStatus,
        answer: &str,
    ) -> Result<pb::Proposal, Status> {
        let request = pb::SetProposalStatusRequest {
            name: proposal.into(),
            status: status.into(),
            answer: answer.into(),
            etag: String::new(),
        };
        Ok(self.moderation().set_proposal_status(request).await?.into_inner())
    }

    pub(crate) async fn merge(&self, from: &str, to: &str) -> Result<pb::Proposal, Status> {
        let request = pb::MergeProposalsRequest { name: from.into(), destination: to.into() };
        Ok(self.moderation().merge_proposals(request).await?.into_inner())
    }

    pub(crate) async fn hide(&self, what: &str, reason: &str) -> Result<pb::ModeratedContent, Status> {
        let request = pb::HideContentRequest { name: what.into(), reason: reason.into() };
        Ok(self.moderation().hide_content(request).await?.into_inner())
    }

    pub(crate) async fn report(&self, person: &str, what: &str, reason: &str) -> Result<(), Status> {
        let request = pb::ReportContentRequest { name: what.into(), reason: reason.into() };
        self.proposals(person).report_content(request).await?;
        Ok(())
    }

    /// The names of what waits for a moderator.
    pub(crate) async fn queue(&self) -> Vec<pb::ModeratedContent> {
        let request =
            pb::ListModerationQueueRequest { parent: parent(), page_size: 500, ..Default::default() };
        self.moderation().list_moderation_queue(request).await.unwrap().into_inner().contents
    }

    /// The titles of a list.
    pub(crate) async fn titles(&self, person: &str, request: pb::ListProposalsRequest) -> Vec<String> {
        let request = pb::ListProposalsRequest { parent: parent(), ..request };
        let found = self.proposals(person).list_proposals(request).await.unwrap().into_inner();
        found.proposals.into_iter().map(|p| p.title).collect()
    }

    /// Somebody who holds a role besides being a member.
    pub(crate) fn moderation_of(&self, person: &str, role: Role) -> ModerationServiceClient<Outgoing> {
        ModerationServiceClient::new(self.harness.as_person(person, &[(role, None)]))
    }
}
