//! The services of this binary, one line each. To add a service, add its line.

use std::sync::Arc;

use kit::{
    error::Error,
    module::{Context, Module},
};

/// Opens every service: its database is brought up to date, nothing runs yet.
pub(crate) async fn open(context: &Context) -> Result<Vec<Arc<dyn Module>>, Error> {
    Ok(vec![
        identity::open(context).await?,
        telemetry::open(context).await?,
        training::open(context).await?,
        adoption::open(context).await?,
        notifications::open(context).await?,
    ])
}
