//! Who gets which calendar entry: the one place where people are invited to meetings, in the transaction of whatever caused
//! it.

use std::collections::{BTreeMap, BTreeSet};

use kit::{
    db::Tx,
    directory::{self, Organization, Person},
    error::Error,
    localize::{Language, Text},
};
use proto::feedback::v1 as pb;

use crate::{
    Feedback,
    domain::{
        calendar::{self, Contact, Entry, Method, Participant},
        committee::{Committee, Role},
        invitation::{Point, Words},
        meeting::{self, Change, Meeting, State},
    },
    events::meeting_published::{self, link},
    store::{self, ConnectionTrait},
};

/// Who is told of a new list of invited people.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Tell {
    /// Only who comes to the list or leaves it: the meeting itself is as it was.
    Newcomers,
    /// Everybody: when or where it is has changed.
    Everybody,
}

/// A meeting with everything that its entries say.
pub(crate) struct Calendar<'a> {
    service: &'a Feedback,
    organization: Organization,
    committee: Text,
    people: BTreeMap<String, Person>,
    agenda: Vec<Point>,
}

impl<'a> Calendar<'a> {
    /// What the entries of a meeting say. `others` are people who need an entry and are not invited.
    pub(crate) async fn of<C: ConnectionTrait>(
        service: &'a Feedback,
        db: &C,
        organization: &str,
        committee: &Committee,
        meeting: &Meeting,
        others: &[String],
    ) -> Result<Self, Error> {
        let agenda = store::agenda::list(db, organization, &meeting.id).await?;
        let mut ids: Vec<String> = meeting.attendees.iter().map(|a| a.person.clone()).collect();
        ids.extend(agenda.iter().filter_map(|i| i.presenter.clone()));
        ids.extend_from_slice(others);
        let people: BTreeMap<String, Person> =
            directory::people(db, organization, &ids).await?.into_iter().map(|p| (p.id.clone(), p)).collect();
        let name = |id: &String| people.get(id).map(|p| p.display_name.clone()).unwrap_or_default();
        let agenda = agenda
            .iter()
            .map(|i| Point {
                title: i.title.clone(),
                presenter: i.presenter.as_ref().map(name).unwrap_or_default(),
                minutes: i.minutes,
            })
            .collect();
        let organization = directory::organization(db, organization)
            .await?
            .ok_or_else(|| Error::internal("the organization is not known yet"))?;
        Ok(Self { service, organization, committee: committee.title.clone(), people, agenda })
    }

    /// The entry of a person, in a language: the person's own unless another is asked for.
    pub(crate) fn entry(
        &self,
        meeting: &Meeting,
        method: Method,
        person: &str,
        language: Option<Language>,
    ) -> String {
        let known = self.people.get(person);
        let reader = match (known, language) {
            (Some(p), Some(language)) => p.reader_in(&self.organization, language),
            (Some(p), None) => p.reader(&self.organization),
            (None, _) => self.organization.reader(),
        };
        let url = format!("{}{}", self.service.public_url, link(&meeting.id));
        let zone = meeting.time_zone();
        let words = Words {
            committee: &self.committee,
            start: meeting.start,
            end: meeting.end(),
            zone: &zone,
            agenda: &self.agenda,
            cancel_reason: &meeting.cancel_reason,
            link: &url,
        };
        let description = words.describe(reader);
        let ours = &self.service.mail_address;
        let (organizer, sent_by) = if let Some(chair) = self.chair(meeting) {
            (chair, Some(ours.to_string()))
        } else {
            let name = self.committee.get(reader.language).to_owned();
            (Contact { name, address: ours.to_string() }, None)
        };
        calendar::write(&Entry {
            method,
            uid: format!("{}@{}", meeting.id, host(&self.service.public_url)),
            sequence: meeting.sequence,
            stamp: self.service.clock.now(),
            start: meeting.start,
            end: meeting.end(),
            zone,
            summary: meeting.title.get(reader.language).to_owned(),
            description,
            location: meeting.location.clone(),
            url,
            organizer,
            sent_by,
            participants: self.participants(meeting, method, person),
            language: reader.language.code(),
        })
    }

    fn contact(&self, person: &str) -> Option<Contact> {
        let person = self.people.get(person)?;
        Some(Contact { name: person.display_name.clone(), address: person.email.clone()? })
    }

    /// The chair, if mail can reach the chair.
    fn chair(&self, meeting: &Meeting) -> Option<Contact> {
        let chair = meeting.attendees.iter().find(|a| a.role == Some(Role::Chair))?;
        self.contact(&chair.person)
    }

    /// Who is listed: everybody; in a cancellation only the person whom it goes to (RFC 5546, 3.2.5).
    fn participants(&self, meeting: &Meeting, method: Method, person: &str) -> Vec<Participant> {
        if method == Method::Cancel {
            let one = |contact| Participant {
                contact,
                chair: false,
                optional: false,
                response: meeting::Response::None,
            };
            return self.contact(person).map(one).into_iter().collect();
        }
        let one = |a: &meeting::Attendee| {
            Some(Participant {
                contact: self.contact(&a.person)?,
                chair: a.role == Some(Role::Chair),
                optional: a.role.is_none(),
                response: a.response,
            })
        };
        meeting.attendees.iter().filter_map(one).collect()
    }

