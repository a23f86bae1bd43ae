//! Takes connections, HTTP/1 and HTTP/2 on the same port, and lets them go gracefully.

use std::{io, sync::Arc, time::Duration};

use hyper_util::{
    rt::{TokioExecutor, TokioIo, TokioTimer},
    server::{conn::auto::Builder, graceful::GracefulShutdown},
};
use tokio::{net::TcpListener, sync::Semaphore};
use tokio_util::sync::CancellationToken;

use crate::{edge::Edge, limits};

pub(crate) async fn listen(
    edge: Edge,
    listener: TcpListener,
    stop: CancellationToken,
    drain: Duration,
) -> io::Result<()> {
    let server = Arc::new(server());
    let graceful = GracefulShutdown::new();
    let room = Arc::new(Semaphore::new(limits::CONNECTIONS));
    loop {
        let accepted = tokio::select! {
            () = stop.cancelled() => break,
            accepted = accept(&listener, &room) => accepted,
        };
        let (stream, address, permit) = match accepted {
            Ok(accepted) => accepted,
            Err(error) if is_of_one_connection(&error) => continue,
            Err(error) => {
                // Out of file descriptors, most likely: some will be closed soon.
                tracing::warn!(%error, "cannot take a connection");
                tokio::time::sleep(Duration::from_millis(200)).await;
                continue;
            }
        };
        let _ = stream.set_nodelay(true);
        let (edge, server, watcher) = (edge.clone(), server.clone(), graceful.watcher());
        tokio::spawn(async move {
            let service =
                hyper::service::service_fn(move |request| edge.clone().answer(request, address.ip()));
            let connection = server.serve_connection(TokioIo::new(stream), service).into_owned();
            if let Err(error) = watcher.watch(connection).await {
                tracing::debug!(%error, "a connection ended badly");
            }
            drop(permit);
        });
    }
    // Nobody can connect any more; whoever is connected hears GOAWAY or `connection: close`.
    drop(listener);
    if tokio::time::timeout(drain, graceful.shutdown()).await.is_err() {
        tracing::warn!(
            seconds = drain.as_secs(),
            "requests were still under way when the time to drain was over"
        );
    }
    Ok(())
}

async fn accept(
    listener: &TcpListener,
    room: &Arc<Semaphore>,
) -> io::Result<(tokio::net::TcpStream, std::net::SocketAddr, tokio::sync::OwnedSemaphorePermit)> {
    let permit = room.clone().acquire_owned().await.map_err(io::Error::other)?;
    let (stream, address) = listener.accept().await?;
    Ok((stream, address, permit))
}

/// Whether only the connection that was to be taken is lost.
fn is_of_one_connection(error: &io::Error) -> bool {
    use io::ErrorKind::{ConnectionAborted, ConnectionRefused, ConnectionReset};
    matches!(error.kind(), ConnectionAborted | ConnectionRefused | ConnectionReset)
}

fn server() -> Builder<TokioExecutor> {
    let mut server = Builder::new(TokioExecutor::new());
    server
        .http1()
        .timer(TokioTimer::new())
        .header_read_timeout(limits::HEADER_TIME)
        .max_buf_size(limits::HEADERS);
    server
        .http2()
        .timer(TokioTimer::new())
        .keep_alive_interval(limits::PING.0)
        .keep_alive_timeout(limits::PING.1)
        .max_concurrent_streams(limits::STREAMS)
        .max_header_list_size(u32::try_from(limits::HEADERS).unwrap_or(u32::MAX))
        // A whole message fits in a stream's window, and no connection makes the edge hold more than a few.
        .initial_stream_window_size(u32::try_from(limits::MESSAGE_IN).ok())
        .initial_connection_window_size(u32::try_from(limits::MESSAGE_IN * 4).ok());
    server
}
