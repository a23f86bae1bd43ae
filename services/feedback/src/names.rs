//! The resource names that this service reads and writes.

kit::resource_name! {
    /// A proposal.
    pub(crate) struct ProposalName = organizations/{organization}/proposals/{proposal};
    /// What somebody said about a proposal.
    pub(crate) struct CommentName = organizations/{organization}/proposals/{proposal}/comments/{comment};
    /// An image of a proposal.
    pub(crate) struct AttachmentName = organizations/{organization}/proposals/{proposal}/attachments/{attachment};
    /// A pulse.
    pub(crate) struct PulseName = organizations/{organization}/pulses/{pulse};
    /// A round of a pulse.
    pub(crate) struct PulseRoundName = organizations/{organization}/pulses/{pulse}/rounds/{round};
    /// A committee.
    pub(crate) struct CommitteeName = organizations/{organization}/committees/{committee};
    /// A meeting of a committee.
    pub(crate) struct MeetingName = organizations/{organization}/meetings/{meeting};
    /// Something that a meeting speaks about.
    pub(crate) struct AgendaItemName = organizations/{organization}/meetings/{meeting}/agendaItems/{agenda_item};
    /// A vote in a meeting.
    pub(crate) struct PollName = organizations/{organization}/meetings/{meeting}/polls/{poll};
    /// What a meeting leaves behind.
    pub(crate) struct OutcomeName = organizations/{organization}/outcomes/{outcome};
    /// A flag of adoption.
    pub(crate) struct FlagName = organizations/{organization}/flags/{flag};
    /// A person of the directory.
    pub(crate) struct PersonName = organizations/{organization}/people/{person};
    /// A team of the directory.
    pub(crate) struct TeamName = organizations/{organization}/teams/{team};
    /// A position of the directory.
    pub(crate) struct PositionName = organizations/{organization}/positions/{position};
    /// A site of the directory.
    pub(crate) struct SiteName = organizations/{organization}/sites/{site};
    /// An application of telemetry.
    pub(crate) struct ApplicationName = organizations/{organization}/applications/{application};
    /// A feature of an application.
    pub(crate) struct FeatureName = organizations/{organization}/applications/{application}/features/{feature};
}

/// The minutes of a meeting: there is one of them, so that the name ends without an id.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct MinutesName {
    /// The id of the organization.
    pub(crate) organization: String,
    /// The id of the meeting.
    pub(crate) meeting: String,
}

impl MinutesName {
    /// The minutes of this meeting.
    pub(crate) fn of(organization: &str, meeting: &str) -> Self {
        Self { organization: organization.to_owned(), meeting: meeting.to_owned() }
    }
}

impl kit::name::ResourceName for MinutesName {
    const PATTERN: &'static str = "organizations/{organization}/meetings/{meeting}/minutes";

    fn organization(&self) -> &str {
        &self.organization
    }
}

impl std::fmt::Display for MinutesName {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{}/minutes", MeetingName::new(&self.organization, &self.meeting))
    }
}

impl std::str::FromStr for MinutesName {
    type Err = kit::name::NotAName;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        let wrong = kit::name::NotAName { pattern: <Self as kit::name::ResourceName>::PATTERN };
        let meeting: MeetingName =
            text.strip_suffix("/minutes").and_then(|rest| rest.parse().ok()).ok_or(wrong)?;
        Ok(Self { organization: meeting.organization, meeting: meeting.meeting })
    }
}
