//! `hamgam healthcheck`: asks a running server whether it serves.

use std::{net::SocketAddr, process::ExitCode, time::Duration};

use tonic::transport::Endpoint;
use tonic_health::pb::{
    HealthCheckRequest, health_check_response::ServingStatus, health_client::HealthClient,
};

use crate::output;

/// How long the server may take to answer.
const PATIENCE: Duration = Duration::from_secs(3);

/// Exit code 0 if the server at `address` serves.
pub(crate) async fn healthcheck(address: SocketAddr) -> ExitCode {
    match ask(address).await {
        Ok(ServingStatus::Serving) => {
            let _ = output::print("serving");
            ExitCode::SUCCESS
        }
        Ok(other) => output::failed(&anyhow::anyhow!("{address} answers {}", other.as_str_name())),
        Err(error) => output::failed(&error.context(format!("{address} does not answer"))),
    }
}

async fn ask(address: SocketAddr) -> anyhow::Result<ServingStatus> {
    let endpoint =
        Endpoint::from_shared(format!("http://{address}"))?.connect_timeout(PATIENCE).timeout(PATIENCE);
    let mut client = HealthClient::new(endpoint.connect().await?);
    let answer = client.check(HealthCheckRequest::default()).await?.into_inner();
    Ok(answer.status())
}
