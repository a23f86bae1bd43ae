use std::time::{Duration, Instant};

use bytes::Bytes;
use http::{Request, StatusCode};
use http_body_util::Full;

use crate::support::{Edge, KEY};

fn slow(millis: u64) -> Request<Full<Bytes>> {
    let body = format!(
        r#"{{"event_id":"a","time":"2026-03-02T08:00:00Z","external_id":"e1","feature":"slow-{millis}"}}"#
    );
    Request::post("/v1/usage")
        .header("host", "hamgam")
        .header("authorization", KEY)
        .header("content-type", "application/json")
        .body(Full::new(body.into()))
        .unwrap()
}

#[tokio::test]
async fn what_is_under_way_finishes_and_nothing_new_comes_in() {
    let edge = Edge::start().await;
    let idle = edge.http2().await;
    let stop = edge.stop.clone();
    let stopping = async {
        tokio::time::sleep(Duration::from_millis(150)).await;
        stop.cancel();
        tokio::time::sleep(Duration::from_millis(100)).await;
        assert!(tokio::net::TcpStream::connect(edge.address).await.is_err(), "nobody new is taken");
    };
    let (answer, ()) = tokio::join!(edge.send(slow(600)), stopping);
    assert_eq!(answer.status, StatusCode::OK);
    tokio::time::timeout(Duration::from_secs(2), edge.served).await.expect("ends").unwrap().unwrap();
    drop(idle);
}

#[tokio::test]
async fn draining_takes_no_longer_than_it_may() {
    let edge = Edge::draining(Duration::from_millis(300)).await;
    let stop = edge.stop.clone();
    let begun = Instant::now();
    let served = edge.served;
    let stream = tokio::net::TcpStream::connect(edge.address).await.unwrap();
    let io = hyper_util::rt::TokioIo::new(stream);
    let (mut sender, connection) = hyper::client::conn::http1::handshake(io).await.unwrap();
    tokio::spawn(connection);
    let request = tokio::spawn(async move { sender.send_request(slow(4000)).await.map(|_| ()) });
    tokio::time::sleep(Duration::from_millis(150)).await;
    stop.cancel();
    served.await.unwrap().unwrap();
    assert!(begun.elapsed() < Duration::from_secs(3));
    request.abort();
}
