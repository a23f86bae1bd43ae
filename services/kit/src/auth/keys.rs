//! The keys of access tokens, checked as RFC 8725 asks: one algorithm, known key, issuer, audience, type, and time.
//!
//! Keys change without anybody noticing: the next key is published well before it signs, and the one before stays until the
//! last token that it signed has expired. Every process of an installation reads them from the same file again and again.

use std::{
    fmt,
    path::{Path, PathBuf},
    sync::{Arc, PoisonError, RwLock},
};

use base64::{Engine, engine::general_purpose::URL_SAFE_NO_PAD};
use ed25519_dalek::{SigningKey, pkcs8::EncodePrivateKey};
use jiff::{SignedDuration, Timestamp};
use jsonwebtoken::{Algorithm, DecodingKey, EncodingKey, Header, Validation};
use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};

use super::{
    caller::{Grant, Person},
    key_file::{Entry, KeyFile},
    verified::Verified,
};
use crate::{error::Error, id::Ids};

const ISSUER: &str = "hamgam";
const AUDIENCE: &str = "hamgam";
const TOKEN_TYPE: &str = "at+jwt";
/// Clocks may differ by so many seconds.
const LEEWAY_SECONDS: i64 = 5;
/// How long a new key is published before it signs: longer than anybody keeps the published keys, and than any process takes
/// to read them again.
const AHEAD: SignedDuration = SignedDuration::from_mins(10);
/// A process that reads the keys late signs with the key before for so long.
const LATE: SignedDuration = SignedDuration::from_mins(1);

/// What an access token says.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct Claims {
    iss: String,
    aud: String,
    /// The person's id.
    pub sub: String,
    /// The organization's id.
    pub org: String,
    /// The session, which a sign-out ends.
    pub sid: String,
    /// What the person may do.
    pub grants: Vec<Grant>,
    iat: i64,
    exp: i64,
    jti: String,
}

/// Signs access tokens and checks them.
pub struct Keys {
    ring: RwLock<Arc<Ring>>,
    root: [u8; 32],
    file: Option<PathBuf>,
    longest_token: SignedDuration,
}

/// The keys that count at some time, the oldest first.
struct Ring {
    keys: Vec<Key>,
    published: serde_json::Value,
}

struct Key {
    kid: String,
    x: String,
    encoding: EncodingKey,
    decoding: DecodingKey,
    verified: Verified,
    signs_from: Timestamp,
    /// When the last token that it signed has expired; `None` as long as no other key follows.
    ends: Option<Timestamp>,
}

/// What [`Keys::rotate`] did.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Rotated {
    /// The new key's id.
    pub kid: String,
    /// From when on it signs.
    pub signs_from: Timestamp,
    /// Until when the tokens of the key before it are good; `None` when they are good no longer.
    pub before_until: Option<Timestamp>,
}

impl fmt::Debug for Keys {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let kids: Vec<String> = self.ring().keys.iter().map(|k| k.kid.clone()).collect();
        f.debug_struct("Keys").field("kids", &kids).finish_non_exhaustive()
    }
}

