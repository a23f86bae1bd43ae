//! `CreateOutcome`: what the meeting leaves behind. A decision answers its proposals in the same transaction.

use kit::{
    auth::Caller, db::Tx, error::Error, localize::Text, request_id::RequestId, text::truncate,
    violation::Rule,
};
use proto::feedback::v1::{CreateOutcomeRequest, Outcome as Reply};
use tonic::{Request, Response};

use super::{convert, edit};
use crate::{
    Feedback,
    answering::Answer,
    api::meetings::seeing::Seen,
    domain::{
        outcome::{Kind, MAX_OUTCOMES, Outcome, Verdict},
        proposal::{ANSWER_LENGTH, Status},
    },
    error::{Reason, Refuse},
    events::meeting_published,
    names::{MeetingName, OutcomeName},
    store,
};

pub(super) async fn create_outcome(
    s: &Feedback,
    request: Request<CreateOutcomeRequest>,
) -> Result<Response<Reply>, Error> {
    let who = Caller::of(&request)?;
    let request = request.into_inner();
    let name: MeetingName = who.parse("parent", &request.parent)?;
    let (o, now, mut violations) = (&name.organization, s.clock.now(), who.violations());
    let given = request.outcome.clone().unwrap_or_default();

    let once = RequestId::new(o, "CreateOutcome", &request.request_id, &request, now);
    let tx = s.db.begin().await?;
    if let Some(reply) = once.replay(&tx, who.language()).await? {
        return Ok(Response::new(reply));
    }
    let seen = Seen::load(s, &tx, &who, &name).await?;
    seen.must_lead()?;
    let (meeting, today) = (&seen.meeting, s.today(&tx, o).await?);
    let mut outcome = Outcome {
        id: s.ids.next(),
        meeting: meeting.id.clone(),
        committee: meeting.committee.clone(),
        kind: Kind::Information,
        text: Text::default(),
        agenda_item: None,
        poll: None,
        proposals: Vec::new(),
        task: None,
        create_time: now,
    };
    edit::read(&tx, &mut violations, o, meeting, &mut outcome, &given, today).await?;
    if store::outcome::count_of(&tx, o, &meeting.id).await? >= MAX_OUTCOMES {
        violations.add("outcome", MAX_OUTCOMES + 1, Rule::TooMany { max: MAX_OUTCOMES });
    }
    violations.check()?;
    meeting.must_be_open()?;
    if outcome.kind == Kind::Decision {
        meeting.must_have_quorum()?;
        must_be_carried(&tx, o, &outcome).await?;
    }
    store::outcome::save(&tx, o, &outcome).await?;
    answer(s, &tx, o, &outcome, who.person()?).await?;
    if let Some(task) = &outcome.task {
        s.outbox.add(&tx, o, &meeting_published::task_assigned(o, &seen.committee, &outcome, task)).await?;
    }
    let reply = convert::outcome(&tx, o, today, &outcome).await?;
    once.remember(&tx, &reply).await?;
    tx.commit().await?;

    Ok(Response::new(reply))
}

/// Refuses a decision that its poll did not make.
async fn must_be_carried(tx: &Tx, o: &str, decision: &Outcome) -> Result<(), Error> {
    let Some(id) = &decision.poll else { return Ok(()) };
    let declines_only =
        !decision.proposals.is_empty() && decision.proposals.iter().all(|p| p.verdict == Verdict::Declined);
    match store::poll::load(tx, o, id).await? {
        Some(poll) if poll.carries(declines_only) => Ok(()),
        _ => Err(Reason::PollDidNotDecide.refuse("the poll did not decide so")),
    }
}

/// Answers the proposals of a decision: you said, we did.
async fn answer(s: &Feedback, tx: &Tx, o: &str, decision: &Outcome, actor: &str) -> Result<(), Error> {
    for decided in &decision.proposals {
        let proposal = store::proposal::load(tx, o, &decided.proposal).await?;
        let Some(mut proposal) = proposal else { continue };
        let status = match decided.verdict {
            Verdict::Planned => Status::Planned,
            Verdict::Started => Status::Started,
            Verdict::Completed => Status::Completed,
            Verdict::Declined => Status::Declined,
        };
        // In the language in which it was asked.
        let words = decision.text.get(proposal.draft.language);
        let answer = Answer {
            status,
            words: truncate(words, ANSWER_LENGTH).to_owned(),
            actor: actor.to_owned(),
            decision: Some(OutcomeName::new(o, &decision.id).to_string()),
        };
        s.answer(tx, o, &mut proposal, answer).await?;
    }
    Ok(())
}
