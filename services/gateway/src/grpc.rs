//! gRPC and gRPC-Web on their way to the services.

use std::{
    convert::Infallible,
    future::Future,
    pin::Pin,
    task::{Context, Poll},
};

use axum::{body::Body as HttpBody, response::Response};
use http::Request;
use kit::client::{Outgoing, Transport};
use tonic::{Status, body::Body};
use tonic_web::{GrpcWebLayer, GrpcWebService};
use tower::{Layer, Service, ServiceExt};

use crate::{
    frames::{Bounded, Excess},
    limits,
};

/// Takes both kinds.
#[derive(Clone)]
pub(crate) struct Grpc {
    services: GrpcWebService<Services>,
}

impl Grpc {
    pub(crate) fn new(transport: &Transport) -> Self {
        Self { services: GrpcWebLayer::new().layer(Services { transport: transport.as_network() }) }
    }

    pub(crate) async fn answer(self, request: Request<HttpBody>) -> Response {
        match self.services.oneshot(request).await {
            Ok(response) => response.map(HttpBody::new),
            Err(never) => match never {},
        }
    }
}

/// The services behind the limits on messages.
#[derive(Clone)]
struct Services {
    transport: Outgoing,
}

impl Service<Request<Body>> for Services {
    type Response = http::Response<Body>;
    type Error = Infallible;
    type Future = Pin<Box<dyn Future<Output = Result<Self::Response, Infallible>> + Send>>;

    fn poll_ready(&mut self, _: &mut Context<'_>) -> Poll<Result<(), Infallible>> {
        Poll::Ready(Ok(()))
    }

    fn call(&mut self, request: Request<Body>) -> Self::Future {
        let request = request.map(|body| Body::new(Bounded::new(body, limits::MESSAGE_IN, Excess::Fails)));
        let answer = self.transport.clone().oneshot(request);
        Box::pin(async move {
            let response = answer.await.unwrap_or_else(|error| {
                tracing::error!(%error, "the services did not answer");
                Status::unavailable("the service does not answer").into_http()
            });
            Ok(response
                .map(|body| Body::new(Bounded::new(body, limits::MESSAGE_OUT, Excess::EndsWithStatus))))
        })
    }
}
