//! What currencies are worth: dated rates, exact decimal numbers.

use jiff::civil::Date;

use super::{
    currency::Currency,
    money::{MAX_MINOR, Money},
};

/// Digits before and after the point.
const MAX_DIGITS: usize = 12;

/// A decimal number above 0, exact.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Decimal {
    mantissa: u128,
    scale: u32,
}

impl Decimal {
    /// Reads `12.5`, with Latin, Persian or Arabic digits and `.` or `٫`; `None` for anything else, for 0, and for more than 12
    /// digits on either side.
    pub fn parse(text: &str) -> Option<Self> {
        let (mut mantissa, mut scale, mut before, mut point) = (0_u128, 0_u32, 0_usize, false);
        for c in text.trim().chars() {
            match kit::digits::value_of(c) {
                Some(digit) => {
                    mantissa = mantissa.checked_mul(10)?.checked_add(u128::from(digit))?;
                    if point {
                        scale += 1;
                    } else {
                        before += 1;
                    }
                }
                None if matches!(c, '.' | '٫') && !point && before > 0 => point = true,
                None => return None,
            }
        }
        let after = scale as usize;
        if mantissa == 0 || before == 0 || before > MAX_DIGITS || after > MAX_DIGITS || (point && after == 0)
        {
            return None;
        }
        while scale > 0 && mantissa.is_multiple_of(10) {
            mantissa /= 10;
            scale -= 1;
        }
        Some(Self { mantissa, scale })
    }
}

impl std::fmt::Display for Decimal {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        if self.scale == 0 {
            return write!(f, "{}", self.mantissa);
        }
        let unit = 10_u128.pow(self.scale);
        let width = self.scale as usize;
        write!(f, "{}.{:0width$}", self.mantissa / unit, self.mantissa % unit)
    }
}

/// What one currency is worth in another from a day on.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Rate {
    /// The id.
    pub id: String,
    /// What is given.
    pub from: Currency,
    /// What is got.
    pub to: Currency,
    /// How many whole units of `to` one whole unit of `from` is.
    pub value: Decimal,
    /// The first day on which it holds.
    pub start_day: Date,
}

/// An amount in another currency, and the rate that made it, as a decimal number; empty for the same currency.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Converted {
    /// The amount.
    pub money: Money,
    /// The rate; for the inverse of one, `1/` before it.
    pub rate: String,
}

/// The rates of an organization.
#[derive(Debug, Clone, Default)]
pub struct Rates(Vec<Rate>);

impl Rates {
    /// These rates.
    pub fn new(rates: Vec<Rate>) -> Self {
        Self(rates)
    }

    /// An amount in another currency at the rate of a day, rounded half up to its smallest unit. `None` without a rate for the
    /// day, and for a result that is too large.
    pub fn convert(&self, money: Money, to: Currency, day: Date) -> Option<Converted> {
        if money.currency == to {
            return Some(Converted { money, rate: String::new() });
        }
        let newest = |from: Currency, to: Currency| {
            let holds = |r: &&Rate| r.from == from && r.to == to && r.start_day <= day;
            self.0.iter().filter(holds).max_by_key(|r| r.start_day)
        };
        // Whichever direction somebody entered last holds; of one day, the one that is asked for.
        let (direct, back) = (newest(money.currency, to), newest(to, money.currency));
        let (value, inverse) = match (direct, back) {
            (Some(direct), Some(back)) if back.start_day > direct.start_day => (back.value, true),
            (Some(direct), _) => (direct.value, false),
            (None, back) => (back?.value, true),
        };
        let one = 10_u128.pow(value.scale);
        let (number, part) = if inverse { (one, value.mantissa) } else { (value.mantissa, one) };
        let minor = scaled(
            money.minor,
            number.checked_mul(10_u128.pow(to.digits()))?,
            part.checked_mul(10_u128.pow(money.currency.digits()))?,
        )?;
        let rate = if inverse { format!("1/{value}") } else { value.to_string() };
        Some(Converted { money: Money::new(to, minor), rate })
    }
}

/// `amount * number / part`, rounded half up.
fn scaled(amount: i64, number: u128, part: u128) -> Option<i64> {
    let common = greatest_common_divisor(number, part);
    let (number, part) = (number / common, part / common);
    let product = u128::try_from(amount).ok()?.checked_mul(number)?;
    let rounded = product.checked_add(part / 2)? / part;
    i64::try_from(rounded).ok().filter(|minor| *minor <= MAX_MINOR)
}

