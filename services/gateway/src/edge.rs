//! Sends every request where it belongs.

use std::{convert::Infallible, net::IpAddr, sync::Arc};

use axum::{
    Router,
    body::Body,
    extract::State,
    response::{IntoResponse, Response},
    routing::get,
};
use http::{HeaderValue, Method, Request, StatusCode, header};
use hyper::body::Incoming;
use kit::{
    auth::{Keys, Peer},
    network::Networks,
};
use tokio_util::sync::CancellationToken;
use tower::ServiceExt;
use tower_http::compression::CompressionLayer;

use crate::{Parts, app, grpc::Grpc, headers, ingestion, proxies};

/// The edge, for one process.
#[derive(Clone)]
pub(crate) struct Edge {
    grpc: Grpc,
    http: Router,
    trusted_proxies: Arc<Networks>,
}

#[derive(Clone)]
struct Facts {
    keys: Arc<Keys>,
    stop: CancellationToken,
}

impl Edge {
    pub(crate) fn new(parts: &Parts, stop: CancellationToken) -> Self {
        let http = Router::new()
            .route("/.well-known/jwks.json", get(jwks))
            .route("/healthz", get(healthz))
            .with_state(Facts { keys: parts.keys.clone(), stop })
            .merge(ingestion::routes(parts.transport.clone()))
            .fallback_service(Router::new().fallback(get(app::file)).layer(CompressionLayer::new()));
        Self {
            grpc: Grpc::new(&parts.transport),
            http,
            trusted_proxies: Arc::new(parts.trusted_proxies.clone()),
        }
    }

    pub(crate) async fn answer(
        self,
        request: Request<Incoming>,
        peer: IpAddr,
    ) -> Result<Response, Infallible> {
        let mut request = request.map(Body::new);
        let client = proxies::client(peer, request.headers(), &self.trusted_proxies);
        request.extensions_mut().insert(Peer(client));
        let mut response = match kind(&request) {
            Kind::Grpc => self.grpc.answer(request).await,
            // A browser sends some content types without asking; a service must not act on what any page could send.
            Kind::OtherToService => StatusCode::UNSUPPORTED_MEDIA_TYPE.into_response(),
            Kind::Http => self.http.oneshot(request).await.into_response(),
        };
        headers::secure(response.headers_mut());
        Ok(response)
    }
}

enum Kind {
    Grpc,
    OtherToService,
    Http,
}

fn kind(request: &Request<Body>) -> Kind {
    let content_type =
        request.headers().get(header::CONTENT_TYPE).map(HeaderValue::as_bytes).unwrap_or_default();
    if content_type.starts_with(b"application/grpc") {
        return Kind::Grpc;
    }
    let to_service =
        request.uri().path().starts_with("/hamgam.") || request.uri().path().starts_with("/grpc.");
    if to_service && request.method() != Method::GET { Kind::OtherToService } else { Kind::Http }
}

async fn jwks(State(facts): State<Facts>) -> Response {
    let headers =
        [(header::CONTENT_TYPE, "application/jwk-set+json"), (header::CACHE_CONTROL, "public, max-age=300")];
    (headers, facts.keys.jwks().to_string()).into_response()
}

async fn healthz(State(facts): State<Facts>) -> Response {
    let (status, word) = if facts.stop.is_cancelled() {
        (StatusCode::SERVICE_UNAVAILABLE, "stopping\n")
    } else {
        (StatusCode::OK, "serving\n")
    };
    (status, [(header::CACHE_CONTROL, "no-store")], word).into_response()
}
