//! What one stranger can make the edge hold. The defaults of the libraries are open.

use std::time::Duration;

/// The largest gRPC message that is taken in, and the largest body of [`crate::ingestion`], in bytes.
pub(crate) use kit::module::MAX_MESSAGE_IN as MESSAGE_IN;
/// The largest gRPC message that goes out, in bytes.
pub(crate) use kit::module::MAX_MESSAGE_OUT as MESSAGE_OUT;
/// Requests at the same time on one HTTP/2 connection.
pub(crate) const STREAMS: u32 = 100;
/// The headers of a request, in bytes.
pub(crate) const HEADERS: usize = 16 * 1024;
/// Connections at the same time; the next ones wait in the system's queue.
pub(crate) const CONNECTIONS: usize = 10_000;
/// How long a client may take to send the headers of an HTTP/1 request.
pub(crate) const HEADER_TIME: Duration = Duration::from_secs(10);
/// How long an HTTP/2 connection may be silent before it is asked whether it lives, and may then take to answer.
pub(crate) const PING: (Duration, Duration) = (Duration::from_secs(30), Duration::from_secs(10));
/// How long a body of [`crate::ingestion`] may take to arrive and be recorded.
pub(crate) const INGESTION_TIME: Duration = Duration::from_secs(30);
