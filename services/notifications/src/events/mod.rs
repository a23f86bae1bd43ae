//! What people are told of: a file per event.

mod award_decided;
mod challenge_ended;
mod challenge_started;
mod champion_appointed;
mod champion_term_ended;
mod champion_thanked;
mod coverage_lost;
mod enrollment_assigned;
mod enrollment_completed;
mod enrollment_escalated;
mod enrollment_reminded;
mod flag_cleared;
mod flag_raised;
mod follow_up_due;
mod help_answered;
mod help_forwarded;
mod help_requested;
mod intervention_started;
mod meeting;
mod minutes_approved;
mod nomination_decided;
mod nomination_requested;
mod outcome_task;
mod password_reset_requested;
mod person_invited;
mod person_mentioned;
mod post_answered;
mod proposal_answered;
mod proposal_commented;
mod pulse_opened;
mod redemption_decided;
mod redemption_requested;
mod task_assigned;
mod thanks_given;
mod visit_requested;

use std::{collections::BTreeSet, marker::PhantomData, sync::Arc};

use async_trait::async_trait;
use jiff::{Timestamp, civil::Date};
use kit::{
    bus::{Consumer, Envelope},
    db::Tx,
    directory::{Parts, Person, Replica},
    error::Error,
};
use prost::Name;
use proto::{
    access::v1::Role, adoption::v1 as adoption, champions::v1 as champions, feedback::v1 as feedback,
    identity::v1 as identity, incentives::v1 as incentives, training::v1 as training,
};

use crate::{
    Notifications,
    mailer::Attachment,
    store::directory::{self, Directory},
    tell::{Cause, Letter},
};

/// All consumers. The copy of the directory comes first, so that a person who was entered and invited at once is known.
pub(crate) fn consumers(s: &Notifications) -> Vec<Arc<dyn Consumer>> {
    vec![
        Arc::new(Replica::new("notifications.directory", Parts::All)),
        Teller::<identity::PersonInvited>::consumer(s),
        Teller::<identity::PasswordResetRequested>::consumer(s),
        Teller::<training::EnrollmentAssigned>::consumer(s),
        Teller::<training::EnrollmentReminded>::consumer(s),
        Teller::<training::EnrollmentEscalated>::consumer(s),
        Teller::<training::EnrollmentCompleted>::consumer(s),
        Teller::<training::HelpRequested>::consumer(s),
        Teller::<training::HelpAnswered>::consumer(s),
        Teller::<adoption::FlagRaised>::consumer(s),
        Teller::<adoption::FlagCleared>::consumer(s),
        Teller::<adoption::InterventionStarted>::consumer(s),
        Teller::<adoption::TaskAssigned>::consumer(s),
        Teller::<feedback::ProposalAnswered>::consumer(s),
        Teller::<feedback::ProposalCommented>::consumer(s),
        Teller::<feedback::PersonMentioned>::consumer(s),
        Teller::<feedback::PulseOpened>::consumer(s),
        Teller::<feedback::MeetingInvited>::consumer(s),
        Teller::<feedback::MeetingUpdated>::consumer(s),
        Teller::<feedback::MeetingCancelled>::consumer(s),
        Teller::<feedback::MinutesApproved>::consumer(s),
        Teller::<feedback::OutcomeTaskAssigned>::consumer(s),
        Teller::<feedback::OutcomeTaskOverdue>::consumer(s),
        Teller::<champions::NominationRequested>::consumer(s),
        Teller::<champions::NominationDecided>::consumer(s),
        Teller::<champions::ChampionAppointed>::consumer(s),
        Teller::<champions::ChampionTermEnded>::consumer(s),
        Teller::<champions::CoverageLost>::consumer(s),
        Teller::<champions::VisitRequested>::consumer(s),
        Teller::<champions::HelpForwarded>::consumer(s),
        Teller::<champions::PostAnswered>::consumer(s),
        Teller::<champions::FollowUpDue>::consumer(s),
        Teller::<champions::ChampionThanked>::consumer(s),
        Teller::<incentives::ChallengeStarted>::consumer(s),
        Teller::<incentives::ChallengeEnded>::consumer(s),
        Teller::<incentives::AwardDecided>::consumer(s),
        Teller::<incentives::RedemptionRequested>::consumer(s),
        Teller::<incentives::RedemptionDecided>::consumer(s),
        Teller::<incentives::ThanksGiven>::consumer(s),
    ]
}

/// An event that people are told of.
#[async_trait]
trait Told: Name + Default + 'static {
    /// The consumer's name, which never changes: the key of the inbox.
    const CONSUMER: &'static str;

    /// Who is told what.
    async fn letters(&self, whom: &Whom<'_>) -> Result<Vec<Letter>, Error>;

    /// The application that it is about, for those who are to use it; empty for none. What champions and HR are told about
    /// teams is not.
    #[expect(clippy::unnecessary_literal_bound, reason = "who overrides it lends what the event holds")]
    fn application(&self) -> &str {
        ""
    }

    /// The files that come with the mails.
    fn attachments(&self) -> Vec<Attachment> {
        Vec::new()
    }
}

