//! What a notification is about, and how it is told unless the person chose otherwise.

use serde::{Deserialize, Serialize};

/// The kinds of notifications.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Kind {
    /// An invitation to sign in.
    PersonInvited,
    /// A link to a new password.
    PasswordReset,
    /// Something to learn was assigned.
    EnrollmentAssigned,
    /// It is due soon, or overdue.
    EnrollmentReminded,
    /// It is long overdue for somebody of one's own people.
    EnrollmentEscalated,
    /// It is complete.
    EnrollmentCompleted,
    /// A learner asks for help.
    HelpRequested,
    /// The own request for help was answered.
    HelpAnswered,
    /// A team was flagged.
    FlagRaised,
    /// The flag was cleared.
    FlagCleared,
    /// Help for a team began.
    InterventionStarted,
    /// There is something to do for a team.
    TaskAssigned,
    /// A few short questions wait.
    PulseOpened,
    /// A proposal was answered.
    ProposalAnswered,
    /// Somebody commented on a proposal.
    ProposalCommented,
    /// Somebody mentioned one.
    PersonMentioned,
    /// One is invited to a meeting.
    MeetingInvited,
    /// A meeting was changed.
    MeetingUpdated,
    /// A meeting does not take place.
    MeetingCancelled,
    /// The minutes of a meeting were approved.
    MinutesApproved,
    /// A meeting gave one a task.
    OutcomeTaskAssigned,
    /// The task is open after its day.
    OutcomeTaskOverdue,
    /// Somebody could become a champion, and one is asked about it.
    NominationRequested,
    /// A nomination that concerns oneself was decided.
    NominationDecided,
    /// One became a champion.
    ChampionAppointed,
    /// A champion's term ends soon, or is over.
    ChampionTermEnded,
    /// Teams lost their champion.
    CoverageLost,
    /// A team should be visited.
    VisitRequested,
    /// A colleague of one's teams asks for help.
    HelpForwarded,
    /// The own post among champions was answered.
    PostAnswered,
    /// The day has come to look again at a team.
    FollowUpDue,
    /// Somebody thanked one as a champion.
    ChampionThanked,
    /// A challenge of the own team began.
    ChallengeStarted,
    /// A challenge of the own team is over.
    ChallengeEnded,
    /// The own team has chosen its reward.
    AwardDecided,
    /// The reward of a team waits for approval.
    RedemptionRequested,
    /// The reward of the own team was approved or rejected.
    RedemptionDecided,
    /// A colleague thanks one or the own team.
    ThanksGiven,
    /// The daily digest.
    Digest,
}

/// When something comes by mail.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum MailMode {
    /// At once.
    Now,
    /// In the digest.
    Digest,
    /// Never.
    Off,
}

/// How one person wants to be told about one kind.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Preference {
    /// When it comes by mail.
    pub mail: MailMode,
    /// Whether it comes into the inbox.
    pub inbox: bool,
}

impl Kind {
    /// All kinds, as people see them in their preferences.
    pub const ALL: [Self; 39] = [
        Self::PersonInvited,
        Self::PasswordReset,
        Self::EnrollmentAssigned,
        Self::EnrollmentReminded,
        Self::EnrollmentEscalated,
        Self::EnrollmentCompleted,
        Self::HelpRequested,
        Self::HelpAnswered,
        Self::FlagRaised,
        Self::FlagCleared,
        Self::InterventionStarted,
        Self::TaskAssigned,
        Self::PulseOpened,
        Self::ProposalAnswered,
        Self::ProposalCommented,
        Self::PersonMentioned,
        Self::MeetingInvited,
        Self::MeetingUpdated,
        Self::MeetingCancelled,
        Self::MinutesApproved,
        Self::OutcomeTaskAssigned,
        Self::OutcomeTaskOverdue,
        Self::NominationRequested,
        Self::NominationDecided,
        Self::ChampionAppointed,
        Self::ChampionTermEnded,
        Self::CoverageLost,
        Self::VisitRequested,
        Self::HelpForwarded,
        Self::PostAnswered,
        Self::FollowUpDue,
        Self::ChampionThanked,
        Self::ChallengeStarted,
        Self::ChallengeEnded,
        Self::AwardDecided,
        Self::RedemptionRequested,
        Self::RedemptionDecided,
        Self::ThanksGiven,
        Self::Digest,
    ];

