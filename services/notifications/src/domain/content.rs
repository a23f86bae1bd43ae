//! What a notification says, before it is put into a person's words.

use std::{borrow::Cow, collections::BTreeMap};

use jiff::{Timestamp, civil::Date, tz::TimeZone};
use kit::{calendar::Reader, localize::Text};
use serde::{Deserialize, Serialize};

use super::{kind::Kind, news::News};

/// The facts of one notification. Kept with the inbox row, so that it is told in whatever language it is read in.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "kind", rename_all = "snake_case")]
pub enum Content {
    /// An invitation to sign in.
    PersonInvited {
        /// The organization's name.
        organization: String,
        /// The path with the one-time token.
        link: String,
        /// When the link ceases to work.
        expires: Option<Timestamp>,
    },
    /// A link to a new password.
    PasswordReset {
        /// The path with the one-time token.
        link: String,
        /// When the link ceases to work.
        expires: Option<Timestamp>,
    },
    /// Something to learn was assigned.
    EnrollmentAssigned {
        /// What.
        title: Text,
        /// Until when.
        due: Option<Date>,
        /// Minutes that it takes; 0 when not known.
        #[serde(default)]
        minutes: u32,
        /// Whether it renews a certificate.
        #[serde(default)]
        renews: bool,
        /// Where it is.
        link: String,
    },
    /// It is due soon, or overdue.
    EnrollmentReminded {
        /// What.
        title: Text,
        /// Until when.
        due: Option<Date>,
        /// Whether that day has passed.
        overdue: bool,
        /// Where it is.
        link: String,
    },
    /// It is long overdue for somebody else.
    EnrollmentEscalated {
        /// What.
        title: Text,
        /// Who is late.
        person: String,
        /// Since when.
        due: Option<Date>,
        /// Where it is.
        link: String,
    },
    /// It is complete.
    EnrollmentCompleted {
        /// What.
        title: Text,
        /// Whether there is a certificate for it.
        certificate: bool,
        /// The certificate, or the learning.
        link: String,
    },
    /// A learner asks for help.
    HelpRequested {
        /// With what.
        title: Text,
        /// Who asks.
        person: String,
        /// What the learner wrote. May be empty.
        message: String,
        /// Where to answer.
        link: String,
    },
    /// The own request for help was answered.
    HelpAnswered {
        /// With what.
        title: Text,
        /// What the trainer wrote.
        message: String,
        /// Where it is.
        link: String,
    },
    /// A team was flagged.
    FlagRaised {
        /// Which team.
        team: String,
        /// Whether a person is asked to review it.
        review: bool,
        /// The finding in one sentence.
        sentence: Text,
        /// The likely cause, as the contract's value without its prefix: `KNOWLEDGE`. Empty: not known yet.
        barrier: String,
        /// The flag.
        link: String,
    },
    /// The flag was cleared.
    FlagCleared {
        /// Which team.
        team: String,
        /// How, as the contract's value without its prefix: `CLEARED`, `WITHDRAWN` or `REJECTED`.
        how: String,
        /// The flag.
        link: String,
    },
    /// Help for a team began.
    InterventionStarted {
        /// Which team.
        team: String,
        /// What is done.
        sentence: Text,
        /// The cause that it answers, as in [`Content::FlagRaised`].
        barrier: String,
        /// The intervention.
        link: String,
    },
    /// There is something to do for a team.
    TaskAssigned {
        /// Which team.
        team: String,
        /// What to do.
        title: Text,
        /// How to do it. May be empty.
        sentence: Text,
        /// Until when.
        due: Option<Date>,
        /// The task.
        link: String,
    },
    /// What feedback, champions and incentives tell.
    News(News),
}

/// A value that a template may use.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Fact {
    Text(String),
    Flag(bool),
    Count(usize),
}

/// The facts of a template by name. All names exist, so that a template can ask for what is not there.
pub(super) type Facts = BTreeMap<Cow<'static, str>, Fact>;

impl Content {
    /// The kind.
    pub fn kind(&self) -> Kind {
        match self {
            Self::PersonInvited { .. } => Kind::PersonInvited,
            Self::PasswordReset { .. } => Kind::PasswordReset,
            Self::EnrollmentAssigned { .. } => Kind::EnrollmentAssigned,
            Self::EnrollmentReminded { .. } => Kind::EnrollmentReminded,
            Self::EnrollmentEscalated { .. } => Kind::EnrollmentEscalated,
            Self::EnrollmentCompleted { .. } => Kind::EnrollmentCompleted,
            Self::HelpRequested { .. } => Kind::HelpRequested,
            Self::HelpAnswered { .. } => Kind::HelpAnswered,
            Self::FlagRaised { .. } => Kind::FlagRaised,
            Self::FlagCleared { .. } => Kind::FlagCleared,
            Self::InterventionStarted { .. } => Kind::InterventionStarted,
            Self::TaskAssigned { .. } => Kind::TaskAssigned,
            Self::News(news) => news.about,
        }
    }

