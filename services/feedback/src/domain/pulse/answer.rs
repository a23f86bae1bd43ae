//! What somebody answers.

use std::collections::{BTreeMap, BTreeSet};

use serde::{Deserialize, Serialize};

use super::question::{HIGHEST, Kind, LOWEST, Question};

/// The most characters of a text.
pub const MOST_CHARACTERS: usize = 1_000;

/// An answer to one question.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Value {
    /// From [`LOWEST`] to [`HIGHEST`].
    Score(i32),
    /// The place of the choice, from 1.
    Choice(i32),
    /// Words.
    Text(String),
}

/// What one person answered, by question.
pub type Answers = BTreeMap<String, Value>;

/// What is wrong with an answer.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Mistake {
    /// The question must be answered.
    Missing(String),
    /// The pulse has no such question.
    UnknownQuestion,
    /// The question was answered before.
    Twice,
    /// Another kind of answer is wanted.
    WrongKind,
    /// The number must be within these.
    OutOfRange(i32, i32),
    /// More than [`MOST_CHARACTERS`].
    TooLong,
}

/// Takes what somebody gave, or says everything that is wrong with it: the place among the answers, and what. The answers that
/// are missing stand after the last place. Empty texts count as no answer.
pub fn take(
    questions: &[Question],
    given: Vec<(String, Option<Value>)>,
) -> Result<Answers, Vec<(usize, Mistake)>> {
    let mut answers = Answers::new();
    let mut mistakes = Vec::new();
    let count = given.len();
    let mut refused = BTreeSet::new();
    for (place, (id, value)) in given.into_iter().enumerate() {
        let Some(question) = questions.iter().find(|q| q.id == id) else {
            mistakes.push((place, Mistake::UnknownQuestion));
            continue;
        };
        let Some(value) = value.filter(|v| !matches!(v, Value::Text(t) if t.trim().is_empty())) else {
            continue;
        };
        if let Err(mistake) = check(question, &value) {
            mistakes.push((place, mistake));
            refused.insert(id);
        } else if answers.insert(id, value).is_some() {
            mistakes.push((place, Mistake::Twice));
        }
    }
    let missing = questions
        .iter()
        .filter(|q| q.required && !answers.contains_key(&q.id) && !refused.contains(&q.id))
        .map(|q| q.id.clone());
    mistakes.extend(missing.enumerate().map(|(nth, id)| (count + nth, Mistake::Missing(id))));
    if mistakes.is_empty() { Ok(answers) } else { Err(mistakes) }
}

fn check(question: &Question, value: &Value) -> Result<(), Mistake> {
    let within = |n: i32, low: i32, high: i32| {
        if (low..=high).contains(&n) { Ok(()) } else { Err(Mistake::OutOfRange(low, high)) }
    };
    match (value, question.kind) {
        (Value::Score(score), kind) if kind.has_score() => within(*score, LOWEST, HIGHEST),
        (Value::Choice(choice), Kind::Choice) => {
            within(*choice, 1, i32::try_from(question.choices.len()).unwrap_or(i32::MAX))
        }
        (Value::Text(text), Kind::Text) if text.chars().count() > MOST_CHARACTERS => Err(Mistake::TooLong),
        (Value::Text(_), Kind::Text) => Ok(()),
        _ => Err(Mistake::WrongKind),
    }
}

#[cfg(test)]
mod tests {
    use kit::localize::Text;

    use super::*;

    fn questions() -> Vec<Question> {
        let question = |id: &str, kind, choices: usize, required| Question {
            id: id.into(),
            kind,
            text: Text::default(),
            choices: vec![Text::default(); choices],
            required,
        };
        vec![
            question("q1", Kind::Willingness, 0, true),
            question("q2", Kind::Choice, 3, false),
            question("q3", Kind::Text, 0, false),
        ]
    }

    fn given(answers: &[(&str, Value)]) -> Vec<(String, Option<Value>)> {
        answers.iter().map(|(id, v)| ((*id).to_owned(), Some(v.clone()))).collect()
    }

    #[test]
    fn every_mistake_is_told_at_once() {
        let wrong = given(&[
            ("q1", Value::Score(6)),
            ("q2", Value::Text("two".into())),
            ("q3", Value::Text("x".repeat(1_001))),
            ("q9", Value::Score(1)),
        ]);
        let expected = vec![
            (0, Mistake::OutOfRange(1, 5)),
            (1, Mistake::WrongKind),
            (2, Mistake::TooLong),
            (3, Mistake::UnknownQuestion),
        ];
        assert_eq!(take(&questions(), wrong), Err(expected));
    }

    #[test]
    fn what_is_required_must_be_there_and_only_once() {
        let none = given(&[("q3", Value::Text("  ".into()))]);
        assert_eq!(take(&questions(), none), Err(vec![(1, Mistake::Missing("q1".into()))]));
        let more: Vec<Question> = questions().into_iter().map(|q| Question { required: true, ..q }).collect();
        let far = given(&[("q2", Value::Choice(4))]);
        let missing = |place, id: &str| (place, Mistake::Missing(id.into()));
        let all = vec![(0, Mistake::OutOfRange(1, 3)), missing(1, "q1"), missing(2, "q3")];
        assert_eq!(take(&more, far), Err(all), "beside what is wrong");
        let twice = given(&[("q1", Value::Score(3)), ("q1", Value::Score(4))]);
        assert_eq!(take(&questions(), twice), Err(vec![(1, Mistake::Twice)]));
        let choice = given(&[("q1", Value::Score(3)), ("q2", Value::Choice(4))]);
        assert_eq!(take(&questions(), choice), Err(vec![(1, Mistake::OutOfRange(1, 3))]));
    }

    #[test]
    fn an_empty_text_is_no_answer() {
        let answers = given(&[("q1", Value::Score(1)), ("q3", Value::Text(String::new()))]);
        assert_eq!(take(&questions(), answers).unwrap().len(), 1);
    }
}
