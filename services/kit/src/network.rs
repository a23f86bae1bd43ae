//! Networks, as settings name them.

use std::net::IpAddr;

use ipnet::IpNet;
use serde::{Deserialize, Serialize};

/// Some networks: `["10.0.0.0/8", "2001:db8::/32"]`, or one with commas as the environment likes it; an address alone is a
/// network of one.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(try_from = "Given", into = "Vec<String>")]
pub struct Networks(Vec<IpNet>);

/// As a file or the environment gives them.
#[derive(Deserialize)]
#[serde(untagged, expecting = "networks are a list of texts, as [\"10.0.0.0/8\"]")]
enum Given {
    One(String),
    Many(Vec<String>),
}

/// A text that is no network.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("`{0}` is no network; write 10.0.0.0/8, 2001:db8::/32 or one address")]
pub struct NotANetwork(String);

impl TryFrom<Given> for Networks {
    type Error = NotANetwork;

    fn try_from(given: Given) -> Result<Self, NotANetwork> {
        match given {
            Given::One(text) => Self::read(text.split(',').map(str::trim).filter(|t| !t.is_empty())),
            Given::Many(texts) => Self::read(texts.iter().map(|t| t.trim())),
        }
    }
}

impl From<Networks> for Vec<String> {
    fn from(networks: Networks) -> Self {
        networks.0.iter().map(ToString::to_string).collect()
    }
}

impl Networks {
    /// Reads networks; the first text that is none is told.
    pub fn read<'a>(texts: impl IntoIterator<Item = &'a str>) -> Result<Self, NotANetwork> {
        let one = |text: &str| {
            let alone = || text.parse::<IpAddr>().ok().map(IpNet::from);
            text.parse::<IpNet>().ok().or_else(alone).ok_or_else(|| NotANetwork(text.to_owned()))
        };
        Ok(Self(texts.into_iter().map(one).collect::<Result<_, _>>()?))
    }

    /// Whether an address is in one of them. An IPv4 address that is written as IPv6 counts as what it is.
    pub fn contain(&self, address: IpAddr) -> bool {
        let address = address.to_canonical();
        self.0.iter().any(|network| network.contains(&address))
    }

    /// Whether there is none.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }
}

/// What counts as one sender: an IPv4 address, or an IPv6 network of 64 bits, since whoever has one IPv6 address usually has
/// all of those.
pub fn sender(address: IpAddr) -> String {
    match address.to_canonical() {
        IpAddr::V4(address) => address.to_string(),
        IpAddr::V6(address) => {
            let [a, b, c, d, ..] = address.segments();
            format!("{a:x}:{b:x}:{c:x}:{d:x}::/64")
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn address(text: &str) -> IpAddr {
        text.parse().unwrap()
    }

    #[test]
    fn an_address_is_in_its_networks_and_in_no_other() {
        let networks = Networks::read(["10.1.2.3/8", "192.0.2.7", "2001:db8::/32"]).unwrap();
        for inside in ["10.255.0.1", "::ffff:10.0.0.1", "192.0.2.7", "2001:db8:1::1"] {
            assert!(networks.contain(address(inside)), "{inside}");
        }
        for outside in ["11.0.0.1", "192.0.2.8", "2001:db9::1", "::1", "::ffff:192.0.2.8"] {
            assert!(!networks.contain(address(outside)), "{outside}");
        }
        assert!(Networks::default().is_empty() && !Networks::default().contain(address("127.0.0.1")));
    }

    #[test]
    fn what_is_no_network_is_told_as_it_was_written() {
        for bad in ["10.0.0.0/33", "proxy.example", "10.0.0", "", "::1/129", "10.0.0.0/8/8"] {
            let error = Networks::read([bad]).unwrap_err();
            assert!(error.to_string().contains(&format!("`{bad}`")), "{error}");
        }
    }

    #[test]
    fn a_list_and_a_text_with_commas_say_the_same() {
        let read = |toml: &str| toml::from_str::<std::collections::BTreeMap<String, Networks>>(toml);
        let list = read("v = ['10.0.0.0/8', '::1']").unwrap();
        assert_eq!(read("v = '10.0.0.0/8, ::1'").unwrap(), list);
        assert_eq!(Vec::from(list["v"].clone()), ["10.0.0.0/8", "::1/128"]);
        assert!(read("v = ''").unwrap()["v"].is_empty());
        assert!(read("v = ['10.0.0.0/8', 'x']").unwrap_err().to_string().contains("`x`"));
        assert!(read("v = 3").unwrap_err().to_string().contains("list"));
    }

    #[test]
    fn a_sender_has_one_address_of_ipv4_and_many_of_ipv6() {
        assert_eq!(sender(address("::ffff:192.0.2.7")), "192.0.2.7");
        assert_ne!(sender(address("192.0.2.7")), sender(address("192.0.2.8")));
        assert_eq!(sender(address("2001:db8:1:2::1")), sender(address("2001:db8:1:2:ffff::9")));
        assert_ne!(sender(address("2001:db8:1:2::1")), sender(address("2001:db8:1:3::1")));
    }
}
