//! What a browser may do with an answer.

use base64::{Engine as _, engine::general_purpose::STANDARD};
use http::{HeaderMap, HeaderName, HeaderValue, header};
use sha2::{Digest, Sha256};

/// Headers of every answer.
const ALWAYS: [(HeaderName, HeaderValue); 6] = [
    (header::X_CONTENT_TYPE_OPTIONS, HeaderValue::from_static("nosniff")),
    (header::REFERRER_POLICY, HeaderValue::from_static("no-referrer")),
    (header::X_FRAME_OPTIONS, HeaderValue::from_static("DENY")),
    (HeaderName::from_static("cross-origin-opener-policy"), HeaderValue::from_static("same-origin")),
    (HeaderName::from_static("cross-origin-resource-policy"), HeaderValue::from_static("same-origin")),
    (
        HeaderName::from_static("permissions-policy"),
        HeaderValue::from_static("camera=(), geolocation=(), microphone=(), payment=(), usb=()"),
    ),
];

/// The policy of an answer that is not a page.
const NOTHING: HeaderValue = HeaderValue::from_static("default-src 'none'; frame-ancestors 'none'; sandbox");

/// The styles that React Aria puts into the page itself, exactly as it writes them: against the delay of a double tap, and
/// against scrolling behind a dialog on iOS. A page without them works; it only feels worse there.
const OF_REACT_ARIA: [&str; 2] = [
    "@layer {\n  [data-react-aria-pressable] {\n    touch-action: pan-x pan-y pinch-zoom;\n  }\n}",
    "@layer {\n  * {\n    overscroll-behavior: contain;\n  }\n}",
];

/// Adds the headers of every answer, and the strictest policy where the answer brings none of its own.
pub(crate) fn secure(headers: &mut HeaderMap) {
    for (name, value) in &ALWAYS {
        headers.entry(name).or_insert_with(|| value.clone());
    }
    headers.entry(header::CONTENT_SECURITY_POLICY).or_insert(NOTHING);
}

/// The policy of a page of the app: scripts and styles of its own only, and those that stand in the page itself, by their
/// hashes. Courses may show pictures and play videos from elsewhere over https; a picture that goes with a proposal is shown
/// from the page's own memory (`blob:`).
pub(crate) fn page_policy(html: &str) -> String {
    let scripts = hashes(html, "script");
    let mut styles = hashes(html, "style");
    for style in OF_REACT_ARIA {
        push_hash(&mut styles, style);
    }
    format!(
        "default-src 'none'; script-src 'self'{scripts}; style-src 'self'{styles}; \
         style-src-attr 'unsafe-inline'; img-src 'self' data: blob: https:; font-src 'self' data:; \
         connect-src 'self'; media-src 'self' https:; manifest-src 'self'; worker-src 'self'; base-uri 'none'; \
         form-action 'self'; frame-ancestors 'none'"
    )
}

/// The hashes of the elements with this tag that have content, as a policy lists them.
fn hashes(html: &str, tag: &str) -> String {
    let (open, close) = (format!("<{tag}"), format!("</{tag}>"));
    let mut found = String::new();
    let mut rest = html;
    while let Some(start) = rest.find(&open) {
        rest = &rest[start + open.len()..];
        let (Some(inside), Some(end)) = (rest.find('>'), rest.find(&close)) else { break };
        if let Some(content) = rest.get(inside + 1..end).filter(|c| !c.trim().is_empty()) {
            push_hash(&mut found, content);
        }
        rest = &rest[end + close.len()..];
    }
    found
}

fn push_hash(list: &mut String, content: &str) {
    list.push_str(" 'sha256-");
    list.push_str(&STANDARD.encode(Sha256::digest(content)));
    list.push('\'');
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_scripts_that_stand_in_the_page_are_listed() {
        let html = r#"<script type="module" src="/assets/a.js"></script><script>let dark = 1</script><style></style>"#;
        let policy = page_policy(html);
        let hash = STANDARD.encode(Sha256::digest("let dark = 1"));
        assert!(policy.contains(&format!("script-src 'self' 'sha256-{hash}';")), "{policy}");
        assert!(!policy.contains("style-src 'self' 'unsafe"), "{policy}");
        assert!(!policy.contains("unsafe-eval") && !policy.contains("script-src 'self' 'unsafe"));
    }

    #[test]
    fn an_answer_that_is_no_page_may_do_nothing() {
        let mut headers = HeaderMap::new();
        secure(&mut headers);
        assert_eq!(headers[header::CONTENT_SECURITY_POLICY], NOTHING);
        assert_eq!(headers[header::X_CONTENT_TYPE_OPTIONS], "nosniff");
    }
}
