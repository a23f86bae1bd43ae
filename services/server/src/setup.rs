//! `hamgam setup`: creates an organization and its first administrator.

use std::{fmt::Write as _, sync::Arc};

use anyhow::Context as _;
use identity::Founder;
use jiff::tz::TimeZone;
use kit::{
    auth::Role,
    clock::{Clock, SystemClock},
    config::Config,
    localize::Language,
};
use proto::{
    identity::v1::{CreateSiteRequest, Site, Weekday, WorkWeek, site_service_client::SiteServiceClient},
    localization::v1::Calendar,
};

use crate::{
    app::App,
    cli::{Setup, Weekend},
    import, output,
};

/// Founds the organization with one site and one administrator; an organization that is there already is left as it is.
pub(crate) async fn setup(config: Config, options: Setup) -> anyhow::Result<()> {
    if !kit::name::is_id(&options.organization) {
        anyhow::bail!("`{}` cannot be an id: use letters, digits and hyphens", options.organization);
    }
    let zone = TimeZone::get(&options.time_zone)
        .with_context(|| format!("`{}` is not a time zone of the IANA list", options.time_zone))?;
    let app = App::open(config, Arc::new(SystemClock)).await?;
    let (password, made_up) = match &options.password_file {
        Some(file) => {
            let text = tokio::fs::read_to_string(file)
                .await
                .with_context(|| format!("cannot read {}", file.display()))?;
            (text.lines().next().unwrap_or_default().to_owned(), false)
        }
        None => (hex(app.context.ids.random_bytes::<9>()), true),
    };
    anyhow::ensure!(password.chars().count() >= 10, "the password needs at least 10 characters");

    let languages = [Language::En, Language::Fa, Language::Ar];
    let new =
        app.identity.found(&options.organization, &options.name, &languages, Calendar::Unspecified).await?;
    anyhow::ensure!(new, "there is an organization `{}` already", options.organization);
    let founder = Founder {
        external_id: "administrator".into(),
        display_name: options.admin_name,
        email: options.admin_email.clone(),
        password: password.clone(),
        roles: vec![Role::Admin, Role::Hr],
        language: None,
        start_day: SystemClock.now().to_zoned(zone).date(),
    };
    app.identity.add_founder(&options.organization, founder).await?;
    create_site(&app, &options.organization, &options.time_zone, options.weekend).await?;
    app.runtime.settle().await?;

    output::print(&format!("Created {} with its administrator {}.", options.name, options.admin_email))?;
    if made_up {
        output::print(&format!("The password, which is shown only now: {password}"))?;
    }
    Ok(())
}

async fn create_site(app: &App, organization: &str, time_zone: &str, weekend: Weekend) -> anyhow::Result<()> {
    use Weekday::{Friday, Monday, Saturday, Sunday, Thursday, Tuesday, Wednesday};
    let work_days = match weekend {
        Weekend::SatSun => [Monday, Tuesday, Wednesday, Thursday, Friday],
        Weekend::ThuFri => [Saturday, Sunday, Monday, Tuesday, Wednesday],
        Weekend::FriSat => [Sunday, Monday, Tuesday, Wednesday, Thursday],
    };
    let site = Site {
        display_name: "Main site".into(),
        time_zone: time_zone.to_owned(),
        work_weeks: vec![WorkWeek {
            start_day: "1970-01-01".into(),
            work_days: work_days.into_iter().map(i32::from).collect(),
        }],
        ..Site::default()
    };
    let request = CreateSiteRequest {
        parent: format!("organizations/{organization}"),
        site: Some(site),
        request_id: String::new(),
    };
    SiteServiceClient::new(app.context.transport.as_service("command-line", organization))
        .create_site(request)
        .await
        .map_err(import::in_words)?;
    Ok(())
}

fn hex(bytes: [u8; 9]) -> String {
    bytes.iter().fold(String::new(), |mut text, byte| {
        let _ = write!(text, "{byte:02x}");
        text
    })
}
