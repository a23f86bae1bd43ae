//! kill -9 of the real binary at random moments. What was acknowledged is kept in a ledger of our own; afterwards nothing
//! of it may be missing or doubled, imports go on by themselves, and the result is that of an undisturbed run.
//!
//! `HAMGAM_KILLS` says how often (100 by default, over all tests here, and a fifth of it again that have to meet an
//! evaluation); `HAMGAM_KILL_SEED` chooses the moments. "0 of N lost" supports a rate of loss below 3/N.

mod directory;
mod evaluation;
mod ingestion;
mod ledger;
mod shown;
mod tables;
mod usage;

use std::time::Duration;

use lab::{
    Server,
    calls::{is_over, with_token},
};
use proto::imports::v1::{Import, ImportMapping, ImportState};
use rand::{Rng, SeedableRng, rngs::StdRng};
use tonic::Status;

/// How long a restarted server may take until it serves; R1 says 2 s, and a debug build beside other tests gets more.
const SERVING_WITHIN: Duration = Duration::from_secs(10);

/// How many kills a test gets of all, in percent.
fn kills(percent: usize) -> usize {
    (number("HAMGAM_KILLS", 100) * percent).div_ceil(100)
}

fn dice(salt: u64) -> StdRng {
    let seed = number("HAMGAM_KILL_SEED", 1) as u64;
    StdRng::seed_from_u64(seed ^ (salt << 32))
}

#[expect(clippy::disallowed_methods, reason = "who runs the test chooses how long it takes")]
fn number(variable: &str, default: usize) -> usize {
    std::env::var(variable).ok().and_then(|n| n.parse().ok()).unwrap_or(default)
}

/// The slowest start and the number of kills.
#[derive(Debug, Default)]
struct Starts {
    kills: usize,
    slowest: Duration,
}

impl Starts {
    fn note(&mut self, server: &Server) {
        self.slowest = self.slowest.max(server.started_in);
        assert!(server.started_in < SERVING_WITHIN, "serving only after {:?}", server.started_in);
    }

    /// Lets something go on against a server that is killed at a random moment of it.
    async fn kill_during<T>(
        &mut self,
        server: Server,
        dice: &mut StdRng,
        longest: Duration,
        work: impl Future<Output = T>,
    ) -> T {
        self.note(&server);
        self.kills += 1;
        let moment = longest.mul_f64(dice.random());
        let killed = async {
            tokio::time::sleep(moment).await;
            tokio::task::spawn_blocking(|| server.kill()).await.expect("killed");
        };
        tokio::join!(work, killed).0
    }
}

/// The calls of an import, whichever kind it is.
trait Steps {
    async fn create(&mut self, file_name: &str) -> Result<Import, Status>;
    async fn upload(&mut self, name: &str, offset: i64, data: Vec<u8>, last: bool) -> Result<Import, Status>;
    async fn preview(&mut self, name: &str, mapping: ImportMapping) -> Result<Import, Status>;
    async fn apply(&mut self, name: &str) -> Result<Import, Status>;
    async fn get(&mut self, name: &str) -> Result<Import, Status>;
}

