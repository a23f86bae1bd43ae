//! Signing keys change without anybody noticing, and old ones end.

use std::{path::PathBuf, sync::Arc};

use base64::{Engine, engine::general_purpose::URL_SAFE_NO_PAD};
use jiff::{SignedDuration, Timestamp};
use kit::{
    auth::{Keys, Person, Rotated},
    clock::SteppedClock,
    id::Ids,
    testing::beginning,
};
use tempfile::TempDir;

/// How long tokens are good.
const TOKEN: SignedDuration = SignedDuration::from_mins(10);
/// Longer than a new key waits.
const A_QUARTER: SignedDuration = SignedDuration::from_mins(15);

/// An installation: a file that several processes read.
struct Installation {
    folder: TempDir,
    ids: Ids,
}

impl Installation {
    fn new() -> Self {
        let ids = Ids::seeded(Arc::new(SteppedClock::at(beginning())), 3);
        Self { folder: tempfile::tempdir().unwrap(), ids }
    }

    fn file(&self) -> PathBuf {
        self.folder.path().join("keys").join("signing-key.pem")
    }

    /// A process that starts at some time.
    async fn process(&self, now: Timestamp) -> Keys {
        Keys::open(&self.file(), &self.ids, TOKEN, now).await.unwrap()
    }

    async fn rotate(&self, now: Timestamp, at_once: bool) -> Result<Rotated, kit::error::Error> {
        Keys::rotate(&self.file(), &self.ids, TOKEN, now, at_once).await
    }
}

fn person() -> Person {
    Person { organization: "acme".into(), person: "p".into(), session: "s".into(), grants: vec![] }
}

fn sign(keys: &Keys, now: Timestamp) -> String {
    keys.sign(&person(), "t".into(), now, TOKEN.as_secs()).unwrap()
}

fn kid(token: &str) -> String {
    let header = URL_SAFE_NO_PAD.decode(token.split('.').next().unwrap()).unwrap();
    serde_json::from_slice::<serde_json::Value>(&header).unwrap()["kid"].as_str().unwrap().to_owned()
}

/// The published keys in their order.
fn published(keys: &Keys) -> Vec<String> {
    let set = keys.jwks();
    let all = set["keys"].as_array().unwrap();
    assert!(all.iter().all(|k| k.get("d").is_none() && k["alg"] == "EdDSA"), "{set}");
    all.iter().map(|k| k["kid"].as_str().unwrap().to_owned()).collect()
}

#[tokio::test]
async fn a_new_key_is_published_before_it_signs_and_the_old_one_until_its_tokens_have_expired() {
    let (installation, start) = (Installation::new(), beginning());
    let keys = installation.process(start).await;
    let old = kid(&sign(&keys, start));
    let rotated = installation.rotate(start, false).await.unwrap();
    keys.reload(start).await.unwrap();
    assert_eq!(published(&keys), [old.clone(), rotated.kid.clone()], "known before it is used");
    assert_eq!(kid(&sign(&keys, start)), old);

    let last_moment = rotated.signs_from - SignedDuration::from_secs(1);
    let last_of_old = sign(&keys, last_moment);
    assert_eq!(kid(&last_of_old), old);
    assert_eq!(kid(&sign(&keys, rotated.signs_from)), rotated.kid, "without being read again");
    keys.reload(rotated.signs_from).await.unwrap();
    assert_eq!(published(&keys), [rotated.kid.clone(), old], "the signing one first");

    let nearly = last_moment + TOKEN - SignedDuration::from_secs(1);
    assert_eq!(keys.verify(&last_of_old, nearly).unwrap(), person(), "good until it expires");
    let end = rotated.before_until.unwrap();
    assert!(end > last_moment + TOKEN, "no token outlives its key");
    keys.reload(end).await.unwrap();
    assert_eq!(published(&keys), [rotated.kid]);
}

