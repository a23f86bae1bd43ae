//! The resource names of this service, and those of identity that it speaks of.

kit::resource_name! {
    /// The name of an application.
    pub struct ApplicationName = organizations/{organization}/applications/{application};
    /// The name of a feature.
    pub struct FeatureName = organizations/{organization}/applications/{application}/features/{feature};
    /// The name of a core task.
    pub struct CoreTaskName = organizations/{organization}/applications/{application}/coreTasks/{core_task};
    /// The name of an API key.
    pub struct ApiKeyName = organizations/{organization}/applications/{application}/apiKeys/{api_key};
    /// The name of a team.
    pub struct TeamName = organizations/{organization}/teams/{team};
    /// The name of a position.
    pub struct PositionName = organizations/{organization}/positions/{position};
    /// The name of a site.
    pub struct SiteName = organizations/{organization}/sites/{site};
}