    /// The path in the app that it leads to; empty for none.
    pub fn link(&self) -> &str {
        match self {
            Self::PersonInvited { link, .. }
            | Self::PasswordReset { link, .. }
            | Self::EnrollmentAssigned { link, .. }
            | Self::EnrollmentReminded { link, .. }
            | Self::EnrollmentEscalated { link, .. }
            | Self::EnrollmentCompleted { link, .. }
            | Self::HelpRequested { link, .. }
            | Self::HelpAnswered { link, .. }
            | Self::FlagRaised { link, .. }
            | Self::FlagCleared { link, .. }
            | Self::InterventionStarted { link, .. }
            | Self::TaskAssigned { link, .. }
            | Self::News(News { link, .. }) => link,
        }
    }

    /// The facts in the reader's language, calendar and digits.
    pub(super) fn facts(&self, reader: Reader, zone: &TimeZone) -> Facts {
        let mut facts = no_facts();
        let words = |text: &Text| text.get(reader.language).to_owned();
        let day = |date: &Option<Date>| date.map(|d| reader.full(d)).unwrap_or_default();
        let instant = |time: &Option<Timestamp>| time.map(|t| instant(t, reader, zone)).unwrap_or_default();
        let texts: Vec<(&'static str, String)> = match self {
            Self::News(news) => {
                facts.extend(news.facts(reader, zone));
                Vec::new()
            }
            Self::PersonInvited { organization, expires, .. } => {
                vec![("organization", organization.clone()), ("expires", instant(expires))]
            }
            Self::PasswordReset { expires, .. } => vec![("expires", instant(expires))],
            Self::EnrollmentAssigned { title, due, minutes, renews, .. } => {
                facts.insert("minutes".into(), Fact::Count(usize::try_from(*minutes).unwrap_or(usize::MAX)));
                facts.insert("renews".into(), Fact::Flag(*renews));
                let minutes = reader.digits.grouped(i64::from(*minutes));
                vec![("title", words(title)), ("due", day(due)), ("minutes_text", minutes)]
            }
            Self::EnrollmentReminded { title, due, overdue, .. } => {
                facts.insert("overdue".into(), Fact::Flag(*overdue));
                vec![("title", words(title)), ("due", day(due))]
            }
            Self::EnrollmentEscalated { title, person, due, .. } => {
                vec![("title", words(title)), ("person", person.clone()), ("due", day(due))]
            }
            Self::EnrollmentCompleted { title, certificate, .. } => {
                facts.insert("certificate".into(), Fact::Flag(*certificate));
                vec![("title", words(title))]
            }
            Self::HelpRequested { title, person, message, .. } => {
                vec![("title", words(title)), ("person", person.clone()), ("message", message.clone())]
            }
            Self::HelpAnswered { title, message, .. } => {
                vec![("title", words(title)), ("message", message.clone())]
            }
            Self::FlagRaised { team, review, sentence, barrier, .. } => {
                facts.insert("review".into(), Fact::Flag(*review));
                vec![("team", team.clone()), ("sentence", words(sentence)), ("barrier", barrier.clone())]
            }
            Self::FlagCleared { team, how, .. } => vec![("team", team.clone()), ("how", how.clone())],
            Self::InterventionStarted { team, sentence, barrier, .. } => {
                vec![("team", team.clone()), ("sentence", words(sentence)), ("barrier", barrier.clone())]
            }
            Self::TaskAssigned { team, title, sentence, due, .. } => vec![
                ("team", team.clone()),
                ("title", words(title)),
                ("sentence", words(sentence)),
                ("due", day(due)),
            ],
        };
        facts.extend(texts.into_iter().map(|(name, text)| (name.into(), Fact::Text(text))));
        facts
    }
}

/// Day and time of day where the reader is.
pub(super) fn instant(time: Timestamp, reader: Reader, zone: &TimeZone) -> String {
    let local = zone.to_datetime(time);
    let clock = reader.digits.write(&format!("{:02}:{:02}", local.hour(), local.minute()));
    let comma = if reader.language.is_right_to_left() { '،' } else { ',' };
    format!("{}{comma} {clock}", reader.full(local.date()))
}

/// Every name that a template may use, without a value.
pub(super) fn no_facts() -> Facts {
    let texts = [
        "organization",
        "expires",
        "title",
        "due",
        "minutes_text",
        "person",
        "message",
        "team",
        "how",
        "sentence",
        "barrier",
        "count_text",
        "more_text",
        "name",
    ];
    let mut facts: Facts = texts.into_iter().map(|n| (n.into(), Fact::Text(String::new()))).collect();
    facts.extend(
        ["renews", "overdue", "certificate", "review", "fixed"].map(|n| (n.into(), Fact::Flag(false))),
    );
    facts.extend(["minutes", "count", "more"].map(|n| (n.into(), Fact::Count(0))));
    facts
}
