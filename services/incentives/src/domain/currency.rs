//! Currencies, as ISO 4217 lists them, with how many digits their smallest unit has.

use std::fmt;

/// Those whose smallest unit is a hundredth.
const CENTS: &str = "AED AFN ALL AMD ANG AOA ARS AUD AWG AZN BAM BBD BDT BGN BMD BND BOB BRL BSD BTN BWP BYN BZD CAD CDF CHF \
CNY COP CRC CUP CVE CZK DKK DOP DZD EGP ERN ETB EUR FJD FKP GBP GEL GHS GIP GMD GTQ GYD HKD HNL HTG HUF IDR ILS INR IRR \
JMD KES KGS KHR KPW KYD KZT LAK LBP LKR LRD LSL MAD MDL MGA MKD MMK MNT MOP MRU MUR MVR MWK MXN MYR MZN NAD NGN NIO NOK \
NPR NZD PAB PEN PGK PHP PKR PLN QAR RON RSD RUB SAR SBD SCR SDG SEK SGD SHP SLE SOS SRD SSP STN SVC SYP SZL THB TJS TMT \
TOP TRY TTD TWD TZS UAH USD UYU UZS VED VES WST XCD YER ZAR ZMW ZWG";
/// Those that have no smaller unit.
const WHOLE: &str = "BIF CLP DJF GNF ISK JPY KMF KRW PYG RWF UGX VND VUV XAF XOF XPF";
/// Those whose smallest unit is a thousandth.
const MILS: &str = "BHD IQD JOD KWD LYD OMR TND";

/// A currency.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Currency([u8; 3]);

impl Currency {
    /// The currency with this code; case does not matter.
    pub fn of(code: &str) -> Option<Self> {
        let code = code.trim().to_ascii_uppercase();
        let letters: [u8; 3] = code.as_bytes().try_into().ok()?;
        let currency = Self(letters);
        [CENTS, WHOLE, MILS].iter().any(|list| list.split(' ').any(|c| c == code)).then_some(currency)
    }

    /// The code.
    pub fn code(&self) -> &str {
        std::str::from_utf8(&self.0).unwrap_or_default()
    }

    /// How many decimal places the smallest unit has.
    pub fn digits(self) -> u32 {
        let is_in = |list: &str| list.split(' ').any(|c| c.as_bytes() == self.0);
        if is_in(WHOLE) {
            0
        } else if is_in(MILS) {
            3
        } else {
            2
        }
    }
}

impl fmt::Display for Currency {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.code())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn codes_are_known_with_their_digits() {
        let digits = |code: &str| Currency::of(code).map(Currency::digits);
        assert_eq!(digits("eur"), Some(2));
        assert_eq!((digits("IRR"), digits("JPY"), digits("KWD")), (Some(2), Some(0), Some(3)));
        for code in ["", "EU", "EURO", "XXX", "ZZZ", "é€1", " EUR USD"] {
            assert_eq!(Currency::of(code), None, "{code}");
        }
        assert_eq!(Currency::of("irr").map(|c| c.to_string()), Some("IRR".into()));
    }
}
