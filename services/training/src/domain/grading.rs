//! What an attempt is worth.

use std::collections::{BTreeMap, BTreeSet};

use kit::{digits, localize::Text, text};

use super::{
    module::Quiz,
    question::{Answer, Answers, Choice, Kind, Pair, Question},
    shuffle::{self, Deal},
};

/// What an attempt reached.
#[derive(Debug, Clone, PartialEq)]
pub struct Grade {
    /// By question, in the order of the attempt.
    pub questions: Vec<QuestionGrade>,
    /// The points reached.
    pub points: f64,
    /// The points that there are.
    pub max_points: u32,
    /// The share reached in percent, rounded down.
    pub percent: u32,
}

/// What one answer reached.
#[derive(Debug, Clone, PartialEq)]
pub struct QuestionGrade {
    /// The id of the question.
    pub question: String,
    /// Whether it is right in full.
    pub correct: bool,
    /// The points reached.
    pub points: f64,
    /// What it could give.
    pub max_points: u32,
    /// What the author wrote about what was answered, then about the question.
    pub explanations: Vec<Text>,
}

impl Grade {
    /// Whether so much passes the quiz.
    pub fn passes(&self, quiz: &Quiz) -> bool {
        self.percent >= quiz.pass_percent
    }
}

/// Grades the answers to a quiz whose options were shown in the order of `deal`. A question without an answer, or with
/// one of another kind, reaches nothing.
pub fn grade(quiz: &Quiz, deal: Deal, answers: &Answers) -> Grade {
    let questions: Vec<_> =
        deal.questions(quiz).into_iter().map(|q| grade_question(q, deal, answers.get(&q.id))).collect();
    let points: f64 = questions.iter().map(|q| q.points).sum();
    let max_points = quiz.max_points();
    Grade { percent: percent(points, max_points), points, max_points, questions }
}

#[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "clamped to 0..=100")]
fn percent(points: f64, max_points: u32) -> u32 {
    if max_points == 0 {
        return 0;
    }
    // Shares of a point do not add up exactly in binary; a billionth of a percent makes good for it.
    (100.0 * points / f64::from(max_points) + 1e-9).clamp(0.0, 100.0).floor() as u32
}

fn grade_question(question: &Question, deal: Deal, answer: Option<&Answer>) -> QuestionGrade {
    let order = deal.options(question);
    let (share, mut explanations) = match (&question.kind, answer) {
        (Kind::Single(choices), Some(Answer::Keys(keys))) => single(choices, &ticked(keys, &order)),
        (Kind::Multiple(choices), Some(Answer::Keys(keys))) => multiple(choices, &ticked(keys, &order)),
        (Kind::TrueFalse { answer, if_true, if_false }, Some(Answer::Truth(said))) => {
            (whole(said == answer), vec![if *said { if_true.clone() } else { if_false.clone() }])
        }
        (Kind::Ordering(items), Some(Answer::Keys(keys))) => (ordering(items, keys, &order), vec![]),
        (Kind::Matching(pairs), Some(Answer::Pairs(chosen))) => (matching(pairs, chosen, &order), vec![]),
        (Kind::Number { answer, tolerance, .. }, Some(Answer::Text(typed))) => {
            // Room for the rounding of a number written in decimal, never as much as an author could mean.
            let slack = tolerance + 1e-9 * answer.abs().max(1.0);
            (whole(number(typed).is_some_and(|n| (n - answer).abs() <= slack)), vec![])
        }
        (Kind::ShortText(accepted), Some(Answer::Text(typed))) => {
            let typed = text::normalize(typed);
            (whole(!typed.is_empty() && accepted.iter().any(|a| text::normalize(a) == typed)), vec![])
        }
        _ => (0.0, vec![]),
    };
    explanations.push(question.explanation.clone());
    explanations.retain(|e| !e.is_empty());
    QuestionGrade {
        question: question.id.clone(),
        correct: share >= 1.0,
        points: share * f64::from(question.points),
        max_points: question.points,
        explanations,
    }
}

fn whole(right: bool) -> f64 {
    if right { 1.0 } else { 0.0 }
}

/// The indices of the options whose keys are ticked, each once.
fn ticked(keys: &[String], order: &[usize]) -> BTreeSet<usize> {
    keys.iter().filter_map(|k| shuffle::place(k, order.len())).filter_map(|p| order.get(p).copied()).collect()
}

fn single(choices: &[Choice], ticked: &BTreeSet<usize>) -> (f64, Vec<Text>) {
    let right = ticked.len() == 1 && ticked.iter().all(|i| choices.get(*i).is_some_and(|c| c.correct));
    (whole(right), explanations(choices, ticked))
}

