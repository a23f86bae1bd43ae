//! A champion: a person, some teams, and a term.

use jiff::{Timestamp, civil::Date};
use kit::directory::{Person, TeamTree};

/// Teams that one term is for at most.
pub const MAX_TEAMS: usize = 50;
/// Focus areas of one champion at most, and characters of each.
pub const MAX_FOCUS_AREAS: usize = 10;
/// Characters of a focus area at most.
pub const MAX_FOCUS_AREA: usize = 60;

/// Why a term ended.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum EndReason {
    /// Its last day passed.
    Term,
    /// The person left.
    Left,
    /// The champion stepped down.
    SteppedDown,
    /// HR ended it.
    ByHr,
}

/// Somebody who advises colleagues beside the day job.
#[derive(Debug, Clone, PartialEq)]
pub struct Champion {
    /// The id.
    pub id: String,
    /// The programme.
    pub programme: String,
    /// The nomination that led to it.
    pub nomination: String,
    /// The person.
    pub person: String,
    /// What the person was called when this was saved, normalised: what lists are sorted by.
    pub person_name: String,
    /// The teams, each with those below.
    pub teams: Vec<String>,
    /// What the champion is asked about.
    pub focus_areas: Vec<String>,
    /// Of the teams, those that the person was a member of, or of a team below, when this was saved last.
    pub homes: Vec<String>,
    /// The teams for which identity gave the role because of this term.
    pub granted: Vec<String>,
    /// The first day.
    pub start_day: Date,
    /// The last day.
    pub end_day: Date,
    /// Why it ended; `None` while it has not.
    pub end_reason: Option<EndReason>,
    /// Whether the person has moved out of the homes.
    pub moved: bool,
    /// Whether the end of the term was announced.
    pub reminded: bool,
    /// Whether identity still has to hear of a change.
    pub pending: bool,
    /// Grows with each change that identity has to hear of: with the id, it makes the request's own id.
    pub attempt: i32,
    /// Grows with each save.
    pub revision: i64,
    /// When the person was appointed.
    pub create_time: Timestamp,
}

impl Champion {
    /// Whether the person is a champion now.
    pub fn is_active(&self) -> bool {
        self.end_reason.is_none()
    }

    /// Ends the term. Answers whether anything changed.
    pub fn end(&mut self, reason: EndReason, day: Date) -> bool {
        if !self.is_active() {
            return false;
        }
        self.end_reason = Some(reason);
        self.end_day = self.end_day.min(day.max(self.start_day));
        self.revision += 1;
        self.tell_identity();
        true
    }

    /// Covers other teams from now on.
    pub fn cover(&mut self, teams: Vec<String>, person: &Person, tree: &TeamTree, day: Date) {
        self.homes = homes(&teams, person, tree, day);
        self.moved = false;
        if self.teams != teams {
            self.teams = teams;
            self.tell_identity();
        }
    }

    /// Whether the person is out of the homes on a day.
    pub fn has_moved(&self, person: &Person, tree: &TeamTree, day: Date) -> bool {
        !self.homes.is_empty() && homes(&self.homes, person, tree, day).is_empty()
    }

    fn tell_identity(&mut self) {
        self.pending = true;
        self.attempt += 1;
    }
}

/// Of some teams, those that the person is a member of on a day, or of a team below.
pub fn homes(teams: &[String], person: &Person, tree: &TeamTree, day: Date) -> Vec<String> {
    let Some(membership) = person.membership_on(day) else { return Vec::new() };
    teams.iter().filter(|t| tree.is_within(&membership.team, t)).cloned().collect()
}

/// What identity has to be asked, for a person's terms: teams to add for one of them, and teams to take away.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Change {
    /// Teams to ask for.
    pub grant: Vec<String>,
    /// Teams to withdraw.
    pub withdraw: Vec<String>,
    /// Teams that another active term goes on with: that term's id, and the team.
    pub hand_over: Vec<(String, String)>,
}

/// What has to change for one term, beside the person's other active ones. Only what this term was given is ever taken,
/// and a team that another term is for too is handed over instead.
pub fn change(term: &Champion, others: &[Champion]) -> Change {
    let wanted: &[String] = if term.is_active() { &term.teams } else { &[] };
    let mut change = Change {
        grant: wanted.iter().filter(|t| !term.granted.contains(t)).cloned().collect(),
        ..Change::default()
    };
    for team in term.granted.iter().filter(|t| !wanted.contains(t)) {
        let heir = others.iter().find(|o| o.id != term.id && o.is_active() && o.teams.contains(team));
        match heir {
            Some(heir) => change.hand_over.push((heir.id.clone(), team.clone())),
            None => change.withdraw.push(team.clone()),
        }
    }
    change
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::*;

    fn term(id: &str, teams: &[&str], granted: &[&str]) -> Champion {
        let own = |all: &[&str]| all.iter().map(|t| (*t).to_owned()).collect();
        Champion {
            id: id.into(),
            programme: "p".into(),
            nomination: "n".into(),
            person: "sara".into(),
            person_name: "sara".into(),
            teams: own(teams),
            focus_areas: vec![],
            homes: vec![],
            granted: own(granted),
            start_day: date(2026, 1, 1),
            end_day: date(2026, 12, 31),
            end_reason: None,
            moved: false,
            reminded: false,
            pending: false,
            attempt: 0,
            revision: 1,
            create_time: Timestamp::UNIX_EPOCH,
        }
    }

    #[test]
    fn the_end_takes_what_was_granted_and_hands_over_what_another_term_needs() {
        let mut ended = term("a", &["west", "east", "south"], &["west", "east"]);
        let other = term("b", &["east"], &[]);
        assert!(ended.end(EndReason::Term, date(2026, 6, 1)));
        assert!(!ended.end(EndReason::ByHr, date(2026, 6, 2)), "it ends once");
        assert_eq!((ended.pending, ended.end_day), (true, date(2026, 6, 1)));
        let change = change(&ended, &[ended.clone(), other]);
        assert_eq!(change.grant, [] as [String; 0]);
        assert_eq!(change.withdraw, ["west"], "south was given by hand and stays");
        assert_eq!(change.hand_over, [("b".to_owned(), "east".to_owned())]);
    }

    #[test]
    fn other_teams_are_granted_and_those_left_out_taken() {
        let mut changed = term("a", &["west"], &["west"]);
        changed.teams = vec!["north".into()];
        let change = change(&changed, &[]);
        assert_eq!((change.grant, change.withdraw), (vec!["north".to_owned()], vec!["west".to_owned()]));
    }
}
