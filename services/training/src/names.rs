//! The resource names that this service reads and writes.

kit::resource_name! {
    /// A course.
    pub(crate) struct CourseName = organizations/{organization}/courses/{course};
    /// A published version of a course.
    pub(crate) struct CourseVersionName = organizations/{organization}/courses/{course}/versions/{version};
    /// A curriculum.
    pub(crate) struct CurriculumName = organizations/{organization}/curricula/{curriculum};
    /// An assignment.
    pub(crate) struct AssignmentName = organizations/{organization}/assignments/{assignment};
    /// An enrolment.
    pub(crate) struct EnrollmentName = organizations/{organization}/enrollments/{enrollment};
    /// An attempt at a quiz.
    pub(crate) struct AttemptName = organizations/{organization}/enrollments/{enrollment}/attempts/{attempt};
    /// A certificate.
    pub(crate) struct CertificateName = organizations/{organization}/certificates/{certificate};
    /// A request for help.
    pub(crate) struct HelpRequestName = organizations/{organization}/helpRequests/{help_request};
    /// An article.
    pub(crate) struct ArticleName = organizations/{organization}/articles/{article};
    /// A published version of an article.
    pub(crate) struct ArticleVersionName = organizations/{organization}/articles/{article}/versions/{version};
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
    /// An intervention of adoption.
    pub(crate) struct InterventionName = organizations/{organization}/interventions/{intervention};
}
