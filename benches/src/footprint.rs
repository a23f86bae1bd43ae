//! Resident memory of an idle server, and the time from start to serving.

use lab::{Home, Server};

use crate::{
    Options,
    ingestion::mebibytes,
    report::{Report, Row},
};

/// Measures a server of an organization that was just founded.
pub(crate) async fn measure(options: &Options, report: &mut Report) -> anyhow::Result<()> {
    let (mut first, mut later, mut idle) = (Vec::new(), Vec::new(), Vec::new());
    for _ in 0..options.rounds {
        let home = Home::new(&options.binary);
        first.push(milliseconds(&Server::start(&home)));
        let server = Server::start(&home);
        later.push(milliseconds(&server));
        tokio::time::sleep(std::time::Duration::from_secs(1)).await;
        idle.push(mebibytes(server.resident()));
    }
    report.add(
        "footprint",
        vec![
            Row::alone("from start to serving, first start", "ms", None, &first),
            Row::alone("from start to serving, later starts", "ms", None, &later),
            Row::alone("resident memory, idle, empty", "MiB", None, &idle),
        ],
    )
}

fn milliseconds(server: &Server) -> f64 {
    server.started_in.as_secs_f64() * 1e3
}
