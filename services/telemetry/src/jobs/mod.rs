//! What happens from time to time.

mod count_days;
mod count_quality;
mod count_weeks;
mod forget;

pub(crate) use self::{
    count_days::CountDays, count_quality::CountQuality, count_weeks::CountWeeks, forget::Forget,
};

use kit::{db::Db, error::Error};

use crate::store::{self, application::Application};

/// Every organization with the applications that it tracks.
async fn applications(db: &Db) -> Result<Vec<(String, i64, Vec<Application>)>, Error> {
    let mut all = Vec::new();
    for (organization, tenant) in store::tenant::all(db.read()).await? {
        let applications = store::application::list(db.read(), &organization, 0, 10_000).await?;
        all.push((organization, tenant, applications));
    }
    Ok(all)
}
