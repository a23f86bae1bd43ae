//! What a meeting speaks about, and what the system proposes for it.

use std::collections::BTreeSet;

use kit::{
    digits::Digits,
    localize::{Language, Text},
    text,
};

use super::word::words;

/// Items of an agenda.
pub(crate) const MAX_ITEMS: usize = 40;
/// Suggestions for a meeting.
const MAX_SUGGESTIONS: usize = 30;
/// Minutes of an item as long as nobody chose another number.
pub(crate) const USUAL_MINUTES: u32 = 10;
/// The longest title of an item.
pub(crate) const MAX_TITLE: usize = 200;
/// Proposals of one item.
pub(crate) const MAX_PROPOSALS: usize = 50;

words! {
    /// Where an agenda item comes from.
    pub(crate) enum Source {
        Member = "member",
        Flag = "flag",
        Proposals = "proposals",
        Task = "task",
        Play = "play",
    }
}

/// Something to speak about.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Item {
    pub(crate) id: String,
    pub(crate) meeting: String,
    pub(crate) title: Text,
    pub(crate) description: Text,
    pub(crate) source: Source,
    pub(crate) presenter: Option<String>,
    pub(crate) minutes: u32,
    pub(crate) proposals: Vec<String>,
    pub(crate) flag: Option<String>,
    pub(crate) task: Option<String>,
    pub(crate) adder: String,
    pub(crate) notes: String,
    /// From 1.
    pub(crate) place: u32,
    pub(crate) suggestion: Option<String>,
}

/// Something that the system proposes to speak about.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Suggestion {
    pub(crate) key: String,
    pub(crate) source: Source,
    pub(crate) title: Text,
    pub(crate) description: Text,
    pub(crate) minutes: u32,
    pub(crate) presenter: Option<String>,
    pub(crate) proposals: Vec<String>,
    pub(crate) flag: Option<String>,
    pub(crate) task: Option<String>,
    pub(crate) votes: u32,
}

impl Suggestion {
    /// One with nothing but words.
    pub(crate) fn new(source: Source, key: String, title: &Text, description: Text) -> Self {
        Self {
            key,
            source,
            title: shorten(title),
            description,
            minutes: USUAL_MINUTES,
            presenter: None,
            proposals: Vec::new(),
            flag: None,
            task: None,
            votes: 0,
        }
    }

    /// A team concerned was flagged.
    pub(crate) fn flag(id: &str, team: &str, sentence: Text) -> Self {
        let title = Text::new(
            format!("Low use: {team}"),
            format!("استفادهٔ کم: {team}"),
            format!("استخدام منخفض: {team}"),
        );
        let minutes = 15;
        Self {
            flag: Some(id.to_owned()),
            minutes,
            ..Self::new(Source::Flag, format!("flag-{id}"), &title, sentence)
        }
    }

    /// A task of the committee is open after its day.
    pub(crate) fn task(id: &str, owner: &str, what: &Text, due: impl Fn(Language) -> String) -> Self {
        let title = Text::new(
            format!("Overdue task: {}", what.get(Language::En)),
            format!("کار عقب‌افتاده: {}", what.get(Language::Fa)),
            format!("مهمة متأخرة: {}", what.get(Language::Ar)),
        );
        let description = Text::new(
            format!("It was due on {}.", due(Language::En)),
            format!("مهلت آن {} بود.", due(Language::Fa)),
            format!("كان موعدها {}.", due(Language::Ar)),
        );
        let (task, presenter) = (Some(id.to_owned()), Some(owner.to_owned()));
        Self {
            task,
            presenter,
            minutes: 5,
            ..Self::new(Source::Task, format!("task-{id}"), &title, description)
        }
    }

    /// Proposals that say about the same, the most voted first.
    pub(crate) fn cluster(proposals: &[Voted]) -> Option<Self> {
        let first = proposals.first()?;
        let votes = proposals.iter().fold(0_u32, |all, p| all.saturating_add(p.votes));
        let in_digits = |digits: Digits| {
            let number = |n: i64| digits.grouped(n);
            (number(i64::try_from(proposals.len()).unwrap_or(i64::MAX)), number(votes.into()))
        };
        let (count, all) = in_digits(Digits::Latin);
        let en = match (proposals.len(), votes) {
            (1, 1) => "1 proposal, 1 vote.".to_owned(),
            (1, _) => format!("1 proposal, {all} votes."),
            _ => format!("{count} similar proposals, {all} votes together."),
        };
        let (count, all) = in_digits(Digits::Persian);
        let fa = if proposals.len() == 1 {
            format!("۱ پیشنهاد، {all} رأی.")
        } else {
            format!("{count} پیشنهاد همانند، روی‌هم {all} رأی.")
        };
        let (count, all) = in_digits(Digits::Arabic);
        let ar = if proposals.len() == 1 {
            format!("اقتراح واحد، عدد الأصوات: {all}.")
        } else {
            format!("اقتراحات متشابهة: {count}، مجموع الأصوات: {all}.")
        };
        let title = Text::new(first.title.clone(), first.title.clone(), first.title.clone());
        let key = format!("proposals-{}", first.id);
        Some(Self {
            proposals: proposals.iter().take(MAX_PROPOSALS).map(|p| p.id.clone()).collect(),
            votes,
            ..Self::new(Source::Proposals, key, &title, Text::new(en, fa, ar))
        })
    }
}

