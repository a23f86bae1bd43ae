//! Comments as callers see them.

use std::collections::HashMap;

use kit::{contract, error::Error};
use proto::feedback::v1 as pb;

use crate::{
    api::proposals::view::called,
    domain::{
        proposal::Proposal,
        proposal_comment::{Author, Comment},
    },
    names::{CommentName, PersonName},
    store::ConnectionTrait,
};

/// Who looks.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Looking<'a> {
    /// The person; empty for nobody.
    pub(crate) person: &'a str,
    /// Whether hidden words are shown.
    pub(crate) moderator: bool,
}

/// Comments of one proposal.
pub(crate) async fn write<C: ConnectionTrait>(
    db: &C,
    o: &str,
    looking: Looking<'_>,
    proposal: &Proposal,
    comments: &[Comment],
) -> Result<Vec<pb::ProposalComment>, Error> {
    let mentioned = comments.iter().flat_map(|c| c.mentions.iter().cloned());
    let authors = comments.iter().filter_map(|c| c.person().map(str::to_owned));
    let people = called(db, o, mentioned.chain(authors)).await?;
    Ok(comments.iter().map(|c| one(o, looking, proposal, c, &people)).collect())
}

fn one(
    o: &str,
    looking: Looking<'_>,
    proposal: &Proposal,
    comment: &Comment,
    people: &HashMap<String, String>,
) -> pb::ProposalComment {
    let called = |person: &str| people.get(person).cloned().unwrap_or_default();
    let name_of = |person: &str| PersonName::new(o, person).to_string();
    let (author, time) = match &comment.author {
        Author::Person { person, time } => (Some(person.as_str()), Some(*time)),
        Author::AnonymousProposer { .. } => (None, None),
    };
    let own = author.is_some_and(|a| a == looking.person);
    let shown = comment.hidden.is_none() || looking.moderator || own;
    let mention =
        |person: &String| pb::MentionedPerson { person: name_of(person), display_name: called(person) };
    pb::ProposalComment {
        name: CommentName::new(o, &comment.proposal, &comment.id).to_string(),
        author: author.map(name_of).unwrap_or_default(),
        author_display_name: author.map(called).unwrap_or_default(),
        by_proposer: author.map_or_else(|| proposal.is_anonymous(), |a| proposal.is_by(a)),
        text: if shown { comment.text.clone() } else { String::new() },
        mentions: if shown { comment.mentions.iter().map(mention).collect() } else { Vec::new() },
        create_day: comment.day.to_string(),
        create_time: time.and_then(contract::instant),
        own,
        hidden: comment.hidden.is_some(),
        hide_reason: if shown { comment.hidden.clone().unwrap_or_default() } else { String::new() },
    }
}
