//! The secret by which the writer of an anonymous proposal comes back.
//!
//! The browser makes 32 random bytes and keeps them. From them, and from nothing else, come the id of the proposal and the
//! hash that is kept: two hashes that say nothing about each other or about the secret. So whoever made it, whenever it was
//! made, and whatever was made around it, the same row is stored; and a call that is repeated finds it there.

use jiff::civil::Date;
use sha2::{Digest, Sha256};

/// How many bytes a secret has.
pub const LENGTH: usize = 32;

/// The secret of one anonymous proposal. It is never stored nor printed.
#[derive(Clone)]
pub struct Secret([u8; LENGTH]);

impl std::fmt::Debug for Secret {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Secret(…)")
    }
}

impl Secret {
    /// The secret of these bytes; `None` if they are not [`LENGTH`] many, or so plain that no dice threw them.
    pub fn new(bytes: &[u8]) -> Option<Self> {
        let bytes: [u8; LENGTH] = bytes.try_into().ok()?;
        let mut different = bytes.to_vec();
        different.sort_unstable();
        different.dedup();
        // Of 32 random bytes fewer than 16 are different about once in 10^19 times.
        (different.len() >= 16).then_some(Self(bytes))
    }

    /// What is kept to know the secret again.
    pub fn hash(&self) -> String {
        self.digest("hash", &[])
    }

    /// The id of the proposal.
    pub fn proposal_id(&self) -> String {
        self.digest("proposal", &[])[..32].to_owned()
    }

    /// The id of something that the writer says on a day: the same words make the same id.
    pub fn comment_id(&self, day: Date, text: &str) -> String {
        self.digest("comment", &[day.to_string().as_bytes(), text.as_bytes()])[..32].to_owned()
    }

    fn digest(&self, purpose: &str, parts: &[&[u8]]) -> String {
        let mut hash = Sha256::new();
        hash.update(b"hamgam anonymous ");
        hash.update(purpose);
        hash.update([0]);
        hash.update(self.0);
        for part in parts {
            hash.update(part.len().to_be_bytes());
            hash.update(part);
        }
        hex(&hash.finalize())
    }
}

/// Bytes as lowercase hexadecimal digits.
pub fn hex(bytes: &[u8]) -> String {
    use std::fmt::Write as _;
    bytes.iter().fold(String::with_capacity(bytes.len() * 2), |mut out, byte| {
        let _ = write!(out, "{byte:02x}");
        out
    })
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::*;

    fn secret(first: u8) -> Secret {
        let bytes: Vec<u8> = (first..first + 32).collect();
        Secret::new(&bytes).unwrap()
    }

    #[test]
    fn what_comes_of_a_secret_says_nothing_of_the_rest() {
        let a = secret(1);
        assert_eq!(a.hash(), secret(1).hash());
        assert_ne!(a.hash(), secret(2).hash());
        assert!(!a.hash().contains(&a.proposal_id()));
        assert_eq!(a.proposal_id().len(), 32);
        let day = date(2026, 3, 2);
        assert_eq!(a.comment_id(day, "x"), a.comment_id(day, "x"));
        assert_ne!(a.comment_id(day, "x"), a.comment_id(date(2026, 3, 3), "x"));
        assert_ne!(a.comment_id(day, "x"), a.comment_id(day, "y"));
        assert_eq!(format!("{a:?}"), "Secret(…)");
    }

    #[test]
    fn a_secret_that_anybody_guesses_is_none() {
        assert!(Secret::new(&[]).is_none());
        assert!(Secret::new(&[7; 32]).is_none());
        assert!(Secret::new(b"1234567812345678123456781234567").is_none());
        assert!(Secret::new(b"12345678123456781234567812345678").is_none());
    }
}
