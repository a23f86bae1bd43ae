//! How a team stands from day to day: WATCH, FLAGGED, CLEARED, with enough inertia that nobody is told twice.
//!
//! SNOOZED is not here: it is a person's wish about a flag, laid over FLAGGED.

/// Days as days since 1970-01-01.
pub type Day = i32;

/// WATCH from this certainty on.
const WATCH: f64 = 0.70;
/// A day under this certainty is calm.
const CALM: f64 = 0.50;
/// CLEARED after so many calm days in a row.
const CALM_DAYS: u32 = 14;
/// Nothing is raised again for so many days after a flag or an intervention.
pub const QUIET_DAYS: Day = 35;

/// The state of a team with one application.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub enum State {
    /// At least 70 % sure; nobody is told yet.
    Watch,
    /// Found low or declining.
    Flagged,
    /// Nothing to do; where every team begins.
    #[default]
    Cleared,
}

impl State {
    /// The word of the vocabulary.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Watch => "WATCH",
            Self::Flagged => "FLAGGED",
            Self::Cleared => "CLEARED",
        }
    }

    /// The state of a word; anything else is CLEARED.
    pub fn of(word: &str) -> Self {
        match word {
            "WATCH" => Self::Watch,
            "FLAGGED" => Self::Flagged,
            _ => Self::Cleared,
        }
    }
}

/// How a team stood after a day.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Standing {
    /// The day.
    pub day: Day,
    /// The state.
    pub state: State,
    /// Calm days in a row up to the day.
    pub calm_days: u32,
    /// Nothing is raised up to this day.
    pub quiet_until: Day,
}

impl Default for Standing {
    fn default() -> Self {
        Self { day: Day::MIN, state: State::Cleared, calm_days: 0, quiet_until: Day::MIN }
    }
}

/// What people decided about a team, by the last day that was evaluated when they did.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Decisions {
    /// "This is wrong, because …".
    pub rejected: Vec<Day>,
    /// An intervention began.
    pub interventions: Vec<Day>,
}

/// The next day: whether the rule finds the team, and how sure it is (the higher of the two certainties).
pub fn step(before: &Standing, day: Day, found: bool, certainty: f64, decisions: &Decisions) -> Standing {
    let mut next = Standing { day, ..*before };
    if decisions.rejected.iter().any(|&d| before.day <= d && d < day) {
        next.state = State::Cleared;
        next.calm_days = 0;
    }
    let decided = decisions.rejected.iter().chain(&decisions.interventions).filter(|&&d| d < day);
    for &d in decided {
        next.quiet_until = next.quiet_until.max(d.saturating_add(QUIET_DAYS));
    }
    next.calm_days = if certainty < CALM { next.calm_days.saturating_add(1) } else { 0 };
    match next.state {
        State::Flagged | State::Watch if next.calm_days >= CALM_DAYS => next.state = State::Cleared,
        State::Watch | State::Cleared if found && day > next.quiet_until => {
            next.state = State::Flagged;
            next.quiet_until = day.saturating_add(QUIET_DAYS);
        }
        State::Watch | State::Cleared if certainty >= WATCH => next.state = State::Watch,
        State::Flagged | State::Watch | State::Cleared => {}
    }
    next
}

#[cfg(test)]
mod tests {
    use super::*;

    fn run(days: &[(bool, f64)], decisions: &Decisions) -> Vec<State> {
        let mut standing = Standing::default();
        let mut states = Vec::new();
        for (day, &(found, certainty)) in (0..).zip(days) {
            standing = step(&standing, day, found, certainty, decisions);
            states.push(standing.state);
        }
        states
    }

    #[test]
    fn a_flag_stays_until_fourteen_calm_days_in_a_row() {
        let mut days = vec![(true, 0.95)];
        days.extend(vec![(false, 0.2); 13]);
        days.push((false, 0.6));
        days.extend(vec![(false, 0.2); 14]);
        let states = run(&days, &Decisions::default());
        assert_eq!(states[27], State::Flagged);
        assert_eq!(states[28], State::Cleared);
    }

    #[test]
    fn watching_begins_at_seventy_percent_and_ends_after_fourteen_calm_days() {
        let mut days = vec![(false, 0.69), (false, 0.70)];
        days.extend(vec![(false, 0.49); 14]);
        let states = run(&days, &Decisions::default());
        assert_eq!(
            (states[0], states[1], states[14], states[15]),
            (State::Cleared, State::Watch, State::Watch, State::Cleared)
        );
    }

    #[test]
    fn a_team_is_not_flagged_twice_within_thirty_five_days() {
        let mut days = vec![(true, 0.95)];
        days.extend(vec![(false, 0.1); 14]);
        days.extend(vec![(true, 0.95); 30]);
        let states = run(&days, &Decisions::default());
        assert_eq!(states[14], State::Cleared);
        assert!(states[15..=35].iter().all(|&s| s == State::Watch));
        assert_eq!(states[36], State::Flagged);
    }

    #[test]
    fn a_rejected_flag_is_cleared_and_the_team_quiet_for_thirty_five_days() {
        let decisions = Decisions { rejected: vec![2], interventions: vec![] };
        let states = run(&[(true, 0.95); 45], &decisions);
        assert_eq!(states[2], State::Flagged);
        assert_eq!(states[3], State::Watch);
        assert_eq!((states[37], states[38]), (State::Watch, State::Flagged));
    }

    #[test]
    fn an_intervention_keeps_the_team_quiet_too() {
        let decisions = Decisions { rejected: vec![], interventions: vec![10] };
        let mut days = vec![(true, 0.95)];
        days.extend(vec![(false, 0.1); 20]);
        days.extend(vec![(true, 0.95); 30]);
        let states = run(&days, &decisions);
        assert_eq!((states[45], states[46]), (State::Watch, State::Flagged));
    }
}
