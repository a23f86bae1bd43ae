//! Settings: a file, and the environment over it. Nothing else in Hamgam reads the environment.
//!
//! `hamgam.toml` has a table per service; `HAMGAM_SERVER__LISTEN=0.0.0.0:8080` sets `listen` in `[server]`. A key that
//! nobody knows is refused, with the file and the key.

use std::{collections::BTreeMap, net::SocketAddr, path::Path};

use serde::{
    Deserialize, Deserializer, Serialize,
    de::{DeserializeOwned, Error as _},
};
use toml::{Table, Value};

use crate::{db::DbConfig, error::Error, network::Networks};

const PREFIX: &str = "HAMGAM_";

/// All settings.
#[derive(Debug, Clone, Default, Serialize, Deserialize)]
#[serde(default)]
pub struct Config {
    /// The address and what belongs to it.
    pub server: ServerConfig,
    /// Where the services keep their data.
    pub database: DbConfig,
    /// A table per service, read by [`Config::section`].
    #[serde(flatten)]
    pub services: BTreeMap<String, Value>,
}

/// The address and what belongs to it.
#[derive(Debug, Clone, Serialize, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct ServerConfig {
    /// The one address that serves the app, gRPC, gRPC-Web and ingestion. Default `127.0.0.1:8080`.
    pub listen: SocketAddr,
    /// The address that people use, for links in mails. Default `http://localhost:8080`.
    pub public_url: String,
    /// Whom mails and calendar entries come from. Default `Hamgam <hamgam@localhost>`.
    pub mail_from: String,
    /// The file with the keys that sign access tokens, made at the first start; every process of an installation reads the
    /// same one, and `hamgam keys rotate` adds to it. Default `data/signing-key.pem`.
    pub signing_key: String,
    /// How long calls under way may take when the server stops, in seconds. Default 10.
    pub drain_seconds: u64,
    /// The networks of the proxies in front: `["10.0.0.0/8"]`. Only what comes from there may say for whom it comes
    /// (`x-forwarded-for`, or `forwarded` as in RFC 7239); sign-ins are limited by the address that is found so. Default none.
    #[serde(deserialize_with = "trusted_proxies")]
    pub trusted_proxies: Networks,
}

impl Default for ServerConfig {
    fn default() -> Self {
        Self {
            listen: SocketAddr::from(([127, 0, 0, 1], 8080)),
            public_url: "http://localhost:8080".into(),
            mail_from: "Hamgam <hamgam@localhost>".into(),
            signing_key: "data/signing-key.pem".into(),
            drain_seconds: 10,
            trusted_proxies: Networks::default(),
        }
    }
}

/// Names the setting, which is lost on the way through the tables of services.
fn trusted_proxies<'de, D: Deserializer<'de>>(given: D) -> Result<Networks, D::Error> {
    Networks::deserialize(given).map_err(|e| D::Error::custom(format!("[server] trusted_proxies: {e}")))
}

impl ServerConfig {
    /// The address that mails come from, without the name before it.
    pub fn mail_address(&self) -> &str {
        let inside = self.mail_from.rsplit_once('<').and_then(|(_, rest)| rest.split('>').next());
        inside.unwrap_or(&self.mail_from).trim()
    }
}

/// The tables that a settings file may have.
const SECTIONS: &[&str] = &[
    "server",
    "database",
    "identity",
    "training",
    "telemetry",
    "adoption",
    "feedback",
    "champions",
    "incentives",
    "notifications",
    "gateway",
];

/// Of them, those of services that read nothing from a file: their settings are the organization's, or `[server]`'s.
const WITHOUT_SETTINGS: &[&str] = &["adoption", "gateway"];

impl Config {
    /// Reads the file, if there is one, then the environment.
    pub fn load(file: Option<&Path>) -> Result<Self, Error> {
        let mut table = match file {
            None => Table::new(),
            Some(file) => {
                let text = std::fs::read_to_string(file)
                    .map_err(|e| Error::internal(format!("cannot read {}: {e}", file.display())))?;
                text.parse().map_err(|e| Error::internal(format!("{}: {e}", file.display())))?
            }
        };
        // Others may have set what no text holds; it is not ours then.
        let variables = std::env::vars_os();
        overlay(
            &mut table,
            variables.filter_map(|(k, v)| Some((k.into_string().ok()?, v.into_string().ok()?))),
        );
        Self::from_table(table)
    }

    fn from_table(table: Table) -> Result<Self, Error> {
        if let Some(unknown) = table.keys().find(|k| !SECTIONS.contains(&k.as_str())) {
            let known = SECTIONS.join(", ");
            return Err(Error::internal(format!(
                "settings: there is no table `{unknown}`; there are {known}"
            )));
        }
        for section in WITHOUT_SETTINGS {
            // An empty table says nothing wrong.
            let key = match table.get(*section) {
                Some(Value::Table(settings)) => settings.keys().next(),
                _ => None,
            };
            if let Some(key) = key {
                return Err(Error::internal(format!(
                    "settings: [{section}]: there is no `{key}`; nothing is set in this table"
                )));
            }
        }
        Value::Table(table).try_into().map_err(|e| Error::internal(format!("settings: {e}")))
    }

