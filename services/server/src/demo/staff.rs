//! The file that the HR system sends: everybody on the first day, then whoever joins.

use kit::{client::Transport, runtime::Runtime};
use proto::imports::v1::{Import, ImportState};

use super::world::{ORGANIZATION, Person, World, people};
use crate::import::Importer;

/// Takes those of the people whom `chosen` chooses through upload, dry run and apply, like the file of an HR system.
pub(crate) async fn import(
    transport: &Transport,
    runtime: &Runtime,
    world: &World,
    chosen: impl Fn(&Person) -> bool,
) -> anyhow::Result<()> {
    let csv = people::directory_csv(&world.people, chosen)?;
    let mut importer = Importer::directory(transport.as_service("demo", ORGANIZATION));
    let import = importer.create(&format!("organizations/{ORGANIZATION}"), "people.csv".into()).await?;
    let import = importer.upload(&import.name, 0, csv, true).await?;
    let import = until(runtime, &mut importer, import, ImportState::Ready).await?;
    let mapping = import.mapping.clone().unwrap_or_default();
    let import = importer.preview(&import.name, mapping).await?;
    let import = until(runtime, &mut importer, import, ImportState::Checked).await?;
    let import = importer.apply(&import.name, false).await?;
    until(runtime, &mut importer, import, ImportState::Done).await?;
    runtime.settle().await?;
    Ok(())
}

async fn until(
    runtime: &Runtime,
    importer: &mut Importer,
    import: Import,
    state: ImportState,
) -> anyhow::Result<Import> {
    let mut import = import;
    while import.state() != state {
        anyhow::ensure!(
            import.state() != ImportState::Failed,
            "the demo's people are refused: {:?}",
            import.errors
        );
        runtime.settle().await?;
        import = importer.get(&import.name).await?;
    }
    anyhow::ensure!(import.errors.is_empty(), "the demo's people are refused: {:?}", import.errors);
    Ok(import)
}
