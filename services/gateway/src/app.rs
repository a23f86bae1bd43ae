//! The web app, embedded in a release build and read from `web/dist` in a debug build.

use axum::{
    body::Bytes,
    response::{Html, IntoResponse, Response},
};
use base64::{Engine as _, engine::general_purpose::URL_SAFE_NO_PAD};
use http::{HeaderMap, HeaderValue, StatusCode, Uri, header};
use rust_embed::{Embed, EmbeddedFile};

use crate::headers::page_policy;

#[derive(Embed)]
#[folder = "../../web/dist"]
struct Files;

const PAGE: &str = "index.html";
/// Files here have their content's hash in their name, so they never change.
const HASHED: &str = "assets/";

const NOT_BUILT: &str = "<!doctype html><meta charset=\"utf-8\"><title>Hamgam</title>\
<h1>The web app was not built</h1><p>The services run and answer gRPC. Build the app with <code>make web</code>, \
then load this page again (a release build embeds the app: build the binary after it).</p>";

/// A file of the app; the page itself for every address that the app gives meaning to.
pub(crate) async fn file(uri: Uri, headers: HeaderMap) -> Response {
    let path = uri.path().trim_start_matches('/');
    if path != PAGE
        && let Some(file) = Files::get(path)
    {
        return send(path, &file, &headers);
    }
    // A missing file is missing; only what looks like a place in the app is one.
    let name = path.rsplit('/').next().unwrap_or_default();
    if path.starts_with(HASHED) || name.contains('.') && path != PAGE {
        return StatusCode::NOT_FOUND.into_response();
    }
    if let Some(file) = Files::get(PAGE) {
        return send(PAGE, &file, &headers);
    }
    let policy = [(header::CONTENT_SECURITY_POLICY, page_policy(NOT_BUILT))];
    (StatusCode::SERVICE_UNAVAILABLE, policy, Html(NOT_BUILT)).into_response()
}

fn send(path: &str, file: &EmbeddedFile, request: &HeaderMap) -> Response {
    let tag = format!("\"{}\"", URL_SAFE_NO_PAD.encode(&file.metadata.sha256_hash()[..16]));
    let mut headers = HeaderMap::new();
    let mut set = |name, value: &str| {
        if let Ok(value) = HeaderValue::from_str(value) {
            headers.insert(name, value);
        }
    };
    set(header::ETAG, &tag);
    set(
        header::CACHE_CONTROL,
        if path.starts_with(HASHED) { "public, max-age=31536000, immutable" } else { "no-cache" },
    );
    if path == PAGE {
        set(header::CONTENT_SECURITY_POLICY, &page_policy(&String::from_utf8_lossy(&file.data)));
    }
    if request
        .get(header::IF_NONE_MATCH)
        .and_then(|v| v.to_str().ok())
        .is_some_and(|seen| seen.contains(&tag))
    {
        return (StatusCode::NOT_MODIFIED, headers).into_response();
    }
    let mut kind = mime_guess::from_path(path).first_or_octet_stream().to_string();
    if kind.starts_with("text/") {
        kind.push_str("; charset=utf-8");
    }
    if let Ok(kind) = HeaderValue::from_str(&kind) {
        headers.insert(header::CONTENT_TYPE, kind);
    }
    (headers, Bytes::from(file.data.to_vec())).into_response()
}
