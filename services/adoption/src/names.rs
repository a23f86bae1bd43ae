//! Resource names.

kit::resource_name! {
    /// A flag.
    pub struct FlagName = organizations/{organization}/flags/{flag};
    /// An intervention.
    pub struct InterventionName = organizations/{organization}/interventions/{intervention};
    /// A task of an intervention.
    pub struct TaskName = organizations/{organization}/interventions/{intervention}/tasks/{task};
    /// The playbook of a barrier.
    pub struct PlaybookName = organizations/{organization}/playbooks/{playbook};
    /// An evaluation on demand.
    pub struct EvaluationRunName = organizations/{organization}/evaluationRuns/{run};
    /// An application of telemetry.
    pub struct ApplicationName = organizations/{organization}/applications/{application};
    /// A team of identity.
    pub struct TeamName = organizations/{organization}/teams/{team};
    /// A position of identity.
    pub struct PositionName = organizations/{organization}/positions/{position};
    /// A site of identity.
    pub struct SiteName = organizations/{organization}/sites/{site};
    /// A course of training.
    pub struct CourseName = organizations/{organization}/courses/{course};
    /// A curriculum of training.
    pub struct CurriculumName = organizations/{organization}/curricula/{curriculum};
}

/// The last id of a resource name; an id stays as it is.
pub(crate) fn last(name: &str) -> &str {
    name.rsplit('/').next().unwrap_or_default()
}
