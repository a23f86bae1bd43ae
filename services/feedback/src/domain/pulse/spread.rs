//! How scores are spread, as finely as it can be told without telling how many of fewer than five people gave an answer.
//!
//! What is known beside a spread is how many people answered, and the mean, which is the sum of their scores. So a spread is
//! told only if people could as well have answered otherwise with the same figures, those of teams too, wherever it is about a
//! few: *moves* say how (`3, 3` for `2, 4` keeps number and sum). Spreads come in fixed groupings, from fine to coarse, and
//! nothing but the counts chooses among them. That a finer one is not told says something too: where that would be much, since
//! few answered or nearly all the same, none is told in any case.

use std::{collections::BTreeSet, sync::LazyLock};

use kit::privacy::FLOOR;

use super::question::{HIGHEST, LOWEST};

/// How many scores there are.
const SCORES: usize = 5;
/// A mean so few points away from everybody's giving the same extreme score tells of one or two who did not.
const NEAR: i64 = 2;

/// A spread is told from so many people on: three groups of the fewest.
const LEAST: u32 = 3 * FLOOR;
/// And with a mean at least so many points away from everybody's giving the same extreme score.
const FAR: i64 = 10;

/// Each score; low, middle and high; high or not; low or not.
const GROUPINGS: [&[(i32, i32)]; 4] = [
    &[(1, 1), (2, 2), (3, 3), (4, 4), (5, 5)],
    &[(1, 2), (3, 3), (4, 5)],
    &[(1, 3), (4, 5)],
    &[(1, 2), (3, 5)],
];

/// How many people gave each score.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, PartialOrd, Ord, Hash)]
pub struct Scores([u32; SCORES]);

/// How scores are put into groups.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Grouping(usize);

/// How many people gave a score within a range.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Group {
    /// The lowest score.
    pub from: i32,
    /// The highest.
    pub to: i32,
    /// How many people.
    pub people: u32,
}

impl Scores {
    /// One more.
    pub fn add(&mut self, score: i32) {
        let place = usize::try_from(score.clamp(LOWEST, HIGHEST) - LOWEST).unwrap_or(0);
        self.0[place] += 1;
    }

    /// With those of others.
    pub fn join(&mut self, other: &Self) {
        self.0.iter_mut().zip(other.0).for_each(|(mine, theirs)| *mine += theirs);
    }

    /// How many people.
    pub fn people(&self) -> u32 {
        self.0.iter().sum()
    }

    /// The sum of the scores.
    pub fn sum(&self) -> i64 {
        (i64::from(LOWEST)..).zip(self.0).map(|(score, people)| score * i64::from(people)).sum()
    }

    /// How many gave a score within a range.
    fn within(&self, from: i32, to: i32) -> u32 {
        (LOWEST..).zip(self.0).filter(|(score, _)| (from..=to).contains(score)).map(|(_, n)| n).sum()
    }

    /// How many points everybody is above the lowest score, and below the highest, in sum.
    fn points_to_the_ends(&self) -> (i64, i64) {
        let (people, sum) = (i64::from(self.people()), self.sum());
        (sum - people * i64::from(LOWEST), people * i64::from(HIGHEST) - sum)
    }

    fn allows(&self, change: Move) -> bool {
        self.0.iter().zip(change).all(|(count, step)| count.checked_add_signed(i32::from(step)).is_some())
    }

    /// Whether there is no doubt about how many gave some of the scores, and those are few. `moves`: how else they could have
    /// answered, as far as is known.
    fn tells_of_few<'a>(&self, moves: impl Iterator<Item = &'a Move>) -> bool {
        let moves: Vec<&Move> = moves.collect();
        (1..1_usize << SCORES).any(|set| {
            let is_in = |place: &usize| set & (1 << place) != 0;
            let people: u32 = (0..SCORES).filter(is_in).map(|place| self.0[place]).sum();
            let changes = |m: &&Move| (0..SCORES).filter(is_in).map(|place| m[place]).sum::<i8>() != 0;
            (1..FLOOR).contains(&people) && !moves.iter().any(changes)
        })
    }
}

/// By how many people each score changes.
type Move = [i8; SCORES];

