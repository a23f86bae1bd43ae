//! An edge on a port of its own, and a client that sends just what a test says.

mod telemetry;

use std::{net::SocketAddr, sync::Arc, time::Duration};

use bytes::Bytes;
use http::{Request, Response, StatusCode};
use http_body_util::{BodyExt, Full};
use hyper_util::rt::{TokioExecutor, TokioIo};
use kit::{
    auth::{Grant, Keys, Person, Role, layer::AccessLayer},
    client::Transport,
    clock::{Clock, SteppedClock},
    network::Networks,
    testing::beginning,
};
use proto::telemetry::v1::usage_service_server::UsageServiceServer;
use tokio::{net::TcpListener, net::TcpStream, task::JoinHandle};
use tokio_util::sync::CancellationToken;
use tonic::service::Routes;
use tower::Layer;

pub(crate) use self::telemetry::KEY;

pub(crate) struct Edge {
    pub(crate) address: SocketAddr,
    pub(crate) stop: CancellationToken,
    pub(crate) served: JoinHandle<std::io::Result<()>>,
    keys: Arc<Keys>,
    clock: Arc<SteppedClock>,
}

impl Edge {
    pub(crate) async fn start() -> Self {
        Self::draining(Duration::from_secs(5)).await
    }

    pub(crate) async fn draining(drain: Duration) -> Self {
        let clock = Arc::new(SteppedClock::at(beginning()));
        let keys = Arc::new(Keys::from_seed(&[1; 32]).unwrap());
        let transport = Transport::new();
        let routes = Routes::new(UsageServiceServer::new(telemetry::Telemetry)).prepare();
        transport.connect(AccessLayer::new(keys.clone(), clock.clone()).layer(routes));
        let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
        let address = listener.local_addr().unwrap();
        let stop = CancellationToken::new();
        let parts =
            gateway::Parts { transport, keys: keys.clone(), drain, trusted_proxies: Networks::default() };
        let served = tokio::spawn(gateway::serve(parts, listener, stop.clone()));
        Self { address, stop, served, keys, clock }
    }

    /// An access token of somebody who holds a role.
    pub(crate) fn token(&self, role: Role) -> String {
        let person = Person {
            organization: "acme".into(),
            person: "p".into(),
            session: "s".into(),
            grants: vec![Grant { role, team: None }],
        };
        self.keys.sign(&person, "t".into(), self.clock.now(), 600).unwrap()
    }

    /// Sends a request over HTTP/1.1, on a connection of its own.
    pub(crate) async fn send(&self, request: Request<Full<Bytes>>) -> Answer {
        let stream = TcpStream::connect(self.address).await.unwrap();
        let (mut sender, connection) =
            hyper::client::conn::http1::handshake(TokioIo::new(stream)).await.unwrap();
        tokio::spawn(connection);
        Answer::read(sender.send_request(request).await.unwrap()).await
    }

    pub(crate) async fn get(&self, path: &str) -> Answer {
        self.send(Request::get(path).header("host", "hamgam").body(Full::default()).unwrap()).await
    }

    /// An HTTP/2 connection without TLS, as gRPC clients open it.
    pub(crate) async fn http2(&self) -> hyper::client::conn::http2::SendRequest<Full<Bytes>> {
        let stream = TcpStream::connect(self.address).await.unwrap();
        let (sender, connection) =
            hyper::client::conn::http2::handshake(TokioExecutor::new(), TokioIo::new(stream)).await.unwrap();
        tokio::spawn(connection);
        sender
    }

    pub(crate) async fn channel(&self) -> tonic::transport::Channel {
        tonic::transport::Endpoint::from_shared(format!("http://{}", self.address))
            .unwrap()
            .connect()
            .await
            .unwrap()
    }
}

pub(crate) struct Answer {
    pub(crate) status: StatusCode,
    pub(crate) headers: http::HeaderMap,
    pub(crate) body: Bytes,
}

impl Answer {
    pub(crate) async fn read(response: Response<hyper::body::Incoming>) -> Self {
        let (head, body) = response.into_parts();
        let body = body.collect().await.map(http_body_util::Collected::to_bytes).unwrap_or_default();
        Self { status: head.status, headers: head.headers, body }
    }

    pub(crate) fn json(&self) -> serde_json::Value {
        serde_json::from_slice(&self.body).unwrap()
    }

    pub(crate) fn text(&self) -> &str {
        std::str::from_utf8(&self.body).unwrap()
    }

    pub(crate) fn header(&self, name: &str) -> &str {
        self.headers.get(name).map(|v| v.to_str().unwrap()).unwrap_or_default()
    }
}
