//! What happens to a flag: every change gives a line for its history.

use super::{Barrier, Flag, Status, Verdict};
use crate::domain::standing::Day;

/// What happened.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    /// The rule found the team.
    Raised,
    /// A barrier was proposed.
    Explained,
    /// A person confirmed it.
    Confirmed,
    /// The strict mode acted.
    ConfirmedAutomatically,
    /// A person put it off.
    Snoozed,
    /// The day came.
    Awoken,
    /// A person said that it is wrong.
    Rejected,
    /// 14 calm days.
    Cleared,
    /// The counts changed.
    Withdrawn,
    /// An intervention began.
    InterventionStarted,
    /// It is done.
    InterventionCompleted,
}

impl Kind {
    const ALL: [Self; 11] = [
        Self::Raised,
        Self::Explained,
        Self::Confirmed,
        Self::ConfirmedAutomatically,
        Self::Snoozed,
        Self::Awoken,
        Self::Rejected,
        Self::Cleared,
        Self::Withdrawn,
        Self::InterventionStarted,
        Self::InterventionCompleted,
    ];

    /// As it is kept.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Raised => "RAISED",
            Self::Explained => "EXPLAINED",
            Self::Confirmed => "CONFIRMED",
            Self::ConfirmedAutomatically => "CONFIRMED_AUTOMATICALLY",
            Self::Snoozed => "SNOOZED",
            Self::Awoken => "AWOKEN",
            Self::Rejected => "REJECTED",
            Self::Cleared => "CLEARED",
            Self::Withdrawn => "WITHDRAWN",
            Self::InterventionStarted => "INTERVENTION_STARTED",
            Self::InterventionCompleted => "INTERVENTION_COMPLETED",
        }
    }

    /// The kind of a word.
    pub fn of(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|k| k.as_str() == word)
    }
}

/// Who did it, as a role.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Actor {
    /// Hamgam.
    System,
    /// HR.
    Hr,
    /// A champion.
    Champion,
    /// An administrator.
    Admin,
}

impl Actor {
    /// As it is kept.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::System => "SYSTEM",
            Self::Hr => "HR",
            Self::Champion => "CHAMPION",
            Self::Admin => "ADMIN",
        }
    }

    /// The actor of a word.
    pub fn of(word: &str) -> Option<Self> {
        [Self::System, Self::Hr, Self::Champion, Self::Admin].into_iter().find(|a| a.as_str() == word)
    }
}

/// A line for the history.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Told {
    /// What.
    pub kind: Kind,
    /// Who.
    pub actor: Actor,
    /// Why.
    pub note: String,
    /// The barrier proposed or chosen.
    pub barrier: Option<Barrier>,
    /// The day until which it was put off.
    pub until: Option<Day>,
}

impl Told {
    /// Something that Hamgam did.
    pub fn system(kind: Kind) -> Self {
        Self { kind, actor: Actor::System, note: String::new(), barrier: None, until: None }
    }
}

/// Why something cannot be done to a flag.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Refusal {
    /// It is over.
    Cleared,
    /// It was confirmed with another barrier.
    AlreadyConfirmed,
    /// There is no barrier to confirm.
    BarrierNotKnown,
}

impl Flag {
    /// Every decision ends here, so that whoever decides later on what they saw before is told; new figures or facts
    /// between looking and deciding hinder nobody.
    fn move_to(&mut self, status: Status) {
        self.status = status;
        self.version += 1;
    }

    fn open(&self) -> Result<(), Refusal> {
        if self.status == Status::Cleared { Err(Refusal::Cleared) } else { Ok(()) }
    }

    /// Whether its cause is still looked for: nobody has judged it, or somebody said that it is right without knowing why, and
    /// the play asks the team.
    pub fn is_unexplained(&self) -> bool {
        match self.verdict {
            None => true,
            Some(Verdict::Confirmed) => self.barrier == Some(Barrier::Unclear),
            Some(Verdict::Wrong) => false,
        }
    }

    /// Says that it is right. `None` when that was said before with the same barrier; the line for the history otherwise. Whoever
    /// did not know the cause may say it later, once.
    pub fn confirm(
        &mut self,
        barrier: Option<Barrier>,
        actor: Actor,
        note: String,
    ) -> Result<Option<Told>, Refusal> {
        if self.verdict == Some(Verdict::Confirmed) {
            if barrier.is_none() || barrier == self.barrier {
                return Ok(None);
            }
            if !self.is_unexplained() {
                return Err(Refusal::AlreadyConfirmed);
            }
        }
        self.open()?;
        let barrier = barrier.or(self.proposed).ok_or(Refusal::BarrierNotKnown)?;
        self.barrier = Some(barrier);
        self.verdict = Some(Verdict::Confirmed);
        self.move_to(Status::Flagged);
        self.snoozed_until = None;
        let kind = if actor == Actor::System { Kind::ConfirmedAutomatically } else { Kind::Confirmed };
        Ok(Some(Told { kind, actor, note, barrier: Some(barrier), until: None }))
    }

    /// Puts it off.
    pub fn snooze(&mut self, until: Day, actor: Actor, note: String) -> Result<Told, Refusal> {
        self.open()?;
        self.move_to(Status::Snoozed);
        self.snoozed_until = Some(until);
        Ok(Told { kind: Kind::Snoozed, actor, note, barrier: None, until: Some(until) })
    }

    /// Brings it back when its day has come.
    pub fn awake(&mut self, today: Day) -> Option<Told> {
        if self.status != Status::Snoozed || self.snoozed_until.is_some_and(|d| d > today) {
            return None;
        }
        self.move_to(Status::Flagged);
        self.snoozed_until = None;
        Some(Told::system(Kind::Awoken))
    }

    /// Says that it is wrong; `evaluated` is the last evaluated day. `None` when that was said before.
    pub fn reject(&mut self, evaluated: Day, actor: Actor, note: String) -> Result<Option<Told>, Refusal> {
        if self.verdict == Some(Verdict::Wrong) {
            return Ok(None);
        }
        self.open()?;
        self.verdict = Some(Verdict::Wrong);
        self.rejected_after = Some(evaluated);
        self.close(evaluated);
        Ok(Some(Told { kind: Kind::Rejected, actor, note, barrier: None, until: None }))
    }

    /// Clears it, since the rule no longer finds the team.
    pub fn clear(&mut self, day: Day, kind: Kind) -> Told {
        self.close(day);
        Told::system(kind)
    }

    fn close(&mut self, day: Day) {
        self.move_to(Status::Cleared);
        self.cleared_day = Some(day);
        self.snoozed_until = None;
    }

    /// Opens it again: the rule finds the team after all, and no person had closed it.
    pub fn reopen(&mut self) -> Told {
        self.move_to(Status::Flagged);
        self.cleared_day = None;
        Told::system(Kind::Raised)
    }
}
