//! Nobody who has everything that is kept can tell who wrote an anonymous proposal.
//!
//! The same three days are lived several times, with all services and the same dice. Only one thing is different: who writes
//! the anonymous proposal, and at what hour. Afterwards every row of every table of every service, in the order in which it
//! lies there, and every line of the log, down to the finest, have to be the same. What is the same says nothing.

use std::{
    collections::BTreeMap,
    io,
    sync::{Arc, Mutex},
};

use base64::{Engine as _, engine::general_purpose::STANDARD};
use jiff::Timestamp;
use kit::db::Db;
use sea_orm::{ConnectionTrait, DbBackend, Statement};
use serde_json::{Value, json};
use tonic::Code;
use tracing_subscriber::fmt::MakeWriter;

use crate::support::{GRANTED, PIXEL, System};

const ANONYMOUS_TITLE: &str = "Nobody dares to say that the figures are made up";
const ANONYMOUS_ANSWER: &str = "Look at the last day of any month";

/// One way to live the three days.
#[derive(Debug, Clone, Copy)]
struct Life {
    writer: &'static str,
    /// The hour at which it is written; named things happen at even hours before and after.
    hour: u32,
    /// Written with a name, to see that a name would be seen.
    named: bool,
}

/// Everything that is left.
#[derive(Debug, PartialEq)]
struct Left {
    /// Rows by service and table, as they lie.
    rows: BTreeMap<String, Vec<String>>,
    /// Lines of the log without their times, in no order.
    log: Vec<String>,
}

impl Left {
    /// The tables that are not the same.
    fn differences(&self, other: &Self) -> Vec<String> {
        let tables = self.rows.keys().chain(other.rows.keys());
        let mut different: Vec<String> =
            tables.filter(|t| self.rows.get(*t) != other.rows.get(*t)).cloned().collect();
        different.sort();
        different.dedup();
        if self.log != other.log {
            let only_here = self.log.iter().find(|l| !other.log.contains(l));
            let missing_here = other.log.iter().find(|l| !self.log.contains(l));
            different.push(format!("the log: {only_here:?}, {missing_here:?}"));
        }
        different
    }

    fn rows_with(&self, words: &str) -> Vec<(&str, &str)> {
        self.rows
            .iter()
            .flat_map(|(table, rows)| {
                rows.iter().filter(|r| r.contains(words)).map(|r| (table.as_str(), r.as_str()))
            })
            .collect()
    }
}

#[derive(Clone, Default)]
struct Log(Arc<Mutex<Vec<u8>>>);

