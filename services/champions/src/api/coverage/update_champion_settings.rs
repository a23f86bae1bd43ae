//! `UpdateChampionSettings`: coverage is counted again with them.

use kit::{auth::Caller, contract::number, error::Error, name::OrganizationName};
use proto::champions::v1::{ChampionSettings, UpdateChampionSettingsRequest};
use tonic::{Request, Response};

use super::get_champion_settings::write;
use crate::{Champions, api::convert::etag_matches, domain::coverage::Settings, store};

pub(super) async fn update_champion_settings(
    s: &Champions,
    request: Request<UpdateChampionSettingsRequest>,
) -> Result<Response<ChampionSettings>, Error> {
    let who = Caller::of(&request)?;
    let request = request.into_inner();
    let parent: OrganizationName = who.parse("parent", &request.parent)?;
    let o = &parent.organization;
    let given = request.settings.unwrap_or_default();
    let mut violations = who.violations();
    let people_per_champion =
        number(&mut violations, "settings.people_per_champion", given.people_per_champion, 1, 500);
    let remind_days = number(&mut violations, "settings.remind_days", given.remind_days, 0, 90);
    violations.check()?;

    let tx = s.db.begin().await?;
    let before = store::coverage::settings(&tx, o).await?;
    if !etag_matches(&given.etag, before.revision) {
        return Err(Error::changed(&parent));
    }
    let settings = Settings { people_per_champion, remind_days, revision: before.revision + 1 };
    store::coverage::save_settings(&tx, o, &settings).await?;
    store::roster::mark(&tx, o).await?;
    tx.commit().await?;

    Ok(Response::new(write(&settings)))
}
