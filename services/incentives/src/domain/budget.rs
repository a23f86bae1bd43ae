//! Money for prizes.

use jiff::{Timestamp, civil::Date};
use kit::{error::Error, localize::Text};

use super::money::Money;
use crate::error::{Reason, Refuse};

/// A budget.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Budget {
    /// The id.
    pub id: String,
    /// What it is called.
    pub title: Text,
    /// What there is.
    pub amount: Money,
    /// The first day on which it pays.
    pub start_day: Date,
    /// The last one.
    pub end_day: Date,
    /// Grows with every change.
    pub revision: i64,
    /// When it was made.
    pub create_time: Timestamp,
}

/// What a budget has to hold, in its smallest unit.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Load {
    /// Paid.
    pub spent: i64,
    /// Promised: prizes of running challenges, and awards that are not paid.
    pub promised: i64,
}

impl Budget {
    /// What is left, at least nothing.
    pub fn remaining(&self, load: Load) -> i64 {
        self.amount.minor.saturating_sub(load.spent).saturating_sub(load.promised).max(0)
    }

    /// Whether it can take `more` besides what it holds, on a day.
    pub fn take(&self, load: Load, more: i64, day: Date) -> Result<(), Error> {
        if day < self.start_day || day > self.end_day {
            return Err(Reason::BudgetNotOpen
                .refuse(format!("the budget pays from {} to {}", self.start_day, self.end_day)));
        }
        let needed = load.spent.saturating_add(load.promised).saturating_add(more);
        if needed > self.amount.minor {
            let (have, currency) = (self.amount.minor, self.amount.currency);
            return Err(
                Reason::BudgetExceeded.refuse(format!("{needed} of {have} {currency} in smallest units"))
            );
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;
    use proptest::prelude::*;

    use super::*;
    use crate::domain::currency::Currency;

    fn budget(minor: i64) -> Budget {
        Budget {
            id: "b".into(),
            title: Text::default(),
            amount: Money::new(Currency::of("EUR").unwrap(), minor),
            start_day: date(2026, 1, 1),
            end_day: date(2026, 12, 31),
            revision: 1,
            create_time: Timestamp::UNIX_EPOCH,
        }
    }

    proptest! {
        #[test]
        fn it_never_holds_more_than_there_is(amount in 0_i64..10_000, wishes in proptest::collection::vec(0_i64..3_000, 0..12)) {
            let budget = budget(amount);
            let mut load = Load::default();
            for wish in wishes {
                if budget.take(load, wish, date(2026, 5, 1)).is_ok() {
                    load.spent += wish;
                }
                prop_assert!(load.spent <= amount);
                prop_assert_eq!(budget.remaining(load), amount - load.spent);
            }
        }
    }

    #[test]
    fn it_pays_on_its_days_only() {
        let of = |day| budget(100).take(Load::default(), 1, day).is_ok();
        assert!(of(date(2026, 1, 1)) && of(date(2026, 12, 31)));
        assert!(!of(date(2025, 12, 31)) && !of(date(2027, 1, 1)));
    }
}