impl io::Write for Log {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.0.lock().unwrap().extend_from_slice(bytes);
        Ok(bytes.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

impl<'a> MakeWriter<'a> for Log {
    type Writer = Self;

    fn make_writer(&'a self) -> Self {
        self.clone()
    }
}

/// An organization with four people: a founder, and sara, omid and nima of one team.
struct Office {
    system: System,
    founder: String,
    people: BTreeMap<&'static str, String>,
}

const PARENT: &str = "organizations/acme";

impl Office {
    async fn open() -> Self {
        let system = System::start().await;
        let founder = system.found_acme().await;
        let mut office = Self { system, founder, people: BTreeMap::new() };
        let call = async |office: &Self, method: &str, message: Value| -> String {
            let method = format!("hamgam.identity.v1.{method}");
            let token = office.token("founder");
            let created = office.system.must(&method, &token, &message).await;
            created["name"].as_str().unwrap_or_default().to_owned()
        };
        let site = json!({ "displayName": "Main", "timeZone": "Asia/Tehran" });
        let site = call(&office, "SiteService.CreateSite", json!({ "parent": PARENT, "site": site })).await;
        let team = json!({ "parent": PARENT, "team": { "displayName": "Sales" } });
        let team = call(&office, "TeamService.CreateTeam", team).await;
        let position = json!({ "parent": PARENT, "position": { "displayName": "Seller" } });
        let position = call(&office, "PositionService.CreatePosition", position).await;
        for (number, person) in ["sara", "omid", "nima"].into_iter().enumerate() {
            let message = json!({
                "externalId": (number + 2).to_string(), "displayName": person,
                "email": format!("{person}@acme.example"), "site": site, "employmentStartDay": "2025-01-01",
                "memberships": [{ "team": team, "position": position, "startDay": "2025-01-01" }],
            });
            let message = json!({ "parent": PARENT, "person": message });
            let name = call(&office, "PersonService.CreatePerson", message).await;
            office.people.insert(person, name.rsplit('/').next().unwrap_or_default().to_owned());
        }
        office.system.harness.settle().await;
        office
    }

    fn token(&self, person: &str) -> String {
        match self.people.get(person) {
            Some(id) => self.system.token("acme", id, &[]),
            None => self.system.token("acme", &self.founder, &GRANTED),
        }
    }

    async fn call(&self, person: &str, method: &str, message: Value) -> Value {
        let method = format!("hamgam.feedback.v1.{method}");
        self.system.must(&method, &self.token(person), &message).await
    }

    /// The hour of a day in March, in Tehran.
    fn clock(&self, day: u32, hour: u32) {
        let instant: Timestamp = format!("2026-03-{day:02}T{hour:02}:00:00+03:30").parse().unwrap();
        self.system.harness.clock.set(instant);
    }

    async fn propose(&self, person: &str, title: &str) -> String {
        let message = json!({ "parent": PARENT, "proposal": proposal(title) });
        let made = self.call(person, "ProposalService.CreateProposal", message).await;
        made["name"].as_str().unwrap().to_owned()
    }

    async fn comment(&self, person: &str, proposal: &str, text: &str) {
        let message = json!({ "parent": proposal, "comment": { "text": text } });
        self.call(person, "ProposalCommentService.CreateComment", message).await;
    }

    /// What a writer does: types, and is shown what others said; posts; adds a picture; looks at it once more.
    async fn write(&self, life: Life) -> String {
        for typed in ["Nobody", "Nobody dares", ANONYMOUS_TITLE] {
            let message = json!({ "parent": PARENT, "text": typed });
            self.call(life.writer, "ProposalService.SuggestProposals", message).await;
        }
        if life.named {
            return self.propose(life.writer, ANONYMOUS_TITLE).await;
        }
        let secret = STANDARD.encode(secret());
        let message = json!({ "parent": PARENT, "secret": secret, "proposal": proposal(ANONYMOUS_TITLE) });
        let made = self.call(life.writer, "AnonymousService.SubmitAnonymousProposal", message.clone()).await;
        let again = self.call(life.writer, "AnonymousService.SubmitAnonymousProposal", message).await;
        assert_eq!(made, again);
        let picture = json!({
            "parent": PARENT, "secret": secret, "contentType": "image/png", "content": STANDARD.encode(PIXEL),
        });
        self.call(life.writer, "AnonymousService.AddAnonymousAttachment", picture).await;
        let name = made["name"].as_str().unwrap().to_owned();
        self.call(life.writer, "ProposalService.GetProposal", json!({ "name": name })).await;
        name
    }

    /// What a writer does on the day after: reads what was asked, and answers.
    async fn answer(&self, life: Life, proposal: &str) {
        if life.named {
            return self.comment(life.writer, proposal, ANONYMOUS_ANSWER).await;
        }
        let secret = STANDARD.encode(secret());
        let message = json!({ "parent": PARENT, "secret": secret });
        self.call(life.writer, "AnonymousService.FollowAnonymousProposal", message).await;
        let message = json!({ "parent": PARENT, "secret": secret, "text": ANONYMOUS_ANSWER });
        self.call(life.writer, "AnonymousService.AnswerAnonymously", message).await;
    }
}

fn proposal(title: &str) -> Value {
    json!({
        "kind": "PROPOSAL_KIND_PROBLEM", "title": title, "language": "LANGUAGE_EN",
        "application": format!("{PARENT}/applications/crm"), "topic": "PROPOSAL_TOPIC_DATA", "tone": "TONE_NEGATIVE",
    })
}

fn secret() -> Vec<u8> {
    (0..32_u8).map(|i| i.wrapping_mul(101).wrapping_add(17)).collect()
}

/// Lives the three days, and keeps what is left of them.
async fn live(life: Life) -> Left {
    let office = Office::open().await;
    let log = Log::default();
    let subscriber = tracing_subscriber::fmt()
        .with_max_level(tracing::Level::TRACE)
        .without_time()
        .with_ansi(false)
        .with_writer(log.clone())
        .finish();
    let _guard = tracing::subscriber::set_default(subscriber);

    let mut written = String::new();
    let mut exports = String::new();
    for hour in 9..18 {
        office.clock(3, hour);
        match hour {
            10 => exports = office.propose("omid", "Export offers to Excel").await,
            12 => office.comment("sara", &exports, "Every Monday I copy 40 lines").await,
            14 => _ = office.propose("nima", "Dark mode").await,
            h if h == life.hour => written = office.write(life).await,
            _ => {}
        }
    }
    office.clock(3, 18);
    office.system.harness.settle().await;

    for hour in 9..18 {
        office.clock(4, hour);
        match hour {
            9 => office.comment("founder", &written, "How do you know?").await,
            12 => office.comment("nima", &written, "I saw it too").await,
            14 => office.comment("omid", &exports, "Thank you").await,
            h if h == life.hour => office.answer(life, &written).await,
            _ => {}
        }
    }
    office.clock(4, 18);
    office.system.harness.settle().await;

    office.clock(5, 9);
    office.system.harness.settle().await;
    let status =
        json!({ "name": written, "status": "PROPOSAL_STATUS_STARTED", "answer": "We look into it." });
    office.call("founder", "ModerationService.SetProposalStatus", status).await;
    office.system.harness.settle().await;

    let mut rows = BTreeMap::new();
    for (service, db) in office.system.databases() {
        for table in tables(&db).await {
            rows.insert(format!("{service}.{table}"), rows_of(&db, &table).await);
        }
    }
    let bytes = log.0.lock().unwrap().clone();
    let mut lines: Vec<String> = String::from_utf8_lossy(&bytes).lines().map(str::to_owned).collect();
    lines.sort();
    Left { rows, log: lines }
}

/// All tables but the one that says when the program of today first opened the database.
async fn tables(db: &Db) -> Vec<String> {
    let sql = match db.backend() {
        DbBackend::Postgres => {
            "SELECT CAST(table_name AS TEXT) FROM information_schema.tables WHERE table_schema = current_schema() ORDER BY 1"
        }
        _ => "SELECT name FROM sqlite_master WHERE type = 'table' ORDER BY 1",
    };
    let names = texts(db, sql).await;
    names.into_iter().filter(|n| n != "seaql_migrations").collect()
}

/// The rows of a table as they lie, with the numbers that SQLite gives them.
async fn rows_of(db: &Db, table: &str) -> Vec<String> {
    if db.backend() == DbBackend::Postgres {
        return texts(db, &format!("SELECT CAST(t.* AS TEXT) FROM \"{table}\" t")).await;
    }
    let columns = texts(db, &format!("SELECT name FROM pragma_table_info('{table}')")).await;
    let mut shown: Vec<String> = columns.iter().map(|c| format!("quote(\"{c}\")")).collect();
    let sql = texts(db, &format!("SELECT coalesce(sql, '') FROM sqlite_master WHERE name = '{table}'")).await;
    if !sql.iter().any(|s| s.contains("WITHOUT ROWID")) {
        shown.insert(0, "rowid".into());
    }
    texts(db, &format!("SELECT {} FROM \"{table}\"", shown.join(" || ' ' || "))).await
}

async fn texts(db: &Db, sql: &str) -> Vec<String> {
    let rows = db.read().query_all_raw(Statement::from_string(db.backend(), sql)).await.unwrap();
    rows.iter().map(|r| r.try_get_by_index(0).unwrap()).collect()
}

#[tokio::test]
async fn everything_that_is_kept_is_the_same_whoever_wrote_it_and_when() {
    let sara = live(Life { writer: "sara", hour: 11, named: false }).await;
    assert_eq!(sara.rows_with(ANONYMOUS_TITLE).iter().filter(|(t, _)| *t == "feedback.proposal").count(), 1);
    assert_eq!(
        sara.rows_with(ANONYMOUS_ANSWER).iter().filter(|(t, _)| *t == "feedback.proposal_comment").count(),
        1
    );
    let told =
        sara.rows_with(ANONYMOUS_ANSWER).iter().filter(|(t, _)| *t == "notifications.notification").count();
    assert_eq!(told, 2, "the founder and nima, who asked, hear of the answer on the next day");
    assert!(!sara.log.iter().any(|l| l.contains(ANONYMOUS_TITLE) || l.contains(ANONYMOUS_ANSWER)));

    for other in [
        Life { writer: "omid", hour: 11, named: false },
        Life { writer: "omid", hour: 16, named: false },
        Life { writer: "founder", hour: 15, named: false },
    ] {
        let left = live(other).await;
        assert_eq!(sara.differences(&left), [""; 0], "{other:?}");
    }
}

/// The comparison would see it: a name, or another day, leaves other rows.
#[tokio::test]
async fn a_name_would_be_seen() {
    let sara = live(Life { writer: "sara", hour: 11, named: true }).await;
    let omid = live(Life { writer: "omid", hour: 11, named: true }).await;
    assert!(sara.differences(&omid).contains(&"feedback.proposal".to_owned()));
    let later = live(Life { writer: "sara", hour: 16, named: true }).await;
    let different = sara.differences(&later);
    assert!(
        different.contains(&"feedback.proposal_comment".to_owned()),
        "its answer has an hour: {different:?}"
    );
}

#[tokio::test]
async fn without_the_secret_nobody_answers_as_the_writer() {
    let office = Office::open().await;
    let life = Life { writer: "sara", hour: 11, named: false };
    office.write(life).await;
    let method = office.system.method("hamgam.feedback.v1.AnonymousService.AnswerAnonymously");
    let guess = STANDARD.encode((0..32_u8).collect::<Vec<_>>());
    let message = json!({ "parent": PARENT, "secret": guess, "text": "It was Sara" });
    let answer = office.system.call_json(&method, &office.token("founder"), &message).await;
    assert_eq!(answer.code, Code::NotFound);
}
