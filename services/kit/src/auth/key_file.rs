//! The file of signing keys: PKCS #8 in PEM, the oldest first. What stands before a key says from when on it signs, and before
//! the first one from what secrets are derived; RFC 7468 lets such lines stand there, and a file of one key needs none.

use std::{
    fmt::{Display, Write as _},
    path::Path,
};

use base64::{Engine, engine::general_purpose::URL_SAFE_NO_PAD};
use ed25519_dalek::{
    SigningKey,
    pkcs8::{DecodePrivateKey, EncodePrivateKey, spki::der::pem::LineEnding},
};
use jiff::Timestamp;

use crate::error::Error;

const BEGIN: &str = "-----BEGIN ";
const END: &str = "-----END ";
const ROOT: &str = "Derives-From: ";
const SIGNS_FROM: &str = "Signs-From: ";

/// A key as it is kept.
#[derive(Clone)]
pub(super) struct Entry {
    pub(super) seed: [u8; 32],
    /// From when on it signs; until then it is only published.
    pub(super) signs_from: Timestamp,
}

/// All that is kept.
#[derive(Clone)]
pub(super) struct KeyFile {
    /// What secrets are derived from; `None`: the first key.
    pub(super) root: Option<[u8; 32]>,
    pub(super) entries: Vec<Entry>,
}

impl KeyFile {
    /// What the file holds; `None` without a file.
    pub(super) async fn read(file: &Path) -> Result<Option<Self>, Error> {
        match tokio::fs::read_to_string(file).await {
            Ok(text) => Self::parse(&text).map(Some).map_err(|why| describe(file, &why)),
            Err(error) if error.kind() == std::io::ErrorKind::NotFound => Ok(None),
            Err(error) => Err(describe(file, &error)),
        }
    }

    fn parse(text: &str) -> Result<Self, String> {
        let (mut root, mut entries) = (None, Vec::new());
        let mut signs_from = Timestamp::UNIX_EPOCH;
        let mut block: Option<String> = None;
        for line in text.lines() {
            if let Some(pem) = &mut block {
                pem.push_str(line);
                pem.push('\n');
                if line.starts_with(END) {
                    let key = SigningKey::from_pkcs8_pem(pem).map_err(|e| e.to_string())?;
                    entries.push(Entry { seed: key.to_bytes(), signs_from });
                    (block, signs_from) = (None, Timestamp::UNIX_EPOCH);
                }
            } else if line.starts_with(BEGIN) {
                block = Some(format!("{line}\n"));
            } else if let Some(time) = line.strip_prefix(SIGNS_FROM) {
                signs_from = time.trim().parse().map_err(|e| format!("{SIGNS_FROM}{e}"))?;
            } else if let Some(secret) = line.strip_prefix(ROOT) {
                let bytes = URL_SAFE_NO_PAD.decode(secret.trim()).ok().and_then(|b| b.try_into().ok());
                root = Some(bytes.ok_or_else(|| format!("{ROOT}not 32 bytes"))?);
            }
        }
        if block.is_some() || entries.is_empty() {
            return Err("there is no whole key in it".to_owned());
        }
        Ok(Self { root, entries })
    }

    fn text(&self) -> Result<String, String> {
        let mut text = String::new();
        if let Some(root) = self.root {
            let _ = writeln!(text, "{ROOT}{}", URL_SAFE_NO_PAD.encode(root));
        }
        for entry in &self.entries {
            if entry.signs_from > Timestamp::UNIX_EPOCH {
                let _ = writeln!(text, "{SIGNS_FROM}{}", entry.signs_from);
            }
            let pem = SigningKey::from_bytes(&entry.seed).to_pkcs8_pem(LineEnding::LF);
            text.push_str(&pem.map_err(|e| e.to_string())?);
        }
        Ok(text)
    }

    /// Writes a file where there is none. Only its owner may read it.
    pub(super) async fn create(&self, file: &Path) -> Result<(), Error> {
        if let Some(folder) = file.parent() {
            tokio::fs::create_dir_all(folder).await.map_err(|e| describe(file, &e))?;
        }
        let text = self.text().map_err(|e| describe(file, &e))?;
        let mut options = tokio::fs::OpenOptions::new();
        options.write(true).create_new(true);
        #[cfg(unix)]
        options.mode(0o600);
        let mut handle = options.open(file).await.map_err(|e| describe(file, &e))?;
        tokio::io::AsyncWriteExt::write_all(&mut handle, text.as_bytes())
            .await
            .map_err(|e| describe(file, &e))?;
        handle.sync_all().await.map_err(|e| describe(file, &e))
    }

    /// Puts this in place of the file, whole: whoever reads finds the one or the other.
    pub(super) async fn replace(&self, file: &Path) -> Result<(), Error> {
        let mut next = file.as_os_str().to_owned();
        next.push(".new");
        let next = Path::new(&next);
        self.create(next).await?;
        tokio::fs::rename(next, file).await.map_err(|e| describe(file, &e))
    }
}

fn describe(file: &Path, why: &dyn Display) -> Error {
    Error::internal(format!("signing keys {}: {why}", file.display()))
}
