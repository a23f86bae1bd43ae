//! Facts about the training of a team, from which adoption finds a barrier.

use std::collections::{BTreeMap, BTreeSet};

use jiff::civil::Date;

/// So many days after the invitation it is looked at who began.
pub const INVITATION_DAYS: i32 = 14;
/// The length of the window in which requests for help are counted, in days.
pub const WINDOW_DAYS: i32 = 28;

/// What is known of the people and courses in question.
#[derive(Debug, Clone, Default)]
pub struct Evidence {
    /// The people of the team.
    pub people: BTreeSet<String>,
    /// How many people of the same positions there are elsewhere.
    pub peers: u32,
    /// Those of them who asked for help.
    pub peers_who_asked: BTreeSet<String>,
    /// Who of the team has completed one of the courses.
    pub trained: BTreeSet<String>,
    /// For each person of the team: when one of the courses was given, and when it was begun.
    pub invitations: Vec<Invitation>,
    /// Who asked for help in the window, once for each request.
    pub help: Vec<String>,
}

/// A course that was given to somebody.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Invitation {
    /// To whom.
    pub person: String,
    /// On which day.
    pub given: Date,
    /// On which day it was begun.
    pub started: Option<Date>,
}

/// The facts.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Facts {
    /// People of the team.
    pub people: u32,
    /// Of them, those who are trained.
    pub trained: u32,
    /// Of them, those who were invited 14 days ago or earlier.
    pub invited: u32,
    /// Of those invited, those who began within 14 days.
    pub enrolled: u32,
    /// Requests for help from the team.
    pub help_requests: u32,
    /// People of the same positions elsewhere.
    pub peer_people: u32,
    /// Requests for help from them.
    pub peer_help_requests: u32,
}

/// The facts of a day. Somebody who was invited more than once counts by the invitation that was followed best.
pub fn facts(evidence: &Evidence, day: Date) -> Facts {
    let mut followed: BTreeMap<&str, bool> = BTreeMap::new();
    for invitation in evidence.invitations.iter().filter(|i| evidence.people.contains(&i.person)) {
        if days(invitation.given, day) < INVITATION_DAYS {
            continue;
        }
        let within = invitation.started.is_some_and(|d| days(invitation.given, d) <= INVITATION_DAYS);
        *followed.entry(&invitation.person).or_default() |= within;
    }
    let asked = |who: &BTreeSet<String>| count(evidence.help.iter().filter(|p| who.contains(*p)).count());
    Facts {
        people: count(evidence.people.len()),
        trained: count(evidence.people.intersection(&evidence.trained).count()),
        invited: count(followed.len()),
        enrolled: count(followed.values().filter(|f| **f).count()),
        help_requests: asked(&evidence.people),
        peer_people: evidence.peers,
        peer_help_requests: asked(&evidence.peers_who_asked),
    }
}

fn days(from: Date, to: Date) -> i32 {
    to.since((jiff::Unit::Day, from)).map_or(0, |span| span.get_days())
}

fn count(n: usize) -> u32 {
    u32::try_from(n).unwrap_or(u32::MAX)
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::*;

    #[test]
    fn facts_count_people_of_the_team_only() {
        let set = |names: &[&str]| names.iter().map(|n| (*n).to_owned()).collect::<BTreeSet<_>>();
        let invitation = |person: &str, given, started| Invitation { person: person.into(), given, started };
        let evidence = Evidence {
            people: set(&["a", "b", "c", "d"]),
            peers: 2,
            peers_who_asked: set(&["x"]),
            trained: set(&["a", "x"]),
            invitations: vec![
                invitation("a", date(2026, 3, 1), Some(date(2026, 3, 15))),
                invitation("b", date(2026, 3, 1), Some(date(2026, 3, 16))),
                invitation("c", date(2026, 3, 20), None),
                invitation("b", date(2026, 2, 1), None),
                invitation("x", date(2026, 3, 1), None),
            ],
            help: vec!["a".into(), "a".into(), "x".into(), "gone".into()],
        };
        assert_eq!(
            facts(&evidence, date(2026, 3, 28)),
            Facts {
                people: 4,
                trained: 1,
                invited: 2,
                enrolled: 1,
                help_requests: 2,
                peer_people: 2,
                peer_help_requests: 1
            }
        );
    }
}
