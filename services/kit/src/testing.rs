//! What a service's tests stand on: a fresh database, a clock that stands still, and the whole way of a call from the
//! access layer to the database. A test has nothing better to do than to panic, so these do.
//!
//! `HAMGAM_TEST_DATABASE=postgres://…` runs the same tests on `PostgreSQL`.

#![expect(clippy::missing_panics_doc, reason = "see above")]

mod listener;

use std::sync::{
    Arc,
    atomic::{AtomicU64, Ordering},
};

use jiff::Timestamp;
use prost::Name;
use proto::access::v1::Role;
use sea_orm::{ConnectionTrait, Statement};
use tempfile::TempDir;
use tower::Layer;

use crate::{
    auth::{Caller, Grant, Keys, Person, layer::AccessLayer},
    bus::{Envelope, Subscription},
    client::{Outgoing, Transport},
    clock::{Clock, SteppedClock},
    config::Config,
    error::Error,
    id::Ids,
    module::{Context, Module},
    runtime::Runtime,
};

pub use self::listener::Listener;

/// The organization of tests.
pub const ORGANIZATION: &str = "acme";
/// Another organization, for what must not be seen.
pub const STRANGER: &str = "globex";

/// When tests begin: 2026-03-02, a Monday, 09:00 UTC.
pub fn beginning() -> Timestamp {
    Timestamp::from_second(1_772_442_000).unwrap_or(Timestamp::UNIX_EPOCH)
}

static DATABASES: AtomicU64 = AtomicU64::new(0);

/// A context over a fresh database, and what must live as long as it.
pub struct World {
    /// What services are opened with.
    pub context: Context,
    /// The clock, to move it.
    pub clock: Arc<SteppedClock>,
    _folder: TempDir,
}

impl World {
    /// A fresh world: an empty database on `SQLite`, or on the server that `HAMGAM_TEST_DATABASE` names.
    pub async fn new() -> Self {
        let folder = tempfile::tempdir().expect("a temporary folder");
        let clock = Arc::new(SteppedClock::at(beginning()));
        let mut config = Config::default();
        config.database.url = match test_database() {
            Some(server) => fresh_postgres(&server).await,
            None => format!("sqlite:{}", folder.path().display()),
        };
        let ids = Ids::seeded(clock.clone(), 7);
        let keys = Keys::from_seed(&[7; 32]).expect("keys");
        let context = Context {
            clock: clock.clone(),
            ids,
            config: Arc::new(config),
            transport: Transport::new(),
            keys: Arc::new(keys),
        };
        Self { context, clock, _folder: folder }
    }

    /// Serves modules in this world: calls through the transport reach them, the access layer in front.
    pub fn serve(&self, modules: Vec<Arc<dyn Module>>) -> Harness {
        let runtime = Runtime::new(modules.clone(), self.clock.clone());
        let access = AccessLayer::new(self.context.keys.clone(), self.clock.clone());
        self.context.transport.connect(access.layer(runtime.routes()));
        Harness { runtime, modules, context: self.context.clone(), clock: self.clock.clone() }
    }
}

#[expect(clippy::disallowed_methods, reason = "tests choose their database by the environment")]
fn test_database() -> Option<String> {
    std::env::var("HAMGAM_TEST_DATABASE").ok().filter(|url| url.starts_with("postgres"))
}

/// A database of its own on the server, so that every test begins empty.
async fn fresh_postgres(server: &str) -> String {
    let number = DATABASES.fetch_add(1, Ordering::SeqCst);
    let name = format!("test_{}_{number}_{}", std::process::id(), beginning().as_second());
    let admin = sea_orm::Database::connect(server).await.expect("the test server");
    admin.execute_unprepared(&format!("DROP DATABASE IF EXISTS {name}")).await.expect("drop");
    admin.execute_unprepared(&format!("CREATE DATABASE {name}")).await.expect("create");
    admin.close().await.expect("close");
    let (base, _) = server.rsplit_once('/').expect("postgres://host/database");
    format!("{base}/{name}")
}

/// Modules that serve, and a test's hands on them.
pub struct Harness {
    /// Runs events and jobs: [`Runtime::settle`].
    pub runtime: Runtime,
    /// The context that the modules were opened with.
    pub context: Context,
    /// The clock, to move it.
    pub clock: Arc<SteppedClock>,
    modules: Vec<Arc<dyn Module>>,
}

impl Harness {
    /// Calls as a person of [`ORGANIZATION`] who holds `role` everywhere, besides MEMBER.
    pub fn as_role(&self, role: Role) -> Outgoing {
        self.as_person("somebody", &[(role, None)])
    }

    /// Calls as a person with these roles, each everywhere or limited to a team.
    pub fn as_person(&self, person: &str, roles: &[(Role, Option<&str>)]) -> Outgoing {
        self.context.transport.acting_as(caller(ORGANIZATION, person, roles))
    }

    /// Calls as an administrator of [`STRANGER`].
    pub fn as_stranger(&self) -> Outgoing {
        let all = [Role::Admin, Role::Hr, Role::Trainer, Role::Sponsor, Role::Champion];
        let roles: Vec<_> = all.into_iter().map(|r| (r, None)).collect();
        self.context.transport.acting_as(caller(STRANGER, "stranger", &roles))
    }

