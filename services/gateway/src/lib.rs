//! The HTTP edge: everything that comes over the network comes through here, on one address.
//!
//! | request | goes to |
//! |---|---|
//! | `application/grpc` over HTTP/2 | the services, [`grpc`] |
//! | `application/grpc-web…` by POST | the services, translated, [`grpc`] |
//! | `POST /v1/usage`, `POST /v1/data-quality` | telemetry's `RecordUsage` and `RecordDataQuality`, [`ingestion`] |
//! | `GET /.well-known/jwks.json` | the keys that sign access tokens |
//! | `GET /healthz` | whether this process takes requests |
//! | any other `GET` | the web app, [`app`] |
//!
//! The edge bounds what a stranger can make it hold ([`limits`]), says with every answer what a browser may do with it
//! ([`headers`]), says whose request it is when it came through proxies ([`proxies`]), and on the way out lets what is under
//! way finish ([`listen`]). Who may call what is not decided here but in `kit::auth::layer`, in front of the services.

mod app;
mod edge;
mod frames;
mod grpc;
mod headers;
mod ingestion;
mod limits;
mod listen;
mod proxies;

use std::{io, sync::Arc, time::Duration};

use kit::{auth::Keys, client::Transport, network::Networks};
use tokio::net::TcpListener;
use tokio_util::sync::CancellationToken;

/// What the edge needs of the process that it stands in front of.
#[derive(Debug, Clone)]
pub struct Parts {
    /// The way to the services, the access layer in front.
    pub transport: Transport,
    /// The keys that sign access tokens, to publish them.
    pub keys: Arc<Keys>,
    /// How long requests under way may take once the edge stops.
    pub drain: Duration,
    /// The proxies in front, which say for whom they come.
    pub trusted_proxies: Networks,
}

/// Takes connections until `stop` is cancelled, then lets what is under way finish, for [`Parts::drain`] at most.
pub async fn serve(parts: Parts, listener: TcpListener, stop: CancellationToken) -> io::Result<()> {
    let drain = parts.drain;
    listen::listen(edge::Edge::new(&parts, stop.clone()), listener, stop, drain).await
}
