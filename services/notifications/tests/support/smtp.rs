//! A mail server that keeps what it gets and misbehaves on demand.

use std::{
    net::SocketAddr,
    sync::{Arc, Mutex},
};

use tokio::{
    io::{AsyncBufReadExt, AsyncWriteExt, BufReader},
    net::{TcpListener, TcpStream},
};

/// What the server does with the next mail.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Mood {
    /// Takes it.
    Good,
    /// Says 451: later.
    Busy,
    /// Says 550: never.
    Strict,
    /// Takes it and dies before it says so.
    Dying,
    /// Never answers.
    Asleep,
}

pub(crate) struct MailServer {
    pub(crate) address: SocketAddr,
    state: Arc<Mutex<State>>,
}

struct State {
    mood: Mood,
    mails: Vec<String>,
}

impl MailServer {
    pub(crate) async fn start(mood: Mood) -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
        let address = listener.local_addr().unwrap();
        let state = Arc::new(Mutex::new(State { mood, mails: Vec::new() }));
        let shared = state.clone();
        tokio::spawn(async move {
            while let Ok((stream, _)) = listener.accept().await {
                tokio::spawn(serve(stream, shared.clone()));
            }
        });
        Self { address, state }
    }

    pub(crate) fn turn(&self, mood: Mood) {
        self.state.lock().unwrap().mood = mood;
    }

    /// The mails that it took, as they came.
    pub(crate) fn mails(&self) -> Vec<String> {
        self.state.lock().unwrap().mails.clone()
    }

    /// The settings that lead to it.
    pub(crate) fn settings(&self) -> String {
        format!(
            "transport = 'smtp'\nsmtp_host = '127.0.0.1'\nsmtp_port = {}\nsmtp_security = 'none'\nsmtp_timeout_seconds = 1",
            self.address.port()
        )
    }
}

async fn serve(stream: TcpStream, state: Arc<Mutex<State>>) -> Option<()> {
    let (read, mut write) = stream.into_split();
    let mut lines = BufReader::new(read).lines();
    write.write_all(b"220 test\r\n").await.ok()?;
    loop {
        let line = lines.next_line().await.ok()??;
        let mood = state.lock().unwrap().mood;
        let command = line.to_ascii_uppercase();
        if mood == Mood::Asleep {
            std::future::pending::<()>().await;
        }
        let answer = if command.starts_with("RCPT") && mood == Mood::Busy {
            "451 try again later"
        } else if command.starts_with("RCPT") && mood == Mood::Strict {
            "550 no such mailbox"
        } else if command.starts_with("DATA") {
            write.write_all(b"354 go on\r\n").await.ok()?;
            let mut mail = String::new();
            loop {
                let line = lines.next_line().await.ok()??;
                if line == "." {
                    break;
                }
                mail.push_str(&line);
                mail.push('\n');
            }
            state.lock().unwrap().mails.push(mail);
            if mood == Mood::Dying {
                return None;
            }
            "250 taken"
        } else if command.starts_with("QUIT") {
            write.write_all(b"221 bye\r\n").await.ok()?;
            return None;
        } else {
            "250 ok"
        };
        write.write_all(format!("{answer}\r\n").as_bytes()).await.ok()?;
    }
}
