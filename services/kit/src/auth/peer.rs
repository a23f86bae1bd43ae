//! The network address that a request came from.

use std::net::IpAddr;

use tonic::Request;

/// The address of whoever sent the request, as the gateway saw it: it puts this into the extensions of every request that
/// it passes on. Sign-in limits attempts by it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Peer(pub IpAddr);

impl Peer {
    /// The address of a request; `None` for a call inside this process.
    pub fn of<T>(request: &Request<T>) -> Option<Self> {
        let told = request.extensions().get::<Self>().copied();
        told.or_else(|| request.remote_addr().map(|a| Self(a.ip())))
    }
}