/// The people whom an event may concern.
struct Whom<'a> {
    tx: &'a Tx,
    directory: &'a Directory,
    time: Timestamp,
}

impl Whom<'_> {
    /// The person with this resource name. An event may overtake the person whom it is about: then it has to come again.
    async fn person(&self, name: &str) -> Result<Person, Error> {
        directory::person(self.tx, self.directory.id(), last_id(name))
            .await?
            .ok_or_else(|| Error::internal("the person of the event is not known yet"))
    }

    /// The people with these resource names.
    async fn people(&self, names: &[String]) -> Result<Vec<Person>, Error> {
        let mut people = Vec::with_capacity(names.len());
        for name in names {
            people.push(self.person(name).await?);
        }
        Ok(people)
    }

    /// The members of these teams and of those below.
    async fn members(&self, teams: &[String]) -> Result<Vec<Person>, Error> {
        let teams: Vec<&str> = teams.iter().map(|t| last_id(t)).collect();
        directory::members(self.tx, self.directory.id(), &teams, self.day()).await
    }

    /// The people with this role for the whole organization.
    async fn holders(&self, role: Role) -> Result<Vec<Person>, Error> {
        directory::holders(self.tx, self.directory.id(), role, self.day()).await
    }

    /// The champions of a team and of those judged with it.
    async fn champions(&self, team: &str, members: &[String]) -> Result<Vec<Person>, Error> {
        let teams: BTreeSet<&str> = members
            .iter()
            .map(String::as_str)
            .chain([team])
            .map(last_id)
            .filter(|id| !id.is_empty())
            .collect();
        let teams: Vec<&str> = teams.into_iter().collect();
        directory::champions(self.tx, self.directory.id(), &teams, self.day()).await
    }

    /// The champions of a team and everybody of HR, each once.
    async fn champions_and_hr(&self, team: &str, members: &[String]) -> Result<Vec<Person>, Error> {
        let mut all = self.champions(team, members).await?;
        all.extend(self.holders(Role::Hr).await?);
        Ok(each_once(all))
    }

    /// The organization's day when the event happened.
    fn day(&self) -> Date {
        self.directory.day(self.time)
    }
}

/// Tells people of events of one kind.
struct Teller<E> {
    service: Notifications,
    kind: PhantomData<fn() -> E>,
}

impl<E: Told> Teller<E> {
    fn consumer(service: &Notifications) -> Arc<dyn Consumer> {
        Arc::new(Self { service: service.clone(), kind: PhantomData })
    }
}

#[async_trait]
impl<E: Told> Consumer for Teller<E> {
    fn name(&self) -> &'static str {
        E::CONSUMER
    }

    fn kinds(&self) -> Vec<String> {
        vec![E::full_name()]
    }

    async fn consume(&self, tx: &Tx, event: &Envelope) -> Result<(), Error> {
        let directory = Directory::load(tx, &event.organization)
            .await?
            .ok_or_else(|| Error::internal("the organization of the event is not known yet"))?;
        let now = self.service.clock.now();
        let whom = Whom { tx, directory: &directory, time: event.time };
        let told = event.decode::<E>()?;
        let cause = Cause {
            event: event.id.clone(),
            application: Some(last_id(told.application()).to_owned()).filter(|id| !id.is_empty()),
            attachments: told.attachments(),
        };
        for letter in told.letters(&whom).await? {
            self.service.tell(tx, &directory, &cause, letter, now).await?;
        }
        Ok(())
    }
}

/// A letter of the same content to each of them.
fn to_all(people: Vec<Person>, content: &crate::domain::content::Content) -> Vec<Letter> {
    people.into_iter().map(|to| Letter { to, content: content.clone() }).collect()
}

fn each_once(mut people: Vec<Person>) -> Vec<Person> {
    people.sort_by(|a, b| a.id.cmp(&b.id));
    people.dedup_by(|a, b| a.id == b.id);
    people
}

/// The last id of a resource name: `t` of `organizations/o/teams/t`.
fn last_id(name: &str) -> &str {
    name.rsplit('/').next().unwrap_or_default()
}

/// A day of the contract; `None` for an empty one.
fn day(text: &str) -> Option<Date> {
    text.parse().ok()
}

/// An enum value of the contract without its prefix: `KNOWLEDGE` of `BARRIER_KNOWLEDGE`. Empty when it is not set.
fn bare(name: &str, prefix: &str) -> String {
    name.strip_prefix(prefix).filter(|n| *n != "UNSPECIFIED").unwrap_or_default().to_owned()
}
