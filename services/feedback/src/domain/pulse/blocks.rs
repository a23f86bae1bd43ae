//! Who is told of together, so that no figure and no difference of figures is about fewer than five people.
//!
//! The scores of a round are put into blocks, going up the tree of teams to everybody: the people of a team are a block where
//! what is told of them tells of no few ([`may_tell_mean`]); else they wait and join those of the team above. Who waits to
//! the end joins the smallest block beside them. Every figure is about whole blocks (of a team: those in it and below; of
//! everybody: all of them), so that whatever is added and subtracted is again about whole blocks.

use super::{
    results::Parents,
    spread::{Scores, may_tell_mean},
};

/// People whose scores are told together or not at all.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Block {
    /// The team that they count in, and in those above it; `None`: only in everybody's figures.
    pub team: Option<String>,
    /// Their scores.
    pub scores: Scores,
}

/// The blocks of scores by team, `None` for whoever is in none of the tree. There are none where nothing can be told;
/// otherwise everybody is in one.
pub fn blocks<'a>(scores: impl IntoIterator<Item = (Option<&'a str>, i32)>, tree: &Parents) -> Vec<Block> {
    let places = Places::new(tree);
    let mut waiting = vec![Waiting::default(); places.above.len()];
    for (team, score) in scores {
        let place = places.of(team);
        waiting[place].scores.add(score);
        waiting[place].from = vec![place];
    }
    let mut found: Vec<(usize, Scores)> = Vec::new();
    for place in places.leaves_first() {
        let mut group = std::mem::take(&mut waiting[place]);
        if group.from.len() > 1 {
            group.from = vec![place];
        }
        if may_tell_mean(&group.scores) {
            found.push((place, group.scores));
        } else if let Some(above) = places.above[place] {
            waiting[above].scores.join(&group.scores);
            waiting[above].from.append(&mut group.from);
        } else if let Some(from) = group.from.first() {
            settle(*from, group.scores, &mut found, &places);
        }
    }
    let block = |(place, scores): (usize, Scores)| Block {
        team: places.teams.get(place).map(|t: &&str| (*t).to_owned()),
        scores,
    };
    found.into_iter().map(block).collect()
}

/// Those who are in no block yet.
#[derive(Debug, Clone, Default)]
struct Waiting {
    scores: Scores,
    /// The lowest place that all of them are in; before that is known, places that are only in it together.
    from: Vec<usize>,
}

/// Finds a place for those who wait to the end: with the smallest block beside them, as far down as there is one.
fn settle(mut at: usize, mut scores: Scores, found: &mut Vec<(usize, Scores)>, places: &Places<'_>) {
    loop {
        let beside = found.iter().enumerate().filter(|(_, (place, _))| places.is_within(*place, at));
        let smallest = beside.min_by_key(|(_, (place, s))| (s.people(), *place)).map(|(i, _)| i);
        if let Some(smallest) = smallest {
            scores.join(&found.remove(smallest).1);
            if may_tell_mean(&scores) {
                found.push((at, scores));
                return;
            }
        } else if let Some(above) = places.above[at] {
            at = above;
        } else {
            return;
        }
    }
}

/// The teams by number, and everybody as the one above all of them.
struct Places<'a> {
    teams: Vec<&'a str>,
    above: Vec<Option<usize>>,
}

impl<'a> Places<'a> {
    fn new(tree: &'a Parents) -> Self {
        let teams: Vec<&str> = tree.keys().map(String::as_str).collect();
        let everybody = teams.len();
        let place = |team: &String| teams.binary_search(&team.as_str()).ok();
        let mut above: Vec<Option<usize>> = Vec::with_capacity(everybody + 1);
        above.extend(tree.values().map(|p| p.as_ref().and_then(place).or(Some(everybody))));
        above.push(None);
        Self { teams, above }
    }

    fn of(&self, team: Option<&str>) -> usize {
        team.and_then(|t| self.teams.binary_search(&t).ok()).unwrap_or(self.teams.len())
    }

    /// A place and those above it.
    fn up(&self, place: usize) -> impl Iterator<Item = usize> {
        std::iter::successors(Some(place), |p| self.above[*p]).take(self.above.len())
    }

    fn is_within(&self, place: usize, above: usize) -> bool {
        self.up(place).any(|p| p == above)
    }

    /// All places, each after those below it.
    fn leaves_first(&self) -> Vec<usize> {
        let mut order: Vec<usize> = (0..self.above.len()).collect();
        order.sort_by_cached_key(|p| (std::cmp::Reverse(self.up(*p).count()), *p));
        order
    }
}
