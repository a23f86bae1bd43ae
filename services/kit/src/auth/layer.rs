//! The access layer: in front of every gRPC service, default deny.

use std::{
    convert::Infallible,
    future::Future,
    pin::Pin,
    sync::Arc,
    task::{Context, Poll},
    time::Duration,
};

use http::{HeaderMap, Request, Response};
use proto::rules::{self, Rule};
use tonic::{Status, body::Body};
use tower::{Layer, Service};

use super::{Keys, caller::Caller};
use crate::{clock::SharedClock, error::Error, localize::Language};

/// A call that says nothing gets this long.
const DEADLINE: Duration = Duration::from_secs(5);
/// No call gets longer than this.
const LONGEST_DEADLINE: Duration = Duration::from_mins(1);

/// Checks who calls, whether the method's rule lets them, and bounds the time that the call may take.
#[derive(Clone, Debug)]
pub struct AccessLayer {
    keys: Arc<Keys>,
    clock: SharedClock,
    reflection: bool,
}

impl AccessLayer {
    /// A layer that trusts tokens of these keys.
    pub fn new(keys: Arc<Keys>, clock: SharedClock) -> Self {
        Self { keys, clock, reflection: false }
    }

    /// Lets everybody ask what there is to call, if that is served behind it. Otherwise nobody may.
    #[must_use]
    pub fn with_reflection(self, served: bool) -> Self {
        Self { reflection: served, ..self }
    }

    /// Paths that no rule is about: health is for load balancers, reflection for developers.
    fn is_open(&self, path: &str) -> bool {
        path.starts_with("/grpc.health.v1.Health/")
            || (self.reflection && path.starts_with("/grpc.reflection."))
    }

    fn admit<B>(&self, request: &Request<B>) -> Result<Caller, Error> {
        let Some(rule) = rules::of(request.uri().path()) else {
            let open = self.is_open(request.uri().path());
            return if open { Ok(Caller::anonymous()) } else { Err(Error::Denied) };
        };
        let language = language(request.headers());
        if let Some(service) = request.extensions().get::<Caller>() {
            // Only `client::Transport` can have put it there; a person it acts for is checked like any person.
            if service.is_service() {
                return Ok(service.clone());
            }
            return permit(rule, service.clone());
        }
        let caller = match bearer(request.headers()) {
            Some(token) if rule != Rule::Public => {
                Caller::signed_in(self.keys.verify(token, self.clock.now())?).reading(language)
            }
            // A public method is public for an expired token too.
            Some(token) => self
                .keys
                .verify(token, self.clock.now())
                .map_or_else(|_| Caller::anonymous(), Caller::signed_in)
                .reading(language),
            None => Caller::anonymous().reading(language),
        };
        permit(rule, caller)
    }
}

fn permit(rule: Rule, caller: Caller) -> Result<Caller, Error> {
    match rule {
        Rule::Public => Ok(caller),
        Rule::Roles(_) if caller.is_anonymous() => {
            Err(Error::unauthenticated("TOKEN_MISSING", "sign in first"))
        }
        Rule::Roles(roles) if roles.iter().any(|r| caller.holds(*r)) => Ok(caller),
        Rule::Service | Rule::Roles(_) => Err(Error::Denied),
    }
}

fn bearer(headers: &HeaderMap) -> Option<&str> {
    headers.get(http::header::AUTHORIZATION)?.to_str().ok()?.strip_prefix("Bearer ")
}

fn language(headers: &HeaderMap) -> Language {
    headers
        .get(http::header::ACCEPT_LANGUAGE)
        .and_then(|v| v.to_str().ok())
        .and_then(Language::of_accept_language)
        .unwrap_or_default()
}

fn deadline(headers: &HeaderMap) -> Duration {
    let asked = headers.get("grpc-timeout").and_then(|v| v.to_str().ok()).and_then(parse_timeout);
    asked.unwrap_or(DEADLINE).min(LONGEST_DEADLINE)
}

/// `grpc-timeout`: at most eight digits and a unit.
fn parse_timeout(text: &str) -> Option<Duration> {
    let (digits, unit) = text.split_at_checked(text.len().checked_sub(1)?)?;
    if digits.is_empty() || digits.len() > 8 {
        return None;
    }
    let amount: u64 = digits.parse().ok()?;
    Some(match unit {
        "H" => Duration::from_secs(amount * 3_600),
        "M" => Duration::from_secs(amount * 60),
        "S" => Duration::from_secs(amount),
        "m" => Duration::from_millis(amount),
        "u" => Duration::from_micros(amount),
        "n" => Duration::from_nanos(amount),
        _ => return None,
    })
}

impl<S> Layer<S> for AccessLayer {
    type Service = Access<S>;

    fn layer(&self, inner: S) -> Access<S> {
        Access { inner, layer: self.clone() }
    }
}

/// See [`AccessLayer`].
#[derive(Clone, Debug)]
pub struct Access<S> {
    inner: S,
    layer: AccessLayer,
}

impl<S> Service<Request<Body>> for Access<S>
where
    S: Service<Request<Body>, Response = Response<Body>, Error = Infallible> + Clone + Send + 'static,
    S::Future: Send,
{
    type Response = Response<Body>;
    type Error = Infallible;
    type Future = Pin<Box<dyn Future<Output = Result<Self::Response, Infallible>> + Send>>;

    fn poll_ready(&mut self, cx: &mut Context<'_>) -> Poll<Result<(), Infallible>> {
        self.inner.poll_ready(cx)
    }

    fn call(&mut self, mut request: Request<Body>) -> Self::Future {
        let clone = self.inner.clone();
        let mut inner = std::mem::replace(&mut self.inner, clone);
        let caller = match self.layer.admit(&request) {
            Ok(caller) => caller,
            Err(error) => return Box::pin(async move { Ok(Status::from(error).into_http()) }),
        };
        request.extensions_mut().insert(caller);
        let limit = (!rules::takes_stream(request.uri().path())).then(|| deadline(request.headers()));
        Box::pin(async move {
            let Some(limit) = limit else { return inner.call(request).await };
            match tokio::time::timeout(limit, inner.call(request)).await {
                Ok(response) => response,
                Err(_) => Ok(Status::deadline_exceeded("the call took longer than its deadline").into_http()),
            }
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_timeout_is_read_as_grpc_writes_it() {
        assert_eq!(parse_timeout("250m"), Some(Duration::from_millis(250)));
        assert_eq!(parse_timeout("3S"), Some(Duration::from_secs(3)));
        for bad in ["", "S", "123456789S", "5x", "-1S", "é"] {
            assert_eq!(parse_timeout(bad), None, "{bad}");
        }
    }
}
