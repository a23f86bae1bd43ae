//! The network address that a request came from.

use std::net::IpAddr;

use tonic::Request;

use crate::network;

/// The address of whoever sent the request, as the gateway found it, also behind proxies that it trusts: it puts this into the
/// extensions of every request that it passes on. Sign-in limits attempts by it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Peer(pub IpAddr);

impl Peer {
    /// The address of a request; `None` for a call inside this process.
    pub fn of<T>(request: &Request<T>) -> Option<Self> {
        let told = request.extensions().get::<Self>().copied();
        told.or_else(|| request.remote_addr().map(|a| Self(a.ip())))
    }

    /// What counts as one sender where attempts are limited.
    pub fn sender(&self) -> String {
        network::sender(self.0)
    }
}
