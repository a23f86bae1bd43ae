//! The refresh cookie. `__Host-` makes browsers insist on Secure, Path=/ and no Domain.

use kit::error::Error;
use tonic::metadata::{MetadataMap, MetadataValue};

const NAME: &str = "__Host-hamgam-refresh";

/// The refresh token of a request, if there is one.
pub(super) fn read(metadata: &MetadataMap) -> Option<String> {
    let headers = metadata.get_all("cookie");
    let cookies = headers.iter().filter_map(|h| h.to_str().ok()).flat_map(|h| h.split(';'));
    let mut values = cookies.filter_map(|c| c.trim().split_once('=')).filter(|(name, _)| *name == NAME);
    values.next().map(|(_, value)| value.to_owned())
}

/// Hands a refresh token to the browser.
pub(super) fn set(metadata: &mut MetadataMap, token: &str, seconds: i64) -> Result<(), Error> {
    let cookie = format!("{NAME}={token}; Path=/; Secure; HttpOnly; SameSite=Strict; Max-Age={seconds}");
    metadata.insert("set-cookie", MetadataValue::try_from(cookie).map_err(Error::internal)?);
    Ok(())
}

/// Takes the refresh token back.
pub(super) fn clear(metadata: &mut MetadataMap) -> Result<(), Error> {
    set(metadata, "", 0)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_cookie_is_found_among_others() {
        let mut metadata = MetadataMap::new();
        assert_eq!(read(&metadata), None);
        metadata.insert("cookie", MetadataValue::from_static("a=b; __Host-hamgam-refresh=x.y.z; c=d"));
        assert_eq!(read(&metadata).as_deref(), Some("x.y.z"));
        metadata.insert("cookie", MetadataValue::from_static("hamgam-refresh=evil"));
        assert_eq!(read(&metadata), None);
    }

    #[test]
    fn the_cookie_is_locked_to_this_host() {
        let mut metadata = MetadataMap::new();
        set(&mut metadata, "x.y.z", 60).unwrap();
        assert_eq!(
            metadata.get("set-cookie").unwrap().to_str().unwrap(),
            "__Host-hamgam-refresh=x.y.z; Path=/; Secure; HttpOnly; SameSite=Strict; Max-Age=60"
        );
    }
}
