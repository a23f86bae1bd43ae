//! A challenge: a goal that one team or several reach together.

use std::collections::BTreeMap;

use jiff::{Timestamp, ToSpan, civil::Date};
use kit::{error::Error, localize::Text};

use super::{money::Money, roster::Frozen, sums::Sums};
use crate::error::{Reason, Refuse};

/// What a challenge is about.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Measure {
    /// Days of use against comparable teams.
    AdoptionIndex,
    /// Features that each member uses in a week.
    Breadth,
    /// Records saved with errors.
    DataQuality,
    /// Members who complete courses.
    CourseCompletion,
    /// Members who thank somebody of another department of the challenge.
    Cooperation,
}

impl Measure {
    /// All, with the names under which they are kept.
    pub const ALL: [(Self, &'static str); 5] = [
        (Self::AdoptionIndex, "ADOPTION_INDEX"),
        (Self::Breadth, "BREADTH"),
        (Self::DataQuality, "DATA_QUALITY"),
        (Self::CourseCompletion, "COURSE_COMPLETION"),
        (Self::Cooperation, "COOPERATION"),
    ];

    /// The name.
    pub fn code(self) -> &'static str {
        Self::ALL.iter().find(|(m, _)| *m == self).map_or("", |(_, code)| code)
    }

    /// The measure with this name.
    pub fn of(code: &str) -> Option<Self> {
        Self::ALL.iter().find(|(_, c)| *c == code).map(|(m, _)| *m)
    }

    /// Whether members are counted who have done a thing, rather than how much was done.
    pub fn counts_members(self) -> bool {
        matches!(self, Self::CourseCompletion | Self::Cooperation)
    }
}

/// How far a challenge is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum State {
    /// A playbook suggests it.
    Proposed,
    /// HR is writing it.
    Draft,
    /// Announced.
    Running,
    /// Over, and there is a prize.
    Reached,
    /// Over, without one.
    NotReached,
    /// Called off.
    Cancelled,
}

impl State {
    /// All, with the names under which they are kept.
    pub const ALL: [(Self, &'static str); 6] = [
        (Self::Proposed, "PROPOSED"),
        (Self::Draft, "DRAFT"),
        (Self::Running, "RUNNING"),
        (Self::Reached, "REACHED"),
        (Self::NotReached, "NOT_REACHED"),
        (Self::Cancelled, "CANCELLED"),
    ];

    /// The name.
    pub fn code(self) -> &'static str {
        Self::ALL.iter().find(|(s, _)| *s == self).map_or("", |(_, code)| code)
    }

    /// The state with this name; a draft for one that nobody writes.
    pub fn of(code: &str) -> Self {
        Self::ALL.iter().find(|(_, c)| *c == code).map_or(Self::Draft, |(s, _)| *s)
    }

    /// Whether it is not announced yet.
    pub fn is_open(self) -> bool {
        matches!(self, Self::Proposed | Self::Draft)
    }
}

/// How a team takes part.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Part {
    /// Its figures count.
    Measured,
    /// It was flagged a short while ago.
    RecentlyFlagged,
    /// Too few people were there before.
    TooSmall,
    /// Nobody comparable.
    NoPeers,
    /// Everybody has done it already.
    NothingToGain,
}

impl Part {
    /// All, with the names under which they are kept.
    pub const ALL: [(Self, &'static str); 5] = [
        (Self::Measured, "MEASURED"),
        (Self::RecentlyFlagged, "RECENTLY_FLAGGED"),
        (Self::TooSmall, "TOO_SMALL"),
        (Self::NoPeers, "NO_PEERS"),
        (Self::NothingToGain, "NOTHING_TO_GAIN"),
    ];

    /// The name.
    pub fn code(self) -> &'static str {
        Self::ALL.iter().find(|(p, _)| *p == self).map_or("", |(_, code)| code)
    }

    /// The part with this name.
    pub fn of(code: &str) -> Option<Self> {
        Self::ALL.iter().find(|(_, c)| *c == code).map(|(p, _)| *p)
    }
}

/// A team of a challenge.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Team {
    /// The id.
    pub team: String,
    /// How it takes part; `None` before the announcement was tried.
    pub part: Option<Part>,
    /// The first day on which it could be measured in a new challenge.
    pub qualifies_day: Option<Date>,
    /// Itself and the teams below it as they were, without those that are not measured.
    pub measured: Vec<String>,
    /// People on the frozen roster.
    pub members: u32,
}

