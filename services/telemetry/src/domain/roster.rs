//! The directory made ready for counting: who is expected to use an application on which day, and where.
//!
//! `eligible` is `n` of method R: employed, 14 days in, working that day by the site's dated calendar and the own
//! contract; without a site, employed and 14 days in. It is `kit::directory::Person::eligible_on`, laid out so that
//! 20,000 people times 400 days take a moment.

use std::collections::HashMap;

use jiff::tz::TimeZone;
use kit::{
    db::time::{from_days, to_days},
    directory::{Person, Site, TENURE_DAYS, TeamTree},
    text::normalize,
};

use super::days::{DayLines, weekday};

const NOBODY: u32 = u32::MAX;

/// So long somebody counts as new in a team.
const NEW_DAYS: i32 = 56;

/// A node of the team tree, by index.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Node {
    /// The team's id.
    pub id: String,
    /// The index of the team above.
    pub parent: Option<usize>,
}

/// A site over the days of the roster. The first place is that of people without a site.
#[derive(Debug, Clone)]
pub struct Place {
    /// The site's id; empty for nowhere.
    pub id: String,
    /// Where its days begin.
    pub lines: DayLines,
    works: Option<Vec<bool>>,
}

/// A team, a position and a place, by index.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Cell {
    /// Into [`Roster::teams`].
    pub team: usize,
    /// Into [`Roster::positions`].
    pub position: usize,
    /// Into [`Roster::places`].
    pub place: usize,
}

/// A time in a cell.
#[derive(Debug, Clone, Copy)]
pub struct Stint {
    /// Into [`Roster::cells`].
    pub cell: usize,
    from: i32,
    until: i32,
    weekdays: u8,
    /// Since when the person has been in this team without a break, in whatever position.
    team_since: i32,
}

/// A person.
#[derive(Debug, Clone)]
pub struct Member {
    /// The number under which events are kept; `None` for somebody of whom none ever came.
    pub ordinal: Option<u32>,
    place: usize,
    from: i32,
    until: i32,
    stints: Vec<Stint>,
}

/// Everybody, over some days.
#[derive(Debug, Clone)]
pub struct Roster {
    /// The first day.
    pub first: i32,
    /// The last day.
    pub last: i32,
    /// The team tree.
    pub teams: Vec<Node>,
    /// The ids of positions.
    pub positions: Vec<String>,
    /// Sites.
    pub places: Vec<Place>,
    /// Every combination that a membership has.
    pub cells: Vec<Cell>,
    /// Everybody.
    pub people: Vec<Member>,
    by_ordinal: Vec<u32>,
}

/// Gives things that are named an index.
#[derive(Default)]
struct Index(HashMap<String, usize>);

impl Index {
    fn of(&mut self, id: &str) -> usize {
        let next = self.0.len();
        *self.0.entry(id.to_owned()).or_insert(next)
    }

    fn names(self) -> Vec<String> {
        let mut names = vec![String::new(); self.0.len()];
        for (name, index) in self.0 {
            names[index] = name;
        }
        names
    }
}

impl Stint {
    /// Whether the person has come to the team within [`NEW_DAYS`] up to a day.
    pub(super) fn is_new(&self, day: i32) -> bool {
        self.team_since > day - NEW_DAYS
    }
}

