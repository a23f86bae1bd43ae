//! Founding an organization from inside: the demo, an import on the command line, an operator's first steps.

use jiff::civil::Date;
use kit::{
    auth::Role,
    error::Error,
    localize::Language,
    violation::{Rule, Violations},
};
use proto::{
    identity::v1::{Level, Theme},
    localization::v1::{Calendar, Digits},
};

use crate::{
    Identity,
    domain::{
        organization::{Organization, is_organization_id},
        person::{Person, RoleGrant},
    },
    store,
};

/// Who can sign in first.
#[derive(Debug, Clone)]
pub struct Founder {
    /// The id in the organization's own directory.
    pub external_id: String,
    /// What colleagues call the person.
    pub display_name: String,
    /// The address to sign in with.
    pub email: String,
    /// The password; the rules for passwords are the caller's business here.
    pub password: String,
    /// Roles beyond MEMBER. CHAMPION needs teams and is given by `SetRoles`.
    pub roles: Vec<Role>,
    /// The language of screens; `None` for the organization's.
    pub language: Option<Language>,
    /// The first day of employment.
    pub start_day: Date,
}

/// What a founder became.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Founded {
    /// The id of the person.
    pub person: String,
}

impl Identity {
    /// Founds an organization, or leaves the one with this id as it is. Answers whether it is new. An id that
    /// [`crate::domain::organization::is_organization_id`] does not take is refused.
    pub async fn found(
        &self,
        id: &str,
        display_name: &str,
        languages: &[Language],
        calendar: Calendar,
    ) -> Result<bool, Error> {
        if !is_organization_id(id) {
            let mut violations = Violations::new(Language::En);
            violations.add("organization_id", id, Rule::Malformed { expected: "acme-2".into() });
            return Err(Error::Invalid(violations));
        }
        let tx = self.db.begin().await?;
        if store::organization::load(&tx, id).await?.is_some() {
            return Ok(false);
        }
        let organization = Organization {
            id: id.to_owned(),
            display_name: display_name.to_owned(),
            languages: languages.to_vec(),
            calendar,
            digits: Digits::Unspecified,
            revision: 0,
            create_time: self.clock.now(),
        };
        store::organization::save(&tx, &organization).await?;
        self.put_organization(&tx, organization).await?;
        tx.commit().await?;
        Ok(true)
    }

    /// Enters somebody with a password, or gives it to whoever has the external id already. Roles are added to those that
    /// the person has.
    pub async fn add_founder(&self, organization: &str, founder: Founder) -> Result<Founded, Error> {
        let hash = self.hasher.hash(founder.password).await?;
        let tx = self.db.begin().await?;
        let known = store::person::id_of_external(&tx, organization, &founder.external_id).await?;
        let mut person = match known {
            Some(id) => store::person::load(&tx, organization, &id).await?,
            None => None,
        }
        .unwrap_or_else(|| Person {
            id: self.ids.next(),
            external_id: founder.external_id,
            display_name: founder.display_name,
            email: None,
            language: founder.language,
            calendar: Calendar::Unspecified,
            digits: Digits::Unspecified,
            theme: Theme::Unspecified,
            level: Level::Unspecified,
            site: None,
            manager: None,
            start_day: founder.start_day,
            end_day: None,
            memberships: Vec::new(),
            roles: Vec::new(),
            can_sign_in: true,
            revision: 0,
            create_time: self.clock.now(),
        });
        person.email = Some(founder.email);
        person.can_sign_in = true;
        for role in founder.roles {
            if !person.roles.iter().any(|g| g.role == role) {
                person.roles.push(RoleGrant { role, teams: Vec::new() });
            }
        }
        let id = person.id.clone();
        self.put_person(&tx, organization, person).await?;
        store::credential::save(&tx, organization, &id, &hash, self.clock.now()).await?;
        tx.commit().await?;
        Ok(Founded { person: id })
    }
}
