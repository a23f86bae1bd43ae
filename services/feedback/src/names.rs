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