    /// The table of a service, with defaults for what it does not say. Unknown keys are refused if `T` refuses them.
    pub fn section<T: DeserializeOwned + Default>(&self, service: &str) -> Result<T, Error> {
        match self.services.get(service) {
            None => Ok(T::default()),
            Some(value) => {
                value.clone().try_into().map_err(|e| Error::internal(format!("settings: [{service}]: {e}")))
            }
        }
    }

    /// The settings as a file that [`Config::load`] reads.
    pub fn to_toml(&self) -> Result<String, Error> {
        toml::to_string_pretty(self).map_err(Error::internal)
    }
}

fn overlay(table: &mut Table, variables: impl Iterator<Item = (String, String)>) {
    for (name, value) in variables {
        let Some(path) = name.strip_prefix(PREFIX) else { continue };
        let Some((section, key)) = path.split_once("__") else { continue };
        let section = table.entry(section.to_lowercase()).or_insert_with(|| Value::Table(Table::new()));
        if let Value::Table(section) = section {
            section.insert(key.to_lowercase(), literal(&value));
        }
    }
}

/// A number, a truth value or a list if it reads as one, else the text itself.
fn literal(text: &str) -> Value {
    format!("v = {text}")
        .parse::<Table>()
        .ok()
        .and_then(|mut t| t.remove("v"))
        .unwrap_or_else(|| Value::String(text.to_owned()))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn variables(pairs: &[(&str, &str)]) -> impl Iterator<Item = (String, String)> {
        pairs.iter().map(|(k, v)| ((*k).to_owned(), (*v).to_owned())).collect::<Vec<_>>().into_iter()
    }

    #[test]
    fn the_environment_wins_over_the_file() {
        let mut table: Table = "[server]\nlisten = '127.0.0.1:1'\ndrain_seconds = 3".parse().unwrap();
        overlay(&mut table, variables(&[("HAMGAM_SERVER__LISTEN", "0.0.0.0:9"), ("HAMGAM_NOTHING", "x")]));
        let config = Config::from_table(table).unwrap();
        assert_eq!(config.server.listen.to_string(), "0.0.0.0:9");
        assert_eq!(config.server.drain_seconds, 3);
    }

    #[test]
    fn the_address_of_mails_is_found_with_and_without_a_name() {
        for from in ["Hamgam <hamgam@acme.example>", "hamgam@acme.example", " <hamgam@acme.example>"] {
            let server = ServerConfig { mail_from: from.into(), ..ServerConfig::default() };
            assert_eq!(server.mail_address(), "hamgam@acme.example", "{from}");
        }
    }

    #[test]
    fn an_unknown_table_or_key_is_refused_by_name() {
        let table: Table = "[sever]\nlisten = '127.0.0.1:1'".parse().unwrap();
        assert!(Config::from_table(table).unwrap_err().to_string().contains("`sever`"));
        let table: Table = "[server]\nlisen = '127.0.0.1:1'".parse().unwrap();
        assert!(Config::from_table(table).unwrap_err().to_string().contains("lisen"));
    }

    #[test]
    fn what_is_set_where_nothing_can_be_is_refused_by_name() {
        for section in WITHOUT_SETTINGS {
            let table: Table = format!("[{section}]\nquick = true").parse().unwrap();
            let error = Config::from_table(table).unwrap_err().to_string();
            assert!(error.contains(&format!("[{section}]")) && error.contains("`quick`"), "{error}");
            let mut table = Table::new();
            overlay(&mut table, variables(&[(&format!("HAMGAM_{}__SLOW", section.to_uppercase()), "1")]));
            let error = Config::from_table(table).unwrap_err().to_string();
            assert!(error.contains("`slow`"), "{error}");
            assert!(Config::from_table(format!("[{section}]").parse().unwrap()).is_ok());
        }
    }

    #[test]
    fn proxies_are_read_from_a_file_and_the_environment_and_bad_ones_are_told() {
        let mut table: Table = "[server]\ntrusted_proxies = ['10.0.0.0/8']".parse().unwrap();
        let config = Config::from_table(table.clone()).unwrap();
        assert!(config.server.trusted_proxies.contain("10.0.0.1".parse().unwrap()));
        assert!(config.to_toml().unwrap().contains("10.0.0.0/8"));
        assert!(Config::default().to_toml().unwrap().contains("trusted_proxies = []"));

        overlay(&mut table, variables(&[("HAMGAM_SERVER__TRUSTED_PROXIES", "192.0.2.0/24, ::1")]));
        let config = Config::from_table(table.clone()).unwrap();
        assert!(config.server.trusted_proxies.contain("192.0.2.9".parse().unwrap()));
        assert!(!config.server.trusted_proxies.contain("10.0.0.1".parse().unwrap()));

        overlay(&mut table, variables(&[("HAMGAM_SERVER__TRUSTED_PROXIES", r#"["::1", "10.0.0.0/99"]"#)]));
        let error = Config::from_table(table).unwrap_err().to_string();
        assert!(error.contains("trusted_proxies") && error.contains("`10.0.0.0/99`"), "{error}");
    }

    #[test]
    fn what_is_printed_can_be_read_again() {
        let config = Config::default();
        let again = Config::from_table(config.to_toml().unwrap().parse().unwrap()).unwrap();
        assert_eq!(again.to_toml().unwrap(), config.to_toml().unwrap());
    }
}
