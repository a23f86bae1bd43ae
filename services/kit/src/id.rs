//! Identifiers and random bytes, passed in so that a test knows them beforehand.

use std::sync::{Arc, Mutex, PoisonError};

use rand::{RngCore, SeedableRng, rngs::StdRng};

use crate::clock::{SharedClock, SteppedClock};

/// Makes identifiers: `UUIDv7`, so that they sort by time, written as 32 lowercase hexadecimal digits.
#[derive(Clone, Debug)]
pub struct Ids {
    clock: SharedClock,
    random: Arc<Mutex<StdRng>>,
}

impl Ids {
    /// Identifiers that nobody can guess, seeded by the operating system.
    pub fn system(clock: SharedClock) -> Self {
        Self { clock, random: Arc::new(Mutex::new(StdRng::from_os_rng())) }
    }

    /// The same identifiers in every run: for tests and for the demo organisation.
    pub fn seeded(clock: SharedClock, seed: u64) -> Self {
        Self { clock, random: Arc::new(Mutex::new(StdRng::seed_from_u64(seed))) }
    }

    /// The same identifiers in every run, at the beginning of time.
    pub fn sequence() -> Self {
        Self::seeded(Arc::new(SteppedClock::at(jiff::Timestamp::UNIX_EPOCH)), 0)
    }

    /// The next identifier.
    pub fn next(&self) -> String {
        let millis = u64::try_from(self.clock.now().as_millisecond()).unwrap_or(0);
        let bytes = self.random_bytes::<10>();
        uuid::Builder::from_unix_timestamp_millis(millis, &bytes).into_uuid().simple().to_string()
    }

    /// Random bytes, fit for secrets when the identifiers are [`Ids::system`].
    pub fn random_bytes<const N: usize>(&self) -> [u8; N] {
        let mut bytes = [0; N];
        self.random.lock().unwrap_or_else(PoisonError::into_inner).fill_bytes(&mut bytes);
        bytes
    }
}
