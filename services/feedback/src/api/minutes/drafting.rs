//! Gathers what was written down during a meeting, for the draft of its minutes.

use std::collections::BTreeMap;

use kit::{calendar::Reader, directory, error::Error, localize::Language};

use crate::{
    api::meetings::{
        convert::{names, reader_in},
        seeing::Seen,
    },
    domain::{
        agenda::Item,
        minutes::{Decided, Facts, Line, Person, Point, Polled, draft},
        outcome::Outcome,
        poll::Poll,
    },
    store::{self, ConnectionTrait},
};

/// How a language is read in an organization.
pub(super) async fn reader<C: ConnectionTrait>(
    db: &C,
    o: &str,
    language: Option<Language>,
) -> Result<Reader, Error> {
    let Some(organization) = directory::organization(db, o).await? else {
        return Ok(Reader::usual_of(language.unwrap_or_default()));
    };
    Ok(reader_in(&organization, language.unwrap_or_else(|| organization.language())))
}

/// The draft of a meeting's minutes.
pub(super) async fn text<C: ConnectionTrait>(
    db: &C,
    o: &str,
    seen: &Seen,
    reader: Reader,
) -> Result<String, Error> {
    let meeting = &seen.meeting;
    let agenda = store::agenda::list(db, o, &meeting.id).await?;
    let polls = store::poll::of_meeting(db, o, &meeting.id).await?;
    let outcomes = store::outcome::of_meeting(db, o, &meeting.id).await?;
    let people = meeting
        .attendees
        .iter()
        .map(|a| a.person.clone())
        .chain(agenda.iter().filter_map(|i| i.presenter.clone()))
        .chain(polls.iter().flat_map(|p| &p.stances).map(|s| s.person.clone()))
        .chain(outcomes.iter().filter_map(|x| Some(x.task.as_ref()?.owner.clone())))
        .collect();
    let called = names(db, o, people).await?;
    let ids: Vec<String> = agenda
        .iter()
        .flat_map(|i| i.proposals.iter().cloned())
        .chain(outcomes.iter().flat_map(|x| &x.proposals).map(|p| p.proposal.clone()))
        .collect();
    let proposals = store::proposal::all_of(db, o, &ids).await?;
    let titles = proposals.into_iter().map(|p| (p.id, p.draft.title)).collect();
    let gathered = Gathered { reader, called, titles, polls: &polls, outcomes: &outcomes };

    let zone = meeting.time_zone();
    let begins = meeting.open_time.unwrap_or(meeting.start).to_zoned(zone.clone());
    let ends = meeting.close_time.unwrap_or_else(|| meeting.end()).to_zoned(zone);
    Ok(draft(&Facts {
        reader,
        committee: seen.committee.title.get(reader.language).to_owned(),
        title: meeting.title.get(reader.language).to_owned(),
        day: begins.date(),
        begins: begins.time(),
        ends: ends.time(),
        zone: meeting.zone.clone(),
        location: meeting.location.clone(),
        people: meeting
            .attendees
            .iter()
            .map(|a| Person { name: gathered.name(&a.person), role: a.role, present: a.present })
            .collect(),
        quorum: meeting.quorum(),
        points: agenda.iter().map(|item| gathered.point(item)).collect(),
        rest: gathered.rest(&agenda),
    }))
}

struct Gathered<'a> {
    reader: Reader,
    called: BTreeMap<String, String>,
    titles: BTreeMap<String, String>,
    polls: &'a [Poll],
    outcomes: &'a [Outcome],
}

impl Gathered<'_> {
    fn name(&self, person: &str) -> String {
        self.called.get(person).cloned().unwrap_or_default()
    }

    fn title(&self, proposal: &str) -> String {
        self.titles.get(proposal).cloned().unwrap_or_default()
    }

    fn polled(&self, poll: &Poll) -> Polled {
        let language = self.reader.language;
        Polled {
            question: poll.question.get(language).to_owned(),
            options: poll.options.iter().map(|o| o.get(language).to_owned()).collect(),
            names: poll.stances.iter().map(|s| self.name(&s.person)).collect(),
            poll: poll.clone(),
        }
    }

    fn line(&self, outcome: &Outcome) -> Line {
        let decided = |p: &crate::domain::outcome::Decided| Decided {
            title: self.title(&p.proposal),
            verdict: p.verdict,
        };
        Line {
            kind: outcome.kind,
            text: outcome.text.get(self.reader.language).to_owned(),
            proposals: outcome.proposals.iter().map(decided).collect(),
            task: outcome.task.as_ref().map(|t| (self.name(&t.owner), t.due, t.done_time.is_some())),
        }
    }

    fn point(&self, item: &Item) -> Point {
        let own = |id: &Option<String>| id.as_ref() == Some(&item.id);
        Point {
            title: item.title.get(self.reader.language).to_owned(),
            presenter: item.presenter.as_ref().map(|p| self.name(p)).unwrap_or_default(),
            notes: item.notes.clone(),
            proposals: item.proposals.iter().map(|p| self.title(p)).filter(|t| !t.is_empty()).collect(),
            polls: self.polls.iter().filter(|p| own(&p.agenda_item)).map(|p| self.polled(p)).collect(),
            outcomes: self.outcomes.iter().filter(|x| own(&x.agenda_item)).map(|x| self.line(x)).collect(),
        }
    }

    /// What belongs to no item of the agenda.
    fn rest(&self, agenda: &[Item]) -> Point {
        let lost = |id: &Option<String>| !agenda.iter().any(|i| Some(&i.id) == id.as_ref());
        Point {
            title: String::new(),
            presenter: String::new(),
            notes: String::new(),
            proposals: Vec::new(),
            polls: self.polls.iter().filter(|p| lost(&p.agenda_item)).map(|p| self.polled(p)).collect(),
            outcomes: self.outcomes.iter().filter(|x| lost(&x.agenda_item)).map(|x| self.line(x)).collect(),
        }
    }
}
