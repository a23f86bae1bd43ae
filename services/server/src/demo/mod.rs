//! `hamgam demo`: a made-up organisation, with a clock that a visitor can move.

mod clock;
mod courses;
mod days;
mod learner;
mod life;
mod seed;
mod staff;
mod store;
mod world;

use std::{
    fmt::Write as _,
    sync::{Arc, OnceLock},
};

use kit::{auth::Role, clock::ShiftedClock, config::Config};
use proto::demo::v1::DemoPerson;

use self::{clock::DemoClock, days::Days, store::Store, world::World};
use crate::{app::App, cli, output, serve};

/// The password of every demo person.
const PASSWORD: &str = "hamgam-demo";

/// Makes the organisation up, unless the folder has it already, and serves it.
pub(crate) async fn demo(options: cli::Demo) -> anyhow::Result<()> {
    let store = Arc::new(Store::open(options.data)?);
    let world = Arc::new(World::new(options.seed));
    let clock = Arc::new(ShiftedClock::starting_at(store.now()?));
    let mut config = Config::default();
    config.database.url = format!("sqlite:{}", store.folder().display());
    config.server.signing_key = store.folder().join("signing-key.pem").display().to_string();
    config.server.listen = options.listen;
    config.server.public_url = format!("http://localhost:{}", options.listen.port());

    let (health, with_health) = serve::health();
    let days = Arc::new(OnceLock::new());
    let visitor_clock = DemoClock::new(clock.clone(), days.clone());
    let app =
        App::open_with(config, clock.clone(), |routes| with_health(visitor_clock.add_to(routes))).await?;
    if !store.is_seeded() {
        let bar =
            output::progress(u64::from(world::HISTORY_DAYS.unsigned_abs()), "Making an organisation up");
        seed::found(&app, &world).await?;
        let history = Days::new(&app, world.clone(), clock.clone(), store.clone()).await?;
        for day in World::history() {
            history.live(day, false).await?;
            bar.inc(1);
        }
        app.runtime.settle().await?;
        store.keep(clock.as_ref())?;
        store.seeded()?;
        bar.finish_and_clear();
    }
    let _ = days.set(Days::new(&app, world, clock, store).await?);
    serve::run(&app, health, greeting).await?;
    Ok(())
}

/// The people whom a visitor can be: team, place in it, role.
const CAST: [(&str, usize, Role); 6] = [
    ("mkt-lon-1", 1, Role::Hr),
    ("fin-lon-1", 1, Role::Admin),
    ("support-riy-1", 1, Role::Trainer),
    ("sales-teh-1", 0, Role::Champion),
    ("sales-lon-2", 0, Role::Sponsor),
    ("sales-teh-2", 3, Role::Member),
];

/// The cast as people of the world.
fn cast(world: &World) -> impl Iterator<Item = (&world::Person, Role)> {
    CAST.iter().filter_map(|(team, place, role)| {
        world.people.iter().filter(|p| p.team.id == *team).nth(*place).map(|person| (person, *role))
    })
}

/// Who can sign in, for the sign-in page and the terminal.
fn people(world: &World) -> Vec<DemoPerson> {
    cast(world)
        .map(|(person, role)| DemoPerson {
            email: person.email.clone(),
            password: PASSWORD.into(),
            role: role.into(),
            display_name: person.name.clone(),
        })
        .collect()
}

fn greeting(address: std::net::SocketAddr) -> String {
    let mut text = format!(
        "Hamgam's demo serves on http://localhost:{}\nSign in with one of these; the password is {PASSWORD}:",
        address.port()
    );
    for person in people(&World::new(1)) {
        let role = person.role().as_str_name().trim_start_matches("ROLE_").to_lowercase();
        let _ = write!(text, "\n  {role:<10} {:<40} {}", person.email, person.display_name);
    }
    text
}
