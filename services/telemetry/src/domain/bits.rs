//! A set of small numbers as a bitmap: the people who were active on a day, by ordinal.

/// A set of ordinals, one bit each.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Bits(Vec<u8>);

impl Bits {
    /// The set that [`Self::as_bytes`] wrote.
    pub fn from_bytes(bytes: Vec<u8>) -> Self {
        let mut bits = Self(bytes);
        bits.trim();
        bits
    }

    /// The set as bytes, lowest ordinal first, without trailing zeros.
    pub fn as_bytes(&self) -> &[u8] {
        &self.0
    }

    /// Adds an ordinal.
    pub fn insert(&mut self, ordinal: u32) {
        let byte = (ordinal / 8) as usize;
        if self.0.len() <= byte {
            self.0.resize(byte + 1, 0);
        }
        self.0[byte] |= 1 << (ordinal % 8);
    }

    /// Takes an ordinal out.
    pub fn remove(&mut self, ordinal: u32) {
        if let Some(byte) = self.0.get_mut((ordinal / 8) as usize) {
            *byte &= !(1 << (ordinal % 8));
        }
        self.trim();
    }

    /// Whether the ordinal is in the set.
    pub fn has(&self, ordinal: u32) -> bool {
        self.0.get((ordinal / 8) as usize).is_some_and(|byte| byte & (1 << (ordinal % 8)) != 0)
    }

    /// Adds everything of another set.
    pub fn union(&mut self, other: &Self) {
        if self.0.len() < other.0.len() {
            self.0.resize(other.0.len(), 0);
        }
        for (mine, theirs) in self.0.iter_mut().zip(&other.0) {
            *mine |= theirs;
        }
    }

    /// How many are in the set.
    pub fn len(&self) -> u64 {
        let (words, rest) = self.0.as_chunks::<8>();
        let whole: u64 = words.iter().map(|w| u64::from(u64::from_le_bytes(*w).count_ones())).sum();
        whole + rest.iter().map(|b| u64::from(b.count_ones())).sum::<u64>()
    }

    /// Whether nobody is in the set.
    pub fn is_empty(&self) -> bool {
        self.0.iter().all(|b| *b == 0)
    }

    fn trim(&mut self) {
        while self.0.last() == Some(&0) {
            self.0.pop();
        }
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use proptest::prelude::*;

    use super::*;

    proptest! {
        #[test]
        fn it_is_a_set(a in proptest::collection::btree_set(0_u32..500, 0..80), b in proptest::collection::btree_set(0_u32..900, 0..80)) {
            let fill = |set: &BTreeSet<u32>| {
                let mut bits = Bits::default();
                for ordinal in set {
                    bits.insert(*ordinal);
                }
                bits
            };
            let mut bits = fill(&a);
            prop_assert_eq!(bits.len(), a.len() as u64);
            prop_assert_eq!(Bits::from_bytes(bits.as_bytes().to_vec()), bits.clone());
            bits.union(&fill(&b));
            let both: BTreeSet<u32> = a.union(&b).copied().collect();
            prop_assert_eq!(bits.len(), both.len() as u64);
            prop_assert!((0..1000).all(|o| bits.has(o) == both.contains(&o)));
            for ordinal in &both {
                bits.remove(*ordinal);
            }
            prop_assert!(bits.is_empty() && bits == Bits::default());
        }
    }
}
