//! `AnswerAnonymously`: the writer of an anonymous proposal says something.
//!
//! Only the day is kept, and nobody is told before the next one (`jobs/tell_answers`): an event of this hour would be an
//! hour on the way to whoever wrote it.

use kit::{auth::Caller, error::Error, text};
use proto::feedback::v1::{AnswerAnonymouslyRequest, ProposalComment};
use tonic::{Request, Response};

use super::by_secret;
use crate::{
    Feedback,
    api::comments::{
        add,
        view::{self, Looking},
    },
    domain::proposal_comment::{ANONYMOUS_PER_DAY, Author, Comment, TEXT_LENGTH},
    error::too_much,
    store,
};

/// When it makes sense to try again once the day is full, in seconds.
const AN_HOUR: u64 = 3_600;

pub(super) async fn answer_anonymously(
    s: &Feedback,
    request: Request<AnswerAnonymouslyRequest>,
) -> Result<Response<ProposalComment>, Error> {
    let who = Caller::of(&request)?;
    let request = request.into_inner();
    let mut violations = who.violations();
    let o = by_secret::organization(&mut violations, &request.parent);
    let secret = by_secret::secret(&mut violations, &request.secret);
    let words = text::clean(&request.text);
    violations.length("text", &words, 1..=TEXT_LENGTH);
    violations.check()?;
    let (Some(o), Some(secret)) = (o, secret) else {
        return Err(Error::internal("a request without violations is incomplete"));
    };

    let tx = s.db.begin().await?;
    let own = by_secret::proposal(&tx, &o, &secret).await?;
    let mut proposal = by_secret::merged_into(&tx, &o, &own).await?.unwrap_or(own);
    let day = store::days::today(&tx, &o, s.clock.now()).await?;
    let id = secret.comment_id(day, &words);
    let there = store::proposal_comment::load(&tx, &o, &proposal.id, &id).await?;
    let comment = if let Some(there) = there {
        there
    } else {
        let (ever, today) = store::proposal_comment::count_anonymous(&tx, &o, &proposal.id, day).await?;
        if today >= ANONYMOUS_PER_DAY {
            return Err(too_much(AN_HOUR));
        }
        let place = i64::try_from(ever).unwrap_or(i64::MAX).saturating_add(1);
        let comment = Comment {
            id,
            proposal: proposal.id.clone(),
            author: Author::AnonymousProposer { place },
            text: words,
            mentions: Vec::new(),
            day,
            hidden: None,
            reviewed: false,
            told: false,
        };
        add(&tx, &o, &mut proposal, &comment).await?;
        comment
    };
    let looking = Looking { person: "", moderator: false };
    let written = view::write(&tx, &o, looking, &proposal, std::slice::from_ref(&comment)).await?;
    tx.commit().await?;

    Ok(Response::new(written.into_iter().next().unwrap_or_default()))
}
