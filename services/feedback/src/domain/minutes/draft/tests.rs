use jiff::{
    Timestamp,
    civil::{date, time},
};
use kit::localize::{Language, Text};

use super::*;
use crate::domain::poll::{Hand, Stance};

fn poll(method: Method, options: &[&str], choices: Vec<Choice>) -> Polled {
    let stances = choices
        .into_iter()
        .map(|choice| Stance {
            person: String::new(),
            choice,
            reason: String::new(),
            time: Timestamp::UNIX_EPOCH,
        })
        .collect::<Vec<_>>();
    Polled {
        question: "Q".into(),
        options: options.iter().map(|o| (*o).to_owned()).collect(),
        names: ["Sara", "Ali", "Omid"].into_iter().take(stances.len()).map(str::to_owned).collect(),
        poll: Poll {
            id: "p".into(),
            meeting: "m".into(),
            agenda_item: None,
            question: Text::default(),
            method,
            options: vec![Text::default(); options.len()],
            dots: 3,
            stances,
            create_time: Timestamp::UNIX_EPOCH,
            close_time: Some(Timestamp::UNIX_EPOCH),
            needed: 1,
        },
    }
}

fn facts(language: Language) -> Facts {
    let point = |title: &str| Point {
        title: title.into(),
        presenter: "Ali".into(),
        notes: "First.\n\n- not a list".into(),
        proposals: vec!["فرم *سفارش*".into()],
        polls: Vec::new(),
        outcomes: Vec::new(),
    };
    let hands = vec![Choice::Hand(Hand::For), Choice::Hand(Hand::Abstain)];
    let dots = vec![Choice::Dots(vec![(0, 2), (1, 1)]), Choice::Dots(vec![(1, 3)])];
    let ranking = vec![Choice::Ranking(vec![1, 0]), Choice::Ranking(vec![1])];
    Facts {
        reader: Reader::usual_of(language),
        committee: "Users | CRM".into(),
        title: "March".into(),
        day: date(2026, 3, 10),
        begins: time(10, 30, 0, 0),
        ends: time(12, 0, 0, 0),
        zone: "Asia/Tehran".into(),
        location: "Room 3".into(),
        people: vec![
            Person { name: "Sara".into(), role: Some(Role::Chair), present: true },
            Person { name: "Ali".into(), role: Some(Role::Member), present: true },
            Person { name: "Omid".into(), role: Some(Role::Member), present: false },
            Person { name: "Guest".into(), role: None, present: true },
        ],
        quorum: Quorum::new(3, 2, 51),
        points: vec![
            Point {
                polls: vec![poll(Method::ShowOfHands, &[], hands), poll(Method::Dots, &["A", "B"], dots)],
                outcomes: vec![Line {
                    kind: Kind::Decision,
                    text: "We shorten it.".into(),
                    proposals: vec![Decided { title: "فرم سفارش".into(), verdict: Verdict::Planned }],
                    task: None,
                }],
                ..point("Order form")
            },
            Point {
                presenter: String::new(),
                notes: String::new(),
                proposals: Vec::new(),
                ..point("1. Export")
            },
        ],
        rest: Point {
            polls: vec![poll(Method::Ranked, &["A", "B"], ranking)],
            outcomes: vec![Line {
                kind: Kind::Task,
                text: "Ask IT".into(),
                proposals: Vec::new(),
                task: Some(("Omid".into(), date(2026, 3, 21), true)),
            }],
            ..Point {
                title: String::new(),
                presenter: String::new(),
                notes: String::new(),
                proposals: Vec::new(),
                ..point("")
            }
        },
    }
}

#[test]
fn a_draft_reads_well_in_every_language() {
    for language in Language::ALL {
        insta::with_settings!({ omit_expression => true, prepend_module_to_snapshot => false }, {
            insta::assert_snapshot!(format!("draft_{}", language.code()), draft(&facts(language)));
        });
    }
}

#[test]
fn a_meeting_in_which_nothing_happened_has_minutes_too() {
    let mut empty = facts(Language::En);
    empty.points.clear();
    empty.rest.polls.clear();
    empty.rest.outcomes.clear();
    empty.people.clear();
    let text = draft(&empty);
    assert!(
        text.contains("## Agenda\n\nNone.") && text.contains("## Decisions and tasks\n\nNone."),
        "{text}"
    );
    assert!(text.contains("- **Present:** nobody") && !text.contains("Other matters"), "{text}");
}

#[test]
fn nobodys_words_become_markup() {
    for (written, kept) in [
        ("# heading", "\\# heading"),
        ("- item", "\\- item"),
        ("12. item", "12\\. item"),
        (
            "a | b [c](d) <e> *f* _g_ `h` ~~i~~ &amp;",
            "a \\| b \\[c\\](d) \\<e\\> \\*f\\* \\_g\\_ \\`h\\` \\~\\~i\\~\\~ \\&amp;",
        ),
        ("3.5 percent", "3\\.5 percent"),
        ("two\nlines", "two lines"),
    ] {
        assert_eq!(plain(written), kept);
    }
}
