//! What is told about proposals. Of the writer of an anonymous one nobody is told anything that could lead back.

use std::collections::BTreeSet;

use proto::feedback::v1 as pb;

use crate::{
    domain::{
        proposal::Proposal,
        proposal_comment::{Comment, EXCERPT_LENGTH},
    },
    names::{ApplicationName, PersonName, ProposalName},
};

/// How many people one event names.
const PEOPLE: usize = 500;

/// Where a proposal is in the app.
fn link(proposal: &Proposal) -> String {
    format!("/feedback/proposals/{}", proposal.id)
}

fn name(organization: &str, proposal: &Proposal) -> String {
    ProposalName::new(organization, &proposal.id).to_string()
}

/// The people as resource names, in parts.
fn parts(organization: &str, people: BTreeSet<String>) -> Vec<Vec<String>> {
    let names: Vec<String> =
        people.into_iter().map(|p| PersonName::new(organization, p).to_string()).collect();
    names.chunks(PEOPLE).map(<[String]>::to_vec).collect()
}

/// A proposal was answered; `merged_into` is the title of the one that it was merged into.
pub(crate) fn answered(
    organization: &str,
    proposal: &Proposal,
    merged_into: &str,
    people: BTreeSet<String>,
) -> Vec<pb::ProposalAnswered> {
    let event = |people| pb::ProposalAnswered {
        proposal: name(organization, proposal),
        title: proposal.draft.title.clone(),
        status: proposal.status.number(),
        answer: proposal.answer.clone(),
        people,
        merged_into_title: merged_into.to_owned(),
        link: link(proposal),
        application: ApplicationName::new(organization, &proposal.draft.application).to_string(),
    };
    parts(organization, people).into_iter().map(event).collect()
}

/// Somebody said something; `author` is what that person is called, empty for the writer of an anonymous proposal.
pub(crate) fn commented(
    organization: &str,
    proposal: &Proposal,
    comment: &Comment,
    author: &str,
    people: BTreeSet<String>,
) -> Vec<pb::ProposalCommented> {
    let event = |people| pb::ProposalCommented {
        proposal: name(organization, proposal),
        title: proposal.draft.title.clone(),
        author_display_name: author.to_owned(),
        excerpt: excerpt(comment),
        people,
        link: link(proposal),
    };
    parts(organization, people).into_iter().map(event).collect()
}

/// People were mentioned.
pub(crate) fn mentioned(
    organization: &str,
    proposal: &Proposal,
    comment: &Comment,
    author: &str,
    people: BTreeSet<String>,
) -> Vec<pb::PersonMentioned> {
    let event = |people| pb::PersonMentioned {
        proposal: name(organization, proposal),
        title: proposal.draft.title.clone(),
        author_display_name: author.to_owned(),
        excerpt: excerpt(comment),
        people,
        link: link(proposal),
    };
    parts(organization, people).into_iter().map(event).collect()
}

fn excerpt(comment: &Comment) -> String {
    let beginning = kit::text::truncate(&comment.text, EXCERPT_LENGTH);
    if beginning.len() < comment.text.len() {
        format!("{}…", beginning.trim_end())
    } else {
        beginning.to_owned()
    }
}
