//! The organisation, its sites with their calendars, its people from a file, and who may do what.

use identity::Founder;
use jiff::{ToSpan, civil::Date};
use kit::{auth::Role, localize::Language};
use proto::{
    identity::v1::{
        AddHolidaysRequest, CreateSiteRequest, Holiday, Site, Weekday, WorkWeek,
        site_service_client::SiteServiceClient,
    },
    localization::v1::{Calendar, LocalizedText},
};

use super::{parent, way};
use crate::{
    app::App,
    demo::{
        PASSWORD, cast, staff,
        world::{ORGANIZATION, World, sites},
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

/// The cast may sign in. Who is champion of which teams comes with the appointments, later.
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
    Ok(())
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
