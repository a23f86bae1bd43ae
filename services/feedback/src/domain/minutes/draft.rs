//! The first version of minutes, made of what was written down during the meeting.

use std::fmt::Write as _;

use jiff::civil::{Date, Time};
use kit::calendar::Reader;

use super::words::{self, Words};
use crate::domain::{
    committee::Role,
    outcome::{Kind, Verdict},
    poll::{Choice, Method, Poll},
    quorum::Quorum,
};

/// Somebody who was invited.
#[derive(Debug, Clone)]
pub(crate) struct Person {
    pub(crate) name: String,
    /// `None` for a guest.
    pub(crate) role: Option<Role>,
    pub(crate) present: bool,
}

/// What a decision made of a proposal.
#[derive(Debug, Clone)]
pub(crate) struct Decided {
    pub(crate) title: String,
    pub(crate) verdict: Verdict,
}

/// An outcome, in the language of the minutes.
#[derive(Debug, Clone)]
pub(crate) struct Line {
    pub(crate) kind: Kind,
    pub(crate) text: String,
    pub(crate) proposals: Vec<Decided>,
    /// Who does a task, until when, and whether it is done.
    pub(crate) task: Option<(String, Date, bool)>,
}

/// A poll, in the language of the minutes.
#[derive(Debug, Clone)]
pub(crate) struct Polled {
    pub(crate) question: String,
    pub(crate) options: Vec<String>,
    pub(crate) poll: Poll,
    /// The names of those who took a stance, in the order of the stances.
    pub(crate) names: Vec<String>,
}

/// An agenda item, in the language of the minutes.
#[derive(Debug, Clone)]
pub(crate) struct Point {
    pub(crate) title: String,
    pub(crate) presenter: String,
    pub(crate) notes: String,
    pub(crate) proposals: Vec<String>,
    pub(crate) polls: Vec<Polled>,
    pub(crate) outcomes: Vec<Line>,
}

/// What was written down.
#[derive(Debug, Clone)]
pub(crate) struct Facts {
    /// How the readers read dates and numbers, and in which language.
    pub(crate) reader: Reader,
    pub(crate) committee: String,
    pub(crate) title: String,
    pub(crate) day: Date,
    pub(crate) begins: Time,
    pub(crate) ends: Time,
    pub(crate) zone: String,
    pub(crate) location: String,
    pub(crate) people: Vec<Person>,
    pub(crate) quorum: Quorum,
    pub(crate) points: Vec<Point>,
    /// Polls and outcomes that belong to no point.
    pub(crate) rest: Point,
}

/// The draft, in Markdown.
pub(crate) fn draft(facts: &Facts) -> String {
    let w = words::of(facts.reader.language);
    let mut out = Draft { out: String::new(), w, facts };
    out.head();
    out.people();
    out.heading(w.agenda);
    for (i, point) in facts.points.iter().enumerate() {
        let number = facts.reader.digits.write(&(i + 1).to_string());
        out.line(&format!("### {number}\\. {}", plain(&point.title)));
        out.point(point);
    }
    if facts.points.is_empty() {
        out.line(w.none);
    }
    if !facts.rest.polls.is_empty() || !facts.rest.outcomes.is_empty() {
        out.heading(w.other);
        out.point(&facts.rest);
    }
    out.summary();
    out.out.trim_end().to_owned() + "\n"
}

struct Draft<'a> {
    out: String,
    w: &'static Words,
    facts: &'a Facts,
}

