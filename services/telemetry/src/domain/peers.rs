//! Comparable teams. They are compared by published figures only, so that a comparison tells nothing that is not
//! published anyway.

use std::collections::{BTreeMap, BTreeSet};

use super::figures::{Figures, MEASURES};

/// Fewer peers than this are no comparison.
pub const LEAST_PEERS: usize = 5;

/// A published cell to be compared.
#[derive(Debug, Clone)]
pub struct Published {
    /// The team, by index.
    pub team: usize,
    /// The position that most of its people hold, if there is one; for a cell of one position, that.
    pub position: Option<usize>,
    /// The figures.
    pub figures: Figures,
}

/// The medians of a cell's peers, and how many there are.
#[derive(Debug, Clone, Copy, Default, PartialEq)]
pub struct Peers {
    /// In the order of [`Figures::values`].
    pub values: [Option<f64>; MEASURES],
    /// How many teams; 0 when there are too few.
    pub count: u32,
}

/// Cells that others are compared with, sorted by each measure.
struct Group {
    count: usize,
    sorted: [Vec<(f64, usize)>; MEASURES],
}

impl Group {
    fn new(cells: &[Published], members: &[usize]) -> Self {
        let sorted = std::array::from_fn(|m| {
            let mut values: Vec<(f64, usize)> =
                members.iter().filter_map(|i| Some((cells[*i].figures.values[m]?, *i))).collect();
            values.sort_by(|a, b| a.0.total_cmp(&b.0));
            values
        });
        Self { count: members.len(), sorted }
    }

    /// The medians of those that are related to nobody; `None` when they are too few. `related` says how many of the
    /// group are.
    fn medians(&self, related: usize, unrelated: impl Fn(usize) -> bool) -> Option<Peers> {
        let count = self.count - related;
        if count < LEAST_PEERS {
            return None;
        }
        let values = std::array::from_fn(|m| {
            let values: Vec<f64> =
                self.sorted[m].iter().filter(|(_, i)| unrelated(*i)).map(|(v, _)| *v).collect();
            median(&values)
        });
        Some(Peers { values, count: u32::try_from(count).unwrap_or(u32::MAX) })
    }
}

/// The peers of every cell: the lowest published teams with the same main position, else the lowest of any; never the
/// team itself nor one above or below it. `above` gives the teams above a team.
pub fn compare(cells: &[Published], above: impl Fn(usize) -> BTreeSet<usize>) -> Vec<Peers> {
    let ancestors: Vec<BTreeSet<usize>> = cells.iter().map(|c| above(c.team)).collect();
    let with_children: BTreeSet<usize> = ancestors.iter().flatten().copied().collect();
    let lowest: Vec<usize> = (0..cells.len()).filter(|i| !with_children.contains(&cells[*i].team)).collect();
    let mut by_position: BTreeMap<usize, Vec<usize>> = BTreeMap::new();
    for index in &lowest {
        if let Some(position) = cells[*index].position {
            by_position.entry(position).or_default().push(*index);
        }
    }
    let all = Group::new(cells, &lowest);
    let groups: BTreeMap<usize, Group> =
        by_position.into_iter().map(|(p, members)| (p, Group::new(cells, &members))).collect();
    let related = |me: usize, other: usize| {
        cells[me].team == cells[other].team
            || ancestors[me].contains(&cells[other].team)
            || ancestors[other].contains(&cells[me].team)
    };
    let peers = |me: usize| {
        let own: Vec<usize> = lowest.iter().copied().filter(|other| related(me, *other)).collect();
        let same = cells[me].position.and_then(|p| {
            let shared = own.iter().filter(|o| cells[**o].position == Some(p)).count();
            groups.get(&p)?.medians(shared, |other| !related(me, other))
        });
        same.or_else(|| all.medians(own.len(), |other| !related(me, other))).unwrap_or_default()
    };
    (0..cells.len()).map(peers).collect()
}

/// The median of sorted values; `None` of fewer than [`LEAST_PEERS`].
fn median(values: &[f64]) -> Option<f64> {
    if values.len() < LEAST_PEERS {
        return None;
    }
    let middle = values.len() / 2;
    Some(if values.len() % 2 == 1 {
        values[middle]
    } else {
        f64::midpoint(values[middle - 1], values[middle])
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn cell(team: usize, position: usize, rate: f64) -> Published {
        let mut figures = Figures { people: 9, ..Figures::default() };
        figures.values[0] = Some(rate);
        Published { team, position: Some(position), figures }
    }

    /// Team 0 is above 1 to 6, team 7 beside them.
    fn above(team: usize) -> BTreeSet<usize> {
        if (1..=6).contains(&team) { [0].into() } else { BTreeSet::new() }
    }

    #[test]
    fn a_team_is_compared_with_others_of_its_position() {
        let cells: Vec<_> = (0..=6_u8).map(|t| cell(usize::from(t), 0, f64::from(t) / 10.0)).collect();
        let peers = compare(&cells, above);
        assert_eq!((peers[1].count, peers[1].values[0]), (5, Some(0.4)), "2 to 6");
        assert_eq!(peers[0].count, 0, "the team above has only its own teams below");
    }

    #[test]
    fn few_of_a_position_are_compared_with_all() {
        let mut cells: Vec<_> = (1..=6_u8).map(|t| cell(usize::from(t), 0, f64::from(t) / 10.0)).collect();
        cells.push(cell(7, 1, 0.9));
        let peers = compare(&cells, above);
        assert_eq!((peers[6].count, peers[6].values[0]), (6, Some(0.35)));
        assert_eq!(peers[0].count, 5);
        assert_eq!(compare(&cells[..5], above)[0].count, 0);
    }
}
