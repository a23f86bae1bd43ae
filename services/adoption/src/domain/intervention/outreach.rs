//! Somebody else who is asked to help: people in a pulse, committees, champions, HR about a challenge.

use kit::{
    localize::{Language, Text},
    privacy::FLOOR,
};

use super::{StepState, Task};
use crate::domain::{
    playbook::{Assignee, Step},
    standing::Day,
};

/// Days until what nobody could be asked for should be done by HR.
const INSTEAD_DAYS: i32 = 7;

/// Why nobody could be asked.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Failure {
    /// No champion covers the team.
    NoChampion,
    /// No committee meets about the team.
    NoCommittee,
    /// Fewer than five people could be asked.
    TooFewPeople,
    /// It was refused.
    Refused,
}

impl Failure {
    /// All.
    pub const ALL: [Self; 4] = [Self::NoChampion, Self::NoCommittee, Self::TooFewPeople, Self::Refused];

    /// As it is kept.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::NoChampion => "NO_CHAMPION",
            Self::NoCommittee => "NO_COMMITTEE",
            Self::TooFewPeople => "TOO_FEW_PEOPLE",
            Self::Refused => "REFUSED",
        }
    }

    /// The failure of a word.
    pub fn of(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|f| f.as_str() == word)
    }
}

/// A step that asks somebody else.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Outreach {
    /// The intervention.
    pub intervention: String,
    /// Its place among the steps.
    pub seq: i32,
    /// How far it is.
    pub state: StepState,
    /// What the playbook wants.
    pub step: Step,
    /// The day by which a visit should be made.
    pub due_day: Option<Day>,
    /// What was opened, by name.
    pub opened: Vec<String>,
    /// Why nobody could be asked.
    pub failure: Option<Failure>,
}

impl Outreach {
    /// A step that is still to be taken.
    pub fn new(intervention: &str, seq: i32, step: Step, start_day: Day) -> Self {
        let due_day = match &step {
            Step::Visit { due_days, .. } => Some(start_day.saturating_add(*due_days)),
            _ => None,
        };
        Self {
            intervention: intervention.to_owned(),
            seq,
            state: StepState::Open,
            step,
            due_day,
            opened: Vec::new(),
            failure: None,
        }
    }

    /// What is asked, as the playbook words it; empty for a pulse.
    pub fn title(&self) -> Text {
        match &self.step {
            Step::Committee { title, .. } | Step::Challenge { title, .. } => title.clone(),
            Step::Visit { reason, .. } => reason.clone(),
            _ => Text::default(),
        }
    }

    /// A pulse was opened to so many people.
    #[must_use]
    pub fn pulse_opened(self, pulse: String, asked: u32) -> Self {
        // What fewer say is never shown: somebody has to ask them in another way.
        let failure = (asked < FLOOR).then_some(Failure::TooFewPeople);
        self.settled(StepState::Done, vec![pulse], failure)
    }

    /// The committees that have the agenda item.
    #[must_use]
    pub fn committees_invited(self, committees: Vec<String>) -> Self {
        let failure = committees.is_empty().then_some(Failure::NoCommittee);
        self.settled(StepState::Done, committees, failure)
    }

    /// A visit was asked of so many champions.
    #[must_use]
    pub fn visit_requested(self, visit: String, asked: u32, made: bool) -> Self {
        let failure = (asked == 0 && !made).then_some(Failure::NoChampion);
        self.settled(if made { StepState::Done } else { StepState::Assigned }, vec![visit], failure)
    }

    /// A challenge is proposed.
    #[must_use]
    pub fn challenge_proposed(self, challenge: String) -> Self {
        self.settled(StepState::Done, vec![challenge], None)
    }

    /// It was refused.
    #[must_use]
    pub fn refused(self) -> Self {
        self.settled(StepState::Failed, Vec::new(), Some(Failure::Refused))
    }

    fn settled(mut self, state: StepState, opened: Vec<String>, failure: Option<Failure>) -> Self {
        self.failure = failure;
        if failure.is_none() {
            (self.state, self.opened) = (state, opened);
        } else {
            self.state = StepState::Failed;
        }
        self
    }

    /// The task that takes the place of what nobody could be asked for.
    pub fn instead(&self, id: String, today: Day) -> Option<Task> {
        let (title, why) = words(self.failure?);
        let wanted = self.title();
        let mut description = Text::default();
        for language in Language::ALL {
            let wanted = wanted.get(language);
            let line = if wanted.is_empty() { "" } else { "\n\n" };
            description.set(language, format!("{}{line}{wanted}", why.exact(language)));
        }
        let due_day = self.due_day.unwrap_or_else(|| today.saturating_add(INSTEAD_DAYS)).max(today);
        Some(Task::new(id, &self.intervention, Assignee::Hr, title, description, due_day))
    }
}