impl Team {
    /// A team of which nothing is decided.
    pub fn new(team: impl Into<String>) -> Self {
        Self { team: team.into(), part: None, qualifies_day: None, measured: Vec::new(), members: 0 }
    }
}

/// What HR writes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Draft {
    /// What it is called.
    pub title: Text,
    /// More about it.
    pub description: Text,
    /// What it is about.
    pub measure: Measure,
    /// The application.
    pub application: String,
    /// The courses to complete.
    pub courses: Vec<String>,
    /// The teams.
    pub teams: Vec<String>,
    /// The first day.
    pub start_day: Date,
    /// How many weeks.
    pub weeks: u32,
    /// By how many percent to improve.
    pub target_percent: u32,
    /// How many of 100 members have to take part.
    pub participation_percent: u32,
    /// What all teams share.
    pub prize: Option<Money>,
    /// What it is paid from.
    pub budget: Option<String>,
}

/// When it was announced, and what was frozen then.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Announced {
    /// The instant.
    pub time: Timestamp,
    /// The organization's day.
    pub day: Date,
}

impl Announced {
    /// The days that are frozen with it.
    pub fn frozen(&self) -> Frozen {
        Frozen::at(self.day)
    }
}

/// A challenge.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Challenge {
    /// The id.
    pub id: String,
    /// What HR wrote.
    pub draft: Draft,
    /// The teams and how they take part.
    pub teams: Vec<Team>,
    /// How far it is.
    pub state: State,
    /// The intervention that proposed it.
    pub source: Option<String>,
    /// The announcement.
    pub announced: Option<Announced>,
    /// Why it was called off.
    pub cancel_reason: String,
    /// The award.
    pub award: Option<String>,
    /// Grows with every change.
    pub revision: i64,
    /// When it was written.
    pub create_time: Timestamp,
}

/// The figures of a challenge: for each team the baseline, then the weeks measured so far.
pub type Figures = BTreeMap<String, TeamFigures>;

/// The figures of one team.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct TeamFigures {
    /// The 28 days before.
    pub baseline: Option<Sums>,
    /// The weeks, in order.
    pub weeks: Vec<Sums>,
}

impl Challenge {
    /// A new one.
    pub fn new(id: String, draft: Draft, state: State, source: Option<String>, now: Timestamp) -> Self {
        let teams = draft.teams.iter().map(Team::new).collect();
        Self {
            id,
            draft,
            teams,
            state,
            source,
            announced: None,
            cancel_reason: String::new(),
            award: None,
            revision: 1,
            create_time: now,
        }
    }

    /// The last day.
    pub fn end_day(&self) -> Date {
        self.draft.start_day.saturating_add((i64::from(self.draft.weeks) * 7 - 1).days())
    }

    /// The first and last day of a week, counted from 0.
    pub fn week(&self, index: usize) -> (Date, Date) {
        let first = i64::try_from(index).unwrap_or(i64::MAX / 14).saturating_mul(7);
        let start = self.draft.start_day.saturating_add(first.days());
        (start, start.saturating_add(6.days()))
    }

    /// Changes what HR wrote, while it is not announced. A proposal that HR has touched is a draft.
    pub fn edit(&mut self, draft: Draft) -> Result<(), Error> {
        if !self.state.is_open() {
            return Err(Reason::ChallengeStarted.refuse("the challenge is announced"));
        }
        if draft.teams != self.draft.teams {
            self.teams = draft.teams.iter().map(Team::new).collect();
        }
        self.draft = draft;
        self.state = State::Draft;
        self.revision += 1;
        Ok(())
    }

    /// Calls it off. Answers whether that changed anything.
    pub fn cancel(&mut self, reason: String) -> Result<bool, Error> {
        match self.state {
            State::Cancelled => Ok(false),
            State::Reached | State::NotReached => Err(Reason::ChallengeOver.refuse("the challenge is over")),
            State::Proposed | State::Draft | State::Running => {
                self.state = State::Cancelled;
                self.cancel_reason = reason;
                self.revision += 1;
                Ok(true)
            }
        }
    }

    /// Whether a running challenge would pay for the same: it is about the same application. Their weeks need not overlap: one
    /// that is announced while another runs would be measured against figures from before what the other pays for. Whether
    /// they share a team is for who knows the tree.
    pub fn clashes(&self, running: &Self) -> bool {
        self.id != running.id && self.draft.application == running.draft.application
    }

    /// The ids of the teams that are measured.
    pub fn measured_teams(&self) -> impl Iterator<Item = &Team> {
        self.teams.iter().filter(|t| t.part == Some(Part::Measured))
    }
}