#[tokio::test]
async fn a_token_of_a_key_that_is_gone_is_refused_and_so_is_one_of_an_unknown_key() {
    let (installation, start) = (Installation::new(), beginning());
    let keys = installation.process(start).await;
    // Somebody with the old key goes on signing.
    let copy = Installation::new();
    std::fs::create_dir_all(copy.file().parent().unwrap()).unwrap();
    std::fs::copy(installation.file(), copy.file()).unwrap();
    let thief = copy.process(start).await;

    let rotated = installation.rotate(start, false).await.unwrap();
    keys.reload(start).await.unwrap();
    let end = rotated.before_until.unwrap();
    let just_before = end - SignedDuration::from_secs(1);
    assert!(keys.verify(&sign(&thief, just_before), just_before).is_ok());
    // It ends by the clock, also while nobody reads the file again.
    let error = keys.verify(&sign(&thief, end), end).unwrap_err();
    assert!(error.to_string().contains("another key"), "{error}");

    let stranger = Installation::new();
    let token = sign(&Keys::from_seed(&[5; 32]).unwrap(), start);
    let error = stranger.process(start).await.verify(&token, start).unwrap_err();
    assert!(error.to_string().contains("another key"), "{error}");
}

#[tokio::test]
async fn every_process_of_an_installation_picks_the_new_key_up() {
    let (installation, start) = (Installation::new(), beginning());
    let (one, other) = (installation.process(start).await, installation.process(start).await);
    let rotated = installation.rotate(start, false).await.unwrap();
    one.reload(start).await.unwrap();
    let now = rotated.signs_from;
    let token = sign(&one, now);
    assert!(other.verify(&token, now).is_err(), "it has not looked yet");
    other.reload(now).await.unwrap();
    assert_eq!(other.verify(&token, now).unwrap(), person());
    assert_eq!(kid(&sign(&other, now)), rotated.kid);
    let late = installation.process(now).await;
    assert_eq!(late.verify(&token, now).unwrap(), person());
}

#[tokio::test]
async fn a_key_that_others_have_seen_is_trusted_no_longer() {
    let (installation, start) = (Installation::new(), beginning());
    let keys = installation.process(start).await;
    let token = sign(&keys, start);
    let rotated = installation.rotate(start, true).await.unwrap();
    assert_eq!((rotated.signs_from, rotated.before_until), (start, None));
    keys.reload(start).await.unwrap();
    assert!(keys.verify(&token, start).is_err());
    assert_eq!(published(&keys), [kid(&sign(&keys, start))]);
}

#[tokio::test]
async fn what_is_derived_stays_the_same_whichever_key_signs() {
    let (installation, mut now) = (Installation::new(), beginning());
    let before = installation.process(now).await.derive("voucher", "acme/1");
    for at_once in [false, true, false] {
        installation.rotate(now, at_once).await.unwrap();
        now += A_QUARTER;
    }
    let keys = installation.process(now).await;
    assert_eq!(keys.derive("voucher", "acme/1"), before);
    assert_ne!(keys.derive("voucher", "acme/2"), before);
    assert_ne!(keys.derive("another purpose", "acme/1"), before);
}

#[tokio::test]
async fn one_key_waits_at_a_time_and_those_that_are_over_leave_the_file() {
    let (installation, mut now) = (Installation::new(), beginning());
    let none = installation.rotate(now, false).await.unwrap_err();
    assert!(none.to_string().contains("first start"), "{none}");
    installation.process(now).await;
    installation.rotate(now, false).await.unwrap();
    let twice = installation.rotate(now, false).await.unwrap_err();
    assert!(twice.to_string().contains("waits already"), "{twice}");
    for _ in 0..5 {
        now += SignedDuration::from_hours(1);
        installation.rotate(now, false).await.unwrap();
    }
    let text = std::fs::read_to_string(installation.file()).unwrap();
    assert_eq!(text.matches("BEGIN PRIVATE KEY").count(), 2, "the one that signs and the one that waits");
    #[cfg(unix)]
    {
        use std::os::unix::fs::PermissionsExt as _;
        let mode = std::fs::metadata(installation.file()).unwrap().permissions().mode();
        assert_eq!(mode & 0o777, 0o600, "only its owner reads it");
    }
}

#[tokio::test]
async fn a_file_that_cannot_be_read_leaves_the_keys_as_they_were() {
    let (installation, start) = (Installation::new(), beginning());
    let keys = installation.process(start).await;
    let token = sign(&keys, start);
    let whole = std::fs::read_to_string(installation.file()).unwrap();
    for broken in ["", "nothing", &whole[..whole.len() / 2], &whole.replace("KEY-----\nM", "KEY-----\n!")] {
        std::fs::write(installation.file(), broken).unwrap();
        assert!(keys.reload(start).await.is_err(), "{broken}");
        assert_eq!(keys.verify(&token, start).unwrap(), person());
    }
    std::fs::remove_file(installation.file()).unwrap();
    assert!(keys.reload(start).await.is_err());
}
