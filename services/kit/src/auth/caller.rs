//! The caller of a request, as handlers see it.

use std::str::FromStr;

use proto::access::v1::Role;
use serde::{Deserialize, Serialize};
use tonic::{Extensions, Request};

use crate::{
    error::Error,
    localize::Language,
    name::ResourceName,
    violation::{Rule, Violations},
};

/// A role that a person holds, everywhere or for the teams below one team.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Grant {
    /// The role.
    pub role: Role,
    /// The team that it is limited to, with all teams below; `None` for the whole organization.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub team: Option<String>,
}

/// A signed-in person.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Person {
    /// The organization's id.
    pub organization: String,
    /// The person's id.
    pub person: String,
    /// The session that the token belongs to.
    pub session: String,
    /// What the person may do.
    pub grants: Vec<Grant>,
}

#[derive(Debug, Clone, PartialEq, Eq)]
enum Who {
    Anonymous,
    Person(Person),
    Service { name: String, organization: String },
}

/// Who calls, and in which language they read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Caller {
    who: Who,
    language: Language,
}

impl Caller {
    /// Somebody who did not sign in.
    pub fn anonymous() -> Self {
        Self { who: Who::Anonymous, language: Language::En }
    }

    /// A signed-in person.
    pub fn signed_in(person: Person) -> Self {
        Self { who: Who::Person(person), language: Language::En }
    }

    /// Another service, on behalf of an organization.
    pub fn service(name: impl Into<String>, organization: impl Into<String>) -> Self {
        Self {
            who: Who::Service { name: name.into(), organization: organization.into() },
            language: Language::En,
        }
    }

    /// The same caller, reading `language`.
    #[must_use]
    pub fn reading(mut self, language: Language) -> Self {
        self.language = language;
        self
    }

    /// The caller of a request. The access layer put it there.
    pub fn of<T>(request: &Request<T>) -> Result<Self, Error> {
        Self::from_extensions(request.extensions())
    }

    /// The same, when the request was taken apart already.
    pub fn from_extensions(extensions: &Extensions) -> Result<Self, Error> {
        extensions
            .get::<Self>()
            .cloned()
            .ok_or_else(|| Error::internal("a request reached a handler without passing the access layer"))
    }

    /// The organization that the caller belongs to or acts for; empty for somebody who did not sign in.
    pub fn organization(&self) -> &str {
        match &self.who {
            Who::Anonymous => "",
            Who::Person(p) => &p.organization,
            Who::Service { organization, .. } => organization,
        }
    }

    /// The id of the person who calls.
    pub fn person(&self) -> Result<&str, Error> {
        match &self.who {
            Who::Person(p) => Ok(&p.person),
            _ => Err(Error::Denied),
        }
    }

    /// The session of the person who calls.
    pub fn session(&self) -> Result<&str, Error> {
        match &self.who {
            Who::Person(p) => Ok(&p.session),
            _ => Err(Error::Denied),
        }
    }

    /// Whether nobody signed in.
    pub fn is_anonymous(&self) -> bool {
        self.who == Who::Anonymous
    }

    /// Whether another service calls.
    pub fn is_service(&self) -> bool {
        matches!(self.who, Who::Service { .. })
    }

    /// The grants of the person who calls; none for a service.
    pub fn grants(&self) -> &[Grant] {
        match &self.who {
            Who::Person(p) => &p.grants,
            _ => &[],
        }
    }

    /// Whether the caller holds a role for the whole organization. A service holds every role.
    pub fn has(&self, role: Role) -> bool {
        self.is_service() || self.grants().iter().any(|g| g.role == role && g.team.is_none())
    }

    /// Whether the caller holds one of the roles for the whole organization.
    pub fn has_any(&self, roles: &[Role]) -> bool {
        roles.iter().any(|r| self.has(*r))
    }

    /// Whether the caller holds a role at all, for the whole organization or for some teams.
    pub fn holds(&self, role: Role) -> bool {
        self.is_service() || self.grants().iter().any(|g| g.role == role)
    }

    /// The teams that a role of the caller is limited to.
    pub fn teams_of(&self, role: Role) -> Vec<&str> {
        self.grants().iter().filter(|g| g.role == role).filter_map(|g| g.team.as_deref()).collect()
    }

    /// The teams that the caller is a champion of, each with all teams below it.
    pub fn champion_of(&self) -> Vec<&str> {
        self.teams_of(Role::Champion)
    }

    /// The language that the caller reads, from `accept-language`.
    pub fn language(&self) -> Language {
        self.language
    }

    /// An empty list of violations in the caller's language.
    pub fn violations(&self) -> Violations {
        Violations::new(self.language)
    }

    /// Reads a resource name. A malformed one is a violation of `field`; one of another organization does not exist.
    pub fn parse<N>(&self, field: &str, text: &str) -> Result<N, Error>
    where
        N: ResourceName + FromStr,
    {
        let Ok(name) = text.parse::<N>() else {
            let mut violations = self.violations();
            violations.add(field, text, Rule::NotAName { pattern: N::PATTERN });
            return Err(Error::Invalid(violations));
        };
        if name.organization() == self.organization() { Ok(name) } else { Err(Error::not_found(text)) }
    }
}
