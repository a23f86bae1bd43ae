//! Data quality: how the records that people save turn out.

/// Below so many records no share is given.
pub const LEAST_RECORDS: u64 = 20;

/// Counts of saved records.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Quality {
    /// With everything that they need.
    pub complete: u64,
    /// With something missing.
    pub incomplete: u64,
    /// There already.
    pub duplicate: u64,
    /// Put right by somebody later.
    pub corrected: u64,
}

impl Quality {
    /// Adds other records.
    pub fn add(&mut self, other: Self) {
        self.complete += other.complete;
        self.incomplete += other.incomplete;
        self.duplicate += other.duplicate;
        self.corrected += other.corrected;
    }

    /// All records.
    pub fn records(&self) -> u64 {
        self.complete + self.errors()
    }

    /// Records that were not right.
    pub fn errors(&self) -> u64 {
        self.incomplete + self.duplicate + self.corrected
    }

    /// The share of records that were not right; `None` below [`LEAST_RECORDS`].
    pub fn error_share(&self) -> Option<f64> {
        (self.records() >= LEAST_RECORDS).then(|| super::figures::ratio(self.errors(), self.records()))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_share_needs_records() {
        let mut quality = Quality { complete: 15, incomplete: 3, duplicate: 1, corrected: 0 };
        assert_eq!(quality.error_share(), None);
        quality.add(Quality { corrected: 1, ..Quality::default() });
        assert_eq!(quality.error_share(), Some(0.25));
    }
}
