//! Settings between the contract and the store.

use proto::adoption::v1 as pb;

use crate::{api::convert, store::settings::Settings};

/// Settings as they are answered.
pub(super) fn reply(organization: &str, settings: &Settings) -> pb::AdoptionSettings {
    pb::AdoptionSettings {
        name: name(organization),
        review_mode: if settings.automatic { pb::ReviewMode::Automatic } else { pb::ReviewMode::Person }
            .into(),
        strict: settings.strict,
        update_time: settings.update_time.map(convert::instant),
        etag: settings.version.to_string(),
    }
}

fn name(organization: &str) -> String {
    format!("organizations/{organization}/adoptionSettings")
}

/// The name of the organization whose settings a name means.
pub(super) fn parent(name: &str) -> &str {
    name.strip_suffix("/adoptionSettings").unwrap_or("")
}
