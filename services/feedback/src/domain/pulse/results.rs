//! What may be told of the answers: never about fewer than five people, whichever figures are put together.
//!
//! Rounds with fewer than five answers count nowhere, else the sum of all rounds minus the others would tell them. Within a
//! round each question has its own blocks of people ([`super::blocks`]), made from those who answered it: means of teams and of
//! everybody are about whole blocks. How answers are spread is decided for each round by itself ([`super::spread`]), and of
//! several rounds it is told no finer than of each of them. Pulses share no answers, so that they tell nothing of each other.

use std::collections::{BTreeMap, BTreeSet};

use kit::privacy::FLOOR;

use super::{
    answer::{Answers, Value},
    blocks::{Block, blocks},
    question::{Kind, Question},
    spread::{Group, Grouping, Scores},
};

/// The most texts that are told.
const MOST_TEXTS: usize = 200;

/// What one person answered: the team where the person was when asked, and the answers. Nobody knows whose it is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Reply {
    /// The team; `None` for somebody without one.
    pub team: Option<String>,
    /// The answers.
    pub answers: Answers,
}

/// The answers to one question, over everybody.
#[derive(Debug, Clone, PartialEq)]
pub struct Tally {
    /// The question's id.
    pub question: String,
    /// How many people answered it.
    pub people: u32,
    /// The mean of the scores; `None` without scores, and where it tells too much.
    pub mean: Option<f64>,
    /// How many people gave which answers; empty where that tells too much.
    pub groups: Vec<Group>,
    /// Texts, in an order that says nothing.
    pub texts: Vec<String>,
}

/// The mean of a question among some people.
#[derive(Debug, Clone, Copy, PartialEq, Default)]
pub struct Mean {
    /// The sum of the scores.
    pub sum: i64,
    /// How many people.
    pub people: u32,
}

impl Mean {
    /// The mean; `None` below [`FLOOR`].
    pub fn value(self) -> Option<f64> {
        (self.people >= FLOOR).then(|| self.exact())
    }

    #[expect(clippy::cast_precision_loss, reason = "a sum of small scores")]
    fn exact(self) -> f64 {
        self.sum as f64 / f64::from(self.people.max(1))
    }

    /// With other people.
    pub fn add(&mut self, other: Self) {
        self.sum += other.sum;
        self.people += other.people;
    }
}

/// The rounds that may be told of at all.
pub fn tellable(rounds: Vec<Vec<Reply>>) -> Vec<Vec<Reply>> {
    rounds.into_iter().filter(|replies| replies.len() >= FLOOR as usize).collect()
}

/// The answers to every question over everybody; `None` for a question that fewer than five answered.
pub fn tally(questions: &[Question], rounds: &[Vec<Reply>], tree: &Parents) -> Vec<Option<Tally>> {
    questions.iter().map(|question| tally_one(question, rounds, tree)).collect()
}

fn tally_one(question: &Question, rounds: &[Vec<Reply>], tree: &Parents) -> Option<Tally> {
    let enough = |replies: &&Vec<Reply>| {
        replies.iter().filter(|r| r.answers.contains_key(&question.id)).count() >= FLOOR as usize
    };
    let rounds: Vec<&Vec<Reply>> = rounds.iter().filter(enough).collect();
    let given: Vec<&Value> =
        rounds.iter().flat_map(|r| r.iter()).filter_map(|r| r.answers.get(&question.id)).collect();
    if rounds.is_empty() {
        return None;
    }
    let mut tally = Tally {
        question: question.id.clone(),
        people: u32::try_from(given.len()).unwrap_or(u32::MAX),
        mean: None,
        groups: Vec::new(),
        texts: Vec::new(),
    };
    match question.kind {
        Kind::Text => tally.texts = texts(given),
        Kind::Choice => tally.groups = choices(question, &rounds),
        _ => {
            let rounds: Vec<Vec<Block>> = rounds.iter().map(|r| blocks_of(&question.id, r, tree)).collect();
            let told: Vec<(Scores, Option<Grouping>)> = rounds
                .iter()
                .filter(|blocks| !blocks.is_empty())
                .map(|blocks| spread(blocks, tree))
                .collect();
            let mut all = Scores::default();
            for (scores, _) in &told {
                all.join(scores);
            }
            let mean = Mean { sum: all.sum(), people: all.people() };
            if let Some(value) = mean.value() {
                (tally.people, tally.mean) = (mean.people, Some(value));
            }
            let grouping = told.into_iter().map(|(_, g)| g).reduce(|a, b| a?.coarser(b?)).flatten();
            tally.groups = grouping.map(|g| g.groups(&all)).unwrap_or_default();
        }
    }
    Some(tally)
}

