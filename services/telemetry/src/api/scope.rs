//! What several calls begin with.

use kit::{
    auth::Caller,
    directory::{self, TeamTree},
    error::Error,
    localize::Text,
    violation::{Rule, Violations},
};
use proto::{access::v1::Role, localization::v1::LocalizedText};

use crate::{Telemetry, domain::name::ApplicationName, store};

/// The application, put away or not.
pub(super) async fn application(
    s: &Telemetry,
    name: &ApplicationName,
) -> Result<store::application::Application, Error> {
    let found = store::application::load(s.db.read(), &name.organization, &name.application).await?;
    found.ok_or_else(|| Error::not_found(name))
}

/// Checks a title: each language at most 200 characters, at least one written if it is needed.
pub(super) fn title(
    violations: &mut Violations,
    field: &str,
    title: Option<&LocalizedText>,
    needed: bool,
) -> Text {
    let text: Text = title.cloned().into();
    if needed && text.is_empty() {
        violations.add(field, "", Rule::Required);
    }
    for (language, value) in [("en", &text.en), ("fa", &text.fa), ("ar", &text.ar)] {
        violations.length(&format!("{field}.{language}"), value, 0..=200);
    }
    Text::new(kit::text::clean(&text.en), kit::text::clean(&text.fa), kit::text::clean(&text.ar))
}

/// Which teams' figures a caller may see.
pub(super) enum Sight {
    /// Every team's.
    All,
    /// These teams'.
    Some(Vec<String>),
}

impl Sight {
    /// HR, administrators, sponsors and champions of the whole organization see all; other champions their teams and
    /// those below; everybody the own team.
    pub(super) async fn of(s: &Telemetry, who: &Caller) -> Result<Self, Error> {
        if who.has_any(&[Role::Admin, Role::Hr, Role::Sponsor, Role::Champion]) {
            return Ok(Self::All);
        }
        let organization = who.organization();
        let mut teams = Vec::new();
        let championed = who.champion_of();
        if !championed.is_empty() {
            let tree: TeamTree = directory::teams(s.db.read(), organization).await?;
            teams = tree.subtree_of(championed);
        }
        let person = directory::person(s.db.read(), organization, who.person()?).await?;
        let today = kit::db::time::from_days(s.today());
        if let Some(own) = person.as_ref().and_then(|p| p.membership_on(today)) {
            teams.push(own.team.clone());
        }
        Ok(Self::Some(teams))
    }

    /// Whether a team's figures may be seen.
    pub(super) fn has(&self, team: &str) -> bool {
        match self {
            Self::All => true,
            Self::Some(teams) => teams.iter().any(|t| t == team),
        }
    }
}