fn multiple(choices: &[Choice], ticked: &BTreeSet<usize>) -> (f64, Vec<Text>) {
    let all = choices.iter().filter(|c| c.correct).count();
    let right = ticked.iter().filter(|i| choices.get(**i).is_some_and(|c| c.correct)).count();
    let wrong = ticked.len() - right;
    (share(right.saturating_sub(wrong), all), explanations(choices, ticked))
}

fn explanations(choices: &[Choice], ticked: &BTreeSet<usize>) -> Vec<Text> {
    ticked.iter().filter_map(|i| choices.get(*i)).map(|c| c.explanation.clone()).collect()
}

/// Items that say the same may stand in for each other.
fn ordering(items: &[Text], keys: &[String], order: &[usize]) -> f64 {
    if !each_once(keys.iter(), keys.len()) {
        return 0.0;
    }
    let at = |key: &String| {
        shuffle::place(key, order.len()).and_then(|p| order.get(p)).and_then(|i| items.get(*i))
    };
    let right = items.iter().zip(keys).filter(|(item, key)| at(key) == Some(*item)).count();
    share(right, items.len())
}

/// The key of a prompt is its place in the question, which is not shuffled.
fn matching(pairs: &[Pair], chosen: &BTreeMap<String, String>, order: &[usize]) -> f64 {
    if !each_once(chosen.values(), chosen.len()) {
        return 0.0;
    }
    let right = pairs.iter().enumerate().filter(|(i, pair)| {
        chosen
            .get(&shuffle::key(*i))
            .and_then(|key| shuffle::place(key, order.len()))
            .and_then(|p| order.get(p))
            .and_then(|option| pairs.get(*option))
            .is_some_and(|option| option.matched == pair.matched)
    });
    share(right.count(), pairs.len())
}

/// Naming one option everywhere must not earn a share.
fn each_once<'k>(keys: impl Iterator<Item = &'k String>, len: usize) -> bool {
    keys.collect::<BTreeSet<_>>().len() == len
}

fn share(part: usize, all: usize) -> f64 {
    if all == 0 || part == all {
        return whole(all > 0);
    }
    let number = |n: usize| f64::from(u32::try_from(n).unwrap_or(u32::MAX));
    number(part) / number(all)
}

/// A number as people type it: digits of any script, `٫` or `.` before the decimals, `٬`, `,` or spaces between
/// thousands. A single `,` with anything but three digits after it is taken for a decimal comma.
pub fn number(typed: &str) -> Option<f64> {
    let mut text: String = digits::to_latin(typed)
        .chars()
        .filter(|c| !c.is_whitespace() && !matches!(c, '٬' | '\u{200E}' | '\u{200F}' | '\u{061C}'))
        .map(|c| match c {
            '٫' => '.',
            '−' | '–' => '-',
            '،' => ',',
            c => c,
        })
        .collect();
    if let Some((head, tail)) = text.split_once(',')
        && !tail.contains(',')
        && !text.contains('.')
        && tail.len() != 3
    {
        text = format!("{head}.{tail}");
    }
    text.retain(|c| c != ',');
    let plain = text.chars().all(|c| c.is_ascii_digit() || matches!(c, '.' | '-' | '+'));
    text.parse::<f64>().ok().filter(|n| plain && n.is_finite())
}

/// The right answer in the keys of the attempt; nothing for a number or short text, which have words instead.
pub fn solution(question: &Question, deal: Deal) -> Option<Answer> {
    let order = deal.options(question);
    let key_of = |index: usize| order.iter().position(|i| *i == index).map(shuffle::key);
    match &question.kind {
        Kind::Single(choices) | Kind::Multiple(choices) => {
            let right = choices.iter().enumerate().filter(|(_, c)| c.correct);
            Some(Answer::Keys(right.filter_map(|(i, _)| key_of(i)).collect()))
        }
        Kind::TrueFalse { answer, .. } => Some(Answer::Truth(*answer)),
        Kind::Ordering(items) => Some(Answer::Keys((0..items.len()).filter_map(key_of).collect())),
        Kind::Matching(pairs) => {
            let pairs = (0..pairs.len()).filter_map(|i| Some((shuffle::key(i), key_of(i)?)));
            Some(Answer::Pairs(pairs.collect()))
        }
        Kind::Number { .. } | Kind::ShortText(_) => None,
    }
}

/// The right answer in words, where it is typed.
pub fn solution_texts(question: &Question) -> Vec<String> {
    match &question.kind {
        Kind::Number { answer, .. } => vec![answer.to_string()],
        Kind::ShortText(accepted) => accepted.clone(),
        _ => Vec::new(),
    }
}

#[cfg(test)]
#[path = "grading_tests.rs"]
mod tests;
