#![expect(clippy::float_cmp, reason = "these points are exact in binary")]

use kit::localize::Language;
use proptest::prelude::*;

use super::*;

fn text(words: &str) -> Text {
    Text::only(Language::En, words)
}

fn choice(words: &str, correct: bool) -> Choice {
    Choice { text: text(words), correct, explanation: text(&format!("about {words}")) }
}

fn question(id: &str, points: u32, kind: Kind) -> Question {
    Question { id: id.into(), prompt: text(id), points, explanation: text("because"), kind }
}

fn every_kind() -> Quiz {
    let pair = |a: &str, b: &str| Pair { prompt: text(a), matched: text(b) };
    Quiz {
        questions: vec![
            question(
                "single",
                1,
                Kind::Single(vec![choice("a", false), choice("b", true), choice("c", false)]),
            ),
            question(
                "multiple",
                4,
                Kind::Multiple(vec![
                    choice("a", true),
                    choice("b", true),
                    choice("c", false),
                    choice("d", false),
                ]),
            ),
            question(
                "truth",
                1,
                Kind::TrueFalse { answer: false, if_true: text("no"), if_false: text("yes") },
            ),
            question("order", 3, Kind::Ordering(vec![text("one"), text("two"), text("three")])),
            question("match", 2, Kind::Matching(vec![pair("lead", "may buy"), pair("account", "buys")])),
            question("number", 1, Kind::Number { answer: 12.5, tolerance: 0.1, unit: text("%") }),
            question("words", 1, Kind::ShortText(vec!["pipeline".into(), "قیف فروش".into()])),
        ],
        pass_percent: 70,
        max_attempts: 3,
        time_limit_minutes: 0,
        shuffle: true,
    }
}

fn right_answers(quiz: &Quiz, deal: Deal) -> Answers {
    let of = |q: &Question| solution(q, deal).unwrap_or_else(|| Answer::Text(solution_texts(q).remove(0)));
    quiz.questions.iter().map(|q| (q.id.clone(), of(q))).collect()
}

fn points(quiz: &Quiz, deal: Deal, question: &str, answer: Answer) -> f64 {
    let grade = grade(quiz, deal, &Answers::from([(question.into(), answer)]));
    grade.questions.iter().find(|q| q.question == question).unwrap().points
}

/// The keys of the options with these indices.
fn keys(quiz: &Quiz, deal: Deal, question: &str, indices: &[usize]) -> Answer {
    let question = quiz.questions.iter().find(|q| q.id == question).unwrap();
    let order = deal.options(question);
    Answer::Keys(indices.iter().map(|i| shuffle::key(order.iter().position(|o| o == i).unwrap())).collect())
}

#[test]
fn nothing_answered_reaches_nothing() {
    let grade = grade(&every_kind(), Deal::new(1), &Answers::new());
    assert_eq!((grade.points, grade.max_points, grade.percent), (0.0, 13, 0));
    assert!(grade.questions.iter().all(|q| !q.correct && q.explanations == [text("because")]));
}

#[test]
fn a_wrong_tick_takes_back_what_a_right_one_gave() {
    let (quiz, deal) = (every_kind(), Deal::new(5));
    let of = |indices: &[usize]| points(&quiz, deal, "multiple", keys(&quiz, deal, "multiple", indices));
    assert_eq!(of(&[0, 1]), 4.0);
    assert_eq!(of(&[0]), 2.0);
    assert_eq!(of(&[0, 1, 2]), 2.0);
    assert_eq!(of(&[0, 2]), 0.0);
    assert_eq!(of(&[2, 3]), 0.0);
    assert_eq!(of(&[0, 1, 2, 3]), 0.0);
}

#[test]
fn two_ticks_where_one_is_right_reach_nothing() {
    let (quiz, deal) = (every_kind(), Deal::new(5));
    assert_eq!(points(&quiz, deal, "single", keys(&quiz, deal, "single", &[1])), 1.0);
    assert_eq!(points(&quiz, deal, "single", keys(&quiz, deal, "single", &[0, 1])), 0.0);
}

#[test]
fn what_was_ticked_is_explained() {
    let (quiz, deal) = (every_kind(), Deal::new(5));
    let answers = Answers::from([("single".to_owned(), keys(&quiz, deal, "single", &[2]))]);
    let grade = grade(&quiz, deal, &answers);
    let single = grade.questions.iter().find(|q| q.question == "single").unwrap();
    assert_eq!(single.explanations, [text("about c"), text("because")]);
}

