//! Which machines may be asked: those of the public internet.

use std::fmt;
use std::net::{IpAddr, Ipv4Addr, Ipv6Addr};
use ureq::config::Config;
use ureq::http::Uri;
use ureq::unversioned::resolver::{DefaultResolver, ResolvedSocketAddrs, Resolver};
use ureq::unversioned::transport::NextTimeout;

/// Resolves names, of redirects as well, and lets only public addresses through.
#[derive(Default)]
pub(super) struct Guard {
    allow_private: bool,
    resolver: DefaultResolver,
}

impl Guard {
    pub(super) fn new(allow_private: bool) -> Self {
        Guard { allow_private, resolver: DefaultResolver::default() }
    }
}

impl fmt::Debug for Guard {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Guard").field("allow_private", &self.allow_private).finish_non_exhaustive()
    }
}

impl Resolver for Guard {
    fn resolve(
        &self,
        uri: &Uri,
        config: &Config,
        timeout: NextTimeout,
    ) -> Result<ResolvedSocketAddrs, ureq::Error> {
        let found = self.resolver.resolve(uri, config, timeout)?;
        if !self.allow_private
            && let Some(address) = found.iter().find(|address| !is_public(address.ip()))
        {
            let host = uri.host().unwrap_or_default().to_owned();
            return Err(ureq::Error::Other(Box::new(Private { host, address: address.ip() })));
        }
        Ok(found)
    }
}

/// A name led to an address that is not asked.
#[derive(Debug)]
pub(super) struct Private {
    host: String,
    address: IpAddr,
}

impl fmt::Display for Private {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "leads to {} ({}), which is of this machine or a private network", self.host, self.address)
    }
}

impl std::error::Error for Private {}

/// Whether an address belongs to the public internet, after the registries of special-purpose addresses (RFC 6890).
fn is_public(address: IpAddr) -> bool {
    match address {
        IpAddr::V4(v4) => is_public_v4(v4),
        IpAddr::V6(v6) => is_public_v6(v6),
    }
}

fn is_public_v4(address: Ipv4Addr) -> bool {
    let special = match address.octets() {
        [0 | 10 | 127, ..] => true,
        // Shared by the customers of one provider.
        [100, b, ..] => (64..128).contains(&b),
        [169, 254, ..] | [192, 168, ..] => true,
        [172, b, ..] => (16..32).contains(&b),
        [192, 0, 0 | 2, _] | [192, 88, 99, _] => true,
        // For measuring networks.
        [198, 18 | 19, ..] | [198, 51, 100, _] | [203, 0, 113, _] => true,
        // Multicast, reserved, broadcast.
        [224..=255, ..] => true,
        _ => false,
    };
    !special
}

fn is_public_v6(address: Ipv6Addr) -> bool {
    let [a, b, c, d, _, f, g, h] = address.segments();
    let within = |high: u16, low: u16| {
        let ([a, b], [c, d]) = (high.to_be_bytes(), low.to_be_bytes());
        is_public_v4(Ipv4Addr::new(a, b, c, d))
    };
    match (a, b, c, d) {
        // An IPv4 address written as IPv6, or the loopback and the unspecified one.
        (0, 0, 0, 0) => f == 0xffff && within(g, h),
        // Translated to IPv4.
        (0x64, 0xff9b, 0, 0) => within(g, h),
        (0x2002, high, low, _) => within(high, low),
        // Tunnels, documentation.
        (0x2001, 0 | 0xdb8, ..) => false,
        // Only this eighth of the addresses is handed out.
        _ => a >> 13 == 1,
    }
}

#[cfg(test)]
mod tests {
    use super::is_public;

    #[test]
    fn only_the_public_internet_is_asked() {
        let public =
            ["93.184.216.34", "8.8.8.8", "172.32.0.1", "100.128.0.1", "2606:4700::1111", "::ffff:8.8.8.8"];
        let private = [
            "127.0.0.1",
            "127.1.2.3",
            "0.0.0.0",
            "10.1.2.3",
            "172.16.0.1",
            "172.31.255.255",
            "192.168.1.1",
            "169.254.169.254",
            "100.64.0.1",
            "198.18.0.1",
            "224.0.0.1",
            "255.255.255.255",
            "::1",
            "::",
            "fe80::1",
            "fc00::1",
            "fd12::1",
            "ff02::1",
            "::ffff:127.0.0.1",
            "::ffff:10.0.0.1",
            "::127.0.0.1",
            "64:ff9b::7f00:1",
            "2002:7f00:1::1",
            "2001:db8::1",
            "2001::1",
        ];
        for address in public {
            assert!(is_public(address.parse().expect(address)), "{address}");
        }
        for address in private {
            assert!(!is_public(address.parse().expect(address)), "{address}");
        }
    }
}
