//! Proposals as callers see them.

use std::collections::{HashMap, HashSet};

use kit::{contract, directory, error::Error};
use proto::feedback::v1 as pb;

use crate::{
    domain::proposal::{Draft, Proposal, StatusChange},
    names::{ApplicationName, AttachmentName, FeatureName, PersonName, ProposalName, TeamName},
    store::{self, ConnectionTrait, proposal_attachment::Attachment},
};

/// What is known around some proposals: what people are called, and what the viewer voted for and follows. The default
/// knows nothing, and is enough for whoever has no name.
#[derive(Default)]
pub(crate) struct View {
    viewer: String,
    people: HashMap<String, String>,
    voted: HashSet<String>,
    followed: HashSet<String>,
}

impl View {
    /// Looks up what is around these proposals.
    pub(crate) async fn of<C: ConnectionTrait>(
        db: &C,
        o: &str,
        viewer: &str,
        proposals: &[Proposal],
    ) -> Result<Self, Error> {
        let ids: Vec<String> = proposals.iter().map(|p| p.id.clone()).collect();
        let proposers = proposals.iter().filter_map(|p| p.proposer.as_ref()).map(|p| p.person.clone());
        let people = called(db, o, proposers).await?;
        let (voted, followed) = store::proposal_people::marks_of(db, o, viewer, &ids).await?;
        Ok(Self { viewer: viewer.to_owned(), people, voted, followed })
    }

    /// Knows what people are called, and nothing of the viewer.
    pub(crate) fn knowing(people: HashMap<String, String>) -> Self {
        Self { people, ..Self::default() }
    }

    /// A proposal without its images.
    pub(crate) fn write(&self, o: &str, proposal: &Proposal) -> pb::Proposal {
        let proposer = proposal.proposer.as_ref();
        pb::Proposal {
            name: ProposalName::new(o, &proposal.id).to_string(),
            tags: proposal.tags.clone(),
            anonymous: proposal.is_anonymous(),
            proposer: proposer.map(|p| PersonName::new(o, &p.person).to_string()).unwrap_or_default(),
            proposer_display_name: proposer
                .and_then(|p| self.people.get(&p.person))
                .cloned()
                .unwrap_or_default(),
            team: proposer
                .and_then(|p| p.team.as_ref())
                .map(|t| TeamName::new(o, t).to_string())
                .unwrap_or_default(),
            status: proposal.status.number(),
            answer: proposal.answer.clone(),
            duplicate_of: proposal
                .duplicate_of
                .as_ref()
                .map(|id| ProposalName::new(o, id).to_string())
                .unwrap_or_default(),
            vote_count: contract::count(proposal.votes),
            comment_count: contract::count(proposal.comments),
            voted: self.voted.contains(&proposal.id),
            followed: self.followed.contains(&proposal.id),
            own: proposal.is_by(&self.viewer),
            hidden: proposal.hidden.is_some(),
            hide_reason: proposal.hidden.clone().unwrap_or_default(),
            submit_day: proposal.day.to_string(),
            etag: contract::etag(proposal.revision),
            ..written(o, &proposal.draft)
        }
    }
}

/// One proposal with its images.
pub(crate) async fn full<C: ConnectionTrait>(
    db: &C,
    o: &str,
    viewer: &str,
    proposal: &Proposal,
) -> Result<pb::Proposal, Error> {
    let view = View::of(db, o, viewer, std::slice::from_ref(proposal)).await?;
    with_attachments(db, o, proposal, view.write(o, proposal)).await
}

/// Adds the images to what is known of a proposal.
pub(crate) async fn with_attachments<C: ConnectionTrait>(
    db: &C,
    o: &str,
    proposal: &Proposal,
    written: pb::Proposal,
) -> Result<pb::Proposal, Error> {
    let attachments = store::proposal_attachment::list(db, o, &proposal.id).await?;
    let attachments = attachments.into_iter().map(|a| attachment(o, &proposal.id, a)).collect();
    Ok(pb::Proposal { attachments, ..written })
}

/// What the writer wrote, and nothing else.
pub(crate) fn written(o: &str, draft: &Draft) -> pb::Proposal {
    let application = &draft.application;
    let feature = draft.feature.as_ref().map(|f| FeatureName::new(o, application, f).to_string());
    pb::Proposal {
        kind: draft.kind.number(),
        title: draft.title.clone(),
        body: draft.body.clone(),
        language: draft.language.to_proto().into(),
        application: ApplicationName::new(o, application).to_string(),
        feature: feature.unwrap_or_default(),
        topic: draft.topic.number(),
        tone: draft.tone.number(),
        ..pb::Proposal::default()
    }
}

/// What is known of an image.
pub(crate) fn attachment(o: &str, proposal: &str, attachment: Attachment) -> pb::Attachment {
    pb::Attachment {
        name: AttachmentName::new(o, proposal, attachment.id).to_string(),
        content_type: attachment.content_type,
        description: attachment.description,
        width: contract::count(attachment.width),
        height: contract::count(attachment.height),
        size: contract::count(attachment.size),
    }
}

/// What became of a proposal.
pub(crate) async fn changes<C: ConnectionTrait>(
    db: &C,
    o: &str,
    proposal: &str,
) -> Result<Vec<pb::StatusChange>, Error> {
    let changes = store::proposal_change::list(db, o, proposal).await?;
    let people = called(db, o, changes.iter().map(|c| c.actor.clone())).await?;
    let write = |change: StatusChange| pb::StatusChange {
        status: change.status.number(),
        answer: change.answer,
        actor_display_name: people.get(&change.actor).cloned().unwrap_or_default(),
        actor: PersonName::new(o, change.actor).to_string(),
        decision: change.decision.unwrap_or_default(),
        change_time: contract::instant(change.time),
    };
    Ok(changes.into_iter().map(write).collect())
}

/// What people are called, by their ids.
pub(crate) async fn called<C: ConnectionTrait>(
    db: &C,
    o: &str,
    people: impl Iterator<Item = String>,
) -> Result<HashMap<String, String>, Error> {
    let mut ids: Vec<String> = people.collect();
    ids.sort();
    ids.dedup();
    if ids.is_empty() {
        return Ok(HashMap::new());
    }
    Ok(directory::people(db, o, &ids).await?.into_iter().map(|p| (p.id, p.display_name)).collect())
}