impl Roster {
    /// The directory from one day to another. `ordinals` are those of external ids, normalised.
    pub fn new(
        first: i32,
        last: i32,
        people: &[Person],
        ordinals: &HashMap<String, u32>,
        sites: &[Site],
        tree: &TeamTree,
    ) -> Self {
        let (mut teams, mut positions) = (Index::default(), Index::default());
        for team in tree.iter() {
            teams.of(&team.id);
        }
        let mut places = vec![Place {
            id: String::new(),
            lines: DayLines::new(&TimeZone::UTC, first - 1, last + 1),
            works: None,
        }];
        places.extend(sites.iter().map(|site| Place {
            id: site.id.clone(),
            lines: DayLines::new(site.calendar.zone(), first - 1, last + 1),
            works: Some((first..=last).map(|d| site.calendar.works(from_days(d))).collect()),
        }));
        let place_of: HashMap<&str, usize> =
            places.iter().enumerate().map(|(i, p)| (p.id.as_str(), i)).collect();

        let (mut cells, mut cell_of) = (Vec::new(), HashMap::new());
        let mut members = Vec::with_capacity(people.len());
        let mut by_ordinal = Vec::new();
        for person in people {
            let place = person.site.as_deref().and_then(|s| place_of.get(s)).copied().unwrap_or(0);
            let mut before: Option<(usize, i32, i32)> = None;
            let stints = person.memberships.iter().map(|m| {
                let cell = Cell { team: teams.of(&m.team), position: positions.of(&m.position), place };
                let cell = *cell_of.entry(cell).or_insert_with(|| {
                    cells.push(cell);
                    cells.len() - 1
                });
                let (from, until) = (to_days(m.start_day), m.end_day.map_or(i32::MAX, to_days));
                let team = cells[cell].team;
                let team_since = match before {
                    Some((t, since, last)) if t == team && last.saturating_add(1) >= from => since,
                    _ => from,
                };
                before = Some((team, team_since, until));
                Stint {
                    cell,
                    from,
                    until,
                    team_since,
                    weekdays: m.part_time_days.map_or(0x7f, kit::workdays::WorkWeek::bits),
                }
            });
            let stints = stints.collect();
            let ordinal = ordinals.get(&normalize(&person.external_id)).copied();
            if let Some(ordinal) = ordinal {
                let slot = ordinal as usize;
                if by_ordinal.len() <= slot {
                    by_ordinal.resize(slot + 1, NOBODY);
                }
                by_ordinal[slot] = u32::try_from(members.len()).unwrap_or(NOBODY);
            }
            let until = person.end_day.map_or(i32::MAX, to_days);
            members.push(Member { ordinal, place, from: to_days(person.start_day), until, stints });
        }
        let teams = nodes(teams.names(), tree);
        Self { first, last, teams, positions: positions.names(), places, cells, people: members, by_ordinal }
    }

    /// The person behind an ordinal; `None` for one that the directory does not have.
    pub fn by_ordinal(&self, ordinal: u32) -> Option<&Member> {
        self.people.get(*self.by_ordinal.get(ordinal as usize)? as usize)
    }

    /// The cell in which a person is employed on a day, working or not.
    pub fn cell_on(&self, member: &Member, day: i32) -> Option<usize> {
        if day < member.from || day > member.until {
            return None;
        }
        member.stints.iter().find(|s| s.from <= day && day <= s.until).map(|s| s.cell)
    }

    /// The cell in which a person is expected to use applications on a day.
    pub fn eligible_on(&self, member: &Member, day: i32) -> Option<usize> {
        self.stint_on(member, day).map(|s| s.cell)
    }

    /// The time in a cell during which a person is expected to use applications on a day.
    pub(super) fn stint_on<'a>(&self, member: &'a Member, day: i32) -> Option<&'a Stint> {
        if day < member.from.saturating_add(TENURE_DAYS) || day > member.until {
            return None;
        }
        let stint = member.stints.iter().find(|s| s.from <= day && day <= s.until)?;
        let works = match &self.places[member.place].works {
            None => true,
            Some(works) => {
                let site = usize::try_from(day - self.first)
                    .ok()
                    .and_then(|i| works.get(i))
                    .copied()
                    .unwrap_or(false);
                site && stint.weekdays & (1 << weekday(day)) != 0
            }
        };
        works.then_some(stint)
    }

    /// The day of an instant where a person works; `None` outside the roster's days.
    pub fn day_of(&self, member: &Member, micros: i64) -> Option<i32> {
        self.places[member.place].lines.day_of(micros).filter(|d| (self.first..=self.last).contains(d))
    }

    /// A team and the teams above it, from itself up.
    pub fn ancestry(&self, team: usize) -> impl Iterator<Item = usize> {
        std::iter::successors(Some(team), |t| self.teams[*t].parent)
    }

    /// The index of a team.
    pub fn team(&self, id: &str) -> Option<usize> {
        self.teams.iter().position(|t| t.id == id)
    }
}

/// The tree by index. A cycle, which only events on their way can make, is cut.
fn nodes(ids: Vec<String>, tree: &TeamTree) -> Vec<Node> {
    let index: HashMap<&str, usize> = ids.iter().enumerate().map(|(i, id)| (id.as_str(), i)).collect();
    let parent_of = |id: &str| tree.get(id).and_then(|t| t.parent.as_deref());
    let parents: Vec<Option<usize>> = ids
        .iter()
        .map(|id| {
            let cyclic =
                std::iter::successors(parent_of(id), |p| parent_of(p)).take(ids.len()).any(|p| p == id);
            parent_of(id).filter(|_| !cyclic).and_then(|p| index.get(p)).copied()
        })
        .collect();
    ids.into_iter().zip(parents).map(|(id, parent)| Node { id, parent }).collect()
}

