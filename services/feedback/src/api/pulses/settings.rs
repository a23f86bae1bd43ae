//! The settings between the contract and the store.

use kit::contract::count;
use proto::feedback::v1::PulseSettings;

/// The settings as they are answered.
pub(super) fn reply(organization: &str, days_between: u32) -> PulseSettings {
    PulseSettings {
        name: format!("organizations/{organization}/pulseSettings"),
        days_between: count(days_between),
    }
}

/// The name of the organization whose settings a name means.
pub(super) fn parent(name: &str) -> &str {
    name.strip_suffix("/pulseSettings").unwrap_or("")
}
