//! Thanks between colleagues, on the wall.

use proto::incentives::v1::{GiveThanksRequest, recognition_service_client::RecognitionServiceClient};
use serde::Deserialize;

use super::{
    folk::{Folk, parent},
    incentives::value_key,
};
use crate::import::in_words;

/// All thanks of the history.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Script {
    thanks: Vec<Written>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Written {
    day: i32,
    by: String,
    #[serde(default)]
    to: Vec<String>,
    team: Option<String>,
    value: String,
    text: String,
}

impl Script {
    /// What happens on a day.
    pub(super) async fn live(&self, folk: &Folk, day: i32) -> anyhow::Result<()> {
        for one in self.thanks.iter().filter(|t| t.day == day) {
            let request = GiveThanksRequest {
                parent: parent(),
                people: folk.names(&one.to)?,
                team: one.team.as_deref().map(|team| folk.team(team)).transpose()?.unwrap_or_default(),
                value: folk.made(&value_key(&one.value))?,
                message: one.text.clone(),
                request_id: String::new(),
            };
            RecognitionServiceClient::new(folk.way(&one.by)?).give_thanks(request).await.map_err(in_words)?;
        }
        Ok(())
    }
}
