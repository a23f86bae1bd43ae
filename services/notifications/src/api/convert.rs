//! Between the contract and what this service knows.

use std::collections::BTreeMap;

use jiff::tz::TimeZone;
use kit::{calendar::Reader, db::time, error::Error};
use proto::notifications::v1 as pb;

use super::{MailName, NotificationName, PersonName, PreferencesName};
use crate::{
    domain::{
        kind::{Kind, MailMode, Preference},
        render::Renderer,
    },
    mailer::Attachment,
    store::{
        delivery::{Delivery, State},
        notification::Notification,
    },
};

pub(super) fn kind(kind: Kind) -> pb::NotificationKind {
    match kind {
        Kind::PersonInvited => pb::NotificationKind::PersonInvited,
        Kind::PasswordReset => pb::NotificationKind::PasswordReset,
        Kind::EnrollmentAssigned => pb::NotificationKind::EnrollmentAssigned,
        Kind::EnrollmentReminded => pb::NotificationKind::EnrollmentReminded,
        Kind::EnrollmentEscalated => pb::NotificationKind::EnrollmentEscalated,
        Kind::EnrollmentCompleted => pb::NotificationKind::EnrollmentCompleted,
        Kind::HelpRequested => pb::NotificationKind::HelpRequested,
        Kind::HelpAnswered => pb::NotificationKind::HelpAnswered,
        Kind::FlagRaised => pb::NotificationKind::FlagRaised,
        Kind::FlagCleared => pb::NotificationKind::FlagCleared,
        Kind::InterventionStarted => pb::NotificationKind::InterventionStarted,
        Kind::TaskAssigned => pb::NotificationKind::TaskAssigned,
        Kind::PulseOpened => pb::NotificationKind::PulseOpened,
        Kind::ProposalAnswered => pb::NotificationKind::ProposalAnswered,
        Kind::ProposalCommented => pb::NotificationKind::ProposalCommented,
        Kind::PersonMentioned => pb::NotificationKind::PersonMentioned,
        Kind::MeetingInvited => pb::NotificationKind::MeetingInvited,
        Kind::MeetingUpdated => pb::NotificationKind::MeetingUpdated,
        Kind::MeetingCancelled => pb::NotificationKind::MeetingCancelled,
        Kind::MinutesApproved => pb::NotificationKind::MinutesApproved,
        Kind::OutcomeTaskAssigned => pb::NotificationKind::OutcomeTaskAssigned,
        Kind::OutcomeTaskOverdue => pb::NotificationKind::OutcomeTaskOverdue,
        Kind::NominationRequested => pb::NotificationKind::NominationRequested,
        Kind::NominationDecided => pb::NotificationKind::NominationDecided,
        Kind::ChampionAppointed => pb::NotificationKind::ChampionAppointed,
        Kind::ChampionTermEnded => pb::NotificationKind::ChampionTermEnded,
        Kind::CoverageLost => pb::NotificationKind::CoverageLost,
        Kind::VisitRequested => pb::NotificationKind::VisitRequested,
        Kind::HelpForwarded => pb::NotificationKind::HelpForwarded,
        Kind::PostAnswered => pb::NotificationKind::PostAnswered,
        Kind::FollowUpDue => pb::NotificationKind::FollowUpDue,
        Kind::ChampionThanked => pb::NotificationKind::ChampionThanked,
        Kind::ChallengeStarted => pb::NotificationKind::ChallengeStarted,
        Kind::ChallengeEnded => pb::NotificationKind::ChallengeEnded,
        Kind::AwardDecided => pb::NotificationKind::AwardDecided,
        Kind::RedemptionRequested => pb::NotificationKind::RedemptionRequested,
        Kind::RedemptionDecided => pb::NotificationKind::RedemptionDecided,
        Kind::ThanksGiven => pb::NotificationKind::ThanksGiven,
        Kind::Digest => pb::NotificationKind::Digest,
    }
}

/// The kind of a value of the contract; `None` when it is not set or not known.
pub(super) fn kind_of(value: i32) -> Option<Kind> {
    let value = pb::NotificationKind::try_from(value).ok()?;
    Kind::ALL.into_iter().find(|k| kind(*k) == value)
}