#[cfg(test)]
pub(super) mod tests {
    use jiff::civil::Weekday;
    use kit::{
        directory::{Membership, Team},
        workdays::{SiteCalendar, WorkWeek},
    };
    use proptest::prelude::*;

    use super::*;

    pub(in super::super) fn site() -> Site {
        Site {
            id: "tehran".into(),
            display_name: "Tehran".into(),
            calendar: SiteCalendar::new(TimeZone::get("Asia/Tehran").unwrap(), WorkWeek::THU_FRI)
                .with_holidays([from_days(20_010)]),
        }
    }

    pub(in super::super) fn tree() -> TeamTree {
        let team = |id: &str, parent: Option<&str>| Team {
            id: id.into(),
            display_name: id.into(),
            parent: parent.map(str::to_owned),
            ancestors: parent.into_iter().map(str::to_owned).collect(),
            dissolved: false,
        };
        TeamTree::new([team("all", None), team("a", Some("all")), team("b", Some("all"))])
    }

    /// A person as identity tells of one.
    pub(in super::super) fn person(
        number: u32,
        site: bool,
        memberships: Vec<Membership>,
        from: i32,
        until: Option<i32>,
    ) -> Person {
        let mut person = Person::new(format!("p{number}"), format!("E{number}"), from_days(from));
        person.site = site.then(|| "tehran".into());
        person.end_day = until.map(from_days);
        person.memberships = memberships;
        person
    }

    pub(in super::super) fn membership(
        team: &str,
        position: &str,
        from: i32,
        until: Option<i32>,
    ) -> Membership {
        Membership {
            team: team.into(),
            position: position.into(),
            start_day: from_days(from),
            end_day: until.map(from_days),
            part_time_days: None,
        }
    }

    proptest! {
        #[test]
        fn it_says_what_the_directory_says(
            from in 19_970_i32..20_020,
            length in proptest::option::of(0_i32..60),
            change in 0_i32..60,
            part in proptest::option::of(1_u8..128),
            has_site in any::<bool>(),
        ) {
            let mut later = membership("b", "clerk", from + change + 1, None);
            later.part_time_days = part.and_then(WorkWeek::from_bits);
            let person = person(1, has_site, vec![membership("a", "seller", from, Some(from + change)), later], from, length.map(|l| from + l));
            let ordinals = HashMap::from([("e1".to_owned(), 4)]);
            let roster = Roster::new(20_000, 20_060, std::slice::from_ref(&person), &ordinals, &[site()], &tree());
            let member = roster.by_ordinal(4).unwrap();
            let calendar = has_site.then(|| site().calendar);
            for day in 20_000..=20_060 {
                let expected = person.eligible_on(from_days(day), calendar.as_ref()).map(|m| m.team.clone());
                let found = roster.eligible_on(member, day).map(|c| roster.teams[roster.cells[c].team].id.clone());
                prop_assert_eq!(found, expected, "day {}", day);
            }
        }
    }

    #[test]
    fn somebody_new_to_a_team_is_so_for_56_days_and_another_position_does_not_renew_it() {
        let memberships = vec![
            membership("a", "seller", 19_900, Some(19_999)),
            membership("a", "clerk", 20_000, Some(20_004)),
            membership("b", "clerk", 20_005, None),
        ];
        let roster = Roster::new(
            20_000,
            20_080,
            &[person(1, false, memberships, 19_900, None)],
            &HashMap::new(),
            &[],
            &tree(),
        );
        let is_new = |day: i32| roster.stint_on(&roster.people[0], day).unwrap().is_new(day);
        assert!(!is_new(20_001) && is_new(20_005) && is_new(20_060) && !is_new(20_061));
    }

    #[test]
    fn part_time_needs_a_calendar_to_hold() {
        let mut m = membership("a", "seller", 19_000, None);
        m.part_time_days = WorkWeek::working([Weekday::Monday]);
        let people = [person(1, false, vec![m], 19_000, None)];
        let roster = Roster::new(20_000, 20_006, &people, &HashMap::new(), &[], &tree());
        assert!((20_000..=20_006).all(|d| roster.eligible_on(&roster.people[0], d).is_some()));
        assert!(roster.by_ordinal(0).is_none() && roster.by_ordinal(9).is_none());
    }
}
