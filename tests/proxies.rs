//! Sign-ins are limited by the client's address, also behind a proxy: the gateway and identity together, over real
//! connections.

use std::time::Duration;

use identity::domain::attempt::ADDRESS;
use kit::network::Networks;
use proto::identity::v1::{SignInRequest, session_service_client::SessionServiceClient};
use tokio::net::TcpListener;
use tokio_util::sync::CancellationToken;
use tonic::{Request, transport::Channel};
use tonic_types::StatusExt as _;

use crate::support::System;

/// The address of a gateway before the system that believes these proxies.
async fn gateway(system: &System, trusted_proxies: &[&str], stop: &CancellationToken) -> Channel {
    let context = &system.harness.context;
    let parts = gateway::Parts {
        transport: context.transport.clone(),
        keys: context.keys.clone(),
        drain: Duration::from_secs(1),
        trusted_proxies: Networks::read(trusted_proxies.iter().copied()).unwrap(),
    };
    let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let address = listener.local_addr().unwrap();
    tokio::spawn(gateway::serve(parts, listener, stop.clone()));
    lab::calls::connect(address).await.unwrap()
}

/// Tries to sign in to an account that nobody tried before; the reason why that was refused.
async fn attempt(way: &Channel, number: usize, header: &'static str, value: &str) -> String {
    let mut request = Request::new(SignInRequest {
        email: format!("somebody-{header}-{number}@acme.example"),
        password: "a guess".into(),
        organization: String::new(),
    });
    request.metadata_mut().insert(header, value.parse().unwrap());
    let refused = SessionServiceClient::new(way.clone()).sign_in(request).await.unwrap_err();
    refused.get_details_error_info().unwrap().reason
}

#[tokio::test]
async fn a_forged_header_evades_no_limit_and_clients_of_a_proxy_are_limited_apart() {
    const GUESSED: &str = "WRONG_CREDENTIALS";
    const TOO_MANY: &str = "TOO_MANY_ATTEMPTS";
    let (system, stop) = (System::start().await, CancellationToken::new());
    let alone = gateway(&system, &[], &stop).await;
    let behind_a_proxy = gateway(&system, &["127.0.0.0/8"], &stop).await;

    for number in 0..ADDRESS.most {
        let forged = format!("203.0.113.{number}");
        assert_eq!(attempt(&alone, number, "x-forwarded-for", &forged).await, GUESSED, "{number}");
    }
    assert_eq!(attempt(&alone, 1_000, "x-forwarded-for", "198.51.100.1").await, TOO_MANY);
    assert_eq!(attempt(&alone, 1_001, "forwarded", "for=198.51.100.1").await, TOO_MANY);

    // What this client writes itself stands left of what the proxy adds.
    for number in 0..ADDRESS.most {
        let list = format!("203.0.113.{number}, 192.0.2.66");
        assert_eq!(attempt(&behind_a_proxy, 2_000 + number, "x-forwarded-for", &list).await, GUESSED);
    }
    let refused = attempt(&behind_a_proxy, 3_000, "x-forwarded-for", "198.51.100.2, 192.0.2.66").await;
    assert_eq!(refused, TOO_MANY);
    let same = attempt(&behind_a_proxy, 3_001, "forwarded", "for=198.51.100.2, for=192.0.2.66").await;
    assert_eq!(same, TOO_MANY, "whichever header the proxy writes");
    let other = attempt(&behind_a_proxy, 3_002, "x-forwarded-for", "192.0.2.7").await;
    assert_eq!(other, GUESSED, "somebody else behind the same proxy");
    stop.cancel();
}