    /// The name of its template and of its rows: `enrollment_assigned`.
    pub fn code(self) -> &'static str {
        match self {
            Self::PersonInvited => "person_invited",
            Self::PasswordReset => "password_reset",
            Self::EnrollmentAssigned => "enrollment_assigned",
            Self::EnrollmentReminded => "enrollment_reminded",
            Self::EnrollmentEscalated => "enrollment_escalated",
            Self::EnrollmentCompleted => "enrollment_completed",
            Self::HelpRequested => "help_requested",
            Self::HelpAnswered => "help_answered",
            Self::FlagRaised => "flag_raised",
            Self::FlagCleared => "flag_cleared",
            Self::InterventionStarted => "intervention_started",
            Self::TaskAssigned => "task_assigned",
            Self::PulseOpened => "pulse_opened",
            Self::ProposalAnswered => "proposal_answered",
            Self::ProposalCommented => "proposal_commented",
            Self::PersonMentioned => "person_mentioned",
            Self::MeetingInvited => "meeting_invited",
            Self::MeetingUpdated => "meeting_updated",
            Self::MeetingCancelled => "meeting_cancelled",
            Self::MinutesApproved => "minutes_approved",
            Self::OutcomeTaskAssigned => "outcome_task_assigned",
            Self::OutcomeTaskOverdue => "outcome_task_overdue",
            Self::NominationRequested => "nomination_requested",
            Self::NominationDecided => "nomination_decided",
            Self::ChampionAppointed => "champion_appointed",
            Self::ChampionTermEnded => "champion_term_ended",
            Self::CoverageLost => "coverage_lost",
            Self::VisitRequested => "visit_requested",
            Self::HelpForwarded => "help_forwarded",
            Self::PostAnswered => "post_answered",
            Self::FollowUpDue => "follow_up_due",
            Self::ChampionThanked => "champion_thanked",
            Self::ChallengeStarted => "challenge_started",
            Self::ChallengeEnded => "challenge_ended",
            Self::AwardDecided => "award_decided",
            Self::RedemptionRequested => "redemption_requested",
            Self::RedemptionDecided => "redemption_decided",
            Self::ThanksGiven => "thanks_given",
            Self::Digest => "digest",
        }
    }

    /// The kind with this code.
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|k| k.code() == code)
    }

    /// Whether it is about the person's own account, so that it always comes by mail at once, and by mail only: its
    /// link opens the account.
    pub fn is_fixed(self) -> bool {
        matches!(self, Self::PersonInvited | Self::PasswordReset)
    }

    /// Whether a calendar entry comes with it: a calendar that misses one is wrong, so the limit of a day does not hold it back.
    pub fn has_calendar(self) -> bool {
        matches!(self, Self::MeetingInvited | Self::MeetingUpdated | Self::MeetingCancelled)
    }

    /// Whether a person can be told about it as such; the digest only gathers what others say.
    pub fn is_told(self) -> bool {
        self != Self::Digest
    }

    /// How it is told to whoever chose nothing: by mail at once where a person is waiting or a day is set, else in the
    /// digest.
    pub fn usual(self) -> Preference {
        let mail = match self {
            Self::PersonInvited
            | Self::PasswordReset
            | Self::EnrollmentAssigned
            | Self::EnrollmentReminded
            | Self::HelpRequested
            | Self::HelpAnswered
            | Self::FlagRaised
            | Self::TaskAssigned
            | Self::PulseOpened
            | Self::ProposalAnswered
            | Self::PersonMentioned
            | Self::MeetingInvited
            | Self::MeetingUpdated
            | Self::MeetingCancelled
            | Self::OutcomeTaskAssigned
            | Self::OutcomeTaskOverdue
            | Self::MinutesApproved
            | Self::NominationRequested
            | Self::NominationDecided
            | Self::ChampionAppointed
            | Self::ChampionTermEnded
            | Self::CoverageLost
            | Self::VisitRequested
            | Self::HelpForwarded
            | Self::ChallengeStarted
            | Self::ChallengeEnded
            | Self::RedemptionRequested
            | Self::RedemptionDecided
            | Self::Digest => MailMode::Now,
            Self::EnrollmentEscalated
            | Self::EnrollmentCompleted
            | Self::FlagCleared
            | Self::InterventionStarted
            | Self::ProposalCommented
            | Self::PostAnswered
            | Self::FollowUpDue
            | Self::ChampionThanked
            | Self::AwardDecided
            | Self::ThanksGiven => MailMode::Digest,
        };
        Preference { mail, inbox: !self.is_fixed() && self.is_told() }
    }
}

impl MailMode {
    /// Its name in rows.
    pub fn code(self) -> &'static str {
        match self {
            Self::Now => "now",
            Self::Digest => "digest",
            Self::Off => "off",
        }
    }

    /// The mode with this code.
    pub fn from_code(code: &str) -> Option<Self> {
        [Self::Now, Self::Digest, Self::Off].into_iter().find(|m| m.code() == code)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn codes_are_read_as_they_are_written() {
        for kind in Kind::ALL {
            assert_eq!(Kind::from_code(kind.code()), Some(kind));
        }
        assert_eq!(Kind::from_code("gossip"), None);
    }

    #[test]
    fn what_opens_an_account_comes_by_mail_at_once_and_never_into_the_inbox() {
        for kind in Kind::ALL.into_iter().filter(|k| k.is_fixed()) {
            assert_eq!(kind.usual(), Preference { mail: MailMode::Now, inbox: false });
        }
    }
}
