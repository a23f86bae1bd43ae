//! `CreateComment`: somebody says something about a proposal, in the own name.

use std::{collections::BTreeSet, time::Duration};

use kit::{
    auth::Caller,
    contract::reference,
    db::Tx,
    directory,
    error::Error,
    request_id::RequestId,
    text,
    violation::{Rule, Violations},
};
use proto::feedback::v1::{CreateCommentRequest, MentionedPerson, ProposalComment as Reply};
use tonic::{Request, Response};

use super::view::{self, Looking};
use crate::{
    Feedback,
    api::proposals::seeing::{is_moderator, seen},
    domain::{
        proposal::Proposal,
        proposal_comment::{Author, Comment, MAX_COMMENTS, MAX_MENTIONS, TEXT_LENGTH},
    },
    error::{Reason, Refuse, too_much},
    events::proposal_published,
    names::{PersonName, ProposalName},
    store,
};

/// How far back comments of one person are counted.
const AN_HOUR: Duration = Duration::from_hours(1);
/// When it makes sense to try again, in seconds.
const A_WHILE: u64 = 600;

pub(super) async fn create_comment(
    s: &Feedback,
    request: Request<CreateCommentRequest>,
) -> Result<Response<Reply>, Error> {
    let who = Caller::of(&request)?;
    let request = request.into_inner();
    let name: ProposalName = who.parse("parent", &request.parent)?;
    let (o, person, now) = (&name.organization, who.person()?, s.clock.now());
    let given = request.comment.clone().unwrap_or_default();
    let mut violations = who.violations();
    let words = text::clean(&given.text);
    violations.length("comment.text", &words, 1..=TEXT_LENGTH);

    let once = RequestId::new(o, "CreateComment", &request.request_id, &request, now);
    let tx = s.db.begin().await?;
    if let Some(reply) = once.replay(&tx, who.language()).await? {
        return Ok(Response::new(reply));
    }
    let mentions = mentions(&tx, &mut violations, o, &given.mentions).await?;
    violations.check()?;
    let mut proposal = seen(&tx, &who, &name).await?;
    proposal.must_not_be_merged()?;
    let comment = Comment {
        id: s.random_id(),
        proposal: proposal.id.clone(),
        author: Author::Person { person: person.to_owned(), time: now },
        text: words,
        mentions,
        day: store::days::today(&tx, o, now).await?,
        hidden: None,
        reviewed: true,
        told: true,
    };
    if store::proposal_comment::count_since(&tx, o, person, now - AN_HOUR).await?
        >= s.config.comments_per_hour
    {
        return Err(too_much(A_WHILE));
    }
    add(&tx, o, &mut proposal, &comment).await?;
    tell(s, &tx, o, &proposal, &comment, person).await?;
    store::proposal_people::follow(&tx, o, &proposal.id, person).await?;
    let looking = Looking { person, moderator: is_moderator(&who) };
    let written = view::write(&tx, o, looking, &proposal, std::slice::from_ref(&comment)).await?;
    let reply = written.into_iter().next().unwrap_or_default();
    once.remember(&tx, &reply).await?;
    tx.commit().await?;

    Ok(Response::new(reply))
}

/// Adds a comment to a proposal that has room for it.
pub(in crate::api) async fn add(
    tx: &Tx,
    o: &str,
    proposal: &mut Proposal,
    comment: &Comment,
) -> Result<(), Error> {
    if store::proposal_comment::count_all(tx, o, &proposal.id).await? >= MAX_COMMENTS {
        return Err(Reason::TooManyComments.refuse("the proposal has as many comments as it can have"));
    }
    store::proposal_comment::save(tx, o, comment).await?;
    proposal.comments += 1;
    store::proposal::save(tx, o, proposal).await
}

/// The people who are mentioned, each once; whoever does not exist is a violation.
async fn mentions(
    tx: &Tx,
    violations: &mut Violations,
    o: &str,
    given: &[MentionedPerson],
) -> Result<Vec<String>, Error> {
    violations.count("comment.mentions", given.len(), MAX_MENTIONS);
    let mut people = Vec::new();
    for (i, mention) in given.iter().take(MAX_MENTIONS).enumerate() {
        let field = format!("comment.mentions[{i}].person");
        let Some(name) = reference::<PersonName>(violations, &field, o, &mention.person) else { continue };
        if directory::person(tx, o, &name.person).await?.is_none() {
            violations.add(field, &mention.person, Rule::NotFound);
        } else if !people.contains(&name.person) {
            people.push(name.person);
        }
    }
    Ok(people)
}

/// Whoever is mentioned is told so, whoever made or follows it is told of the comment, and nobody twice.
async fn tell(
    s: &Feedback,
    tx: &Tx,
    o: &str,
    proposal: &Proposal,
    comment: &Comment,
    author: &str,
) -> Result<(), Error> {
    let called = directory::person(tx, o, author).await?.map(|p| p.display_name).unwrap_or_default();
    let mut mentioned: BTreeSet<String> = comment.mentions.iter().cloned().collect();
    mentioned.remove(author);
    // A hidden proposal does not exist for those who would be told of it.
    if proposal.hidden.is_some() {
        return Ok(());
    }
    let mut others = store::proposal_people::followers(tx, o, &proposal.id).await?;
    others.retain(|p| p != author && !mentioned.contains(p));
    for event in proposal_published::mentioned(o, proposal, comment, &called, mentioned) {
        s.outbox.add(tx, o, &event).await?;
    }
    for event in proposal_published::commented(o, proposal, comment, &called, others) {
        s.outbox.add(tx, o, &event).await?;
    }
    Ok(())
}
