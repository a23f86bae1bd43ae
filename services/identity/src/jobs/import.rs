//! Checks and applies directory files. Everything it needs to go on is in the database, so a crash costs nothing but the
//! chunk that was being written.

use std::time::Duration;

use async_trait::async_trait;
use jiff::Timestamp;
use kit::{
    db::Tx,
    error::Error,
    imports::{
        ErrorList, Meter, Passes, Sheet,
        store::{self as files, Stored},
    },
    module::{Job, Progress},
};
use proto::imports::v1::ImportState as State;
use sha2::{Digest, Sha256};

use crate::{
    Identity,
    domain::import::{FIELDS, Plan, ROWS, Snapshot, Step, read},
    store,
};

/// Rows that change something, written in one transaction.
const CHUNK: usize = 250;
/// Chunks between two looks at the whole directory.
const CHUNKS: usize = 40;

/// The job.
pub(super) struct Imports {
    pub(super) identity: Identity,
}

#[async_trait]
impl Job for Imports {
    fn name(&self) -> &'static str {
        "identity.imports"
    }

    fn every(&self) -> Duration {
        Duration::from_millis(500)
    }

    async fn run(&self, _: Timestamp) -> Result<Progress, Error> {
        let db = self.identity.db.read();
        if let Some((organization, import)) = files::oldest_in_state(db, State::Checking).await? {
            self.check(&organization, import).await?;
            return Ok(Progress::Worked);
        }
        if let Some((organization, import)) = files::oldest_in_state(db, State::Applying).await? {
            self.apply(&organization, import).await?;
            return Ok(Progress::Worked);
        }
        Ok(Progress::Idle)
    }
}

/// What a file changes in the directory as it was at a revision.
struct Planned {
    plan: Plan,
    errors: ErrorList,
    rows: u64,
    sequence: i64,
}

impl Imports {
    /// The dry run.
    async fn check(&self, organization: &str, import: Stored) -> Result<(), Error> {
        let planned = self.plan(organization, &import).await?;
        let tx = self.identity.db.begin().await?;
        // It may have been asked for again, with another mapping, meanwhile: then that one is checked next.
        let Some(mut now) = files::load(&tx, organization, &import.id).await? else { return Ok(()) };
        if !now.is_same_work(&import) {
            return Ok(());
        }
        describe(&mut now, &planned);
        now.message.set_state(State::Checked);
        now.message.rows_done = now.message.rows_total;
        files::save(&tx, organization, &now).await?;
        tx.commit().await
    }

    /// Writes what is left to write, as long as nobody else changes the directory.
    async fn apply(&self, organization: &str, mut import: Stored) -> Result<(), Error> {
        let mut planned = self.plan(organization, &import).await?;
        let begun = import.message.rows_done > 0;
        if !begun {
            describe(&mut import, &planned);
            if planned.errors.bad_rows() > 0 && !import.skip_invalid {
                // The directory changed after the dry run, and now some rows no longer fit.
                return self.finish(organization, import, State::Failed).await;
            }
        }
        let done = u64::try_from(import.message.rows_done).unwrap_or_default();
        let left: Vec<Step> = planned.plan.steps.drain(..).filter(|s| s.row > done).collect();
        for chunk in left.chunks(CHUNK).take(CHUNKS) {
            let tx = self.identity.db.begin().await?;
            if store::organization::sequence(&tx, organization).await? != planned.sequence {
                return Ok(()); // somebody changed the directory: plan again
            }
            for step in chunk {
                self.write(&tx, organization, &mut planned.plan, step).await?;
            }
            let row = chunk.last().map_or(done, |s| s.row);
            import.message.rows_done = i64::try_from(row).unwrap_or(i64::MAX);
            files::save(&tx, organization, &import).await?;
            planned.sequence = store::organization::sequence(&tx, organization).await?;
            tx.commit().await?;
        }
        if left.len() > CHUNK * CHUNKS {
            return Ok(());
        }
        import.message.rows_done = import.message.rows_total;
        self.finish(organization, import, State::Done).await
    }

    async fn finish(&self, organization: &str, mut import: Stored, state: State) -> Result<(), Error> {
        import.message.set_state(state);
        let tx = self.identity.db.begin().await?;
        files::save(&tx, organization, &import).await?;
        files::discard_content(&tx, organization, &import.id).await?;
        tx.commit().await
    }

    async fn write(&self, tx: &Tx, organization: &str, plan: &mut Plan, step: &Step) -> Result<(), Error> {
        let s = &self.identity;
        for site in &step.sites {
            s.put_site(tx, organization, site.clone()).await?;
        }
        for position in &step.positions {
            s.put_position(tx, organization, position.clone()).await?;
        }
        for id in &step.teams {
            let mut changed = vec![id.clone()];
            if plan.moved.contains(id) {
                // Those below have other ancestors now; new ones among them are told when their own row is written.
                let below = plan.tree.subtree(id).into_iter().skip(1);
                let known = |t: &&str| plan.tree.get(t).is_some_and(|t| t.revision > 0);
                changed.extend(below.filter(known).map(str::to_owned));
            }
            s.write_teams(tx, organization, &mut plan.tree, &changed).await?;
        }
        if let Some(person) = &step.person {
            s.put_person(tx, organization, person.clone()).await?;
        }
        Ok(())
    }

    /// Reads the file and compares it with the directory.
    async fn plan(&self, organization: &str, import: &Stored) -> Result<Planned, Error> {
        let s = &self.identity;
        let db = s.db.read();
        // The sequence first: whatever changes after it is noticed.
        let sequence = store::organization::sequence(db, organization).await?;
        let snapshot = Snapshot {
            sites: store::site::all(db, organization).await?,
            positions: store::position::all(db, organization).await?,
            tree: store::team::tree(db, organization).await?,
            people: store::person::all(db, organization).await?,
            reads_jalali: store::organization::get(db, organization).await?.reads_jalali(),
            today: s.today(),
            now: s.clock.now(),
        };
        let content = files::content(db, organization, import).await?;
        let (import, ids) = (import.clone(), s.ids.clone());
        let passes = Passes { db: &s.db, organization, import: &import.clone(), count: 1 };
        let work = move |meter: &Meter| {
            let sheet = Sheet::open(content, &import, FIELDS)?;
            let (mut errors, mut wishes) = (ErrorList::default(), Vec::new());
            let rows = sheet.each(ROWS, meter, &mut errors, |number, row, errors| {
                wishes.extend(read(sheet.mapped(), row, number, snapshot.today, errors));
            });
            let person_id = |external: &str| derived_id(&import.id, external);
            let plan = Plan::build(snapshot, wishes, &mut errors, &mut || ids.next(), &person_id);
            Ok(Planned { plan, errors, rows, sequence })
        };
        passes.read(work).await
    }
}

/// What was found, for the person who brought the file.
fn describe(import: &mut Stored, planned: &Planned) {
    import.message.summary = Some(planned.plan.summary.to_proto(planned.errors.bad_rows()));
    import.message.errors = planned.errors.to_proto(import.language);
    import.message.rows_total = i64::try_from(planned.rows).unwrap_or(i64::MAX);
}

/// The id of a new person: the same however often the file is planned, since other people's `manager` may be written first.
fn derived_id(import: &str, external_key: &str) -> String {
    let digest = Sha256::digest(format!("{import}\n{external_key}"));
    digest.iter().take(16).fold(String::new(), |hex, byte| hex + &format!("{byte:02x}"))
}
