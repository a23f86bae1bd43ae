//! Secrets that are handed out and kept only as hashes: refresh tokens and links. Written
//! `organization.id.secret`, so that they are found without searching every tenant.

use base64::{Engine as _, engine::general_purpose::URL_SAFE_NO_PAD};
use kit::id::Ids;
use sha2::{Digest, Sha256};

/// A secret with where it belongs.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Secret {
    /// The organization.
    pub organization: String,
    /// What it opens: a session, or a person.
    pub id: String,
    random: String,
}

impl Secret {
    /// A fresh one with 256 random bits.
    pub(crate) fn new(ids: &Ids, organization: &str, id: &str) -> Self {
        let random = URL_SAFE_NO_PAD.encode(ids.random_bytes::<32>());
        Self { organization: organization.to_owned(), id: id.to_owned(), random }
    }

    /// Reads one; `None` for anything else.
    pub(crate) fn parse(text: &str) -> Option<Self> {
        if text.len() > 300 {
            return None;
        }
        let mut parts = text.split('.');
        let (organization, id, random) = (parts.next()?, parts.next()?, parts.next()?);
        let complete = parts.next().is_none() && [organization, id, random].iter().all(|p| !p.is_empty());
        complete.then(|| Self { organization: organization.into(), id: id.into(), random: random.into() })
    }

    /// As it is handed out.
    pub(crate) fn text(&self) -> String {
        format!("{}.{}.{}", self.organization, self.id, self.random)
    }

    /// As it is kept.
    pub(crate) fn hash(&self) -> String {
        hash(&self.random)
    }
}

/// A hash of what must not be kept as it is.
pub(crate) fn hash(text: &str) -> String {
    URL_SAFE_NO_PAD.encode(Sha256::digest(text))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_secret_is_read_as_it_was_written() {
        let secret = Secret::new(&Ids::sequence(), "acme", "s1");
        assert_eq!(Secret::parse(&secret.text()), Some(secret.clone()));
        assert!(!secret.hash().contains(&secret.random));
        for bad in ["", ".", "a.b", "a.b.c.d", "..x", &"a".repeat(400)] {
            assert_eq!(Secret::parse(bad), None, "{bad}");
        }
    }
}
