//! What may be shown: rounded, and only about five people or more.

use kit::privacy::FLOOR;

use super::rule::posterior::Sums;

/// A share of 1 as so many of 100, rounded to 5.
pub fn of_hundred(share: f64) -> i32 {
    to_five(share * 100.0)
}

/// A number rounded to 5, kept between 0 and 1000.
#[expect(clippy::cast_possible_truncation, reason = "at most 1000")]
pub fn to_five(number: f64) -> i32 {
    if number.is_finite() { ((number / 5.0).round() * 5.0).clamp(0.0, 1000.0) as i32 } else { 0 }
}

/// A certainty in percent, rounded down, at most 99: nothing is ever sure.
#[expect(clippy::cast_possible_truncation, reason = "at most 99")]
pub fn percent_sure(certainty: f64) -> i32 {
    (certainty.clamp(0.0, 0.99) * 100.0 + 1e-9).floor() as i32
}

/// How many people, as a band; `None` below the floor.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum SizeBand {
    /// 5 to 9.
    From5,
    /// 10 to 19.
    From10,
    /// 20 to 49.
    From20,
    /// 50 to 99.
    From50,
    /// 100 or more.
    From100,
}

impl SizeBand {
    /// The band of a number of people.
    pub fn of(people: u32) -> Option<Self> {
        match people {
            0..FLOOR => None,
            FLOOR..10 => Some(Self::From5),
            10..20 => Some(Self::From10),
            20..50 => Some(Self::From20),
            50..100 => Some(Self::From50),
            100.. => Some(Self::From100),
        }
    }

    /// The least and the most people in it.
    pub fn range(self) -> (u32, Option<u32>) {
        match self {
            Self::From5 => (5, Some(9)),
            Self::From10 => (10, Some(19)),
            Self::From20 => (20, Some(49)),
            Self::From50 => (50, Some(99)),
            Self::From100 => (100, None),
        }
    }
}

/// The range of the index that chance gives to 95 % of teams that are as expected.
pub fn chance_range(window: &Sums) -> (f64, f64) {
    let m = window.expected_rate(0.99);
    let independent = (window.eligible / window.design_effect()).max(1.0);
    let half = 196.0 * ((1.0 - m) / (m * independent)).sqrt();
    ((100.0 - half).max(0.0), 100.0 + half)
}

/// Sizes at which the funnel is drawn.
const FUNNEL_SIZES: [u16; 14] = [5, 6, 8, 10, 13, 16, 20, 30, 40, 60, 80, 120, 200, 500];
/// Working days in four weeks.
const WORKING_DAYS: f64 = 20.0;

/// The range of chance by size, for a usual rate.
pub fn funnel(rate: f64) -> Vec<(u16, f64, f64)> {
    let point = |size: u16| {
        let eligible = f64::from(size) * WORKING_DAYS;
        let window = Sums { active: 0.0, eligible, expected: eligible * rate, days: WORKING_DAYS };
        let (low, high) = chance_range(&window);
        (size, low, high)
    };
    FUNNEL_SIZES.map(point).to_vec()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn rates_are_rounded_to_five_and_certainty_is_never_total() {
        assert_eq!((of_hundred(0.174), of_hundred(0.176), to_five(f64::NAN)), (15, 20, 0));
        assert_eq!((percent_sure(0.979), percent_sure(0.97), percent_sure(1.0)), (97, 97, 99));
    }

    #[test]
    fn nobody_is_banded_below_five() {
        assert_eq!(SizeBand::of(4), None);
        assert_eq!(SizeBand::of(5).map(SizeBand::range), Some((5, Some(9))));
        assert_eq!(SizeBand::of(1000), Some(SizeBand::From100));
    }

    #[test]
    fn the_funnel_narrows_with_size() {
        let funnel = funnel(0.4);
        assert!(funnel.windows(2).all(|w| w[0].1 <= w[1].1 && w[0].2 >= w[1].2));
    }
}
