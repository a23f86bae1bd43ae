//! Champions as they are answered.

use kit::error::Error;
use proto::champions::v1 as pb;

use crate::{
    api::convert::{self, called, etag, instant, localized, person, team},
    domain::champion::Champion,
    names::{ChampionName, ProgrammeName},
    store::{
        self, ConnectionTrait,
        people::{self, Names},
    },
};

/// Champions in words.
pub(in crate::api) async fn write<C: ConnectionTrait>(
    db: &C,
    o: &str,
    champions: &[Champion],
) -> Result<Vec<pb::Champion>, Error> {
    let names = Names {
        people: people::person_names(db, o, people::ids(champions.iter().map(|c| &c.person))).await?,
        teams: people::team_names(db, o, people::ids(champions.iter().flat_map(|c| &c.teams))).await?,
        titles: store::programme::titles(db, o, people::ids(champions.iter().map(|c| &c.programme))).await?,
    };
    Ok(with_names(o, champions, &names))
}

/// Champions in words, with names that are there already.
pub(in crate::api) fn with_names(o: &str, champions: &[Champion], names: &Names) -> Vec<pb::Champion> {
    let covered =
        |id: &String| pb::CoveredTeam { team: team(o, id), team_display_name: called(&names.teams, id) };
    let written = champions.iter().map(|c| pb::Champion {
        name: ChampionName::new(o, &c.id).to_string(),
        programme: ProgrammeName::new(o, &c.programme).to_string(),
        programme_title: names.titles.get(&c.programme).and_then(localized),
        person: person(o, &c.person),
        person_display_name: called(&names.people, &c.person),
        teams: c.teams.iter().map(covered).collect(),
        focus_areas: c.focus_areas.clone(),
        start_day: c.start_day.to_string(),
        end_day: c.end_day.to_string(),
        state: if c.is_active() { pb::ChampionState::Active } else { pb::ChampionState::Ended }.into(),
        end_reason: convert::end_reason(c.end_reason).into(),
        moved: c.moved,
        create_time: instant(c.create_time),
        etag: etag(c.revision),
    });
    written.collect()
}

/// One champion in words.
pub(in crate::api) async fn one<C: ConnectionTrait>(
    db: &C,
    o: &str,
    champion: &Champion,
) -> Result<pb::Champion, Error> {
    let mut all = write(db, o, std::slice::from_ref(champion)).await?;
    all.pop().ok_or_else(|| Error::internal("a champion was not written"))
}
