//! What may be told of the answers: never about fewer than five people, whichever figures are put together.
//!
//! Rounds with fewer than five answers count nowhere, else the sum of all rounds minus the others would tell them. Within a
//! round each question has its own plan ([`kit::privacy`]) of the teams that can be told apart, made from the people who
//! answered that question.

use std::collections::BTreeMap;

use kit::privacy::{FLOOR, plan};

use super::{
    answer::{Answers, Value},
    question::{Kind, Question},
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
    /// The mean of the scores.
    pub mean: Option<f64>,
    /// How many people gave each answer; empty where that tells too much.
    pub counts: Vec<(i32, u32)>,
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
pub fn tally(questions: &[Question], rounds: &[Vec<Reply>]) -> Vec<Option<Tally>> {
    questions.iter().map(|question| tally_one(question, rounds)).collect()
}

fn tally_one(question: &Question, rounds: &[Vec<Reply>]) -> Option<Tally> {
    let (mut people, mut mean) = (0_u32, Mean::default());
    let (mut counts, mut texts) = (BTreeMap::<i32, u32>::new(), Vec::new());
    for replies in rounds {
        let given: Vec<&Value> = replies.iter().filter_map(|r| r.answers.get(&question.id)).collect();
        if given.len() < FLOOR as usize {
            continue;
        }
        for value in given {
            people += 1;
            match value {
                Value::Score(score) => {
                    mean.add(Mean { sum: i64::from(*score), people: 1 });
                    *counts.entry(*score).or_default() += 1;
                }
                Value::Choice(choice) => *counts.entry(*choice).or_default() += 1,
                Value::Text(text) => texts.push(text.clone()),
            }
        }
    }
    if people < FLOOR {
        return None;
    }
    // With the mean, hiding only the rare answers would hide nothing: all of them are told or none.
    if counts.values().any(|n| *n < FLOOR) {
        counts.clear();
    }
    // Sorted, so that the order in which people answered cannot be read.
    texts.sort();
    texts.truncate(MOST_TEXTS);
    Some(Tally {
        question: question.id.clone(),
        people,
        mean: question.kind.has_score().then(|| mean.exact()),
        counts: counts.into_iter().collect(),
        texts,
    })
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
    let teams: Vec<&String> = tree.keys().collect();
    let place = |team: &str| teams.binary_search_by(|t| t.as_str().cmp(team)).ok();
    let parents: Vec<Option<usize>> =
        teams.iter().map(|t| tree[*t].as_ref().and_then(|p| place(p))).collect();
    let mut own = vec![Mean::default(); teams.len()];
    for reply in replies {
        let Some(Value::Score(score)) = reply.answers.get(question) else { continue };
        let Some(team) = reply.team.as_deref().and_then(place) else { continue };
        own[team].add(Mean { sum: i64::from(*score), people: 1 });
    }
    let members: Vec<BTreeMap<usize, u32>> = own
        .iter()
        .map(|m| if m.people > 0 { BTreeMap::from([(0, m.people)]) } else { BTreeMap::new() })
        .collect();
    let plan = plan(&parents, &members);
    let mut sums = vec![Mean::default(); teams.len()];
    for (team, mean) in own.iter().enumerate() {
        let above = std::iter::successors(plan.entry[team], |t| parents[*t]);
        above.take(teams.len()).for_each(|t| sums[t].add(*mean));
    }
    let told = teams.iter().zip(sums).filter(|(_, m)| m.people >= FLOOR);
    told.map(|(team, mean)| ((*team).clone(), mean)).collect()
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
mod tests {
    use kit::localize::Text;
    use proptest::prelude::*;

    use super::*;

    fn question(kind: Kind) -> Question {
        Question { id: "q1".into(), kind, text: Text::default(), choices: vec![], required: true }
    }

    fn reply(team: &str, score: i32) -> Reply {
        Reply { team: Some(team.into()), answers: Answers::from([("q1".into(), Value::Score(score))]) }
    }

    fn replies(team: &str, scores: &[i32]) -> Vec<Reply> {
        scores.iter().map(|s| reply(team, *s)).collect()
    }

    fn tree() -> Parents {
        [("sales", None), ("east", Some("sales")), ("west", Some("sales"))]
            .map(|(t, p)| (t.to_owned(), p.map(str::to_owned)))
            .into()
    }

    #[test]
    fn a_round_with_four_answers_counts_nowhere() {
        let rounds = tellable(vec![replies("east", &[5, 5, 5, 5, 5]), replies("east", &[1, 1, 1, 1])]);
        let tally = tally(&[question(Kind::Ability)], &rounds).remove(0).unwrap();
        assert_eq!((tally.people, tally.mean), (5, Some(5.0)));
    }

    #[test]
    fn a_rare_answer_among_few_is_not_counted_out() {
        let of =
            |scores: &[i32]| tally(&[question(Kind::Ability)], &[replies("east", scores)]).remove(0).unwrap();
        assert_eq!(of(&[5, 5, 5, 5, 1]).counts, []);
        assert_eq!(of(&[5, 5, 5, 5, 5]).counts, [(5, 5)]);
        let many = [[5; 30].as_slice(), &[1; 4]].concat();
        assert_eq!(of(&many).counts, [], "four of many are four all the same");
        assert_eq!(of(&[many.as_slice(), &[1]].concat()).counts, [(1, 5), (5, 30)]);
    }

    #[test]
    fn a_team_of_four_answers_only_in_the_team_above() {
        let mut round = replies("east", &[2, 2, 2, 2, 2, 2]);
        round.extend(replies("west", &[4, 4, 4, 4]));
        let told = by_team("q1", &[round.clone()], &tree());
        assert_eq!(told["east"].value(), Some(2.0));
        assert_eq!(told.get("west"), None);
        assert_eq!(told["sales"].people, 6, "all ten would give the four away");
        round.push(reply("west", 4));
        assert_eq!(by_team("q1", &[round], &tree())["sales"].people, 11);
    }

    #[test]
    fn texts_come_sorted_and_from_five_on() {
        let text = |words: &str| Reply {
            team: None,
            answers: Answers::from([("q1".into(), Value::Text(words.into()))]),
        };
        let of = |words: &[&str]| {
            tally(&[question(Kind::Text)], &[words.iter().map(|w| text(w)).collect()]).remove(0)
        };
        assert_eq!(of(&["d", "c", "b", "a"]), None);
        assert_eq!(of(&["e", "d", "c", "b", "a"]).unwrap().texts, ["a", "b", "c", "d", "e"]);
    }

    proptest! {
        #[test]
        fn no_team_and_no_rest_of_a_team_is_told_below_five(
            east in proptest::collection::vec(1..=5_i32, 0..12),
            west in proptest::collection::vec(1..=5_i32, 0..12),
            own in proptest::collection::vec(1..=5_i32, 0..12),
        ) {
            let mut round = replies("east", &east);
            round.extend(replies("west", &west));
            round.extend(replies("sales", &own));
            let told = by_team("q1", &[round], &tree());
            let people = |team: &str| told.get(team).map_or(0, |m| m.people);
            prop_assert!(told.values().all(|m| m.people >= FLOOR));
            let rest = people("sales").saturating_sub(people("east") + people("west"));
            prop_assert!(people("sales") == 0 || rest == 0 || rest >= FLOOR, "{rest} people are left over");
        }
    }
}
