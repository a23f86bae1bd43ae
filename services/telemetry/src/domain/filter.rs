//! Tells of nearly every new event at a glance that it is new: a Bloom filter whose probes all fall into one cache line.
//!
//! With 16 bits for a hash, about one in a thousand that is not there is said to be perhaps there. Hashes are uniform
//! already, so their own bits say where to look. After F. Putze, P. Sanders, J. Singler, "Cache-, Hash- and
//! Space-Efficient Bloom Filters" (2007).

/// Bytes of a block: a cache line.
const BLOCK: usize = 64;
/// Bits for each hash.
const BITS: usize = 16;
/// Bits that a hash sets in its block; each is named by 9 bits of the hash.
const PROBES: u32 = 7;

/// A set of hashes that may take others for its own, and never misses one of its own.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Filter(Vec<u8>);

impl Filter {
    /// An empty filter with room for so many hashes.
    pub fn with_room(count: usize) -> Self {
        let blocks = (count * BITS).div_ceil(BLOCK * 8).max(1);
        Self(vec![0; blocks * BLOCK])
    }

    /// The filter that [`Self::as_bytes`] wrote.
    pub fn from_bytes(bytes: Vec<u8>) -> Self {
        Self(bytes)
    }

    /// The filter as bytes.
    pub fn as_bytes(&self) -> &[u8] {
        &self.0
    }

    /// Adds a hash.
    pub fn insert(&mut self, hash: &[u8; 16]) {
        let start = self.block_of(hash);
        let Some(block) = self.0.get_mut(start..start + BLOCK) else { return };
        for (byte, bit) in probes(hash) {
            block[byte] |= bit;
        }
    }

    /// Whether the hash is perhaps in the set; `false` is certain.
    pub fn may_have(&self, hash: &[u8; 16]) -> bool {
        let start = self.block_of(hash);
        // A damaged filter says "perhaps", which costs a look and loses nothing.
        let Some(block) = self.0.get(start..start + BLOCK) else { return true };
        probes(hash).all(|(byte, bit)| block[byte] & bit != 0)
    }

    /// Where the block of a hash begins: the first half of the hash, scaled to the number of blocks.
    fn block_of(&self, hash: &[u8; 16]) -> usize {
        let blocks = (self.0.len() / BLOCK) as u128;
        usize::try_from((u128::from(halves(hash).0) * blocks) >> 64).unwrap_or(0) * BLOCK
    }
}

fn halves(hash: &[u8; 16]) -> (u64, u64) {
    let whole = u128::from_be_bytes(*hash);
    let half = |bits: u128| u64::try_from(bits & u128::from(u64::MAX)).unwrap_or_default();
    (half(whole >> 64), half(whole))
}

/// The bytes and bits of a block that a hash sets, from its second half.
fn probes(hash: &[u8; 16]) -> impl Iterator<Item = (usize, u8)> {
    let bits = halves(hash).1;
    (0..PROBES).map(move |probe| {
        let place = (bits >> (probe * 9)) & 511;
        (usize::try_from(place / 8).unwrap_or(0), 1 << (place % 8))
    })
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;
    use sha2::{Digest, Sha256};

    use super::*;

    fn hash(number: u32) -> [u8; 16] {
        Sha256::digest(number.to_le_bytes())[..16].try_into().unwrap()
    }

    proptest! {
        #[test]
        fn it_never_misses_its_own(numbers in proptest::collection::vec(any::<u32>(), 0..300)) {
            let mut filter = Filter::with_room(numbers.len());
            for number in &numbers {
                filter.insert(&hash(*number));
            }
            let again = Filter::from_bytes(filter.as_bytes().to_vec());
            prop_assert!(numbers.iter().all(|n| again.may_have(&hash(*n))));
        }
    }

    #[test]
    fn it_seldom_takes_others_for_its_own() {
        let mut filter = Filter::with_room(50_000);
        for number in 0..50_000 {
            filter.insert(&hash(number));
        }
        let wrong = (50_000..150_000).filter(|n| filter.may_have(&hash(*n))).count();
        assert!((1..300).contains(&wrong), "{wrong} of 100,000 strangers");
    }

    #[test]
    fn an_empty_one_has_nothing() {
        assert!(!Filter::with_room(0).may_have(&hash(1)));
    }
}
