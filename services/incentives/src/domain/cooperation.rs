//! Who works together across departments: members who thanked a colleague of another team of the challenge.
//!
//! A member counts once, however many thanks there are, and only as who gives them: one star who thanks everybody is one
//! member. The same words from two members of a team are one member's: nobody has others copy a line.

use std::collections::{BTreeMap, BTreeSet};

use super::{challenge::Team, recognition::Recognition, roster::Roster};

/// Of each team, the members who thanked somebody of another team.
pub fn givers(
    thanks: &[Recognition],
    teams: &[Team],
    rosters: &BTreeMap<String, Roster>,
) -> BTreeMap<String, BTreeSet<String>> {
    let team_of: BTreeMap<&str, &str> = rosters
        .iter()
        .flat_map(|(team, roster)| {
            roster.everybody.iter().map(move |person| (person.as_str(), team.as_str()))
        })
        .collect();
    let below: BTreeMap<&str, &str> = teams
        .iter()
        .flat_map(|t| t.measured.iter().map(move |below| (below.as_str(), t.team.as_str())))
        .chain(teams.iter().map(|t| (t.team.as_str(), t.team.as_str())))
        .collect();
    let mut said: BTreeSet<(&str, String)> = BTreeSet::new();
    let mut givers: BTreeMap<String, BTreeSet<String>> = BTreeMap::new();
    for one in thanks {
        let Some(own) = team_of.get(one.giver.as_str()).copied() else { continue };
        let is_measured = rosters.get(own).is_some_and(|r| r.measured.contains(&one.giver));
        let to_people = one.people.iter().filter_map(|p| team_of.get(p.as_str()));
        let to_team = one.team.as_deref().and_then(|t| below.get(t));
        let across = to_people.chain(to_team).any(|team| *team != own);
        if is_measured && across && said.insert((own, one.key())) {
            givers.entry(own.to_owned()).or_default().insert(one.giver.clone());
        }
    }
    givers
}

#[cfg(test)]
mod tests {
    use jiff::Timestamp;

    use super::*;
    use crate::domain::recognition::State;

    fn thanks(giver: &str, to: &[&str], message: &str) -> Recognition {
        Recognition {
            id: format!("{giver}{message}"),
            giver: giver.into(),
            people: to.iter().map(|p| (*p).to_owned()).collect(),
            team: None,
            value: "v".into(),
            message: message.into(),
            state: State::Shown,
            hide_reason: String::new(),
            create_time: Timestamp::UNIX_EPOCH,
        }
    }

    fn world() -> (Vec<Team>, BTreeMap<String, Roster>) {
        let roster = |letter: &str| {
            let everybody: BTreeSet<String> = (1..=5).map(|i| format!("{letter}{i}")).collect();
            Roster { measured: everybody.clone(), everybody }
        };
        let rosters = [("west".to_owned(), roster("w")), ("east".to_owned(), roster("e"))].into();
        (vec![Team::new("west"), Team::new("east")], rosters)
    }

    #[test]
    fn one_star_who_thanks_everybody_is_one_member() {
        let (teams, rosters) = world();
        let all: Vec<Recognition> = (1..=5)
            .flat_map(|e| (0..50).map(move |n| (e, n)))
            .map(|(e, n)| thanks("w1", &[&format!("e{e}")], &format!("for {e} {n}")))
            .collect();
        let givers = givers(&all, &teams, &rosters);
        assert_eq!(givers["west"].len(), 1);
        assert!(!givers.contains_key("east"), "to be thanked is not to take part");
    }

    #[test]
    fn copied_words_own_team_and_strangers_do_not_count() {
        let (teams, rosters) = world();
        let all = [
            thanks("w1", &["e1"], "Thank you for the offer"),
            thanks("w2", &["e2"], "thank  you for the OFFER"),
            thanks("w3", &["w4"], "Thanks for the coffee"),
            thanks("x9", &["e1"], "I am of no team"),
            thanks("e1", &["w1", "e2"], "For the list of customers"),
            Recognition { people: vec![], team: Some("east".into()), ..thanks("w5", &[], "To all of east") },
        ];
        let givers = givers(&all, &teams, &rosters);
        assert_eq!(givers["west"].iter().collect::<Vec<_>>(), ["w1", "w5"]);
        assert_eq!(givers["east"].iter().collect::<Vec<_>>(), ["e1"]);
    }
}
