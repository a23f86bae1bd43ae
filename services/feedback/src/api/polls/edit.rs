//! What is written of a poll, and of a stance.

use kit::{
    contract::{Wanted, number, reference_if_any, text_of},
    error::Error,
    text,
    violation::{Rule, Violations},
};
use proto::feedback::v1 as pb;

use super::convert::place;
use crate::{
    api::committees::rights::title,
    domain::poll::{Choice, Consent, Flaw, Hand, MAX_DOTS, MAX_OPTIONS, Method, Poll, USUAL_DOTS, check},
    names::AgendaItemName,
    store::{self, ConnectionTrait},
};

/// Writes a request over a poll.
pub(super) async fn edit<C: ConnectionTrait>(
    db: &C,
    violations: &mut Violations,
    o: &str,
    poll: &mut Poll,
    given: &pb::Poll,
) -> Result<(), Error> {
    poll.question = title(violations, "poll.question", given.question.as_ref(), 300);
    if let Some(method) = method(violations, given.method) {
        poll.method = method;
        options(violations, poll, given);
    }
    let item: Option<AgendaItemName> =
        reference_if_any(violations, "poll.agenda_item", o, &given.agenda_item);
    poll.agenda_item = None;
    if let Some(item) = item {
        let known = item.meeting == poll.meeting
            && store::agenda::load(db, o, &poll.meeting, &item.agenda_item).await?.is_some();
        if !known {
            violations.add("poll.agenda_item", &given.agenda_item, Rule::NotFound);
        }
        poll.agenda_item = Some(item.agenda_item);
    }
    Ok(())
}

fn method(violations: &mut Violations, given: i32) -> Option<Method> {
    match pb::PollMethod::try_from(given) {
        Ok(pb::PollMethod::ShowOfHands) => Some(Method::ShowOfHands),
        Ok(pb::PollMethod::Consent) => Some(Method::Consent),
        Ok(pb::PollMethod::Dots) => Some(Method::Dots),
        Ok(pb::PollMethod::Ranked) => Some(Method::Ranked),
        Ok(pb::PollMethod::Unspecified) => {
            violations.add("poll.method", "", Rule::Required);
            None
        }
        Err(_) => {
            let allowed = ["SHOW_OF_HANDS", "CONSENT", "DOTS", "RANKED"];
            violations.add("poll.method", given, Rule::unknown_value(&allowed));
            None
        }
    }
}

fn options(violations: &mut Violations, poll: &mut Poll, given: &pb::Poll) {
    let max = if poll.method.has_options() { MAX_OPTIONS } else { 0 };
    poll.options = Vec::new();
    if violations.count("poll.options", given.options.len(), max) {
        for (i, option) in given.options.iter().enumerate() {
            let field = format!("poll.options[{i}].text");
            let words = text_of(violations, &field, option.text.as_ref(), Wanted::Required, 200);
            if !words.is_empty() && poll.options.contains(&words) {
                violations.add(field, words.get(violations.language()), Rule::Duplicate);
            }
            poll.options.push(words);
        }
        if poll.method.has_options() && given.options.len() < 2 {
            violations.add("poll.options", given.options.len(), Rule::TooFew { min: 2 });
        }
    }
    let most = if poll.method == Method::Dots { MAX_DOTS } else { 0 };
    let dots = number(violations, "poll.dots", given.dots, 0, i32::try_from(most).unwrap_or(0));
    poll.dots = if poll.method == Method::Dots && dots == 0 { USUAL_DOTS } else { dots };
}

/// Reads a stance for a poll; `None` with violations.
pub(super) fn stance(
    violations: &mut Violations,
    poll: &Poll,
    given: &pb::Stance,
) -> Option<(Choice, String)> {
    let reason = text::clean(&given.reason);
    violations.length("stance.reason", &reason, 0..=1_000);
    let choice = choice(violations, poll.method, given)?;
    let (field, value, rule) = match check(poll, &choice, &reason) {
        Ok(()) => return Some((choice, reason)),
        Err(Flaw::NoReason) => ("stance.reason", String::new(), Rule::Required),
        Err(Flaw::WrongDots) => {
            let all = given.dots.iter().map(|d| i64::from(d.dots)).sum::<i64>();
            let exactly = poll.dots.to_string();
            ("stance.dots", all.to_string(), Rule::OutOfRange { min: exactly.clone(), max: exactly })
        }
        Err(Flaw::Empty) => ("stance.ranking", String::new(), Rule::Required),
        Err(Flaw::UnknownOption) => (list(poll.method), String::new(), Rule::NotFound),
        Err(Flaw::OptionTwice) => (list(poll.method), String::new(), Rule::Duplicate),
        Err(Flaw::OtherMethod) => (list(poll.method), String::new(), Rule::Required),
    };
    violations.add(field, value, rule);
    None
}

fn list(method: Method) -> &'static str {
    match method {
        Method::ShowOfHands => "stance.hand",
        Method::Consent => "stance.consent",
        Method::Dots => "stance.dots",
        Method::Ranked => "stance.ranking",
    }
}

fn choice(violations: &mut Violations, method: Method, given: &pb::Stance) -> Option<Choice> {
    match method {
        Method::ShowOfHands => {
            let hand = match given.hand() {
                pb::Hand::For => Some(Hand::For),
                pb::Hand::Against => Some(Hand::Against),
                pb::Hand::Abstain => Some(Hand::Abstain),
                pb::Hand::Unspecified => None,
            };
            if hand.is_none() {
                violations.add(
                    "stance.hand",
                    given.hand,
                    Rule::unknown_value(&["FOR", "AGAINST", "ABSTAIN"]),
                );
            }
            hand.map(Choice::Hand)
        }
        Method::Consent => {
            let consent = match given.consent() {
                pb::Consent::Consent => Some(Consent::Given),
                pb::Consent::Object => Some(Consent::Object),
                pb::Consent::StandAside => Some(Consent::StandAside),
                pb::Consent::Unspecified => None,
            };
            if consent.is_none() {
                let allowed = ["CONSENT", "OBJECT", "STAND_ASIDE"];
                violations.add("stance.consent", given.consent, Rule::unknown_value(&allowed));
            }
            consent.map(Choice::Consent)
        }
        Method::Dots => {
            // What is no option at all becomes one that does not exist.
            let dots = given
                .dots
                .iter()
                .take(MAX_OPTIONS + 1)
                .map(|d| (place(&d.option).unwrap_or(usize::MAX), u32::try_from(d.dots).unwrap_or(0)));
            Some(Choice::Dots(dots.collect()))
        }
        Method::Ranked => {
            let ranking = given.ranking.iter().take(MAX_OPTIONS + 1);
            Some(Choice::Ranking(ranking.map(|option| place(option).unwrap_or(usize::MAX)).collect()))
        }
    }
}