/// Implements [`Steps`] for a generated client.
macro_rules! steps {
    ($client:ty) => {
        impl crate::kill::Steps for $client {
            async fn create(&mut self, file_name: &str) -> Result<Import, Status> {
                let request = proto::imports::v1::CreateImportRequest {
                    parent: PARENT.into(),
                    file_name: file_name.to_owned(),
                    request_id: format!("request-{file_name}"),
                };
                self.create_import(request).await.map(tonic::Response::into_inner)
            }
            async fn upload(
                &mut self,
                name: &str,
                offset: i64,
                data: Vec<u8>,
                last: bool,
            ) -> Result<Import, Status> {
                let request =
                    proto::imports::v1::UploadImportPartRequest { name: name.to_owned(), offset, data, last };
                self.upload_import_part(request).await.map(tonic::Response::into_inner)
            }
            async fn preview(&mut self, name: &str, mapping: ImportMapping) -> Result<Import, Status> {
                let request = proto::imports::v1::PreviewImportRequest {
                    name: name.to_owned(),
                    mapping: Some(mapping),
                };
                self.preview_import(request).await.map(tonic::Response::into_inner)
            }
            async fn apply(&mut self, name: &str) -> Result<Import, Status> {
                let request =
                    proto::imports::v1::ApplyImportRequest { name: name.to_owned(), skip_invalid: false };
                self.apply_import(request).await.map(tonic::Response::into_inner)
            }
            async fn get(&mut self, name: &str) -> Result<Import, Status> {
                let request = proto::imports::v1::GetImportRequest { name: name.to_owned() };
                self.get_import(request).await.map(tonic::Response::into_inner)
            }
        }
    };
}
use steps;

/// A file on its way in, and what the server has promised about it so far.
struct Journey<'a> {
    file_name: &'a str,
    content: &'a [u8],
    mapping: ImportMapping,
    /// Bytes that the server said it has.
    kept: i64,
    /// The furthest state that the server said the import is in.
    reached: ImportState,
}

impl<'a> Journey<'a> {
    fn new(file_name: &'a str, content: &'a [u8], mapping: ImportMapping) -> Self {
        Self { file_name, content, mapping, kept: 0, reached: ImportState::Uploading }
    }

    /// Whether the server said that everything is written.
    fn is_done(&self) -> bool {
        self.reached == ImportState::Done
    }

    /// Goes on from wherever the server is, until the import is done or the server is gone. What was promised before a
    /// kill must be true after it.
    async fn go_on(&mut self, client: &mut impl Steps) -> Result<(), Status> {
        // The answer to the same request is the same for days: how far it has come says another call.
        let name = client.create(self.file_name).await?.name;
        let mut import = client.get(&name).await?;
        loop {
            assert!(import.received_bytes >= self.kept, "lost a part of the upload: {import:?}");
            self.kept = import.received_bytes;
            let state = import.state();
            if self.reached >= ImportState::Applying {
                assert!(state >= ImportState::Applying, "an acknowledged apply is forgotten: {state:?}");
            }
            self.reached = self.reached.max(state);
            import = match state {
                ImportState::Uploading => {
                    let from = usize::try_from(import.received_bytes).expect("an offset");
                    let to = (from + 64 * 1024).min(self.content.len());
                    let data = self.content[from..to].to_vec();
                    client.upload(&name, import.received_bytes, data, to == self.content.len()).await?
                }
                ImportState::Ready => client.preview(&name, self.mapping.clone()).await?,
                ImportState::Checked => client.apply(&name).await?,
                _ if is_over(&import) => {
                    assert_eq!(state, ImportState::Done, "{:?} {:?}", import.summary, import.errors);
                    return Ok(());
                }
                _ => {
                    tokio::time::sleep(Duration::from_millis(20)).await;
                    client.get(&name).await?
                }
            };
        }
    }
}

/// Compares two lists so that a failure shows what differs and not everything.
fn assert_same<T: Ord + std::fmt::Debug>(what: &str, mut ours: Vec<T>, mut expected: Vec<T>) {
    ours.sort();
    expected.sort();
    let more: Vec<&T> = ours.iter().filter(|o| expected.binary_search(o).is_err()).take(5).collect();
    let less: Vec<&T> = expected.iter().filter(|e| ours.binary_search(e).is_err()).take(5).collect();
    assert!(
        more.is_empty() && less.is_empty() && ours.len() == expected.len(),
        "{what}: {} instead of {}; only here {more:#?}; missing {less:#?}",
        ours.len(),
        expected.len()
    );
}

/// Calls with the administrator's token: it outlives the server.
async fn as_administrator(server: &Server, token: &str) -> lab::calls::Signed {
    with_token(server.address, token).await
}
