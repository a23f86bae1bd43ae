//! A pulse: a survey of a few questions, asked in rounds.

pub mod answer;
pub mod audience;
pub mod blocks;
pub mod question;
pub mod results;
pub mod schedule;
pub mod spread;

use jiff::{Timestamp, civil::Date};
use kit::localize::Text;

use self::{audience::Audience, question::Question, schedule::Schedule};

/// How far a pulse is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum PulseState {
    /// Still being written.
    Draft,
    /// People are asked in every round of its schedule.
    Open,
    /// Over.
    Closed,
}

/// A survey of a few questions.
#[derive(Debug, Clone, PartialEq)]
pub struct Pulse {
    /// The id.
    pub id: String,
    /// Its title.
    pub title: Text,
    /// The application that it is about.
    pub application: Option<String>,
    /// 1 to 10 questions.
    pub questions: Vec<Question>,
    /// Whom it asks.
    pub audience: Audience,
    /// When it asks.
    pub schedule: Schedule,
    /// How far it is.
    pub state: PulseState,
    /// How many rounds have begun.
    pub rounds_begun: u32,
    /// When it was created.
    pub create_time: Timestamp,
    /// Grows with every change.
    pub revision: i64,
}

/// One time that people are asked.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Round {
    /// Counts from 1.
    pub number: u32,
    /// The first day on which it can be answered.
    pub open_day: Date,
    /// The last day on which it can be answered.
    pub close_day: Date,
    /// How many people were asked.
    pub asked: u32,
    /// How many matched and were spared.
    pub spared: u32,
    /// How many answered.
    pub answered: u32,
    /// Whether it was ended.
    pub closed: bool,
}

/// Why a pulse refuses something.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Refusal {
    /// People were asked already.
    NotDraft,
    /// Nobody was asked yet.
    StillDraft,
    /// It is over.
    Closed,
}

impl Pulse {
    /// Whether it may still be changed or deleted.
    pub fn check_draft(&self) -> Result<(), Refusal> {
        if self.state == PulseState::Draft { Ok(()) } else { Err(Refusal::NotDraft) }
    }

    /// Starts the schedule; the first day is today where none was chosen or it has passed. Answers whether anything changed.
    pub fn open(&mut self, today: Date) -> Result<bool, Refusal> {
        match self.state {
            PulseState::Draft => {
                self.schedule.first_day = Some(self.schedule.first_day.map_or(today, |day| day.max(today)));
                self.state = PulseState::Open;
                self.revision += 1;
                Ok(true)
            }
            PulseState::Open => Ok(false),
            PulseState::Closed => Err(Refusal::Closed),
        }
    }

    /// Ends it. Answers whether anything changed.
    pub fn close(&mut self) -> Result<bool, Refusal> {
        match self.state {
            PulseState::Draft => Err(Refusal::StillDraft),
            PulseState::Open => {
                self.state = PulseState::Closed;
                self.revision += 1;
                Ok(true)
            }
            PulseState::Closed => Ok(false),
        }
    }

    /// The round that is to begin on a day, if one is. Rounds that were slept through are not made up for: asking twice
    /// within a few days would only annoy.
    pub fn round_due(&self, today: Date) -> Option<Round> {
        if self.state != PulseState::Open {
            return None;
        }
        let number = self.schedule.latest_due(today)?;
        (number > self.rounds_begun).then(|| Round {
            number,
            open_day: today,
            close_day: self.schedule.close_day(today),
            asked: 0,
            spared: 0,
            answered: 0,
            closed: false,
        })
    }

    /// Whether no round will follow.
    pub fn has_begun_all(&self) -> bool {
        self.rounds_begun >= self.schedule.rounds
    }
}

impl Round {
    /// Whether it can be answered on a day.
    pub fn is_open(&self, today: Date) -> bool {
        !self.closed && self.open_day <= today && today <= self.close_day
    }

    /// Whether nothing will be added to it any more, so that its results can be told.
    pub fn is_over(&self, today: Date) -> bool {
        self.closed || today > self.close_day
    }
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::*;

    fn pulse(every_weeks: u32, rounds: u32) -> Pulse {
        Pulse {
            id: "p".into(),
            title: Text::default(),
            application: None,
            questions: Vec::new(),
            audience: Audience::default(),
            schedule: Schedule { first_day: None, open_days: 7, every_weeks, rounds },
            state: PulseState::Draft,
            rounds_begun: 0,
            create_time: Timestamp::UNIX_EPOCH,
            revision: 1,
        }
    }

    #[test]
    fn a_draft_asks_nobody_and_an_open_pulse_asks_from_its_first_day() {
        let mut pulse = pulse(0, 1);
        pulse.schedule.first_day = Some(date(2026, 3, 5));
        assert_eq!(pulse.round_due(date(2026, 3, 9)), None);
        assert_eq!(pulse.open(date(2026, 3, 2)), Ok(true));
        assert_eq!(pulse.open(date(2026, 3, 2)), Ok(false), "again does nothing");
        assert_eq!(pulse.round_due(date(2026, 3, 4)), None);
        let round = pulse.round_due(date(2026, 3, 5)).unwrap();
        assert_eq!((round.number, round.close_day), (1, date(2026, 3, 11)));
        assert!(round.is_open(date(2026, 3, 11)) && !round.is_over(date(2026, 3, 11)));
        assert!(!round.is_open(date(2026, 3, 12)) && round.is_over(date(2026, 3, 12)));
    }

    #[test]
    fn a_round_that_was_slept_through_is_not_made_up_for() {
        let mut pulse = pulse(2, 6);
        pulse.open(date(2026, 3, 2)).unwrap();
        pulse.rounds_begun = 1;
        let round = pulse.round_due(date(2026, 4, 1)).unwrap();
        assert_eq!(round.number, 3, "the second was due on 16 March");
        assert_eq!(round.open_day, date(2026, 4, 1));
        pulse.rounds_begun = 3;
        assert_eq!(pulse.round_due(date(2026, 4, 1)), None);
    }

    #[test]
    fn what_people_have_been_asked_cannot_be_changed() {
        let mut pulse = pulse(0, 1);
        assert_eq!(pulse.close(), Err(Refusal::StillDraft));
        pulse.open(date(2026, 3, 2)).unwrap();
        assert_eq!(pulse.check_draft(), Err(Refusal::NotDraft));
        assert_eq!((pulse.close(), pulse.close()), (Ok(true), Ok(false)));
        assert_eq!(pulse.open(date(2026, 3, 2)), Err(Refusal::Closed));
        assert_eq!(pulse.round_due(date(2026, 3, 2)), None);
    }
}