    /// Calls as another service, for [`ORGANIZATION`].
    pub fn as_service(&self, name: &str) -> Outgoing {
        self.context.transport.as_service(name, ORGANIZATION)
    }

    /// Calls with nothing but what the request carries.
    pub fn as_anonymous(&self) -> Outgoing {
        self.context.transport.as_network()
    }

    /// Delivers an event of another service for [`ORGANIZATION`] to every consumer that wants it.
    pub async fn deliver<E: Name>(&self, event: &E) {
        let id = self.context.ids.next();
        self.deliver_as(&id, event).await.expect("the event is taken");
    }

    /// Delivers an event under a given id: the second time, nothing may happen.
    pub async fn deliver_as<E: Name>(&self, id: &str, event: &E) -> Result<(), Error> {
        let envelope = Envelope {
            id: id.to_owned(),
            time: self.clock.now(),
            organization: ORGANIZATION.into(),
            kind: E::full_name(),
            payload: event.encode_to_vec(),
        };
        for module in &self.modules {
            for consumer in module.consumers() {
                let subscription = Subscription::new(consumer, module.db().clone());
                if subscription.wants(&envelope.kind) {
                    let failed = subscription.deliver(&[&envelope], self.clock.now()).await;
                    if let Some((_, error)) = failed.into_iter().next() {
                        return Err(error);
                    }
                }
            }
        }
        Ok(())
    }

    /// The events of this kind that wait in the outboxes, oldest first.
    pub async fn published<E: Name + Default>(&self) -> Vec<E> {
        let mut events = Vec::new();
        for module in &self.modules {
            let db = module.db();
            let statement = Statement::from_sql_and_values(
                db.backend(),
                "SELECT payload FROM outbox WHERE kind = $1 ORDER BY seq",
                [E::full_name().into()],
            );
            for row in db.read().query_all_raw(statement).await.expect("the outbox") {
                let payload: Vec<u8> = row.try_get("", "payload").expect("a payload");
                events.push(E::decode(payload.as_slice()).expect("an event"));
            }
        }
        events
    }

    /// Runs events and jobs until nothing is left to do.
    pub async fn settle(&self) {
        self.runtime.settle().await.expect("everything comes to rest");
    }
}

fn caller(organization: &str, person: &str, roles: &[(Role, Option<&str>)]) -> Caller {
    let mut grants = vec![Grant { role: Role::Member, team: None }];
    grants.extend(roles.iter().map(|(role, team)| Grant { role: *role, team: team.map(str::to_owned) }));
    Caller::signed_in(Person {
        organization: organization.into(),
        person: person.into(),
        session: "session".into(),
        grants,
    })
}

/// Tables of the plumbing, and the replica of the directory, which identity describes.
fn is_plumbing(table: &str) -> bool {
    let plumbing = ["inbox", "outbox", "request_id", "seaql_migrations", "sqlite_sequence"];
    plumbing.contains(&table) || table.starts_with("directory_")
}

/// All columns of a service's tables that can name a person: those with texts or bytes, as `table.column`.
pub async fn columns(db: &crate::db::Db) -> Vec<String> {
    let select = match db.backend() {
        sea_orm::DbBackend::Postgres => {
            "SELECT table_name AS t, column_name AS c, data_type AS k FROM information_schema.columns \
             WHERE table_schema = current_schema()"
        }
        _ => {
            "SELECT m.name AS t, p.name AS c, p.type AS k FROM sqlite_master m, pragma_table_info(m.name) p \
             WHERE m.type = 'table'"
        }
    };
    let mut found = Vec::new();
    for row in
        db.read().query_all_raw(Statement::from_string(db.backend(), select)).await.expect("the columns")
    {
        let text = |name: &str| -> String { row.try_get("", name).expect("a name") };
        let (table, column, kind) = (text("t"), text("c"), text("k").to_lowercase());
        let holds_words = ["text", "char", "blob", "bytea"].iter().any(|k| kind.contains(k));
        if holds_words && !is_plumbing(&table) {
            found.push(format!("{table}.{column}"));
        }
    }
    found.sort();
    found
}

/// The columns of a service that neither its kinds of held data name nor `others` excuses, and the excuses that no
/// column needs. `others` are columns that never name a person: `column`, or `table.column`.
pub async fn unlisted(db: &crate::db::Db, kinds: &[crate::held::Kind], others: &[&str]) -> Vec<String> {
    let listed: Vec<String> = kinds
        .iter()
        .flat_map(crate::held::Kind::columns)
        .map(|(table, column)| format!("{table}.{column}"))
        .collect();
    let columns = columns(db).await;
    let is = |column: &str, other: &str| other == column || column.rsplit('.').next() == Some(other);
    let mut wrong: Vec<String> = columns
        .iter()
        .filter(|c| !listed.contains(c) && !others.iter().any(|o| is(c, o)))
        .map(|c| format!("{c} is in no kind of held data"))
        .collect();
    wrong.extend(listed.iter().filter(|l| !columns.contains(l)).map(|l| format!("there is no column {l}")));
    let unused = others.iter().filter(|o| !columns.iter().any(|c| is(c, o)));
    wrong.extend(unused.map(|o| format!("no column needs the excuse {o}")));
    wrong
}
