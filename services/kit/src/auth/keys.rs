//! The keys of access tokens, checked as RFC 8725 asks: one algorithm, known key, issuer, audience, type, and time.

use std::{fmt, path::Path};

use base64::{Engine, engine::general_purpose::URL_SAFE_NO_PAD};
use ed25519_dalek::{
    SigningKey,
    pkcs8::{EncodePrivateKey, spki::der::pem::LineEnding},
};
use jiff::Timestamp;
use jsonwebtoken::{Algorithm, DecodingKey, EncodingKey, Header, Validation};
use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};

use super::caller::{Grant, Person};
use crate::{error::Error, id::Ids};

const ISSUER: &str = "hamgam";
const AUDIENCE: &str = "hamgam";
const TOKEN_TYPE: &str = "at+jwt";
/// Clocks may differ by so many seconds.
const LEEWAY_SECONDS: i64 = 5;

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
    kid: String,
    x: String,
    encoding: EncodingKey,
    decoding: DecodingKey,
    root: [u8; 32],
}

impl fmt::Debug for Keys {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Keys").field("kid", &self.kid).finish_non_exhaustive()
    }
}

impl Keys {
    /// Keys made of 32 secret bytes.
    pub fn from_seed(seed: &[u8; 32]) -> Result<Self, Error> {
        let signing = SigningKey::from_bytes(seed);
        let x = URL_SAFE_NO_PAD.encode(signing.verifying_key().as_bytes());
        // RFC 7638: the thumbprint of the required members in lexical order.
        let thumbprint = Sha256::digest(format!(r#"{{"crv":"Ed25519","kty":"OKP","x":"{x}"}}"#));
        let der = signing.to_pkcs8_der().map_err(Error::internal)?;
        Ok(Self {
            kid: URL_SAFE_NO_PAD.encode(thumbprint),
            encoding: EncodingKey::from_ed_der(der.as_bytes()),
            decoding: DecodingKey::from_ed_components(&x).map_err(Error::internal)?,
            x,
            root: Sha256::new().chain_update(b"hamgam derived secrets").chain_update(seed).finalize().into(),
        })
    }

    /// A secret that only this server can make again, and always the same: for what must be shown more than once while
    /// the database holds no more than its hash. Each `purpose` has secrets of its own.
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

    /// The key in `file`, made there first if there is none. Only its owner may read the file.
    pub async fn load_or_create(file: &Path, ids: &Ids) -> Result<Self, Error> {
        use ed25519_dalek::pkcs8::DecodePrivateKey;
        let describe = |e: &dyn fmt::Display| Error::internal(format!("signing key {}: {e}", file.display()));
        if let Ok(pem) = tokio::fs::read_to_string(file).await {
            let signing = SigningKey::from_pkcs8_pem(&pem).map_err(|e| describe(&e))?;
            return Self::from_seed(&signing.to_bytes());
        }
        let seed = ids.random_bytes::<32>();
        let pem = SigningKey::from_bytes(&seed).to_pkcs8_pem(LineEnding::LF).map_err(|e| describe(&e))?;
        if let Some(folder) = file.parent() {
            tokio::fs::create_dir_all(folder).await.map_err(|e| describe(&e))?;
        }
        let mut options = tokio::fs::OpenOptions::new();
        options.write(true).create_new(true);
        #[cfg(unix)]
        options.mode(0o600);
        let mut handle = options.open(file).await.map_err(|e| describe(&e))?;
        tokio::io::AsyncWriteExt::write_all(&mut handle, pem.as_bytes()).await.map_err(|e| describe(&e))?;
        handle.sync_all().await.map_err(|e| describe(&e))?;
        Self::from_seed(&seed)
    }

    /// The public keys as a JSON Web Key Set, for whoever checks our tokens.
    pub fn jwks(&self) -> serde_json::Value {
        serde_json::json!({ "keys": [{
            "kty": "OKP", "crv": "Ed25519", "use": "sig", "alg": "EdDSA", "kid": self.kid, "x": self.x,
        }]})
    }

    /// An access token for a person, good for `lifetime_seconds`.
    pub fn sign(
        &self,
        person: &Person,
        token_id: String,
        now: Timestamp,
        lifetime_seconds: i64,
    ) -> Result<String, Error> {
        let mut header = Header::new(Algorithm::EdDSA);
        header.typ = Some(TOKEN_TYPE.into());
        header.kid = Some(self.kid.clone());
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
        jsonwebtoken::encode(&header, &claims, &self.encoding).map_err(Error::internal)
    }

    /// The person that a token speaks for, if every check passes.
    pub fn verify(&self, token: &str, now: Timestamp) -> Result<Person, Error> {
        let refused = |why: &str| Error::unauthenticated("TOKEN_INVALID", format!("the access token {why}"));
        let header = jsonwebtoken::decode_header(token).map_err(|_| refused("cannot be read"))?;
        if header.alg != Algorithm::EdDSA || header.typ.as_deref() != Some(TOKEN_TYPE) {
            return Err(refused("is of another kind"));
        }
        if header.kid.as_deref() != Some(self.kid.as_str()) {
            return Err(refused("was signed with another key"));
        }
        let mut validation = Validation::new(Algorithm::EdDSA);
        validation.set_issuer(&[ISSUER]);
        validation.set_audience(&[AUDIENCE]);
        validation.set_required_spec_claims(&["exp", "iss", "aud", "sub"]);
        // Time is checked below, by the clock that was passed in.
        validation.validate_exp = false;
        validation.validate_nbf = false;
        let claims = jsonwebtoken::decode::<Claims>(token, &self.decoding, &validation)
            .map_err(|_| refused("is not valid"))?
            .claims;
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
