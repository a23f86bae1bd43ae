//! The names of identity's resources.

pub use kit::name::OrganizationName;

kit::resource_name! {
    /// The name of a site.
    pub struct SiteName = organizations/{organization}/sites/{site};
    /// The name of a team.
    pub struct TeamName = organizations/{organization}/teams/{team};
    /// The name of a position.
    pub struct PositionName = organizations/{organization}/positions/{position};
    /// The name of a person.
    pub struct PersonName = organizations/{organization}/people/{person};
}
