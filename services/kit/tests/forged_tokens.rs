//! Access tokens as an attacker would make them: none of them is accepted (RFC 8725).

use base64::{Engine, engine::general_purpose::URL_SAFE_NO_PAD};
use ed25519_dalek::{Signer, SigningKey};
use jiff::{SignedDuration, Timestamp};
use kit::auth::{Grant, Keys, Person, Role};
use serde_json::{Value, json};

const SEED: [u8; 32] = [9; 32];

fn now() -> Timestamp {
    "2026-03-02T09:00:00Z".parse().unwrap()
}

fn person() -> Person {
    Person {
        organization: "acme".into(),
        person: "p1".into(),
        session: "s1".into(),
        grants: vec![Grant { role: Role::Member, team: None }],
    }
}

fn keys() -> Keys {
    Keys::from_seed(&SEED).unwrap()
}

fn genuine() -> String {
    keys().sign(&person(), "t1".into(), now(), 600).unwrap()
}

fn part(token: &str, n: usize) -> Value {
    let bytes = URL_SAFE_NO_PAD.decode(token.split('.').nth(n).unwrap()).unwrap();
    serde_json::from_slice(&bytes).unwrap()
}

/// A token with header and claims as wanted, signed with the key made of `seed`.
fn forge(header: &Value, claims: &Value, seed: [u8; 32]) -> String {
    let body = format!(
        "{}.{}",
        URL_SAFE_NO_PAD.encode(header.to_string()),
        URL_SAFE_NO_PAD.encode(claims.to_string())
    );
    let signature = SigningKey::from_bytes(&seed).sign(body.as_bytes());
    format!("{body}.{}", URL_SAFE_NO_PAD.encode(signature.to_bytes()))
}

fn with(value: &Value, key: &str, new: Value) -> Value {
    let mut changed = value.clone();
    changed[key] = new;
    changed
}

#[test]
fn a_genuine_token_speaks_for_its_person_until_it_expires() {
    let token = genuine();
    assert_eq!(keys().verify(&token, now()).unwrap(), person());
    assert_eq!(keys().verify(&token, now() + SignedDuration::from_secs(599)).unwrap(), person());
    let late = keys().verify(&token, now() + SignedDuration::from_secs(606)).unwrap_err();
    assert!(late.to_string().contains("expired"));
}

#[test]
fn a_token_that_passed_before_passes_no_longer_than_it_is_good_and_vouches_for_no_other() {
    let (keys, token) = (keys(), genuine());
    assert_eq!(keys.verify(&token, now()).unwrap(), person());
    assert_eq!(keys.verify(&token, now()).unwrap(), person());
    let late = keys.verify(&token, now() + SignedDuration::from_secs(606)).unwrap_err();
    assert!(late.to_string().contains("expired"));
    let claims = with(&part(&token, 1), "sub", "somebody-else".into());
    let (head, signature) = (token.split('.').next().unwrap(), token.rsplit('.').next().unwrap());
    let forged = format!("{head}.{}.{signature}", URL_SAFE_NO_PAD.encode(claims.to_string()));
    assert!(keys.verify(&forged, now()).is_err());
}

#[test]
fn the_forger_can_forge_so_that_the_refusals_below_mean_something() {
    let token = genuine();
    let same = forge(&part(&token, 0), &part(&token, 1), SEED);
    assert_eq!(keys().verify(&same, now()).unwrap(), person());
}

#[test]
fn no_forged_token_is_accepted() {
    let token = genuine();
    let (header, claims) = (part(&token, 0), part(&token, 1));
    let mut forged = vec![
        ("empty", String::new()),
        ("not a token", "a.b.c".into()),
        ("no signature", token.rsplit_once('.').unwrap().0.to_owned() + "."),
        ("another key", forge(&header, &claims, [1; 32])),
        ("algorithm none", forge(&with(&header, "alg", json!("none")), &claims, SEED)),
        ("symmetric algorithm", forge(&with(&header, "alg", json!("HS256")), &claims, SEED)),
        ("another curve", forge(&with(&header, "alg", json!("ES256")), &claims, SEED)),
        ("no type", forge(&with(&header, "typ", json!(null)), &claims, SEED)),
        ("an id token", forge(&with(&header, "typ", json!("JWT")), &claims, SEED)),
        ("unknown key id", forge(&with(&header, "kid", json!("other")), &claims, SEED)),
        ("key id as a path", forge(&with(&header, "kid", json!("../../etc/passwd")), &claims, SEED)),
        ("no key id", forge(&with(&header, "kid", json!(null)), &claims, SEED)),
        ("another issuer", forge(&header, &with(&claims, "iss", json!("evil")), SEED)),
        ("another audience", forge(&header, &with(&claims, "aud", json!("evil")), SEED)),
        ("no expiry", forge(&header, &with(&claims, "exp", json!(null)), SEED)),
        ("expired", forge(&header, &with(&claims, "exp", json!(now().as_second() - 60)), SEED)),
        ("from the future", forge(&header, &with(&claims, "iat", json!(now().as_second() + 60)), SEED)),
        ("no person", forge(&header, &with(&claims, "sub", json!(null)), SEED)),
        ("no organization", forge(&header, &with(&claims, "org", json!(null)), SEED)),
    ];
    // A key of the forger's own, brought along in the header.
    let jwk = Keys::from_seed(&[1; 32]).unwrap().jwks()["keys"][0].clone();
    forged.push(("own key in the header", forge(&with(&header, "jwk", jwk), &claims, [1; 32])));
    // More rights under the genuine signature.
    let admin = with(&claims, "grants", json!([{ "role": "Admin" }]));
    let (body, signature) = token.rsplit_once('.').unwrap();
    let head = body.split('.').next().unwrap();
    forged.push((
        "claims exchanged",
        format!("{head}.{}.{signature}", URL_SAFE_NO_PAD.encode(admin.to_string())),
    ));

    for (what, token) in &forged {
        assert!(keys().verify(token, now()).is_err(), "accepted: {what}");
    }
    println!("0 of {} forged tokens accepted", forged.len());
}
