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

/// The peers of every cell: the lowest published teams with the same main position, else the lowest of any; never the
/// team itself nor one above or below it. `above` gives the teams above a team.
pub fn compare(cells: &[Published], above: impl Fn(usize) -> BTreeSet<usize>) -> Vec<Peers> {
    let ancestors: Vec<BTreeSet<usize>> = cells.iter().map(|c| above(c.team)).collect();
    let with_children: BTreeSet<usize> = ancestors.iter().flatten().copied().collect();
    let lowest: Vec<usize> = (0..cells.len()).filter(|i| !with_children.contains(&cells[*i].team)).collect();
    let mut by_position: BTreeMap<Option<usize>, Vec<usize>> = BTreeMap::new();
    for index in &lowest {
        by_position.entry(cells[*index].position).or_default().push(*index);
    }
    let unrelated = |me: usize, other: usize| {
        cells[me].team != cells[other].team
            && !ancestors[me].contains(&cells[other].team)
            && !ancestors[other].contains(&cells[me].team)
    };
    (0..cells.len())
        .map(|me| {
            let same =
                cells[me].position.and_then(|p| by_position.get(&Some(p))).map_or(&[][..], Vec::as_slice);
            let mut peers: Vec<usize> = same.iter().copied().filter(|o| unrelated(me, *o)).collect();
            if peers.len() < LEAST_PEERS {
                peers = lowest.iter().copied().filter(|o| unrelated(me, *o)).collect();
            }
            if peers.len() < LEAST_PEERS {
                return Peers::default();
            }
            let values =
                std::array::from_fn(|m| median(peers.iter().filter_map(|p| cells[*p].figures.values[m])));
            Peers { values, count: u32::try_from(peers.len()).unwrap_or(u32::MAX) }
        })
        .collect()
}

/// The median; `None` of fewer than [`LEAST_PEERS`] values.
fn median(values: impl Iterator<Item = f64>) -> Option<f64> {
    let mut values: Vec<f64> = values.collect();
    if values.len() < LEAST_PEERS {
        return None;
    }
    values.sort_by(f64::total_cmp);
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