impl Draft<'_> {
    /// A block of its own.
    fn line(&mut self, text: &str) {
        self.out.push_str(text);
        self.out.push_str("\n\n");
    }

    fn heading(&mut self, text: &str) {
        self.line(&format!("## {text}"));
    }

    /// An item of a list that goes on.
    fn item(&mut self, text: &str) {
        self.out.push_str("- ");
        self.out.push_str(text);
        self.out.push('\n');
    }

    fn end_list(&mut self) {
        self.out.push('\n');
    }

    fn head(&mut self) {
        let (f, w) = (self.facts, self.w);
        self.line(&format!("# {}{} {}", w.minutes, w.colon, plain(&f.committee)));
        self.line(&format!("**{}**", plain(&f.title)));
        self.item(&format!("**{}{}** {}", w.day, w.colon, f.reader.full(f.day)));
        let hour = |t: Time| f.reader.digits.write(&t.strftime("%H:%M").to_string());
        let hours = format!("{}–{}", hour(f.begins), hour(f.ends));
        self.item(&format!("**{}{}** {hours} ({})", w.hours, w.colon, plain(&f.zone)));
        if !f.location.is_empty() {
            self.item(&format!("**{}{}** {}", w.place, w.colon, plain(&f.location)));
        }
        let number = |n: u32| f.reader.digits.grouped(n.into());
        let quorum = format!(
            "{} {} {}{}{} {}{}{}",
            number(f.quorum.present),
            w.of,
            number(f.quorum.members),
            w.comma,
            w.needed,
            number(f.quorum.needed),
            w.comma,
            if f.quorum.reached() { w.reached } else { w.not_reached }
        );
        self.item(&format!("**{}{}** {quorum}", w.quorum, w.colon));
        self.end_list();
    }

    fn people(&mut self) {
        let (f, w) = (self.facts, self.w);
        let name = |p: &Person| match p.role {
            Some(role) if role != Role::Member => {
                format!("{} ({})", plain(&p.name), words::role(f.reader.language, role))
            }
            _ => plain(&p.name),
        };
        let of = |wanted: &dyn Fn(&Person) -> bool| {
            let names: Vec<String> = f.people.iter().filter(|p| wanted(p)).map(name).collect();
            if names.is_empty() { w.nobody.to_owned() } else { names.join(w.comma) }
        };
        self.item(&format!("**{}{}** {}", w.present, w.colon, of(&|p| p.present && p.role.is_some())));
        self.item(&format!("**{}{}** {}", w.absent, w.colon, of(&|p| !p.present && p.role.is_some())));
        if f.people.iter().any(|p| p.present && p.role.is_none()) {
            self.item(&format!("**{}{}** {}", w.guests, w.colon, of(&|p| p.present && p.role.is_none())));
        }
        self.end_list();
    }

    fn point(&mut self, point: &Point) {
        let w = self.w;
        if !point.presenter.is_empty() {
            self.line(&format!("{}{} {}", w.presenter, w.colon, plain(&point.presenter)));
        }
        if !point.proposals.is_empty() {
            let titles: Vec<String> = point.proposals.iter().map(|p| plain(p)).collect();
            self.line(&format!("{}{} {}", w.proposals, w.colon, titles.join(w.comma)));
        }
        for paragraph in point.notes.split('\n').map(str::trim).filter(|p| !p.is_empty()) {
            self.line(&plain(paragraph));
        }
        for polled in &point.polls {
            self.poll(polled);
        }
        for outcome in &point.outcomes {
            let words = self.outcome(outcome);
            self.item(&words);
        }
        if !point.outcomes.is_empty() {
            self.end_list();
        }
    }

    fn outcome(&self, line: &Line) -> String {
        let (w, reader) = (self.w, self.facts.reader);
        let kind = match line.kind {
            Kind::Information => w.information,
            Kind::Decision => w.decision,
            Kind::Task => w.task,
        };
        let mut words = format!("**{kind}{}** {}", w.colon, plain(&line.text));
        if !line.proposals.is_empty() {
            let all: Vec<String> = line
                .proposals
                .iter()
                .map(|p| format!("{} – {}", plain(&p.title), words::verdict_word(reader.language, p.verdict)))
                .collect();
            let _ = write!(words, " ({})", all.join(w.comma));
        }
        if let Some((owner, due, done)) = &line.task {
            let _ = write!(words, " ({}{}{} {}", plain(owner), w.comma, w.until, reader.full(*due));
            if *done {
                let _ = write!(words, "{}{}", w.comma, w.done);
            }
            words.push(')');
        }
        words
    }

    fn poll(&mut self, polled: &Polled) {
        let (w, reader) = (self.w, self.facts.reader);
        let language = reader.language;
        let tally = polled.poll.tally();
        let number = |n: u32| reader.digits.grouped(n.into());
        self.line(&format!(
            "**{} ({}){}** {} – {}",
            w.poll,
            words::method(language, polled.poll.method),
            w.colon,
            plain(&polled.question),
            words::verdict(language, tally.verdict)
        ));
        if polled.poll.method.has_options()
            && let Some(last) = tally.rounds.last()
        {
            for (option, count) in &last.counts {
                let name = polled.options.get(*option).map(|o| plain(o)).unwrap_or_default();
                let won = if tally.winners.contains(option) { format!("**{name}**") } else { name };
                self.item(&format!("{won}{} {}", w.colon, number(*count)));
            }
            self.end_list();
        }
        for (stance, name) in polled.poll.stances.iter().zip(&polled.names) {
            let said = match &stance.choice {
                Choice::Hand(_) | Choice::Consent(_) => words::hand(language, &stance.choice).to_owned(),
                Choice::Dots(dots) => self.options(polled, dots.iter().map(|(o, n)| (*o, Some(*n)))),
                Choice::Ranking(ranking) => self.options(polled, ranking.iter().map(|o| (*o, None))),
            };
            let reason = if stance.reason.is_empty() {
                String::new()
            } else {
                format!(" – {}", plain(&stance.reason))
            };
            self.item(&format!("{}{} {said}{reason}", plain(name), w.colon));
        }
        if !polled.poll.stances.is_empty() {
            self.end_list();
        }
    }

    /// Options with their dots, or in their order.
    fn options(&self, polled: &Polled, chosen: impl Iterator<Item = (usize, Option<u32>)>) -> String {
        let name = |o: usize| polled.options.get(o).map(|o| plain(o)).unwrap_or_default();
        let ranked = polled.poll.method == Method::Ranked;
        let all: Vec<String> = chosen
            .map(|(option, dots)| match dots {
                Some(dots) => format!("{} {}", name(option), self.facts.reader.digits.grouped(dots.into())),
                None => name(option),
            })
            .collect();
        // "First, then second" needs no arrow that would have to be turned round from right to left.
        all.join(if ranked { " › " } else { self.w.comma })
    }

    /// What was decided and who does what, at one glance.
    fn summary(&mut self) {
        let w = self.w;
        self.heading(w.decisions_and_tasks);
        let points = self.facts.points.iter().chain([&self.facts.rest]);
        let lines: Vec<String> = points
            .flat_map(|p| &p.outcomes)
            .filter(|o| o.kind != Kind::Information)
            .map(|o| self.outcome(o))
            .collect();
        if lines.is_empty() {
            self.line(w.none);
        }
        for line in &lines {
            self.item(line);
        }
        self.end_list();
    }
}

/// Somebody's words, so that they stay as they were written: nothing in them becomes a heading, a list or a link.
fn plain(text: &str) -> String {
    let text = text.split_whitespace().collect::<Vec<_>>().join(" ");
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        if matches!(c, '\\' | '`' | '*' | '_' | '[' | ']' | '<' | '>' | '#' | '|' | '~' | '&') {
            out.push('\\');
        }
        out.push(c);
    }
    // What begins a list only does so at the beginning.
    if out.starts_with(['-', '+', '=']) {
        return format!("\\{out}");
    }
    let digits = out.bytes().take_while(u8::is_ascii_digit).count();
    if digits > 0 && out[digits..].starts_with(['.', ')']) {
        out.insert(digits, '\\');
    }
    out
}

#[cfg(test)]
mod tests;