fn greatest_common_divisor(mut a: u128, mut b: u128) -> u128 {
    while b != 0 {
        (a, b) = (b, a % b);
    }
    a.max(1)
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;
    use proptest::prelude::*;

    use super::*;

    fn currency(code: &str) -> Currency {
        Currency::of(code).unwrap()
    }

    fn rate(from: &str, to: &str, value: &str, start_day: Date) -> Rate {
        let value = Decimal::parse(value).unwrap();
        Rate { id: value.to_string(), from: currency(from), to: currency(to), value, start_day }
    }

    #[test]
    fn decimals_are_exact_and_anything_else_is_refused() {
        for (text, shown) in
            [("1", "1"), ("12.50", "12.5"), ("0.0000215", "0.0000215"), ("۷۰۰۰۰۰٫۲۵", "700000.25")]
        {
            assert_eq!(Decimal::parse(text).map(|d| d.to_string()).as_deref(), Some(shown), "{text}");
        }
        for text in [
            "",
            "0",
            "0.000",
            "-1",
            ".5",
            "5.",
            "1e3",
            "1.2.3",
            "1,5",
            "NaN",
            "1234567890123",
            "0.1234567890123",
        ] {
            assert_eq!(Decimal::parse(text), None, "{text}");
        }
    }

    #[test]
    fn the_rate_of_the_day_holds_and_the_other_direction_is_its_inverse() {
        let rates = Rates::new(vec![
            rate("EUR", "IRR", "700000", date(2026, 1, 1)),
            rate("EUR", "IRR", "800000", date(2026, 3, 1)),
            rate("KWD", "JPY", "480.5", date(2026, 1, 1)),
        ]);
        let of = |code: &str, minor, to: &str, day| {
            rates.convert(Money::new(currency(code), minor), currency(to), day)
        };
        assert_eq!(of("EUR", 1_250, "IRR", date(2026, 2, 28)).unwrap().money.minor, 875_000_000);
        assert_eq!(of("EUR", 1_250, "IRR", date(2026, 3, 1)).unwrap().money.minor, 1_000_000_000);
        let back = of("IRR", 1_000_000_000, "EUR", date(2026, 3, 1)).unwrap();
        assert_eq!((back.money.minor, back.rate.as_str()), (1_250, "1/800000"));
        assert_eq!(of("KWD", 1_000, "JPY", date(2026, 3, 1)).unwrap().money.minor, 481, "half a yen up");
        assert_eq!(of("EUR", 1, "IRR", date(2025, 12, 31)), None, "no rate yet");
        assert_eq!(of("EUR", 1, "USD", date(2026, 3, 1)), None);
        assert_eq!(of("USD", 7, "USD", date(2026, 3, 1)).unwrap().rate, "", "the same currency needs none");
    }

    #[test]
    fn the_newest_rate_holds_whichever_way_it_was_entered() {
        let rates = Rates::new(vec![
            rate("EUR", "IRR", "700000", date(2026, 1, 1)),
            rate("IRR", "EUR", "0.00000125", date(2026, 3, 1)),
        ]);
        let of = |day| {
            rates.convert(Money::new(currency("EUR"), 1_250), currency("IRR"), day).unwrap().money.minor
        };
        assert_eq!(of(date(2026, 2, 28)), 875_000_000);
        assert_eq!(of(date(2026, 3, 1)), 1_000_000_000);
    }

    proptest! {
        #[test]
        fn there_and_back_loses_at_most_the_rounding(minor in 0_i64..1_000_000_000, whole in 1_u32..1_000_000, part in 0_u32..1_000) {
            let rates = Rates::new(vec![rate("EUR", "SEK", &format!("{whole}.{part:03}"), date(2026, 1, 1))]);
            let day = date(2026, 1, 2);
            let there = rates.convert(Money::new(currency("EUR"), minor), currency("SEK"), day).unwrap().money;
            let back = rates.convert(there, currency("EUR"), day).unwrap().money;
            prop_assert!((back.minor - minor).abs() <= 1, "{minor} → {} → {}", there.minor, back.minor);
        }

        #[test]
        fn no_amount_and_no_rate_overflows(minor in 0..=MAX_MINOR, whole in 1_u64..999_999_999_999, part in 0_u64..999_999_999_999) {
            let rates = Rates::new(vec![rate("KWD", "JPY", &format!("{whole}.{part:012}"), date(2026, 1, 1))]);
            for (from, to) in [("KWD", "JPY"), ("JPY", "KWD")] {
                if let Some(c) = rates.convert(Money::new(currency(from), minor), currency(to), date(2026, 1, 2)) {
                    prop_assert!((0..=MAX_MINOR).contains(&c.money.minor));
                }
            }
        }
    }
}
