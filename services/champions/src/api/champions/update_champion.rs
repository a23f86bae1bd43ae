//! `UpdateChampion`: other teams, focus areas, or another last day.

use kit::{auth::Caller, directory, error::Error, mask::Mask, text::normalize};
use proto::champions::v1::{Champion, UpdateChampionRequest};
use tonic::{Request, Response};

use super::{teams, view};
use crate::{
    Champions,
    api::convert::etag_matches,
    coverage,
    error::{Reason, Refuse},
    names::ChampionName,
    store,
};

const FIELDS: &[&str] = &["teams", "focus_areas", "end_day"];

pub(super) async fn update_champion(
    s: &Champions,
    request: Request<UpdateChampionRequest>,
) -> Result<Response<Champion>, Error> {
    let who = Caller::of(&request)?;
    let request = request.into_inner();
    let given = request.champion.unwrap_or_default();
    let name: ChampionName = who.parse("champion.name", &given.name)?;
    let (o, today) = (&name.organization, s.today());
    let mut violations = who.violations();
    let mask = Mask::parse(&mut violations, request.update_mask.as_ref(), FIELDS);

    let tx = s.db.begin().await?;
    let champion = store::champion::load(&tx, o, &name.champion).await?;
    let mut champion = champion.ok_or_else(|| Error::not_found(&name))?;
    let mut covered = champion.teams.clone();
    if mask.has("teams") {
        let names: Vec<String> = given.teams.iter().map(|t| t.team.clone()).collect();
        covered = teams::teams(&mut violations, o, &names);
    }
    if mask.has("focus_areas") {
        champion.focus_areas = teams::focus_areas(&mut violations, &given.focus_areas);
    }
    if mask.has("end_day") && given.end_day != champion.end_day.to_string() {
        champion.end_day = teams::end_day(&mut violations, &given.end_day, today, 0);
        champion.reminded = false;
    }
    violations.check()?;
    if !etag_matches(&given.etag, champion.revision) {
        return Err(Error::changed(&name));
    }
    if !champion.is_active() {
        return Err(Reason::TermOver.refuse("the term is over"));
    }
    let new: Vec<String> = covered.iter().filter(|t| !champion.teams.contains(t)).cloned().collect();
    teams::check(s, &tx, &who, o, &new).await?;
    let tree = directory::teams(&tx, o).await?;
    if let Some(person) = directory::person(&tx, o, &champion.person).await? {
        champion.person_name = normalize(&person.display_name);
        champion.cover(covered, &person, &tree, today);
    }
    champion.revision += 1;
    store::champion::save(&tx, o, &champion).await?;
    coverage::recount_person(&tx, o, &champion.person).await?;
    let reply = view::one(&tx, o, &champion).await?;
    tx.commit().await?;

    Ok(Response::new(reply))
}
