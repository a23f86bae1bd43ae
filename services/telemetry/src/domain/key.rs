//! API keys: `hgk_`, the id of the key, `_`, and 32 random bytes in hexadecimal. Only a hash is kept.

use std::fmt::Write as _;

use sha2::{Digest, Sha256};
use subtle::ConstantTimeEq;

const START: &str = "hgk_";

/// A key as an application shows it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Presented<'a> {
    /// The id of the key.
    pub id: &'a str,
    secret: &'a str,
}

impl<'a> Presented<'a> {
    /// Reads a key; `None` for what cannot be one.
    pub fn parse(text: &'a str) -> Option<Self> {
        let (id, secret) = text.strip_prefix(START)?.split_once('_')?;
        let hex = |t: &str| t.bytes().all(|b| b.is_ascii_digit() || matches!(b, b'a'..=b'f'));
        (id.len() == 32 && secret.len() == 64 && hex(id) && hex(secret)).then_some(Self { id, secret })
    }

    /// Whether this is the key of a stored hash. It takes as long for a wrong one.
    pub fn matches(&self, hash: &[u8]) -> bool {
        hash_of(self.secret).ct_eq(hash).into()
    }
}

/// Whether the text means to be a key rather than an access token.
pub fn looks_like_key(text: &str) -> bool {
    text.starts_with(START)
}

/// A new key: the text that is shown once, and the hash that is kept. A fast hash is right here: nobody guesses 32
/// random bytes.
pub fn make(id: &str, random: [u8; 32]) -> (String, Vec<u8>) {
    let mut secret = String::with_capacity(64);
    for byte in random {
        let _ = write!(secret, "{byte:02x}");
    }
    let hash = hash_of(&secret).to_vec();
    (format!("{START}{id}_{secret}"), hash)
}

/// The beginning of a key, by which people recognise it.
pub fn prefix(id: &str) -> String {
    format!("{START}{}…", id.get(..12).unwrap_or(id))
}

fn hash_of(secret: &str) -> [u8; 32] {
    Sha256::digest(secret.as_bytes()).into()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_key_opens_with_its_own_secret_only() {
        let id = "0123456789abcdef0123456789abcdef";
        let (text, hash) = make(id, [7; 32]);
        let presented = Presented::parse(&text).unwrap();
        assert_eq!(presented.id, id);
        assert!(presented.matches(&hash));
        let (other, _) = make(id, [8; 32]);
        assert!(!Presented::parse(&other).unwrap().matches(&hash));
        assert!(!hash.is_empty() && !text.contains(&format!("{hash:02x?}")));
    }

    #[test]
    fn what_is_not_a_key_is_not_read() {
        for text in ["", "hgk_", "hgk_x_y", "eyJhbGciOi", "hgk_0123456789abcdef0123456789abcdef_zz"] {
            assert!(Presented::parse(text).is_none(), "{text}");
        }
    }
}
