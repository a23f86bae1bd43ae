//! `GetChampionSettings`.

use kit::{auth::Caller, error::Error, name::OrganizationName};
use proto::champions::v1::{ChampionSettings, GetChampionSettingsRequest};
use tonic::{Request, Response};

use crate::{
    Champions,
    api::convert::{count, etag},
    domain::coverage::Settings,
    store,
};

pub(super) async fn get_champion_settings(
    s: &Champions,
    request: Request<GetChampionSettingsRequest>,
) -> Result<Response<ChampionSettings>, Error> {
    let who = Caller::of(&request)?;
    let o = who.parse::<OrganizationName>("parent", &request.get_ref().parent)?.organization;
    let settings = store::coverage::settings(s.db.read(), &o).await?;
    Ok(Response::new(write(&settings)))
}

pub(super) fn write(settings: &Settings) -> ChampionSettings {
    ChampionSettings {
        people_per_champion: count(settings.people_per_champion),
        remind_days: count(settings.remind_days),
        etag: etag(settings.revision),
    }
}
