//! The resource names that this service reads and writes.

kit::resource_name! {
    /// A programme.
    pub(crate) struct ProgrammeName = organizations/{organization}/programmes/{programme};
    /// A nomination.
    pub(crate) struct NominationName = organizations/{organization}/nominations/{nomination};
    /// A champion.
    pub(crate) struct ChampionName = organizations/{organization}/champions/{champion};
    /// Thanks to a champion.
    pub(crate) struct ThanksName = organizations/{organization}/champions/{champion}/thanks/{thanks};
    /// A check-in.
    pub(crate) struct CheckInName = organizations/{organization}/checkIns/{check_in};
    /// A visit.
    pub(crate) struct VisitName = organizations/{organization}/visits/{visit};
    /// A request for help that went to champions.
    pub(crate) struct ForwardedHelpName = organizations/{organization}/forwardedHelp/{forwarded_help};
    /// A material.
    pub(crate) struct MaterialName = organizations/{organization}/materials/{material};
    /// A post.
    pub(crate) struct PostName = organizations/{organization}/posts/{post};
    /// An answer to a post.
    pub(crate) struct AnswerName = organizations/{organization}/posts/{post}/answers/{answer};
    /// A staged start.
    pub(crate) struct StagedStartName = organizations/{organization}/stagedStarts/{staged_start};
    /// A person of the directory.
    pub(crate) struct PersonName = organizations/{organization}/people/{person};
    /// A team of the directory.
    pub(crate) struct TeamName = organizations/{organization}/teams/{team};
    /// An application of telemetry.
    pub(crate) struct ApplicationName = organizations/{organization}/applications/{application};
    /// A curriculum of training.
    pub(crate) struct CurriculumName = organizations/{organization}/curricula/{curriculum};
    /// A course of training.
    pub(crate) struct CourseName = organizations/{organization}/courses/{course};
    /// An article of training.
    pub(crate) struct ArticleName = organizations/{organization}/articles/{article};
    /// A request for help of training.
    pub(crate) struct HelpRequestName = organizations/{organization}/helpRequests/{help_request};
    /// An intervention of adoption.
    pub(crate) struct InterventionName = organizations/{organization}/interventions/{intervention};
    /// A flag of adoption.
    pub(crate) struct FlagName = organizations/{organization}/flags/{flag};
}
