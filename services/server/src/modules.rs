//! The services of this binary, one line each. To add a service, add its line.

use std::sync::Arc;

use identity::Identity;
use kit::{
    error::Error,
    module::{Context, Module},
};

/// Opens every service: its database is brought up to date, nothing runs yet. Identity is also handed out by itself,
/// because founding an organization is no call over the network.
pub(crate) async fn open(context: &Context) -> Result<(Arc<Identity>, Vec<Arc<dyn Module>>), Error> {
    let identity = identity::open(context).await?;
    let all: Vec<Arc<dyn Module>> = vec![
        identity.clone(),
        telemetry::open(context).await?,
        training::open(context).await?,
        adoption::open(context).await?,
        feedback::open(context).await?,
        champions::open(context).await?,
        incentives::open(context).await?,
        notifications::open(context).await?,
    ];
    Ok((identity, all))
}