fn words(failure: Failure) -> (Text, Text) {
    match failure {
        Failure::NoChampion => (
            Text::new(
                "See to the visit that no champion can make",
                "ترتیب بازدیدی را بدهید که سفیری برای آن نیست",
                "رتّبوا الزيارة التي لا سفير لها",
            ),
            Text::new(
                "No champion covers this team. Visit it yourselves, or appoint a champion who will. What it is for:",
                "هیچ سفیر تغییری این تیم را پوشش نمی‌دهد. خودتان سر بزنید یا سفیری بگمارید که سر بزند. هدف بازدید:",
                "لا يغطي أي سفير تغيير هذا الفريق. زوروه بأنفسكم أو عيّنوا سفيرًا يزوره. الغرض من الزيارة:",
            ),
        ),
        Failure::NoCommittee => (
            Text::new(
                "Speak with the manager of the team",
                "با مدیر تیم گفت‌وگو کنید",
                "تحدثوا مع مدير الفريق",
            ),
            Text::new(
                "No committee meets about this team. Take it up with its manager, or set up a committee that it belongs to. What it is about:",
                "هیچ کمیته‌ای به این تیم نمی‌پردازد. با مدیرش در میان بگذارید یا کمیته‌ای بسازید که تیم در آن باشد. موضوع:",
                "لا تجتمع أي لجنة بشأن هذا الفريق. ناقشوا الأمر مع مديره أو أنشئوا لجنة تشمله. الموضوع:",
            ),
        ),
        Failure::TooFewPeople => (
            Text::new("Ask the team in person", "از تیم حضوری بپرسید", "اسألوا الفريق شخصيًا"),
            Text::new(
                "Fewer than five people of the team could be asked in a pulse now, and what fewer than five answer is never shown. Ask the team in a meeting, and write nothing down with a name.",
                "اکنون با پرسش کوتاه می‌شد از کمتر از پنج نفر از تیم پرسید و پاسخ کمتر از پنج نفر هرگز نشان داده نمی‌شود. در یک نشست از تیم بپرسید و چیزی با نام ننویسید.",
                "أمكن سؤال أقل من خمسة أشخاص من الفريق في استطلاع الآن، ولا تُعرض إجابات أقل من خمسة أبدًا. اسألوا الفريق في اجتماع ولا تدوّنوا شيئًا بالأسماء.",
            ),
        ),
        Failure::Refused => (
            Text::new(
                "Take a step that could not be taken by itself",
                "گامی را بردارید که خودکار برداشته نشد",
                "نفّذوا خطوة تعذّر تنفيذها تلقائيًا",
            ),
            Text::new(
                "A step of the playbook was refused, such as for a team that has ended or is part of something else already. Look at the flag and decide what to do in its place.",
                "گامی از دستورکار پذیرفته نشد؛ برای نمونه چون تیم پایان یافته یا پیش‌تر در کار دیگری است. به پرچم نگاه کنید و جایگزینی برگزینید.",
                "رُفضت خطوة من خطة العمل، مثلًا لأن الفريق انتهى أو هو جزء من أمر آخر. راجعوا الراية وقرروا البديل.",
            ),
        ),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn visit() -> Outreach {
        let step =
            Step::Visit { reason: Text::new("Listen", "گوش دهید", "استمعوا"), due_days: 9 };
        Outreach::new("i", 0, step, 100)
    }

    fn pulse() -> Outreach {
        Outreach::new("i", 1, Step::Pulse { questions: vec![] }, 100)
    }

    #[test]
    fn a_visit_is_done_when_made_and_a_task_where_there_is_no_champion() {
        let asked = visit().visit_requested("v".into(), 2, false);
        assert_eq!((asked.state, asked.due_day), (StepState::Assigned, Some(109)));
        assert_eq!(asked.instead("t".into(), 100), None);
        assert_eq!(visit().visit_requested("v".into(), 0, true).state, StepState::Done);
        let alone = visit().visit_requested("v".into(), 0, false);
        assert_eq!((alone.state, alone.failure), (StepState::Failed, Some(Failure::NoChampion)));
        let task = alone.instead("t".into(), 100).expect("a task");
        assert_eq!((task.assignee, task.due_day), (Assignee::Hr, 109));
        assert!(task.description.fa.ends_with("گوش دهید"), "{task:?}");
        assert_eq!(alone.instead("t".into(), 200).map(|t| t.due_day), Some(200), "never due in the past");
    }

    #[test]
    fn a_pulse_of_fewer_than_five_says_nothing() {
        assert_eq!(pulse().pulse_opened("p".into(), 5).state, StepState::Done);
        let few = pulse().pulse_opened("p".into(), 4);
        assert_eq!((few.state, few.failure), (StepState::Failed, Some(Failure::TooFewPeople)));
        assert_eq!(few.instead("t".into(), 100).map(|t| t.due_day), Some(107));
    }

    #[test]
    fn every_failure_has_words_in_three_languages() {
        for failure in Failure::ALL {
            let (title, why) = words(failure);
            for text in [title, why] {
                assert!(Language::ALL.iter().all(|l| !text.exact(*l).is_empty()), "{failure:?}");
            }
            assert_eq!(Failure::of(failure.as_str()), Some(failure));
        }
    }
}
