//! Money: whole numbers of a currency's smallest unit, never fractions.

use super::currency::Currency;

/// The largest amount that is kept, in smallest units: sums of many stay far from the limits of the number.
pub const MAX_MINOR: i64 = 1_000_000_000_000_000;

/// An amount of money, not negative.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Money {
    /// The currency.
    pub currency: Currency,
    /// The amount in its smallest unit.
    pub minor: i64,
}

impl Money {
    /// An amount.
    pub fn new(currency: Currency, minor: i64) -> Self {
        Self { currency, minor }
    }

    /// Nothing.
    pub fn zero(currency: Currency) -> Self {
        Self { currency, minor: 0 }
    }
}
