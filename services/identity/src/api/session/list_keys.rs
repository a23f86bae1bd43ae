//! `ListKeys`: the public keys of access tokens.

use proto::identity::v1::{Key, ListKeysRequest, ListKeysResponse};
use tonic::{Request, Response};

use crate::Identity;

pub(super) fn list_keys(s: &Identity, _: &Request<ListKeysRequest>) -> Response<ListKeysResponse> {
    let set = s.keys.jwks();
    let keys = set["keys"].as_array().into_iter().flatten().map(|key| {
        let text = |field: &str| key[field].as_str().map(str::to_owned).unwrap_or_default();
        Key {
            key_id: text("kid"),
            key_type: text("kty"),
            curve: text("crv"),
            algorithm: text("alg"),
            x: text("x"),
        }
    });
    Response::new(ListKeysResponse { keys: keys.collect() })
}