/// Everybody's scores in a round, and how finely it can be told how they are spread.
fn spread(blocks: &[Block], tree: &Parents) -> (Scores, Option<Grouping>) {
    let scores: Vec<Scores> = blocks.iter().map(|b| b.scores).collect();
    let mut figures = BTreeMap::<String, BTreeSet<usize>>::new();
    for (number, block) in blocks.iter().enumerate() {
        for team in up(block.team.clone(), tree) {
            figures.entry(team).or_default().insert(number);
        }
    }
    let figures: Vec<BTreeSet<usize>> = figures.into_values().collect();
    let mut all = Scores::default();
    for block in &scores {
        all.join(block);
    }
    (all, Grouping::finest(&scores, &figures))
}

/// A team and those above it.
fn up(team: Option<String>, tree: &Parents) -> impl Iterator<Item = String> {
    std::iter::successors(team, |team| tree.get(team)?.clone()).take(tree.len())
}

/// How many people chose each answer, where it was chosen by nobody or by five in every round.
fn choices(question: &Question, rounds: &[&Vec<Reply>]) -> Vec<Group> {
    let all = i32::try_from(question.choices.len()).unwrap_or(i32::MAX);
    let mut groups: Vec<Group> = (1..=all).map(|n| Group { from: n, to: n, people: 0 }).collect();
    for replies in rounds {
        for group in &mut groups {
            let chosen = Value::Choice(group.from);
            let count = replies.iter().filter(|r| r.answers.get(&question.id) == Some(&chosen)).count();
            let count = u32::try_from(count).unwrap_or(u32::MAX);
            if (1..FLOOR).contains(&count) {
                return Vec::new();
            }
            group.people += count;
        }
    }
    groups
}

/// Sorted, so that the order in which people answered cannot be read.
fn texts(given: Vec<&Value>) -> Vec<String> {
    let text = |value: &Value| if let Value::Text(text) = value { Some(text.clone()) } else { None };
    let mut texts: Vec<String> = given.into_iter().filter_map(text).collect();
    texts.sort();
    texts.truncate(MOST_TEXTS);
    texts
}

/// The teams of the tree, each with the one above it.
pub type Parents = BTreeMap<String, Option<String>>;

/// The means of one question by team, with the teams below, over all rounds; a team of which nothing can be told is left
/// out.
pub fn by_team(question: &str, rounds: &[Vec<Reply>], tree: &Parents) -> BTreeMap<String, Mean> {
    let mut all = BTreeMap::<String, Mean>::new();
    for replies in rounds {
        for (team, mean) in by_team_of_round(question, replies, tree) {
            all.entry(team).or_default().add(mean);
        }
    }
    all
}

fn by_team_of_round(question: &str, replies: &[Reply], tree: &Parents) -> BTreeMap<String, Mean> {
    let mut sums = BTreeMap::<String, Mean>::new();
    for Block { team, scores } in blocks_of(question, replies, tree) {
        let mean = Mean { sum: scores.sum(), people: scores.people() };
        for team in up(team, tree) {
            sums.entry(team).or_default().add(mean);
        }
    }
    sums
}

fn blocks_of(question: &str, replies: &[Reply], tree: &Parents) -> Vec<Block> {
    let score = |reply: &'_ Reply| match reply.answers.get(question) {
        Some(Value::Score(score)) => Some(*score),
        _ => None,
    };
    blocks(replies.iter().filter_map(|r| Some((r.team.as_deref(), score(r)?))), tree)
}

/// The means by kind of question for one team, as evidence for its barrier.
pub fn evidence(
    questions: &[Question],
    rounds: &[Vec<Reply>],
    tree: &Parents,
    team: &str,
) -> BTreeMap<Kind, Mean> {
    let mut all = BTreeMap::<Kind, Mean>::new();
    for question in questions.iter().filter(|q| !q.kind.is_own()) {
        if let Some(mean) = by_team(&question.id, rounds, tree).get(team) {
            all.entry(question.kind).or_default().add(*mean);
        }
    }
    all
}

#[cfg(test)]
mod tests;
