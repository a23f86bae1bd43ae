//! The rows of the table of causes, with their starting values.

use super::{Barrier, Code, Fact, Known};

/// What is known about a team's 28 days; `None` where there is no source, no answer, or fewer than five people.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Evidence {
    /// Share of people with working access.
    pub access: Option<f64>,
    /// An incident is open or recent.
    pub incident: Option<bool>,
    /// Usage stopped arriving on some of the days.
    pub feed_gap: Option<bool>,
    /// The decline rule found the team.
    pub declined: Option<bool>,
    /// The index before the decline, 1 = as expected.
    pub index_before: Option<f64>,
    /// Share of members new in 56 days.
    pub turnover: Option<f64>,
    /// Share of people who opened the message.
    pub message_opened: Option<f64>,
    /// Awareness in the pulse, 1 to 5.
    pub pulse_awareness: Option<f64>,
    /// Share of people who have ever used it.
    pub ever_used: Option<f64>,
    /// Share of negative feedback, of five pieces or more.
    pub negative_feedback: Option<f64>,
    /// Willingness in the pulse, 1 to 5.
    pub pulse_willingness: Option<f64>,
    /// Share of those invited who had enrolled 14 days later.
    pub enrolled: Option<f64>,
    /// Share of people trained or passed.
    pub trained: Option<f64>,
    /// Features used, against the peers.
    pub breadth: Option<f64>,
    /// Data errors, against the peers.
    pub data_errors: Option<f64>,
    /// Requests for help, against the peers.
    pub help_requests: Option<f64>,
}

/// The cause that is proposed, and everything that was looked at.
#[derive(Debug, Clone, PartialEq)]
pub struct Diagnosis {
    /// The first row that is known to hold.
    pub barrier: Barrier,
    /// Every condition, in the order of the table.
    pub facts: Vec<Fact>,
}

/// Finds the first row of the table that is known to hold.
pub fn diagnose(evidence: &Evidence) -> Diagnosis {
    let rows = [
        tool(evidence),
        reinforcement(evidence),
        awareness(evidence),
        willingness(evidence),
        knowledge(evidence),
        ability(evidence),
    ];
    let barrier = rows
        .iter()
        .zip(Barrier::ALL)
        .find(|((known, _), _)| *known == Known::Fired)
        .map_or(Barrier::Unclear, |(_, barrier)| barrier);
    Diagnosis { barrier, facts: rows.into_iter().flat_map(|(_, facts)| facts).collect() }
}

type Row = (Known, Vec<Fact>);

fn any(facts: Vec<Fact>) -> Row {
    (facts.iter().map(|f| f.known).fold(Known::NotFired, Known::or), facts)
}

fn tool(e: &Evidence) -> Row {
    any(vec![
        Fact::below(Barrier::Tool, Code::AccessBelow90, e.access, 0.9),
        Fact::is(Barrier::Tool, Code::Incident, e.incident),
        Fact::is(Barrier::Tool, Code::FeedGap, e.feed_gap),
    ])
}

fn reinforcement(e: &Evidence) -> Row {
    // A team that did not decline has not declined from 80, whatever its index was.
    let from_80 = Known::from(e.declined).and(e.index_before.map(|i| i >= 0.8).into());
    let declined = Fact {
        code: Code::DeclinedFrom80,
        barrier: Barrier::Reinforcement,
        known: from_80,
        value: e.index_before,
        threshold: Some(0.8),
    };
    let turnover = Fact::below(Barrier::Reinforcement, Code::TurnoverBelow30, e.turnover, 0.3);
    (declined.known.and(turnover.known), vec![declined, turnover])
}

fn awareness(e: &Evidence) -> Row {
    let (opened, heard) = (
        Fact::below(Barrier::Awareness, Code::MessageOpenedBelow60, e.message_opened, 0.6),
        at_most(Barrier::Awareness, Code::PulseAwarenessLow, e.pulse_awareness),
    );
    let ever = Fact::below(Barrier::Awareness, Code::EverUsedBelow50, e.ever_used, 0.5);
    (opened.known.or(heard.known).and(ever.known), vec![opened, heard, ever])
}

fn willingness(e: &Evidence) -> Row {
    any(vec![
        Fact::from_on(Barrier::Willingness, Code::NegativeFeedback, e.negative_feedback, 0.4),
        at_most(Barrier::Willingness, Code::PulseWillingnessLow, e.pulse_willingness),
        Fact::below(Barrier::Willingness, Code::EnrolledBelow50, e.enrolled, 0.5),
    ])
}

fn knowledge(e: &Evidence) -> Row {
    let turnover = Known::from(e.declined).and(e.turnover.map(|t| t >= 0.3).into());
    any(vec![
        Fact::below(Barrier::Knowledge, Code::TrainedBelow70, e.trained, 0.7),
        Fact {
            code: Code::DeclinedWithTurnover,
            barrier: Barrier::Knowledge,
            known: turnover,
            value: e.turnover,
            threshold: Some(0.3),
        },
    ])
}

