//! What happens from time to time.

mod count_days;
mod count_quality;
mod count_weeks;
mod fold_events;
mod forget;

pub(crate) use self::{
    count_days::CountDays, count_quality::CountQuality, count_weeks::CountWeeks, fold_events::FoldEvents,
    forget::Forget,
};

use kit::{db::Db, error::Error, imports::store as files};
use proto::imports::v1::ImportState;

use crate::{
    imports::KIND,
    store::{self, application::Application},
};

/// Imports that are looked at; an older one is not being written any longer.
const LATEST_IMPORTS: u64 = 20;

/// Every organization with the applications that it tracks. One for which a file is being written waits: weeks are
/// published for good, so what is counted must not be half a file.
async fn applications(db: &Db) -> Result<Vec<(String, i64, Vec<Application>)>, Error> {
    let mut all = Vec::new();
    for (organization, tenant) in store::tenant::all(db.read()).await? {
        let imports = files::list(db.read(), &organization, KIND, None, LATEST_IMPORTS).await?;
        if imports.iter().any(|i| i.message.state() == ImportState::Applying) {
            continue;
        }
        let applications = store::application::list(db.read(), &organization, 0, 10_000).await?;
        all.push((organization, tenant, applications));
    }
    Ok(all)
}