#[test]
fn an_order_gives_a_share_for_each_place() {
    let (quiz, deal) = (every_kind(), Deal::new(5));
    let of = |indices: &[usize]| points(&quiz, deal, "order", keys(&quiz, deal, "order", indices));
    assert_eq!(of(&[0, 1, 2]), 3.0);
    assert!((of(&[0, 2, 1]) - 1.0).abs() < 1e-12);
    assert_eq!(of(&[0, 0, 0]), 0.0);
}

#[test]
fn the_same_option_everywhere_matches_nothing() {
    let (quiz, deal) = (every_kind(), Deal::new(5));
    let same = BTreeMap::from([("1".to_owned(), "1".to_owned()), ("2".to_owned(), "1".to_owned())]);
    assert_eq!(points(&quiz, deal, "match", Answer::Pairs(same)), 0.0);
}

#[test]
fn words_count_however_they_are_spelled() {
    let (quiz, deal) = (every_kind(), Deal::new(5));
    for right in ["pipeline", "  Pipeline ", "PIPELINE", "قيف فروش", "قیف  فروش", "قیف\u{200c} فروش"]
    {
        assert_eq!(points(&quiz, deal, "words", Answer::Text(right.into())), 1.0, "{right}");
    }
    for wrong in ["", " ", "pipe line", "قیف"] {
        assert_eq!(points(&quiz, deal, "words", Answer::Text(wrong.into())), 0.0, "{wrong}");
    }
}

#[test]
fn numbers_are_read_as_people_type_them() {
    for (typed, value) in [
        ("12.5", 12.5),
        ("12,5", 12.5),
        ("۱۲٫۵", 12.5),
        ("١٢٫٥", 12.5),
        (" 1,250 ", 1250.0),
        ("۱٬۲۵۰٬۰۰۰", 1_250_000.0),
        ("1,250,000.5", 1_250_000.5),
        ("-3", -3.0),
        ("−۳", -3.0),
    ] {
        assert_eq!(number(typed), Some(value), "{typed}");
    }
    for wrong in ["", "twelve", "NaN", "inf", "1e3", "1.2.3", "--1"] {
        assert_eq!(number(wrong), None, "{wrong}");
    }
    let (quiz, deal) = (every_kind(), Deal::new(5));
    assert_eq!(points(&quiz, deal, "number", Answer::Text("۱۲٫۶".into())), 1.0);
    assert_eq!(points(&quiz, deal, "number", Answer::Text("12.61".into())), 0.0);
}

#[test]
fn the_share_is_rounded_down() {
    assert_eq!(percent(2.0, 3), 66);
    assert_eq!(percent(0.7 * 10.0, 10), 70);
    assert_eq!(percent(0.1 + 0.2, 1), 30);
    assert_eq!(percent(0.0, 0), 0);
}

#[test]
fn an_answer_of_another_kind_reaches_nothing() {
    let (quiz, deal) = (every_kind(), Deal::new(5));
    for question in ["single", "multiple", "truth", "order", "match"] {
        assert_eq!(points(&quiz, deal, question, Answer::Text("1".into())), 0.0);
    }
    assert_eq!(points(&quiz, deal, "words", Answer::Truth(true)), 0.0);
}

proptest! {
    #[test]
    fn the_solution_passes_whatever_the_order(seed: u64) {
        let (quiz, deal) = (every_kind(), Deal::new(seed));
        let grade = grade(&quiz, deal, &right_answers(&quiz, deal));
        prop_assert_eq!(grade.percent, 100);
        prop_assert!(grade.questions.iter().all(|q| q.correct));
    }

    #[test]
    fn no_answer_reaches_more_than_there_is_or_less_than_nothing(seed: u64, picked in proptest::collection::vec("[0-9]{1,2}", 0..8)) {
        let (quiz, deal) = (every_kind(), Deal::new(seed));
        for question in &quiz.questions {
            let reached = points(&quiz, deal, &question.id, Answer::Keys(picked.clone()));
            prop_assert!((0.0..=f64::from(question.points)).contains(&reached));
        }
    }

    #[test]
    fn any_typed_text_is_read_without_harm(typed in ".{0,30}") {
        let _ = number(&typed);
    }
}
