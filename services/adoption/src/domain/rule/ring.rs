//! Sums over windows that end today, for many cells at once.
//!
//! A ring keeps running totals per day, a column per day, so that the sum of any window is one subtraction. Totals are
//! whole numbers that wrap around: adding a day and dropping it again leads back to the very same value, so that
//! neither the order in which cells arrive nor the length of the history changes a result. It also means that a day
//! can be judged from the few columns that its windows begin and end with, wherever they were kept meanwhile.

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

/// A whole number that wraps around.
pub trait Total: Copy + Default {
    /// The sum.
    #[must_use]
    fn plus(self, other: Self) -> Self;
    /// The difference.
    #[must_use]
    fn minus(self, other: Self) -> Self;
}

impl Total for u32 {
    fn plus(self, other: Self) -> Self {
        self.wrapping_add(other)
    }

    fn minus(self, other: Self) -> Self {
        self.wrapping_sub(other)
    }
}

impl Total for i64 {
    fn plus(self, other: Self) -> Self {
        self.wrapping_add(other)
    }

    fn minus(self, other: Self) -> Self {
        self.wrapping_sub(other)
    }
}

/// Running totals of whole numbers for the last `days` days.
#[derive(Debug, Clone)]
pub struct Ring<T> {
    /// One column per day and one for the day before the first; `columns[today]` is the newest. Days before the first
    /// are columns of zeros.
    columns: Vec<Vec<T>>,
    today: usize,
}

impl<T: Total> Ring<T> {
    /// An empty ring that answers windows within the last `days` days.
    pub fn new(days: usize) -> Self {
        Self { columns: vec![Vec::new(); days + 1], today: 0 }
    }

    /// Adds cells without a history at the end, up to a number of cells.
    pub fn grow(&mut self, cells: usize) {
        for column in &mut self.columns {
            column.resize(cells, T::default());
        }
    }

    /// Adds a day: `value(cell)` for every cell.
    pub fn push(&mut self, value: impl Fn(usize) -> T) {
        let next = (self.today + 1) % self.columns.len();
        let before = std::mem::take(&mut self.columns[self.today]);
        for (cell, (total, &old)) in self.columns[next].iter_mut().zip(&before).enumerate() {
            *total = old.plus(value(cell));
        }
        self.columns[self.today] = before;
        self.today = next;
    }

    /// The totals of a window of `days` days that ends `lag` days before today, as a function of the cell.
    pub fn window(&self, days: usize, lag: usize) -> Window<'_, T> {
        Window { end: self.column(lag), start: self.column(lag + days) }
    }

    /// The totals as they were `back` days ago, at most as many as the ring has.
    pub fn column(&self, back: usize) -> &[T] {
        &self.columns[self.place(back)]
    }

    /// Puts back the totals of `back` days ago, at most as many as the ring has; cells that came later have none.
    pub fn restore(&mut self, back: usize, totals: &[T]) {
        let place = self.place(back);
        let column = &mut self.columns[place];
        let known = totals.len().min(column.len());
        column[..known].copy_from_slice(&totals[..known]);
        column[known..].fill(T::default());
    }

    fn place(&self, back: usize) -> usize {
        let columns = self.columns.len();
        (self.today + columns - back.min(columns - 1)) % columns
    }
}

/// The sums of one window.
#[derive(Debug, Clone, Copy)]
pub struct Window<'a, T> {
    end: &'a [T],
    start: &'a [T],
}

impl<T: Total> Window<'_, T> {
    /// The sum of a cell.
    pub fn of(&self, cell: usize) -> T {
        self.end[cell].minus(self.start[cell])
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

        #[test]
        fn a_ring_that_gets_back_the_ends_of_a_window_answers_it(values in prop::collection::vec(0_u32..1000, 90..200), days in 1_usize..60, lag in 0_usize..28) {
            let mut ring = Ring::new(88);
            ring.grow(1);
            for &v in &values {
                ring.push(|_| v);
            }
            let mut other = Ring::new(88);
            other.grow(2);
            other.restore(lag, ring.column(lag));
            other.restore(lag + days, ring.column(lag + days));
            prop_assert_eq!(other.window(days, lag).of(0), ring.window(days, lag).of(0));
            prop_assert_eq!(other.window(days, lag).of(1), 0);
        }
    }

    #[test]
    fn a_cell_that_comes_later_begins_with_nothing() {
        let mut ring = Ring::new(3);
        ring.grow(1);
        ring.push(|_| 5);
        ring.grow(2);
        ring.push(|cell| if cell == 0 { 1 } else { 7 });
        assert_eq!((ring.window(3, 0).of(0), ring.window(3, 0).of(1)), (6_i64, 7));
    }
}