/// The small changes that leave the number of people and the sum of their scores as they are.
static MOVES: LazyLock<Vec<Move>> = LazyLock::new(|| {
    let all = (0..5_usize.pow(5)).map(|number| {
        let digit = |place: u32| i8::try_from(number / 5_usize.pow(place) % 5).unwrap_or(0) - 2;
        [digit(0), digit(1), digit(2), digit(3), digit(4)]
    });
    let keeps = |m: &Move| {
        let points: i8 = (1..).zip(m).map(|(score, step)| score * step).sum();
        m.iter().sum::<i8>() == 0 && points == 0 && m.iter().any(|step| *step != 0)
    };
    // In the order of their numbers, so that the opposite of the first is the last, and so on.
    all.filter(keeps).collect()
});

fn opposite(place: usize) -> usize {
    MOVES.len() - 1 - place
}

/// Whether people and the mean of their scores may be told.
pub fn may_tell_mean(scores: &Scores) -> bool {
    let is_near = |points: i64| (1..=NEAR).contains(&points);
    let (above, below) = scores.points_to_the_ends();
    scores.people() >= FLOOR
        && !is_near(above)
        && !is_near(below)
        && !scores.tells_of_few(MOVES.iter().filter(|m| scores.allows(**m)))
}

impl Grouping {
    /// All, from fine to coarse.
    pub fn all() -> impl Iterator<Item = Self> {
        (0..GROUPINGS.len()).map(Self)
    }

    /// The finest in which the scores of all `blocks` together may be told. Their mean is told too, and those of `figures`: each
    /// of some of the blocks.
    pub fn finest(blocks: &[Scores], figures: &[BTreeSet<usize>]) -> Option<Self> {
        let mut scores = Scores::default();
        for block in blocks {
            scores.join(block);
        }
        let (above, below) = scores.points_to_the_ends();
        if scores.people() < LEAST || above < FAR || below < FAR {
            return None;
        }
        Self::all().find(|grouping| grouping.may_tell(&scores, blocks, figures))
    }

    /// The finest that is made of whole groups of both.
    pub fn coarser(self, other: Self) -> Option<Self> {
        let is_of = |group: &(i32, i32), fine: Self| {
            GROUPINGS[fine.0]
                .iter()
                .all(|(from, to)| (group.0 <= *from && *to <= group.1) || *to < group.0 || group.1 < *from)
        };
        Self::all().find(|g| GROUPINGS[g.0].iter().all(|group| is_of(group, self) && is_of(group, other)))
    }

    /// The groups, those that are empty too.
    pub fn groups(self, scores: &Scores) -> Vec<Group> {
        let group =
            |(from, to): &(i32, i32)| Group { from: *from, to: *to, people: scores.within(*from, *to) };
        GROUPINGS[self.0].iter().map(group).collect()
    }

    fn may_tell(self, scores: &Scores, blocks: &[Scores], figures: &[BTreeSet<usize>]) -> bool {
        if self.groups(scores).iter().any(|g| (1..FLOOR).contains(&g.people)) {
            return false;
        }
        let allowed: Vec<Vec<bool>> =
            blocks.iter().map(|block| MOVES.iter().map(|m| block.allows(*m)).collect()).collect();
        let tells = |figure: &BTreeSet<usize>| {
            let mut about = Scores::default();
            for block in figure {
                about.join(&blocks[*block]);
            }
            let inside = |place: usize| figure.iter().any(|block| allowed[*block][place]);
            let outside = |place: usize| (0..blocks.len()).any(|b| !figure.contains(&b) && allowed[b][place]);
            // A move in one block keeps all that is told where it keeps the groups, or where others do the opposite.
            let is_possible =
                |place: usize| inside(place) && (self.keeps(MOVES[place]) || outside(opposite(place)));
            about.tells_of_few((0..MOVES.len()).filter(|p| is_possible(*p)).map(|p| &MOVES[p]))
        };
        let each = (0..blocks.len()).map(|block| BTreeSet::from([block]));
        let all: BTreeSet<usize> = (0..blocks.len()).collect();
        !each.chain([all]).any(|figure| tells(&figure)) && !figures.iter().any(tells)
    }

    /// Whether as many people are in each group after a move.
    fn keeps(self, change: Move) -> bool {
        let steps = |from: i32, to: i32| {
            (LOWEST..)
                .zip(change)
                .filter(|(score, _)| (from..=to).contains(score))
                .map(|(_, step)| step)
                .sum::<i8>()
        };
        GROUPINGS[self.0].iter().all(|(from, to)| steps(*from, *to) == 0)
    }
}
