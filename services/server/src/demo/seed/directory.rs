//! The organisation, its sites with their calendars, its people from a file, and who may do what.

use std::collections::HashMap;

use anyhow::Context as _;
use identity::Founder;
use jiff::{ToSpan, civil::Date};
use kit::{auth::Role, localize::Language};
use proto::{
    identity::v1::{
        AddHolidaysRequest, CreateSiteRequest, Holiday, RoleGrant, SetRolesRequest, Site, Weekday, WorkWeek,
        person_service_client::PersonServiceClient, site_service_client::SiteServiceClient,
    },
    localization::v1::{Calendar, LocalizedText},
};

use super::{parent, way};
use crate::{
    app::App,
    demo::{
        PASSWORD, cast, days, staff,
        world::{self, ORGANIZATION, World, sites, teams},
    },
    import::in_words,
};

/// Founds the organisation and brings its people in.
pub(super) async fn found(app: &App, world: &World) -> anyhow::Result<()> {
    let languages = [Language::En, Language::Fa, Language::Ar];
    app.identity.found(ORGANIZATION, "Sepehr Trading", &languages, Calendar::Unspecified).await?;
    for site in sites::SITES {
        create(app, site).await?;
    }
    staff::import(&app.context.transport, &app.runtime, world, |p| p.start <= World::first_day()).await?;
    give_roles(app, world).await
}

async fn create(app: &App, site: &sites::Site) -> anyhow::Result<()> {
    let mut client = SiteServiceClient::new(way(app));
    let week = WorkWeek {
        start_day: "1970-01-01".into(),
        work_days: (1..=7).filter(|n| !site.weekend.iter().any(|d| weekday(*d) as i32 == *n)).collect(),
    };
    let request = CreateSiteRequest {
        parent: parent(),
        site: Some(Site {
            display_name: site.name.into(),
            time_zone: site.time_zone.into(),
            work_weeks: vec![week],
            ..Site::default()
        }),
        request_id: String::new(),
    };
    let name = client.create_site(request).await.map_err(in_words)?.into_inner().name;
    let holidays = site.holidays.iter().flat_map(|(first, last, title)| {
        days_between(*first, *last)
            .map(|day| Holiday { day: day.to_string(), title: Some(everywhere(title)) })
    });
    let request = AddHolidaysRequest { name, holidays: holidays.collect(), ..AddHolidaysRequest::default() };
    client.add_holidays(request).await.map_err(in_words)?;
    Ok(())
}

/// The cast may sign in; who leads the first team of a department at a site is champion of its teams there.
async fn give_roles(app: &App, world: &World) -> anyhow::Result<()> {
    for (person, role) in cast(world) {
        let founder = Founder {
            external_id: person.id.clone(),
            display_name: person.name.clone(),
            email: person.email.clone(),
            password: PASSWORD.into(),
            roles: if matches!(role, Role::Champion | Role::Member) { vec![] } else { vec![role] },
            language: None,
            start_day: person.start,
        };
        app.identity.add_founder(ORGANIZATION, founder).await?;
    }
    let ids = days::ids(&app.context.transport).await?;
    let names = days::teams(&app.context.transport).await?;
    let mut client = PersonServiceClient::new(way(app));
    for (champion, covered) in champions(world) {
        let id = ids.get(&champion.id).context("the champion was not imported")?;
        let teams = covered.iter().filter_map(|t| names.get(t.name).cloned()).collect();
        let request = SetRolesRequest {
            name: format!("{}/people/{id}", parent()),
            roles: vec![RoleGrant { role: Role::Champion.into(), teams }],
        };
        client.set_roles(request).await.map_err(in_words)?;
    }
    Ok(())
}

/// Who is champion of which teams.
fn champions(world: &World) -> Vec<(&world::Person, Vec<&'static teams::Team>)> {
    let mut covered: HashMap<(&str, &str), Vec<&'static teams::Team>> = HashMap::new();
    for team in teams::TEAMS {
        covered.entry((team.position.department, team.site.id)).or_default().push(team);
    }
    let mut champions: Vec<_> = covered
        .into_values()
        .filter_map(|teams| {
            let lead = world.people.iter().find(|p| p.leads && p.team.id == teams[0].id)?;
            // The cast's sponsor leads a team of her own and shows another part.
            Some((lead, teams))
        })
        .collect();
    champions.sort_by_key(|(person, _)| person.id.clone());
    champions
}

fn weekday(day: jiff::civil::Weekday) -> Weekday {
    use jiff::civil::Weekday as W;
    match day {
        W::Monday => Weekday::Monday,
        W::Tuesday => Weekday::Tuesday,
        W::Wednesday => Weekday::Wednesday,
        W::Thursday => Weekday::Thursday,
        W::Friday => Weekday::Friday,
        W::Saturday => Weekday::Saturday,
        W::Sunday => Weekday::Sunday,
    }
}

fn days_between(first: Date, last: Date) -> impl Iterator<Item = Date> {
    first.series(1.day()).take_while(move |day| *day <= last)
}

/// A text of one language, which stands for all: a holiday keeps the name that its country gives it.
fn everywhere(text: &str) -> LocalizedText {
    LocalizedText { en: text.into(), fa: text.into(), ar: text.into() }
}
