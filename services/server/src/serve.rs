//! `hamgam serve`: all services in one process, on one address, until it is told to stop.

use std::{net::SocketAddr, sync::Arc, time::Duration};

use anyhow::Context as _;
use kit::{clock::SystemClock, config::Config};
use tokio::net::TcpListener;
use tokio_util::sync::CancellationToken;
use tonic::service::Routes;
use tonic_health::server::HealthReporter;

use crate::{app::App, output};

/// Whether it can be asked what there is to call: for developers, and in no release build.
pub(crate) const REFLECTION: bool = cfg!(debug_assertions);

/// Serves until SIGINT or SIGTERM.
pub(crate) async fn serve(config: Config) -> anyhow::Result<()> {
    let (health, with_health) = health();
    let app = App::open_with(config, Arc::new(SystemClock), with_health).await?;
    let address = run(&app, health, |address| format!("Hamgam serves on http://{address}")).await?;
    tracing::info!(%address, "stopped");
    Ok(())
}

/// Serves an open app until SIGINT or SIGTERM, then drains. Says `greeting` once connections are taken.
pub(crate) async fn run(
    app: &App,
    health: HealthReporter,
    greeting: impl FnOnce(SocketAddr) -> String,
) -> anyhow::Result<SocketAddr> {
    let server = &app.context.config.server;
    let listener = TcpListener::bind(server.listen)
        .await
        .with_context(|| format!("cannot listen on {}", server.listen))?;
    let address = listener.local_addr()?;
    let stop = CancellationToken::new();
    let mut background = app.runtime.spawn(&stop);
    let edge = tokio::spawn(gateway::serve(
        gateway::Parts {
            transport: app.context.transport.clone(),
            keys: app.context.keys.clone(),
            drain: Duration::from_secs(server.drain_seconds),
            trusted_proxies: server.trusted_proxies.clone(),
        },
        listener,
        stop.clone(),
    ));
    health.set_service_status("", tonic_health::ServingStatus::Serving).await;
    output::print(&greeting(address))?;

    asked_to_stop().await?;
    // Load balancers first learn that nothing new should come; then what is under way may finish.
    health.set_service_status("", tonic_health::ServingStatus::NotServing).await;
    stop.cancel();
    edge.await??;
    while background.join_next().await.is_some() {}
    Ok(address)
}

/// The health service, not serving yet, and what adds it (and reflection, if that is served) to the routes.
pub(crate) fn health() -> (HealthReporter, impl FnOnce(Routes) -> Routes) {
    let (reporter, service) = tonic_health::server::health_reporter();
    let add = move |routes: Routes| {
        let routes = routes.add_service(service);
        if !REFLECTION {
            return routes;
        }
        match tonic_reflection::server::Builder::configure()
            .register_encoded_file_descriptor_set(proto::FILE_DESCRIPTOR_SET)
            .build_v1()
        {
            Ok(reflection) => routes.add_service(reflection),
            Err(error) => {
                tracing::warn!(%error, "reflection is off");
                routes
            }
        }
    };
    (reporter, add)
}

async fn asked_to_stop() -> std::io::Result<()> {
    let mut terminate = tokio::signal::unix::signal(tokio::signal::unix::SignalKind::terminate())?;
    tokio::select! {
        result = tokio::signal::ctrl_c() => result,
        _ = terminate.recv() => Ok(()),
    }
}
