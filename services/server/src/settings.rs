//! `hamgam config print`: every setting that is in force, what nobody set too; a table that a service would refuse is refused
//! here. What is secret stays so.

use champions::ChampionsConfig;
use feedback::FeedbackConfig;
use identity::config::IdentityConfig;
use incentives::IncentivesConfig;
use kit::{config::Config, error::Error};
use notifications::config::NotificationsConfig;
use serde::{Serialize, de::DeserializeOwned};
use telemetry::config::TelemetryConfig;
use toml::Value;
use training::TrainingConfig;

use crate::output;

/// What is shown in place of a secret.
const HIDDEN: &str = "(hidden)";

pub(crate) fn print(mut config: Config) -> anyhow::Result<()> {
    complete::<IdentityConfig>(&mut config, "identity")?;
    complete::<TelemetryConfig>(&mut config, "telemetry")?;
    complete::<TrainingConfig>(&mut config, "training")?;
    complete::<FeedbackConfig>(&mut config, "feedback")?;
    complete::<ChampionsConfig>(&mut config, "champions")?;
    complete::<IncentivesConfig>(&mut config, "incentives")?;
    complete::<NotificationsConfig>(&mut config, "notifications")?;
    if let Some(password) = config.services.get_mut("notifications").and_then(|n| n.get_mut("smtp_password"))
        && password.as_str() != Some("")
    {
        *password = HIDDEN.into();
    }
    config.database.url = without_password(&config.database.url);
    Ok(output::print(&config.to_toml()?)?)
}

/// The whole table of a service.
fn complete<T: DeserializeOwned + Serialize + Default>(
    config: &mut Config,
    service: &str,
) -> Result<(), Error> {
    let table = Value::try_from(config.section::<T>(service)?).map_err(Error::internal)?;
    config.services.insert(service.to_owned(), table);
    Ok(())
}

/// `postgres://user:password@host/database` without what only the database should know.
fn without_password(url: &str) -> String {
    let hidden = url.split_once("://").and_then(|(scheme, rest)| {
        let (signed_in, host) = rest.rsplit_once('@')?;
        let (user, _) = signed_in.split_once(':')?;
        Some(format!("{scheme}://{user}:{HIDDEN}@{host}"))
    });
    hidden.unwrap_or_else(|| url.to_owned())
}

#[cfg(test)]
mod tests {
    use super::without_password;

    #[test]
    fn an_address_is_shown_without_its_password() {
        assert_eq!(without_password("postgres://a:b:c@d@host/db"), "postgres://a:(hidden)@host/db");
        for open in ["sqlite:data", "postgres://host/db", "postgres://a@host/db"] {
            assert_eq!(without_password(open), open);
        }
    }
}
