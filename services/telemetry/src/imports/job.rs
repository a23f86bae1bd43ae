//! Checks and applies files. Whatever was written stays written and is not written twice, so after a crash the file is
//! read again from the beginning.

use std::{collections::HashMap, sync::Arc, time::Duration};

use async_trait::async_trait;
use jiff::{Timestamp, tz::TimeZone};
use kit::{
    db::time::to_micros,
    directory,
    error::Error,
    imports::{
        Meter, Passes, Sheet, Summary, refusal,
        store::{self as files, Stored},
    },
    module::{Job, Progress},
    text::normalize,
};
use proto::imports::v1::{ImportError, ImportState as State};

use super::{
    FIELDS, application,
    rows::{Parsed, Reader},
};
use crate::{Telemetry, counting::Scope, store};

/// See the module.
pub(crate) struct Imports {
    pub(crate) telemetry: Arc<Telemetry>,
}

/// A file that was read, and what it is for.
pub(super) struct Work {
    pub(super) organization: String,
    pub(super) tenant: i64,
    pub(super) application: store::application::Application,
    /// Whether features that nobody entered are entered.
    pub(super) create_features: bool,
    pub(super) parsed: Parsed,
}

impl Work {
    pub(super) async fn scope(&self, s: &Telemetry) -> Result<Scope<'_>, Error> {
        Scope::load(s.db.read(), &self.organization, self.tenant, &self.application).await
    }
}

#[async_trait]
impl Job for Imports {
    fn name(&self) -> &'static str {
        "telemetry.imports"
    }

    fn every(&self) -> Duration {
        Duration::from_millis(500)
    }

    async fn run(&self, now: Timestamp) -> Result<Progress, Error> {
        let s = &*self.telemetry;
        for state in [State::Checking, State::Applying] {
            let Some((organization, import)) = files::oldest_in_state(s.db.read(), state).await? else {
                continue;
            };
            if let Err(error) = self.go_on(&organization, &import, now).await {
                if matches!(error, Error::Internal(_) | Error::Upstream(_)) {
                    return Err(error);
                }
                // A reason that trying again does not mend: the person who brought the file must know of it.
                self.fail(&organization, &import, &error).await?;
            }
            return Ok(Progress::Worked);
        }
        Ok(Progress::Idle)
    }
}

impl Imports {
    async fn go_on(&self, organization: &str, import: &Stored, now: Timestamp) -> Result<(), Error> {
        let s = &*self.telemetry;
        let work = self.read(organization, import, now).await?;
        let mut summary = Summary::default();
        let applying = import.message.state() == State::Applying;
        if applying && work.parsed.errors.bad_rows() > 0 && !import.skip_invalid {
            return Err(refusal::bad_rows());
        }
        if work.parsed.reports.is_empty() {
            super::usage::run(s, &work, import, applying, now, &mut summary).await?;
        } else {
            super::quality::run(s, &work, applying, now, &mut summary).await?;
        }
        let tx = s.db.begin().await?;
        let Some(mut current) = files::load(&tx, organization, &import.id).await? else { return Ok(()) };
        if !current.is_same_work(import) {
            return Ok(()); // asked for again meanwhile, with another mapping: that one comes next
        }
        let errors = &work.parsed.errors;
        current.message.summary = Some(summary.to_proto(errors.bad_rows()));
        current.message.errors = errors.to_proto(import.language);
        current.message.rows_total = i64::try_from(work.parsed.rows).unwrap_or(i64::MAX);
        current.message.rows_done = current.message.rows_total;
        current.message.set_state(if applying { State::Done } else { State::Checked });
        files::save(&tx, organization, &current).await?;
        if applying {
            files::discard_content(&tx, organization, &import.id).await?;
        }
        tx.commit().await
    }

    async fn fail(&self, organization: &str, import: &Stored, error: &Error) -> Result<(), Error> {
        let s = &*self.telemetry;
        let tx = s.db.begin().await?;
        let Some(mut current) = files::load(&tx, organization, &import.id).await? else { return Ok(()) };
        let described = ImportError { description: error.to_string(), ..ImportError::default() };
        if current.message.errors.is_empty() {
            current.message.errors = vec![described];
        }
        current.message.set_state(State::Failed);
        files::save(&tx, organization, &current).await?;
        tx.commit().await
    }

    /// Reads the file, on a thread that may be busy for a while.
    async fn read(&self, organization: &str, import: &Stored, now: Timestamp) -> Result<Work, Error> {
        let s = &*self.telemetry;
        let mapping = import.message.mapping.clone().unwrap_or_default();
        let constant =
            |field: &str| mapping.constants.get(field).map(|v| v.trim().to_owned()).unwrap_or_default();
        let found = application(s.db.read(), organization, &constant("application")).await?;
        let application = found.ok_or_else(|| Error::not_found(constant("application")))?;
        let mut teams: HashMap<String, Option<String>> = HashMap::new();
        for team in directory::teams(s.db.read(), organization).await?.iter().filter(|t| !t.dissolved) {
            let name = normalize(&team.display_name);
            teams.entry(name).and_modify(|id| *id = None).or_insert_with(|| Some(team.id.clone()));
        }
        let zone = TimeZone::get(&constant("time_zone")).unwrap_or(TimeZone::UTC);
        let create_features = constant("unknown_features") != "keep";
        let content = files::content(s.db.read(), organization, import).await?;
        let begun = import.clone();
        let read = move |meter: &Meter| {
            let sheet = Sheet::open(content, &begun, FIELDS)?;
            let reader = Reader { mapped: sheet.mapped(), zone, now: to_micros(now), teams: &teams };
            Ok(reader.read(&sheet, meter))
        };
        let parsed = passes(s, organization, import).read(read).await?;
        let tenant = s.ingest.names.tenant(organization).await?.id;
        Ok(Work { organization: organization.to_owned(), tenant, application, create_features, parsed })
    }
}

/// A dry run reads the file, and then compares it with what is there.
pub(super) fn passes<'a>(s: &'a Telemetry, organization: &'a str, import: &'a Stored) -> Passes<'a> {
    Passes { db: &s.db, organization, import, count: 2 }
}
