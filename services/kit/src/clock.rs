//! Time is passed in: nothing else in Hamgam reads the system clock.

use std::{
    fmt::Debug,
    sync::{
        Arc,
        atomic::{AtomicI64, Ordering},
    },
    time::Duration,
};

use jiff::Timestamp;

/// Tells the time.
pub trait Clock: Send + Sync + Debug {
    /// The present instant.
    fn now(&self) -> Timestamp;
}

/// A clock that services share.
pub type SharedClock = Arc<dyn Clock>;

/// The machine's clock.
#[derive(Debug, Clone, Copy, Default)]
pub struct SystemClock;

impl Clock for SystemClock {
    #[expect(clippy::disallowed_methods, reason = "the one place where the system clock is read")]
    fn now(&self) -> Timestamp {
        Timestamp::now()
    }
}

/// A clock that runs as fast as the machine's, ahead of it or behind it: the demo's, which can jump to the next day.
#[derive(Debug, Default)]
pub struct ShiftedClock {
    shift_micros: AtomicI64,
}

impl ShiftedClock {
    /// A clock that shows `instant` now and goes on from there.
    pub fn starting_at(instant: Timestamp) -> Self {
        let shift = instant.as_microsecond() - SystemClock.now().as_microsecond();
        Self { shift_micros: AtomicI64::new(shift) }
    }

    /// Moves the clock to `instant`, from where it goes on.
    pub fn set(&self, instant: Timestamp) {
        let shift = instant.as_microsecond() - SystemClock.now().as_microsecond();
        self.shift_micros.store(shift, Ordering::SeqCst);
    }
}

impl Clock for ShiftedClock {
    fn now(&self) -> Timestamp {
        let micros =
            SystemClock.now().as_microsecond().saturating_add(self.shift_micros.load(Ordering::SeqCst));
        Timestamp::from_microsecond(micros).unwrap_or(Timestamp::MAX)
    }
}

/// A clock that stands still until it is moved: for tests, and for replaying history.
#[derive(Debug)]
pub struct SteppedClock {
    micros: AtomicI64,
}

impl SteppedClock {
    /// A clock that stands at `instant`.
    pub fn at(instant: Timestamp) -> Self {
        Self { micros: AtomicI64::new(instant.as_microsecond()) }
    }

    /// Moves the clock to `instant`, forwards or backwards.
    pub fn set(&self, instant: Timestamp) {
        self.micros.store(instant.as_microsecond(), Ordering::SeqCst);
    }

    /// Moves the clock forward.
    pub fn advance(&self, by: Duration) {
        self.micros.fetch_add(i64::try_from(by.as_micros()).unwrap_or(i64::MAX), Ordering::SeqCst);
    }
}

impl Clock for SteppedClock {
    fn now(&self) -> Timestamp {
        Timestamp::from_microsecond(self.micros.load(Ordering::SeqCst)).unwrap_or(Timestamp::MAX)
    }
}
