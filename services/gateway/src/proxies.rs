//! Whose request it is when it came through proxies.
//!
//! Everybody can write headers; only a proxy of ours tells the truth about who spoke to it. So what stands in
//! `x-forwarded-for` or `forwarded` (RFC 7239) counts only when the connection itself comes from a trusted network. Each proxy
//! adds at the right who spoke to it, so the list is read from there, and the first that is no trusted proxy is the client:
//! whatever stands further left, the client may have written.

use std::net::{IpAddr, SocketAddr};

use http::{HeaderMap, HeaderName, header::FORWARDED};
use kit::network::Networks;

const X_FORWARDED_FOR: HeaderName = HeaderName::from_static("x-forwarded-for");

/// The client's address, of a connection from `peer` with these headers.
pub(crate) fn client(peer: IpAddr, headers: &HeaderMap, trusted: &Networks) -> IpAddr {
    let peer = peer.to_canonical();
    if !trusted.contain(peer) {
        return peer;
    }
    match (headers.contains_key(X_FORWARDED_FOR), headers.contains_key(FORWARDED)) {
        (false, false) => peer,
        (true, false) => walk(peer, x_forwarded_for(headers), trusted),
        (false, true) => walk(peer, forwarded(headers), trusted),
        // A proxy writes one of them and may let the other one through as the client wrote it. Which of them is whose
        // cannot be known, so that they have to say the same.
        (true, true) => {
            let one = walk(peer, x_forwarded_for(headers), trusted);
            let other = walk(peer, forwarded(headers), trusted);
            if one == other { one } else { peer }
        }
    }
}

/// From one to the next, as long as they are trusted. Where one of them does not say who spoke to it, it stands for that one.
fn walk(peer: IpAddr, hops: impl Iterator<Item = Option<IpAddr>>, trusted: &Networks) -> IpAddr {
    let mut known = peer;
    for hop in hops {
        let Some(hop) = hop else { break };
        known = hop;
        if !trusted.contain(hop) {
            break;
        }
    }
    known
}

/// The entries of `x-forwarded-for`, the last one first.
fn x_forwarded_for(headers: &HeaderMap) -> impl Iterator<Item = Option<IpAddr>> + use<> {
    // There are no quotes here: one that a client wrote must not swallow what comes after it.
    from_the_right(headers, &X_FORWARDED_FOR, |text| text.split(',').rev().map(address).collect())
}

/// The entries of `forwarded`, the last one first.
fn forwarded(headers: &HeaderMap) -> impl Iterator<Item = Option<IpAddr>> + use<> {
    from_the_right(headers, &FORWARDED, |text| split(text, ',').into_iter().rev().map(of_forwarded).collect())
}

/// The entries of a header, which may stand there several times; what is not even text names nobody.
fn from_the_right(
    headers: &HeaderMap,
    name: &HeaderName,
    read: fn(&str) -> Vec<Option<IpAddr>>,
) -> impl Iterator<Item = Option<IpAddr>> + use<> {
    let values = headers.get_all(name).iter();
    let mut lines: Vec<_> = values.map(|value| value.to_str().map_or_else(|_| vec![None], read)).collect();
    lines.reverse();
    lines.into_iter().flatten()
}

/// An address, alone or with a port: `192.0.2.7`, `192.0.2.7:80`, `2001:db8::1`, `[2001:db8::1]`, `[2001:db8::1]:80`.
fn address(text: &str) -> Option<IpAddr> {
    let text = text.trim();
    let bare = text.strip_prefix('[').and_then(|t| t.strip_suffix(']')).unwrap_or(text);
    let alone = bare.parse::<IpAddr>().ok();
    alone.or_else(|| text.parse::<SocketAddr>().ok().map(|a| a.ip())).map(|a| a.to_canonical())
}

/// The `for` of an element of `forwarded`: `for=192.0.2.7;proto=https`, `For="[2001:db8::1]:80"`; `None` for a name that
/// stands for an address, as in `for=_hidden` and `for=unknown`.
fn of_forwarded(element: &str) -> Option<IpAddr> {
    let mut given = split(element, ';').into_iter().filter_map(|pair| {
        let (name, value) = pair.split_once('=')?;
        name.trim().eq_ignore_ascii_case("for").then(|| value.trim())
    });
    let (value, None) = (given.next()?, given.next()) else { return None };
    address(value.strip_prefix('"').and_then(|v| v.strip_suffix('"')).unwrap_or(value))
}

/// The pieces between separators that do not stand in quotes. A quote that does not end swallows the rest, which then is no
/// address.
fn split(text: &str, separator: char) -> Vec<&str> {
    let (mut pieces, mut begin, mut quoted, mut escaped) = (Vec::new(), 0, false, false);
    for (place, letter) in text.char_indices() {
        match letter {
            _ if escaped => escaped = false,
            '\\' if quoted => escaped = true,
            '"' => quoted = !quoted,
            _ if letter == separator && !quoted => {
                pieces.push(&text[begin..place]);
                begin = place + letter.len_utf8();
            }
            _ => {}
        }
    }
    pieces.push(&text[begin..]);
    pieces
}

#[cfg(test)]
mod tests {
    use http::HeaderValue;
    use proptest::prelude::*;

    use super::*;

    const PROXY: &str = "10.0.0.1";

    fn ip(text: &str) -> IpAddr {
        text.parse().unwrap()
    }

    fn ours() -> Networks {
        Networks::read(["10.0.0.0/8", "fd00::/8"]).unwrap()
    }

    fn headers(given: &[(HeaderName, &str)]) -> HeaderMap {
        given.iter().map(|(n, v)| (n.clone(), HeaderValue::from_str(v).unwrap())).collect()
    }