fn ability(e: &Evidence) -> Row {
    let trained = Fact::from_on(Barrier::Ability, Code::Trained70, e.trained, 0.7);
    let (held_back, facts) = any(vec![
        Fact::below(Barrier::Ability, Code::EverUsedBelow60, e.ever_used, 0.6),
        Fact::below(Barrier::Ability, Code::BreadthBelow60, e.breadth, 0.6),
        Fact::from_on(Barrier::Ability, Code::DataErrorsHigh, e.data_errors, 1.5),
        Fact::from_on(Barrier::Ability, Code::HelpRequestsHigh, e.help_requests, 2.0),
    ]);
    (trained.known.and(held_back), std::iter::once(trained).chain(facts).collect())
}

/// A pulse answer of 3 of 5 or less.
fn at_most(barrier: Barrier, code: Code, value: Option<f64>) -> Fact {
    Fact { code, barrier, known: value.map(|v| v <= 3.0).into(), value, threshold: Some(3.0) }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn barrier(change: impl FnOnce(&mut Evidence)) -> Barrier {
        let mut evidence = Evidence { feed_gap: Some(false), declined: Some(false), ..Evidence::default() };
        change(&mut evidence);
        diagnose(&evidence).barrier
    }

    #[test]
    fn nothing_known_is_unclear_and_says_what_is_missing() {
        let diagnosis = diagnose(&Evidence::default());
        assert_eq!(diagnosis.barrier, Barrier::Unclear);
        assert_eq!(diagnosis.facts.len(), 18);
        assert!(diagnosis.facts.iter().all(|f| f.known == Known::Missing));
    }

    #[test]
    fn each_row_leads_to_its_barrier() {
        assert_eq!(barrier(|e| e.feed_gap = Some(true)), Barrier::Tool);
        assert_eq!(barrier(|e| e.access = Some(0.89)), Barrier::Tool);
        let fell = |e: &mut Evidence, turnover| {
            e.declined = Some(true);
            e.index_before = Some(0.95);
            e.turnover = Some(turnover);
        };
        assert_eq!(barrier(|e| fell(e, 0.1)), Barrier::Reinforcement);
        assert_eq!(barrier(|e| fell(e, 0.4)), Barrier::Knowledge);
        assert_eq!(
            barrier(|e| {
                e.message_opened = Some(0.5);
                e.ever_used = Some(0.4);
            }),
            Barrier::Awareness
        );
        assert_eq!(
            barrier(|e| {
                e.pulse_awareness = Some(3.0);
                e.ever_used = Some(0.4);
            }),
            Barrier::Awareness
        );
        assert_eq!(barrier(|e| e.enrolled = Some(0.49)), Barrier::Willingness);
        assert_eq!(barrier(|e| e.negative_feedback = Some(0.4)), Barrier::Willingness);
        assert_eq!(barrier(|e| e.pulse_willingness = Some(3.0)), Barrier::Willingness);
        assert_eq!(barrier(|e| e.negative_feedback = Some(0.39)), Barrier::Unclear);
        assert_eq!(barrier(|e| e.pulse_willingness = Some(3.1)), Barrier::Unclear);
        assert_eq!(barrier(|e| e.trained = Some(0.69)), Barrier::Knowledge);
        assert_eq!(
            barrier(|e| {
                e.trained = Some(0.9);
                e.help_requests = Some(2.0);
            }),
            Barrier::Ability
        );
    }

    #[test]
    fn what_is_missing_is_not_taken_for_a_no_nor_for_a_yes() {
        // Not trained is unknown, so neither KNOWLEDGE nor ABILITY can be said.
        assert_eq!(barrier(|e| e.ever_used = Some(0.1)), Barrier::Unclear);
        let facts = diagnose(&Evidence { ever_used: Some(0.1), ..Evidence::default() }).facts;
        let fired: Vec<Code> = facts.iter().filter(|f| f.known == Known::Fired).map(|f| f.code).collect();
        assert_eq!(fired, [Code::EverUsedBelow50, Code::EverUsedBelow60]);
    }

    #[test]
    fn a_team_that_did_not_decline_needs_no_index_to_say_so() {
        let facts = diagnose(&Evidence { declined: Some(false), ..Evidence::default() }).facts;
        let from_80 = facts.iter().find(|f| f.code == Code::DeclinedFrom80).expect("listed");
        assert_eq!(from_80.known, Known::NotFired);
    }

    #[test]
    fn the_first_row_wins() {
        assert_eq!(
            barrier(|e| {
                e.enrolled = Some(0.2);
                e.trained = Some(0.2);
            }),
            Barrier::Willingness
        );
    }
}