impl Key {
    fn new(entry: &Entry) -> Result<Self, Error> {
        let signing = SigningKey::from_bytes(&entry.seed);
        let x = URL_SAFE_NO_PAD.encode(signing.verifying_key().as_bytes());
        // RFC 7638: the thumbprint of the required members in lexical order.
        let thumbprint = Sha256::digest(format!(r#"{{"crv":"Ed25519","kty":"OKP","x":"{x}"}}"#));
        let der = signing.to_pkcs8_der().map_err(Error::internal)?;
        Ok(Self {
            kid: URL_SAFE_NO_PAD.encode(thumbprint),
            encoding: EncodingKey::from_ed_der(der.as_bytes()),
            decoding: DecodingKey::from_ed_components(&x).map_err(Error::internal)?,
            verified: Verified::default(),
            x,
            signs_from: entry.signs_from,
            ends: None,
        })
    }

    /// What a token says, if it is signed with this key and for us; its times are still to be checked.
    fn claims(&self, token: &str) -> Option<Claims> {
        if let Some(claims) = self.verified.get(token) {
            return Some(claims);
        }
        let mut validation = Validation::new(Algorithm::EdDSA);
        validation.set_issuer(&[ISSUER]);
        validation.set_audience(&[AUDIENCE]);
        validation.set_required_spec_claims(&["exp", "iss", "aud", "sub"]);
        // Time is checked by the clock that is passed in.
        validation.validate_exp = false;
        validation.validate_nbf = false;
        let claims = jsonwebtoken::decode::<Claims>(token, &self.decoding, &validation).ok()?.claims;
        self.verified.put(token, &claims);
        Some(claims)
    }

    fn is_over(&self, now: Timestamp) -> bool {
        self.ends.is_some_and(|end| end <= now)
    }

    fn published(&self) -> serde_json::Value {
        serde_json::json!({
            "kty": "OKP", "crv": "Ed25519", "use": "sig", "alg": "EdDSA", "kid": self.kid, "x": self.x,
        })
    }
}

impl Ring {
    fn new(entries: &[Entry], longest_token: SignedDuration, now: Timestamp) -> Result<Self, Error> {
        let mut keys = entries.iter().map(Key::new).collect::<Result<Vec<_>, _>>()?;
        for (place, next) in entries.iter().enumerate().skip(1) {
            keys[place - 1].ends = Some(end_before(next.signs_from, longest_token));
        }
        keys.retain(|key| !key.is_over(now));
        let mut ring = Self { keys, published: serde_json::Value::Null };
        let signing = ring.signing(now).map(|key| key.kid.clone());
        let (first, others): (Vec<&Key>, Vec<&Key>) =
            ring.keys.iter().partition(|key| Some(&key.kid) == signing.as_ref());
        let all: Vec<_> = first.into_iter().chain(others).map(Key::published).collect();
        ring.published = serde_json::json!({ "keys": all });
        Ok(ring)
    }

    /// The newest key whose time has come; the oldest where the clock is before all of them.
    fn signing(&self, now: Timestamp) -> Option<&Key> {
        self.keys.iter().rfind(|key| key.signs_from <= now).or_else(|| self.keys.first())
    }
}

/// When nothing is good any more of the key before one that signs from some time on.
fn end_before(signs_from: Timestamp, longest_token: SignedDuration) -> Timestamp {
    signs_from + longest_token + SignedDuration::from_secs(LEEWAY_SECONDS) + LATE
}

fn root_of(seed: &[u8; 32]) -> [u8; 32] {
    Sha256::new().chain_update(b"hamgam derived secrets").chain_update(seed).finalize().into()
}

impl Keys {
    /// One key made of 32 secret bytes.
    pub fn from_seed(seed: &[u8; 32]) -> Result<Self, Error> {
        let entry = Entry { seed: *seed, signs_from: Timestamp::UNIX_EPOCH };
        let ring = Ring::new(&[entry], SignedDuration::ZERO, Timestamp::UNIX_EPOCH)?;
        Ok(Self {
            ring: RwLock::new(Arc::new(ring)),
            root: root_of(seed),
            file: None,
            longest_token: SignedDuration::ZERO,
        })
    }

    /// The keys in `file`; one is made there first if there is none. `longest_token`: how long the tokens are good that these
    /// keys sign.
    pub async fn open(
        file: &Path,
        ids: &Ids,
        longest_token: SignedDuration,
        now: Timestamp,
    ) -> Result<Self, Error> {
        let kept = if let Some(kept) = KeyFile::read(file).await? {
            kept
        } else {
            let entry = Entry { seed: ids.random_bytes::<32>(), signs_from: Timestamp::UNIX_EPOCH };
            let made = KeyFile { root: None, entries: vec![entry] };
            made.create(file).await?;
            made
        };
        Ok(Self {
            ring: RwLock::new(Arc::new(Ring::new(&kept.entries, longest_token, now)?)),
            root: kept.root.unwrap_or_else(|| root_of(&kept.entries[0].seed)),
            file: Some(file.to_owned()),
            longest_token,
        })
    }

    /// Reads the file again: another process may have put a new key there, and old ones end.
    pub async fn reload(&self, now: Timestamp) -> Result<(), Error> {
        let Some(file) = &self.file else { return Ok(()) };
        let kept = KeyFile::read(file).await?;
        let kept = kept.ok_or_else(|| Error::internal(format!("signing keys {}: gone", file.display())))?;
        let ring = Ring::new(&kept.entries, self.longest_token, now)?;
        // Mostly nothing has changed, and the keys so far remember whose signatures were good.
        if ring.published != self.ring().published {
            *self.ring.write().unwrap_or_else(PoisonError::into_inner) = Arc::new(ring);
        }
        Ok(())
    }

    /// Puts a new key into the file, which is published at once and signs a while later, and takes out those that are over.
    /// `at_once`: the keys so far are trusted no longer, as when somebody else may have seen them; the new one signs now.
    pub async fn rotate(
        file: &Path,
        ids: &Ids,
        longest_token: SignedDuration,
        now: Timestamp,
        at_once: bool,
    ) -> Result<Rotated, Error> {
        let describe = |why: String| Error::internal(format!("signing keys {}: {why}", file.display()));
        let kept = KeyFile::read(file).await?;
        let KeyFile { root, mut entries } =
            kept.ok_or_else(|| describe("there are none yet; the first start makes one".to_owned()))?;
        let root = root.unwrap_or_else(|| root_of(&entries[0].seed));
        if let Some(waits) = entries.last().filter(|last| last.signs_from > now && !at_once) {
            return Err(describe(format!("a new key waits already; it signs from {} on", waits.signs_from)));
        }
        let signs_from = if at_once { now } else { now + AHEAD };
        let is_needed =
            |next: Option<&Entry>| next.is_none_or(|n| end_before(n.signs_from, longest_token) > now);
        let needed: Vec<bool> =
            (0..entries.len()).map(|i| !at_once && is_needed(entries.get(i + 1))).collect();
        let mut needed = needed.into_iter();
        entries.retain(|_| needed.next().unwrap_or(true));
        let before_until = (!entries.is_empty()).then(|| end_before(signs_from, longest_token));
        let entry = Entry { seed: ids.random_bytes::<32>(), signs_from };
        let kid = Key::new(&entry)?.kid;
        entries.push(entry);
        KeyFile { root: Some(root), entries }.replace(file).await?;
        Ok(Rotated { kid, signs_from, before_until })
    }

    fn ring(&self) -> Arc<Ring> {
        self.ring.read().unwrap_or_else(PoisonError::into_inner).clone()
    }

    /// A secret that only this installation can make again, and always the same, whichever key signs: for what must be shown
    /// more than once while the database holds no more than its hash. Each `purpose` has secrets of its own.
    pub fn derive(&self, purpose: &'static str, context: &str) -> [u8; 32] {
        let length = (purpose.len() as u64).to_be_bytes();
        let inner = Sha256::new()
            .chain_update(self.root)
            .chain_update(length)
            .chain_update(purpose)
            .chain_update(context)
            .finalize();
        // Hashed twice under the root, so that nothing can be appended to a context.
        Sha256::new().chain_update(self.root).chain_update(inner).finalize().into()
    }

    /// The public keys as a JSON Web Key Set, the signing one first, for whoever checks our tokens.
    pub fn jwks(&self) -> serde_json::Value {
        self.ring().published.clone()
    }

    /// An access token for a person, good for `lifetime_seconds`.
    pub fn sign(
        &self,
        person: &Person,
        token_id: String,
        now: Timestamp,
        lifetime_seconds: i64,
    ) -> Result<String, Error> {
        let ring = self.ring();
        let key = ring.signing(now).ok_or_else(|| Error::internal("there is no key to sign with"))?;
        let mut header = Header::new(Algorithm::EdDSA);
        header.typ = Some(TOKEN_TYPE.into());
        header.kid = Some(key.kid.clone());
        let claims = Claims {
            iss: ISSUER.into(),
            aud: AUDIENCE.into(),
            sub: person.person.clone(),
            org: person.organization.clone(),
            sid: person.session.clone(),
            grants: person.grants.clone(),
            iat: now.as_second(),
            exp: now.as_second() + lifetime_seconds,
            jti: token_id,
        };
        jsonwebtoken::encode(&header, &claims, &key.encoding).map_err(Error::internal)
    }

    /// The person that a token speaks for, if every check passes.
    pub fn verify(&self, token: &str, now: Timestamp) -> Result<Person, Error> {
        let refused = |why: &str| Error::unauthenticated("TOKEN_INVALID", format!("the access token {why}"));
        let header = jsonwebtoken::decode_header(token).map_err(|_| refused("cannot be read"))?;
        if header.alg != Algorithm::EdDSA || header.typ.as_deref() != Some(TOKEN_TYPE) {
            return Err(refused("is of another kind"));
        }
        let ring = self.ring();
        let key = ring.keys.iter().find(|key| Some(key.kid.as_str()) == header.kid.as_deref());
        let Some(key) = key.filter(|key| !key.is_over(now)) else {
            return Err(refused("was signed with another key"));
        };
        let claims = key.claims(token).ok_or_else(|| refused("is not valid"))?;
        let now = now.as_second();
        if claims.exp + LEEWAY_SECONDS <= now || claims.exp <= claims.iat {
            return Err(Error::unauthenticated("TOKEN_EXPIRED", "the access token has expired"));
        }
        if claims.iat > now + LEEWAY_SECONDS {
            return Err(refused("comes from the future"));
        }
        Ok(Person {
            organization: claims.org,
            person: claims.sub,
            session: claims.sid,
            grants: claims.grants,
        })
    }
}