    fn told(&self, meeting: &Meeting, method: Method, person: &str) -> pb::CalendarEntry {
        let text = self.entry(meeting, method, person, None);
        meeting_published::entry(&self.organization.id, &self.committee, meeting, person, text)
    }
}

/// The host of an address, which makes identifiers of entries unique in the world.
fn host(url: &str) -> &str {
    let rest = url.split_once("://").map_or(url, |(_, rest)| rest);
    rest.split(['/', ':', '?']).next().filter(|h| !h.is_empty()).unwrap_or("localhost")
}

impl Feedback {
    /// Puts the list of invited people right and tells them. The meeting is not saved.
    pub(crate) async fn invite(
        &self,
        tx: &Tx,
        organization: &str,
        committee: &Committee,
        meeting: &mut Meeting,
        tell: Tell,
    ) -> Result<Change, Error> {
        let agenda = store::agenda::list(tx, organization, &meeting.id).await?;
        let presenters: Vec<String> = agenda.into_iter().filter_map(|i| i.presenter).collect();
        let wanted = if meeting.state == State::Scheduled {
            self.wanted(tx, organization, committee, meeting, &presenters).await?
        } else {
            // Once people meet, whoever is a member of this meeting stays one: only presenters come in.
            let there = meeting.attendees.iter().map(|a| (a.person.clone(), a.role));
            let late = presenters.iter().filter(|p| meeting.attendee(p).is_none()).map(|p| (p.clone(), None));
            there.chain(late).collect()
        };
        let change = meeting::invite(&mut meeting.attendees, wanted);
        let calendar = Calendar::of(self, tx, organization, committee, meeting, &change.left).await?;
        for person in &change.joined {
            let entry = Some(calendar.told(meeting, Method::Request, person));
            self.outbox.add(tx, organization, &pb::MeetingInvited { entry }).await?;
        }
        for person in change.stayed.iter().filter(|_| tell == Tell::Everybody) {
            let entry = Some(calendar.told(meeting, Method::Request, person));
            self.outbox.add(tx, organization, &pb::MeetingUpdated { entry }).await?;
        }
        for person in &change.left {
            let entry = Some(calendar.told(meeting, Method::Cancel, person));
            self.outbox.add(tx, organization, &pb::MeetingCancelled { entry }).await?;
        }
        Ok(change)
    }

    /// Who is to be invited to a meeting to come.
    async fn wanted(
        &self,
        tx: &Tx,
        organization: &str,
        committee: &Committee,
        meeting: &Meeting,
        presenters: &[String],
    ) -> Result<Vec<(String, Option<Role>)>, Error> {
        let day = meeting.day();
        let mut candidates: Vec<String> = committee.members.iter().map(|m| m.person.clone()).collect();
        candidates.extend(meeting.guests.iter().cloned());
        candidates.extend_from_slice(presenters);
        let employed: BTreeSet<String> = directory::people(tx, organization, &candidates)
            .await?
            .into_iter()
            .filter(|p| p.employed_on(day))
            .map(|p| p.id)
            .collect();
        Ok(meeting::invited(committee, day, &meeting.guests, presenters, |p| employed.contains(p)))
    }

    /// Puts the lists of a committee's meetings to come right, after its members changed.
    pub(crate) async fn invite_again(
        &self,
        tx: &Tx,
        organization: &str,
        committee: &Committee,
    ) -> Result<(), Error> {
        let now = self.clock.now();
        for mut meeting in store::meeting::to_come(tx, organization, &committee.id, now).await? {
            let before = meeting.attendees.clone();
            self.invite(tx, organization, committee, &mut meeting, Tell::Newcomers).await?;
            if meeting.attendees != before {
                meeting.revision += 1;
                store::meeting::save(tx, organization, &meeting).await?;
            }
        }
        Ok(())
    }

    /// Takes a meeting out of everybody's calendar.
    pub(crate) async fn call_off(
        &self,
        tx: &Tx,
        organization: &str,
        committee: &Committee,
        meeting: &mut Meeting,
        reason: String,
    ) -> Result<(), Error> {
        meeting.state = State::Cancelled;
        meeting.cancel_reason = reason;
        meeting.sequence += 1;
        meeting.revision += 1;
        store::meeting::save(tx, organization, meeting).await?;
        let calendar = Calendar::of(self, tx, organization, committee, meeting, &[]).await?;
        for attendee in &meeting.attendees {
            let entry = Some(calendar.told(meeting, Method::Cancel, &attendee.person));
            self.outbox.add(tx, organization, &pb::MeetingCancelled { entry }).await?;
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_host_of_an_address() {
        assert_eq!(host("https://hamgam.example:8443/app"), "hamgam.example");
        assert_eq!(host("http://localhost:8080"), "localhost");
        assert_eq!(host(""), "localhost");
    }
}