fn mail_mode(mode: MailMode) -> pb::MailMode {
    match mode {
        MailMode::Now => pb::MailMode::Now,
        MailMode::Digest => pb::MailMode::Digest,
        MailMode::Off => pb::MailMode::Off,
    }
}

/// The mode of a value of the contract; `None` when it is not set or not known.
pub(super) fn mail_mode_of(value: i32) -> Option<MailMode> {
    match pb::MailMode::try_from(value) {
        Ok(pb::MailMode::Now) => Some(MailMode::Now),
        Ok(pb::MailMode::Digest) => Some(MailMode::Digest),
        Ok(pb::MailMode::Off) => Some(MailMode::Off),
        Ok(pb::MailMode::Unspecified) | Err(_) => None,
    }
}

fn state(state: State) -> pb::MailState {
    match state {
        State::Pending => pb::MailState::Pending,
        State::Sent => pb::MailState::Sent,
        State::Recorded => pb::MailState::Recorded,
        State::Failed => pb::MailState::Failed,
    }
}

/// The state of a value of the contract; `None` when it is not set or not known.
pub(super) fn state_of(value: i32) -> Option<State> {
    match pb::MailState::try_from(value) {
        Ok(pb::MailState::Pending) => Some(State::Pending),
        Ok(pb::MailState::Sent) => Some(State::Sent),
        Ok(pb::MailState::Recorded) => Some(State::Recorded),
        Ok(pb::MailState::Failed) => Some(State::Failed),
        Ok(pb::MailState::Unspecified) | Err(_) => None,
    }
}

/// A notification in the reader's words.
pub(super) fn notification(
    organization: &str,
    notification: &Notification,
    renderer: &Renderer,
    reader: Reader,
    zone: &TimeZone,
) -> Result<pb::Notification, Error> {
    let told = renderer.tell(&notification.content, reader, zone).map_err(Error::internal)?;
    Ok(pb::Notification {
        name: NotificationName::new(organization, notification.id.as_str()).to_string(),
        kind: kind(notification.content.kind()).into(),
        title: told.subject,
        body: told.paragraphs.join("\n\n"),
        link: notification.content.link().to_owned(),
        create_time: Some(time::to_proto(notification.create_time)),
        read_time: notification.read_time.map(time::to_proto),
    })
}

/// What the person chose, and what is usual for the rest.
pub(super) fn preferences(name: &PreferencesName, chosen: &BTreeMap<Kind, Preference>) -> pb::Preferences {
    let kinds = Kind::ALL
        .into_iter()
        .filter(|k| k.is_told())
        .map(|k| {
            let Preference { mail, inbox } = chosen.get(&k).copied().unwrap_or_else(|| k.usual());
            pb::KindPreference {
                kind: kind(k).into(),
                mail: mail_mode(mail).into(),
                inbox,
                fixed: k.is_fixed(),
            }
        })
        .collect();
    pb::Preferences { name: name.to_string(), kinds }
}

/// A mail without its text.
pub(super) fn mail_line(delivery: Delivery) -> pb::RecordedMail {
    pb::RecordedMail {
        attachments: Vec::new(),
        name: MailName::new(delivery.organization.as_str(), delivery.id).to_string(),
        person: PersonName::new(delivery.organization, delivery.person).to_string(),
        address: delivery.mail.address,
        kind: kind(delivery.kind).into(),
        language: delivery.language.to_proto().into(),
        subject: delivery.mail.subject,
        text: String::new(),
        html: String::new(),
        state: state(delivery.state).into(),
        attempts: i32::try_from(delivery.attempts).unwrap_or(i32::MAX),
        last_error: delivery.last_error,
        message_id: delivery.mail.message_id,
        create_time: Some(time::to_proto(delivery.mail.time)),
        finish_time: delivery.finish_time.map(time::to_proto),
    }
}

/// A mail with its text.
pub(super) fn mail(mut delivery: Delivery) -> pb::RecordedMail {
    let text = std::mem::take(&mut delivery.mail.text);
    let html = std::mem::take(&mut delivery.mail.html);
    let file = |one: Attachment| pb::MailAttachment {
        file_name: one.file_name,
        content_type: one.content_type,
        content: one.content,
    };
    let attachments = std::mem::take(&mut delivery.mail.attachments).into_iter().map(file).collect();
    pb::RecordedMail { text, html, attachments, ..mail_line(delivery) }
}
