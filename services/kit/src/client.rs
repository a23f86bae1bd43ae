//! Calls between services: one transport, in this process or over the network, that a service cannot tell apart.

use std::{
    future::Future,
    pin::Pin,
    sync::{Arc, OnceLock},
    task::{Context, Poll},
};

use http::{Request, Response};
use tonic::{Status, body::Body};
use tower::{BoxError, Service, ServiceExt, util::BoxCloneSyncService};

use crate::auth::Caller;

type Boxed = BoxCloneSyncService<Request<Body>, Response<Body>, BoxError>;

/// The way to all services. The routes are found when the first call is made, so services open in any order.
#[derive(Clone, Default)]
pub struct Transport {
    routes: Arc<OnceLock<Boxed>>,
}

impl std::fmt::Debug for Transport {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Transport").field("connected", &self.routes.get().is_some()).finish()
    }
}

impl Transport {
    /// A transport that leads nowhere until [`Transport::connect`].
    pub fn new() -> Self {
        Self::default()
    }

    /// Leads the transport to the services, the access layer in front. The first call counts.
    pub fn connect<S>(&self, services: S)
    where
        S: Service<Request<Body>, Response = Response<Body>> + Clone + Send + Sync + 'static,
        S::Error: Into<BoxError> + 'static,
        S::Future: Send + 'static,
    {
        let boxed = BoxCloneSyncService::new(ServiceExt::<Request<Body>>::map_err(services, Into::into));
        let _ = self.routes.set(boxed);
    }

    /// Calls as the service `name`, on behalf of an organization.
    pub fn as_service(&self, name: &str, organization: &str) -> Outgoing {
        self.acting_as(Caller::service(name, organization))
    }

    /// Calls as somebody else: the demo's people, and tests.
    pub fn acting_as(&self, caller: Caller) -> Outgoing {
        Outgoing { routes: self.routes.clone(), caller: Some(caller) }
    }

    /// Calls with nothing but what the request itself carries: the gateway's way in.
    pub fn as_network(&self) -> Outgoing {
        Outgoing { routes: self.routes.clone(), caller: None }
    }
}

/// What generated clients are built over.
#[derive(Clone)]
pub struct Outgoing {
    routes: Arc<OnceLock<Boxed>>,
    caller: Option<Caller>,
}

impl Service<Request<Body>> for Outgoing {
    type Response = Response<Body>;
    type Error = BoxError;
    type Future = Pin<Box<dyn Future<Output = Result<Response<Body>, BoxError>> + Send>>;

    fn poll_ready(&mut self, _: &mut Context<'_>) -> Poll<Result<(), BoxError>> {
        Poll::Ready(Ok(()))
    }

    fn call(&mut self, mut request: Request<Body>) -> Self::Future {
        let Some(routes) = self.routes.get().cloned() else {
            return Box::pin(async { Ok(Status::unavailable("the services are not open yet").into_http()) });
        };
        if let Some(caller) = &self.caller {
            request.extensions_mut().insert(caller.clone());
        }
        Box::pin(routes.oneshot(request))
    }
}