/// A proposal that waits for an answer.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Voted {
    pub(crate) id: String,
    pub(crate) title: String,
    pub(crate) votes: u32,
}

/// Puts proposals whose titles share at least half of their words together, the most voted ones first: each joins the first
/// group whose leading proposal it is like. The groups with the most votes come first.
pub(crate) fn clusters(mut proposals: Vec<Voted>) -> Vec<Vec<Voted>> {
    proposals.sort_by(|a, b| b.votes.cmp(&a.votes).then_with(|| a.id.cmp(&b.id)));
    let mut groups: Vec<(BTreeSet<String>, Vec<Voted>)> = Vec::new();
    for proposal in proposals {
        let words = words_of(&proposal.title);
        match groups.iter_mut().find(|(leading, _)| alike(leading, &words)) {
            Some((_, group)) => group.push(proposal),
            None => groups.push((words, vec![proposal])),
        }
    }
    let votes = |group: &[Voted]| group.iter().fold(0_u32, |all, p| all.saturating_add(p.votes));
    let mut all: Vec<Vec<Voted>> = groups.into_iter().map(|(_, group)| group).collect();
    all.sort_by_key(|group| std::cmp::Reverse(votes(group)));
    all
}

/// As many as a meeting can look at. Where half of the teams are flagged, flags give way to overdue tasks and groups of
/// proposals, of which there are few.
pub(crate) fn shown(mut flagged: Vec<Suggestion>, others: Vec<Suggestion>) -> Vec<Suggestion> {
    flagged.truncate(MAX_SUGGESTIONS.saturating_sub(others.len()));
    flagged.extend(others);
    flagged.truncate(MAX_SUGGESTIONS);
    flagged
}

fn words_of(title: &str) -> BTreeSet<String> {
    let normalized = text::normalize(title);
    let words = normalized.split(|c: char| !c.is_alphanumeric());
    words.filter(|w| w.chars().count() > 2).map(str::to_owned).collect()
}

fn alike(a: &BTreeSet<String>, b: &BTreeSet<String>) -> bool {
    let shared = a.intersection(b).count();
    shared > 0 && shared * 2 >= a.union(b).count()
}

fn shorten(title: &Text) -> Text {
    let cut = |l| kit::violation::shorten(title.exact(l), MAX_TITLE);
    Text::new(cut(Language::En), cut(Language::Fa), cut(Language::Ar))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn voted(id: &str, title: &str, votes: u32) -> Voted {
        Voted { id: id.into(), title: title.into(), votes }
    }

    #[test]
    fn what_says_the_same_comes_together_whatever_the_keyboard() {
        let all = clusters(vec![
            voted("a", "فرم سفارش خيلي طولاني است", 3),
            voted("b", "Dark mode for the app", 6),
            voted("c", "فرم سفارش طولانی است", 4),
            voted("d", "Faster search", 1),
        ]);
        let ids: Vec<Vec<&str>> = all.iter().map(|g| g.iter().map(|p| p.id.as_str()).collect()).collect();
        assert_eq!(ids, [vec!["c", "a"], vec!["b"], vec!["d"]], "seven votes together before six");
    }

    #[test]
    fn a_group_is_said_in_every_language() {
        let group = [voted("c", "Shorter order form", 14), voted("a", "Order form shorter", 3)];
        let suggestion = Suggestion::cluster(&group).expect("a group");
        assert_eq!(suggestion.description.en, "2 similar proposals, 17 votes together.");
        assert_eq!(suggestion.description.fa, "۲ پیشنهاد همانند، روی‌هم ۱۷ رأی.");
        assert_eq!(suggestion.description.ar, "اقتراحات متشابهة: ٢، مجموع الأصوات: ١٧.");
        assert_eq!((suggestion.key.as_str(), suggestion.votes), ("proposals-c", 17));
        assert_eq!(Suggestion::cluster(&[]), None);
    }

    #[test]
    fn many_flags_leave_room_for_tasks_and_proposals() {
        let flags =
            |n: usize| (0..n).map(|i| Suggestion::flag(&i.to_string(), "West", Text::default())).collect();
        let task = Suggestion::task("t", "a", &Text::default(), |_| "2 March".into());
        let group = Suggestion::cluster(&[voted("p", "Dark mode", 6)]).expect("a group");
        let others = || vec![task.clone(), group.clone()];

        let few = shown(flags(3), others());
        assert_eq!((few.len(), &few[3..]), (5, others().as_slice()));
        let many = shown(flags(60), others());
        assert_eq!((many.len(), &many[28..]), (30, others().as_slice()));
    }

    #[test]
    fn a_long_task_makes_a_short_title() {
        let what = Text::only(Language::En, "x".repeat(1_000));
        let suggestion = Suggestion::task("t", "a", &what, |_| "2 March".into());
        assert_eq!(suggestion.title.en.chars().count(), MAX_TITLE);
        assert!(suggestion.title.en.starts_with("Overdue task: x") && suggestion.title.en.ends_with('…'));
    }
}
