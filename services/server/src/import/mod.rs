//! `hamgam import`: a file through the same steps as on the screen — upload, dry run, apply — and what follows from it.

mod application;
mod importer;
mod report;

use std::{collections::HashMap, process::ExitCode, sync::Arc, time::Duration};

use anyhow::{Context as _, bail};
use indicatif::ProgressBar;
use kit::{clock::SystemClock, config::Config};
use proto::{
    identity::v1::{ListOrganizationsRequest, organization_service_client::OrganizationServiceClient},
    imports::v1::{Import, ImportMapping, ImportState},
};
use tokio_util::sync::CancellationToken;

pub(crate) use self::importer::{Importer, in_words};
use crate::{
    app::App,
    cli::{self, ImportFile},
    output::{self, BAD_ROWS},
};

/// How often the progress is asked for.
const PAUSE: Duration = Duration::from_millis(100);
/// Bytes in one part of the upload.
const PART: usize = 512 * 1024;

/// Imports a file; exit code 3 if it has bad rows that were not to be skipped.
pub(crate) async fn import(config: Config, what: cli::Import) -> anyhow::Result<ExitCode> {
    let app = App::open(config, Arc::new(SystemClock)).await?;
    let (options, is_usage) = match what {
        cli::Import::Directory(options) => (options, false),
        cli::Import::Usage(options) => (options, true),
    };
    let organization = organization(&app, options.organization.as_deref()).await?;
    let way = app.context.transport.as_service("command-line", &organization);
    let application =
        if is_usage { application::named(way.clone(), &organization, &options).await? } else { None };
    let importer = if is_usage { Importer::usage(way) } else { Importer::directory(way) };

    let stop = CancellationToken::new();
    let mut background = app.runtime.spawn(&stop);
    let result = steps(importer, &organization, &options, application).await;
    stop.cancel();
    while background.join_next().await.is_some() {}

    let (import, code) = result?;
    output::print(&report::of(&import))?;
    if code == ExitCode::SUCCESS && !options.dry_run {
        let bar = ProgressBar::new_spinner().with_message("Counting and evaluating what was imported");
        bar.enable_steady_tick(PAUSE);
        app.runtime.settle().await?;
        bar.finish_and_clear();
    }
    Ok(code)
}

async fn steps(
    mut importer: Importer,
    organization: &str,
    options: &ImportFile,
    application: Option<String>,
) -> anyhow::Result<(Import, ExitCode)> {
    let import = upload(&mut importer, organization, options).await?;
    let import = until(&mut importer, import, &[ImportState::Ready], "Reading the file").await?;
    if import.state() == ImportState::Failed {
        return Ok((import, ExitCode::from(BAD_ROWS)));
    }

    let mapping = mapping(&import, options, application)?;
    let import = importer.preview(&import.name, mapping).await?;
    let import = until(&mut importer, import, &[ImportState::Checked], "Checking every row").await?;
    let bad = import.summary.as_ref().is_some_and(|s| s.bad_rows > 0);
    if import.state() == ImportState::Failed || (bad && !options.skip_invalid) {
        return Ok((import, ExitCode::from(BAD_ROWS)));
    }
    if options.dry_run {
        return Ok((import, ExitCode::SUCCESS));
    }

    let import = importer.apply(&import.name, options.skip_invalid).await?;
    let import = until(&mut importer, import, &[ImportState::Done], "Importing").await?;
    let code = if import.state() == ImportState::Done { ExitCode::SUCCESS } else { ExitCode::from(BAD_ROWS) };
    Ok((import, code))
}

/// The organization to import into: the only one, or the one that was named.
async fn organization(app: &App, named: Option<&str>) -> anyhow::Result<String> {
    let way = app.context.transport.as_service("command-line", named.unwrap_or_default());
    let all = OrganizationServiceClient::new(way)
        .list_organizations(ListOrganizationsRequest::default())
        .await
        .map_err(|s| anyhow::anyhow!("{}", s.message()))?
        .into_inner()
        .organizations;
    let ids: Vec<String> =
        all.into_iter().map(|o| o.name.trim_start_matches("organizations/").to_owned()).collect();
    match (named, ids.as_slice()) {
        (Some(id), ids) if ids.iter().any(|known| known == id) => Ok(id.to_owned()),
        (Some(id), _) => bail!("there is no organization `{id}`; there are: {}", ids.join(", ")),
        (None, [only]) => Ok(only.clone()),
        (None, []) => bail!("there is no organization yet; create one with `hamgam setup`"),
        (None, ids) => bail!("say which organization with --organization; there are: {}", ids.join(", ")),
    }
}

async fn upload(importer: &mut Importer, organization: &str, options: &ImportFile) -> anyhow::Result<Import> {
    let bytes = tokio::fs::read(&options.file)
        .await
        .with_context(|| format!("cannot read {}", options.file.display()))?;
    let file_name =
        options.file.file_name().map_or_else(|| "file".into(), |n| n.to_string_lossy().into_owned());
    let mut import = importer.create(&format!("organizations/{organization}"), file_name).await?;
    let bar = output::progress(bytes.len() as u64, "Uploading");
    let mut offset = 0;
    loop {
        let end = (offset + PART).min(bytes.len());
        let last = end == bytes.len();
        import = importer.upload(&import.name, offset, bytes[offset..end].to_vec(), last).await?;
        bar.set_position(end as u64);
        if last {
            bar.finish_and_clear();
            return Ok(import);
        }
        offset = end;
    }
}

/// What the command line says, over what was saved or guessed for these columns.
fn mapping(
    import: &Import,
    options: &ImportFile,
    application: Option<String>,
) -> anyhow::Result<ImportMapping> {
    let mut mapping = import.mapping.clone().unwrap_or_default();
    for (field, column) in &options.columns {
        if !import.columns.contains(column) {
            bail!("the file has no column `{column}`; it has: {}", import.columns.join(", "));
        }
        mapping.columns.insert(field.clone(), column.clone());
        mapping.constants.remove(field);
    }
    let mut constants: HashMap<String, String> = options.constants.iter().cloned().collect();
    constants.extend(application.map(|name| ("application".to_owned(), name)));
    if options.keep_unknown_features {
        constants.insert("unknown_features".into(), "keep".into());
    }
    for field in constants.keys() {
        mapping.columns.remove(field);
    }
    mapping.constants.extend(constants);
    Ok(mapping)
}

/// Waits until the import has come to one of the states, or failed.
async fn until(
    importer: &mut Importer,
    mut import: Import,
    states: &[ImportState],
    what: &'static str,
) -> anyhow::Result<Import> {
    let bar = output::progress(0, what);
    while !states.contains(&import.state()) && import.state() != ImportState::Failed {
        tokio::time::sleep(PAUSE).await;
        import = importer.get(&import.name).await?;
        bar.set_length(import.rows_total.unsigned_abs());
        bar.set_position(import.rows_done.unsigned_abs());
    }
    bar.finish_and_clear();
    Ok(import)
}
