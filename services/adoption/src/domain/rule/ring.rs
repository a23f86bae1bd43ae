//! Sums over windows that end today, for many cells at once.
//!
//! A ring keeps running totals per day, a column per day, so that the sum of any window is one subtraction. Totals are
//! whole numbers that wrap around: adding a day and dropping it again leads back to the very same value, so that
//! neither the order in which cells arrive nor the length of the history changes a result.

/// Steps of an expected day of use, `2^-38`: the worst sum of 84 roundings is 1.5e-10.
const STEPS: f64 = 274_877_906_944.0;

/// An expected number of days of use as a whole number of steps.
#[expect(clippy::cast_possible_truncation, reason = "at most 300,000 people times 2^38 is below 2^63")]
pub(super) fn to_steps(days: f64) -> i64 {
    (days * STEPS).round() as i64
}

/// Steps as days of use.
#[expect(clippy::cast_precision_loss, reason = "relative error 1e-16")]
pub(super) fn from_steps(steps: i64) -> f64 {
    steps as f64 / STEPS
}

/// Running totals of whole numbers for the last `days` days.
#[derive(Debug, Clone)]
pub(super) struct Ring {
    /// One column per day and one for the day before the first; `columns[today]` is the newest.
    columns: Vec<Vec<i64>>,
    today: usize,
    /// Days pushed, at most the length of the ring.
    filled: usize,
}

impl Ring {
    /// An empty ring that answers windows within the last `days` days.
    pub(super) fn new(days: usize) -> Self {
        Self { columns: vec![Vec::new(); days + 1], today: 0, filled: 0 }
    }

    /// Adds cells without a history at the end.
    pub(super) fn grow(&mut self, cells: usize) {
        for column in &mut self.columns {
            column.resize(cells, 0);
        }
    }

    /// Adds a day: `value(cell)` for every cell.
    pub(super) fn push(&mut self, value: impl Fn(usize) -> i64) {
        let next = (self.today + 1) % self.columns.len();
        let before = std::mem::take(&mut self.columns[self.today]);
        for (cell, (total, &old)) in self.columns[next].iter_mut().zip(&before).enumerate() {
            *total = old.wrapping_add(value(cell));
        }
        self.columns[self.today] = before;
        self.today = next;
        self.filled = (self.filled + 1).min(self.columns.len() - 1);
    }

    /// The totals of a window of `days` days that ends `lag` days before today, as a function of the cell.
    pub(super) fn window(&self, days: usize, lag: usize) -> Window<'_> {
        Window { end: self.column(lag), start: self.column(lag + days) }
    }

    /// The totals as they were `back` days ago; before the first day, those of the first.
    fn column(&self, back: usize) -> &[i64] {
        let back = back.min(self.filled);
        &self.columns[(self.today + self.columns.len() - back) % self.columns.len()]
    }
}

/// The sums of one window.
#[derive(Debug, Clone, Copy)]
pub(super) struct Window<'a> {
    end: &'a [i64],
    start: &'a [i64],
}

impl Window<'_> {
    /// The sum of a cell.
    pub(super) fn of(&self, cell: usize) -> i64 {
        self.end[cell].wrapping_sub(self.start[cell])
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    proptest! {
        #[test]
        fn a_window_is_the_sum_of_its_days(values in prop::collection::vec(0_i64..1000, 1..200), days in 1_usize..60, lag in 0_usize..28) {
            let mut ring = Ring::new(88);
            ring.grow(1);
            for &v in &values {
                ring.push(|_| v);
            }
            let end = values.len().saturating_sub(lag);
            let start = values.len().saturating_sub(lag + days);
            prop_assert_eq!(ring.window(days, lag).of(0), values[start..end].iter().sum::<i64>());
        }
    }

    #[test]
    fn a_cell_that_comes_later_begins_with_nothing() {
        let mut ring = Ring::new(3);
        ring.grow(1);
        ring.push(|_| 5);
        ring.grow(2);
        ring.push(|cell| if cell == 0 { 1 } else { 7 });
        assert_eq!((ring.window(3, 0).of(0), ring.window(3, 0).of(1)), (6, 7));
    }
}
