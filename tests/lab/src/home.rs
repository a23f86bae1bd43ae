//! A folder with everything that an installation keeps.

use std::{
    ffi::OsStr,
    fs,
    path::{Path, PathBuf},
    process::{Command, Stdio},
};

use sea_orm::{ConnectOptions, Database, DatabaseConnection};
use tempfile::TempDir;

use crate::database::Postgres;

/// The organization that [`Home::set_up`] creates.
pub const ORGANIZATION: &str = "acme";
/// Its name as a parent of resources.
pub const PARENT: &str = "organizations/acme";
/// The address of its first administrator.
pub const ADMINISTRATOR: &str = "administrator@example.org";
/// The administrator's password.
pub const PASSWORD: &str = "seven wet ducks on a Tuesday";

/// An installation: the binary, a folder that goes with this value, and on `PostgreSQL` a database that does too.
#[derive(Debug)]
pub struct Home {
    binary: PathBuf,
    folder: TempDir,
    postgres: Option<Postgres>,
}

/// What a command said.
#[derive(Debug)]
pub struct Ran {
    /// Its exit code; -1 if it was killed.
    pub code: i32,
    /// Standard output.
    pub out: String,
    /// Standard error.
    pub err: String,
}

impl Ran {
    /// Standard output of a command that must have gone well.
    pub fn good(self) -> String {
        assert_eq!(self.code, 0, "exit code {}\n{}{}", self.code, self.out, self.err);
        self.out
    }
}

impl Home {
    /// An empty installation of this binary, on the database that `HAMGAM_TEST_DATABASE` says.
    pub fn new(binary: impl Into<PathBuf>) -> Self {
        Self::on(binary.into(), Postgres::chosen())
    }

    fn on(binary: PathBuf, postgres: Option<Postgres>) -> Self {
        Self { binary, folder: tempfile::tempdir().expect("a temporary folder"), postgres }
    }

    /// An installation with an organization and its administrator.
    pub fn set_up(binary: impl Into<PathBuf>) -> Self {
        let home = Self::new(binary);
        home.found().good();
        home
    }

    /// `hamgam setup` with the organization of tests.
    pub fn found(&self) -> Ran {
        let password = self.write("password", PASSWORD);
        self.run([
            "setup".as_ref(),
            "--organization".as_ref(),
            ORGANIZATION.as_ref(),
            "--name".as_ref(),
            "Acme".as_ref(),
            "--admin-email".as_ref(),
            ADMINISTRATOR.as_ref(),
            "--password-file".as_ref(),
            password.as_os_str(),
        ])
    }

    /// Another installation with the same content. Nothing may run in this one.
    #[must_use]
    pub fn copied(&self) -> Self {
        let copy = Self::on(self.binary.clone(), self.postgres.as_ref().map(Postgres::copied));
        copy_folder(self.path(), copy.path());
        copy
    }

    /// The folder.
    pub fn path(&self) -> &Path {
        self.folder.path()
    }

    /// A service's own database, past the service.
    pub(crate) async fn database(&self, service: &str) -> DatabaseConnection {
        let options = if let Some(postgres) = &self.postgres {
            let mut options = ConnectOptions::new(postgres.url());
            options.set_schema_search_path(service);
            options
        } else {
            let file = self.path().join("data").join(format!("{service}.sqlite"));
            ConnectOptions::new(format!("sqlite://{}?mode=rw", file.display()))
        };
        Database::connect(options).await.expect("the database of a service")
    }

    /// Writes a file into the folder.
    pub fn write(&self, name: &str, content: impl AsRef<[u8]>) -> PathBuf {
        let file = self.path().join(name);
        fs::write(&file, content).expect("a file in the temporary folder");
        file
    }

    /// A command of the binary in this folder, on this folder's data, with no settings of the machine.
    pub fn command<S: AsRef<OsStr>>(&self, words: impl IntoIterator<Item = S>) -> Command {
        let mut command = Command::new(&self.binary);
        command
            .args(words)
            .current_dir(self.path())
            .env_clear()
            .env("HAMGAM_SERVER__LISTEN", "127.0.0.1:0")
            .env("RUST_LOG", "warn")
            .stdin(Stdio::null());
        if let Some(postgres) = &self.postgres {
            command.env("HAMGAM_DATABASE__URL", postgres.url());
        }
        command
    }

    /// Runs a command to its end.
    pub fn run<S: AsRef<OsStr>>(&self, words: impl IntoIterator<Item = S>) -> Ran {
        let output = self.command(words).output().expect("the binary starts");
        Ran {
            code: output.status.code().unwrap_or(-1),
            out: String::from_utf8_lossy(&output.stdout).into_owned(),
            err: String::from_utf8_lossy(&output.stderr).into_owned(),
        }
    }
}

fn copy_folder(from: &Path, to: &Path) {
    for entry in fs::read_dir(from).expect("a folder") {
        let entry = entry.expect("an entry");
        let target = to.join(entry.file_name());
        if entry.file_type().expect("its kind").is_dir() {
            fs::create_dir_all(&target).expect("a folder");
            copy_folder(&entry.path(), &target);
        } else {
            fs::copy(entry.path(), &target).expect("a copy");
        }
    }
}
