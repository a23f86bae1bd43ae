//! A server that runs in an installation.

use std::{
    fs,
    io::{BufRead, BufReader},
    net::SocketAddr,
    process::{Child, Command, Stdio},
    thread,
    time::{Duration, Instant},
};

use crate::home::Home;

/// `hamgam serve` or `hamgam demo`, until it is stopped, killed or dropped.
#[derive(Debug)]
pub struct Server {
    child: Child,
    /// Where it serves.
    pub address: SocketAddr,
    /// How long it took from start to serving.
    pub started_in: Duration,
}

impl Server {
    /// Starts a server and waits until it serves. What it logs goes to `server.log` in the folder.
    pub fn start(home: &Home) -> Self {
        Self::start_with(home, |_| {})
    }

    /// The same, with more settings.
    pub fn start_with(home: &Home, more: impl FnOnce(&mut Command)) -> Self {
        Self::spawn(home, &["serve"], more)
    }

    /// `hamgam demo` in the folder of an installation; it first makes its organization up.
    pub fn demo(home: &Home) -> Self {
        Self::spawn(home, &["demo", "--data", "demo", "--listen", "127.0.0.1:0"], |_| {})
    }

    fn spawn(home: &Home, words: &[&str], more: impl FnOnce(&mut Command)) -> Self {
        let log = fs::OpenOptions::new()
            .create(true)
            .append(true)
            .open(home.path().join("server.log"))
            .expect("a log in the temporary folder");
        let mut command = home.command(words);
        command.stdout(Stdio::piped()).stderr(log);
        more(&mut command);
        let begin = Instant::now();
        let mut child = command.spawn().expect("the binary starts");
        let out = child.stdout.take().expect("its output");
        let address = BufReader::new(out).lines().map_while(Result::ok).find_map(|line| {
            let (_, address) = line.rsplit_once("http://")?;
            address.trim().replace("localhost", "127.0.0.1").parse().ok()
        });
        let Some(address) = address else {
            let _ = child.kill();
            let _ = child.wait();
            let log = fs::read_to_string(home.path().join("server.log")).unwrap_or_default();
            panic!("the server stopped before it served\n{log}");
        };
        Self { child, address, started_in: begin.elapsed() }
    }

    /// SIGKILL, at once.
    pub fn kill(mut self) {
        self.child.kill().expect("a child of ours");
        self.child.wait().expect("a child of ours");
    }

    /// SIGTERM, and waits for the end; whether the exit code was 0.
    pub fn stop(mut self) -> bool {
        let told = Command::new("kill").arg("-TERM").arg(self.child.id().to_string()).status();
        assert!(told.expect("kill").success(), "SIGTERM could not be sent");
        self.child.wait().expect("a child of ours").success()
    }

    /// Resident memory, in bytes.
    pub fn resident(&self) -> u64 {
        let status =
            fs::read_to_string(format!("/proc/{}/status", self.child.id())).expect("a running server");
        let line = status.lines().find(|l| l.starts_with("VmRSS:")).expect("VmRSS");
        let kib = line.split_whitespace().nth(1).and_then(|n| n.parse::<u64>().ok()).expect("a number");
        kib * 1024
    }

    /// Processor time so far, in ticks of a hundredth of a second.
    fn ticks(&self) -> u64 {
        let stat = fs::read_to_string(format!("/proc/{}/stat", self.child.id())).expect("a running server");
        // The name of the program, in brackets, may hold anything.
        let after = stat.rsplit(')').next().expect("fields");
        after.split_whitespace().skip(11).take(2).map(|n| n.parse::<u64>().expect("a number")).sum()
    }

    /// Waits until the jobs that a start begins with are over: for three seconds the server did next to nothing.
    pub fn rested(&self) {
        let (mut quiet, mut before) = (0, self.ticks());
        while quiet < 6 {
            thread::sleep(Duration::from_millis(500));
            let now = self.ticks();
            quiet = if now - before <= 2 { quiet + 1 } else { 0 };
            before = now;
        }
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}
