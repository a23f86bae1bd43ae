//! `hamgam keys`: the keys that sign access tokens.

use std::path::Path;

use identity::config::IdentityConfig;
use jiff::SignedDuration;
use kit::{
    auth::Keys,
    clock::{Clock as _, SharedClock, SystemClock},
    config::Config,
    error::Error,
    id::Ids,
};

use crate::{cli::RotateKeys, output};

/// The keys of the settings, made there first if there are none.
pub(crate) async fn open(config: &Config, ids: &Ids, clock: &SharedClock) -> Result<Keys, Error> {
    Keys::open(Path::new(&config.server.signing_key), ids, longest_token(config)?, clock.now()).await
}

/// `hamgam keys rotate`: puts a new key where every process of the installation finds it.
pub(crate) async fn rotate(config: &Config, options: &RotateKeys) -> anyhow::Result<()> {
    let ids = Ids::system(std::sync::Arc::new(SystemClock));
    let file = Path::new(&config.server.signing_key);
    let rotated =
        Keys::rotate(file, &ids, longest_token(config)?, SystemClock.now(), options.at_once).await?;
    output::print(&format!("The new key {} signs from {} on.", rotated.kid, rotated.signs_from))?;
    match rotated.before_until {
        Some(until) => output::print(&format!("Tokens of the key before it are good until {until}."))?,
        None => output::print("Tokens of the keys before it are good no longer; sessions go on.")?,
    }
    Ok(())
}

fn longest_token(config: &Config) -> Result<SignedDuration, Error> {
    let identity: IdentityConfig = config.section("identity")?;
    Ok(SignedDuration::from_secs(identity.access_token_seconds))
}
