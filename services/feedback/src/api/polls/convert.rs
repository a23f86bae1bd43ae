//! Polls as the contract has them.

use kit::{
    contract::{count, instant, localized},
    error::Error,
};
use proto::feedback::v1 as pb;

use crate::{
    api::meetings::convert::names,
    domain::{
        meeting::{Meeting, State},
        poll::{Choice, Consent, Hand, Method, Poll, Stance, Tally, Verdict},
    },
    names::{AgendaItemName, PersonName, PollName},
    store::ConnectionTrait,
};

fn method(method: Method) -> pb::PollMethod {
    match method {
        Method::ShowOfHands => pb::PollMethod::ShowOfHands,
        Method::Consent => pb::PollMethod::Consent,
        Method::Dots => pb::PollMethod::Dots,
        Method::Ranked => pb::PollMethod::Ranked,
    }
}

/// How the contract names the option at a place.
pub(super) fn option(place: usize) -> String {
    format!("o{}", place + 1)
}

/// The place of an option.
pub(super) fn place(option: &str) -> Option<usize> {
    option.strip_prefix('o')?.parse::<usize>().ok()?.checked_sub(1)
}

fn stance(o: &str, stance: &Stance, name: String) -> pb::Stance {
    let mut view = pb::Stance {
        person: PersonName::new(o, &stance.person).to_string(),
        display_name: name,
        reason: stance.reason.clone(),
        time: instant(stance.time),
        ..pb::Stance::default()
    };
    match &stance.choice {
        Choice::Hand(hand) => {
            let hand = match hand {
                Hand::For => pb::Hand::For,
                Hand::Against => pb::Hand::Against,
                Hand::Abstain => pb::Hand::Abstain,
            };
            view.set_hand(hand);
        }
        Choice::Consent(consent) => {
            let consent = match consent {
                Consent::Given => pb::Consent::Consent,
                Consent::Object => pb::Consent::Object,
                Consent::StandAside => pb::Consent::StandAside,
            };
            view.set_consent(consent);
        }
        Choice::Dots(dots) => {
            let one =
                |(place, dots): &(usize, u32)| pb::OptionDots { option: option(*place), dots: count(*dots) };
            view.dots = dots.iter().map(one).collect();
        }
        Choice::Ranking(ranking) => view.ranking = ranking.iter().map(|place| option(*place)).collect(),
    }
    view
}

fn result(tally: &Tally, closed: bool) -> pb::PollResult {
    let verdict = match tally.verdict {
        _ if !closed => pb::PollVerdict::Unspecified,
        Verdict::Passed => pb::PollVerdict::Passed,
        Verdict::Failed => pb::PollVerdict::Failed,
        Verdict::Tied => pb::PollVerdict::Tied,
        Verdict::NoQuorum => pb::PollVerdict::NoQuorum,
    };
    let round = |round: &crate::domain::poll::Round| pb::PollRound {
        counts: round
            .counts
            .iter()
            .map(|(place, n)| pb::OptionCount { option: option(*place), count: count(*n) })
            .collect(),
        eliminated: round.eliminated.iter().map(|place| option(*place)).collect(),
    };
    pb::PollResult {
        verdict: verdict.into(),
        stances: count(tally.stances),
        needed: count(tally.needed),
        in_favour: count(tally.in_favour),
        against: count(tally.against),
        neither: count(tally.neither),
        winners: tally.winners.iter().map(|place| option(*place)).collect(),
        rounds: tally.rounds.iter().map(round).collect(),
    }
}

/// Polls of a meeting, as somebody sees them.
pub(super) async fn polls<C: ConnectionTrait>(
    db: &C,
    o: &str,
    meeting: &Meeting,
    polls: &[Poll],
    viewer: &str,
) -> Result<Vec<pb::Poll>, Error> {
    let people = polls.iter().flat_map(|p| &p.stances).map(|s| s.person.clone()).collect();
    let called = names(db, o, people).await?;
    let votes = meeting.state == State::Open
        && meeting.attendee(viewer).is_some_and(|a| a.role.is_some() && a.present);
    let view = |poll: &Poll| pb::Poll {
        name: PollName::new(o, &poll.meeting, &poll.id).to_string(),
        agenda_item: poll
            .agenda_item
            .as_ref()
            .map(|a| AgendaItemName::new(o, &poll.meeting, a).to_string())
            .unwrap_or_default(),
        question: localized(&poll.question),
        method: method(poll.method).into(),
        options: poll
            .options
            .iter()
            .enumerate()
            .map(|(i, text)| pb::PollOption { id: option(i), text: localized(text) })
            .collect(),
        dots: count(poll.dots),
        state: if poll.is_closed() { pb::PollState::Closed } else { pb::PollState::Open }.into(),
        stances: poll
            .stances
            .iter()
            .map(|s| stance(o, s, called.get(&s.person).cloned().unwrap_or_default()))
            .collect(),
        result: Some(result(&poll.tally(), poll.is_closed())),
        can_take_stance: votes && !poll.is_closed() && !poll.stances.iter().any(|s| s.person == viewer),
        create_time: instant(poll.create_time),
        close_time: instant(poll.close_time),
    };
    Ok(polls.iter().map(view).collect())
}

/// One poll, as somebody sees it.
pub(super) async fn poll<C: ConnectionTrait>(
    db: &C,
    o: &str,
    meeting: &Meeting,
    poll: &Poll,
    viewer: &str,
) -> Result<pb::Poll, Error> {
    let mut all = polls(db, o, meeting, std::slice::from_ref(poll), viewer).await?;
    all.pop().ok_or_else(|| Error::internal("a poll has no view"))
}