    #[test]
    fn the_client_is_the_right_most_that_is_no_proxy_of_ours() {
        for (peer, list, client_is) in [
            (PROXY, "203.0.113.9", "203.0.113.9"),
            (PROXY, "198.51.100.1, 203.0.113.9", "203.0.113.9"),
            (PROXY, "1.1.1.1, 203.0.113.9, 10.0.0.7,10.9.9.9", "203.0.113.9"),
            (PROXY, "203.0.113.9:4711", "203.0.113.9"),
            (PROXY, "[2001:db8::1]:4711", "2001:db8::1"),
            (PROXY, "2001:db8::1", "2001:db8::1"),
            (PROXY, "::ffff:203.0.113.9", "203.0.113.9"),
            ("fd00::1", "203.0.113.9", "203.0.113.9"),
            ("::ffff:10.0.0.1", "203.0.113.9", "203.0.113.9"),
            // Everybody is ours: the first of them asked.
            (PROXY, "10.0.0.8, 10.0.0.7", "10.0.0.8"),
            // One that does not say who spoke to it stands for that one.
            (PROXY, "203.0.113.9, unknown", PROXY),
            (PROXY, "203.0.113.9, _hidden, 10.0.0.7", "10.0.0.7"),
            (PROXY, "", PROXY),
            (PROXY, "203.0.113.9,", PROXY),
            // Whoever is not ours is who speaks, whatever is written.
            ("203.0.113.7", "198.51.100.1", "203.0.113.7"),
            ("203.0.113.7", "10.0.0.1", "203.0.113.7"),
        ] {
            let headers = headers(&[(X_FORWARDED_FOR, list)]);
            assert_eq!(client(ip(peer), &headers, &ours()), ip(client_is), "{peer}: {list}");
        }
        assert_eq!(client(ip(PROXY), &HeaderMap::new(), &ours()), ip(PROXY));
    }

    #[test]
    fn forwarded_is_read_as_rfc_7239_writes_it() {
        for (list, client_is) in [
            ("for=203.0.113.9", "203.0.113.9"),
            ("For=\"[2001:db8:cafe::17]:4711\"", "2001:db8:cafe::17"),
            ("for=192.0.2.43, for=198.51.100.17;by=10.0.0.1;proto=https;host=\"a,b;c\"", "198.51.100.17"),
            ("for=192.0.2.43,for=\"10.0.0.9:80\"", "192.0.2.43"),
            ("for=192.0.2.43, for=\"_gazonk\"", PROXY),
            ("for=192.0.2.43, for=unknown;proto=http", PROXY),
            ("for=192.0.2.43, proto=http", PROXY),
            ("for=192.0.2.43;for=198.51.100.17", PROXY),
            ("for=192.0.2.43, for=\"198.51.100.17", PROXY),
            ("host=\"\\\",for=1.2.3.4\";for=198.51.100.17", "198.51.100.17"),
        ] {
            assert_eq!(client(ip(PROXY), &headers(&[(FORWARDED, list)]), &ours()), ip(client_is), "{list}");
        }
    }

    #[test]
    fn several_headers_are_one_list() {
        let lines = [(X_FORWARDED_FOR, "1.1.1.1"), (X_FORWARDED_FOR, "203.0.113.9, 10.0.0.3")];
        assert_eq!(client(ip(PROXY), &headers(&lines), &ours()), ip("203.0.113.9"));
        let mut odd = headers(&[(X_FORWARDED_FOR, "203.0.113.9")]);
        odd.append(X_FORWARDED_FOR, HeaderValue::from_bytes(b"\xff").unwrap());
        assert_eq!(client(ip(PROXY), &odd, &ours()), ip(PROXY));
    }

    #[test]
    fn a_header_that_the_proxy_lets_through_decides_nothing() {
        let both = |one: &str, other: &str| {
            let given = headers(&[(X_FORWARDED_FOR, one), (FORWARDED, other)]);
            client(ip(PROXY), &given, &ours())
        };
        assert_eq!(both("203.0.113.9", "for=203.0.113.9"), ip("203.0.113.9"));
        assert_eq!(both("203.0.113.9", "for=198.51.100.1"), ip(PROXY));
        assert_eq!(both("198.51.100.1", "for=203.0.113.9"), ip(PROXY));
    }

    proptest! {
        #[test]
        fn nothing_that_a_stranger_writes_changes_whose_request_it_is(
            peer in any::<[u8; 4]>(), written in "[ -~]{0,60}", also in "[ -~]{0,60}",
        ) {
            let peer = IpAddr::from(peer);
            let given = headers(&[(X_FORWARDED_FOR, written.as_str()), (FORWARDED, also.as_str())]);
            prop_assert_eq!(client(peer, &given, &Networks::default()), peer);
            if !ours().contain(peer) {
                prop_assert_eq!(client(peer, &given, &ours()), peer);
            }
        }

        #[test]
        fn what_a_client_writes_itself_stands_left_and_is_never_believed(
            real in any::<[u8; 4]>(), written in "[ -~]{0,60}", hops in 0_usize..3,
        ) {
            let real = IpAddr::from(real);
            prop_assume!(!ours().contain(real));
            // As proxies add: a comma, and who spoke to them; or a line of their own.
            let proxies: Vec<String> = (0..hops).map(|hop| format!(",10.0.1.{hop}")).collect();
            let list = format!("{written}, {real}{}", proxies.concat());
            prop_assert_eq!(client(ip(PROXY), &headers(&[(X_FORWARDED_FOR, &list)]), &ours()), real);
            let own_line = headers(&[(X_FORWARDED_FOR, &written), (X_FORWARDED_FOR, &real.to_string())]);
            prop_assert_eq!(client(ip(PROXY), &own_line, &ours()), real);
        }
    }
}
