//! Which passwords are good enough: long, and not the first that somebody tries. No rules about kinds of characters, which
//! make passwords worse (NIST SP 800-63B).

use kit::{text::normalize, violation::Rule};

/// The fewest characters.
pub const SHORTEST: usize = 12;
/// The most characters: more would only keep the hash busy.
pub const LONGEST: usize = 128;

/// Pieces of the passwords that are tried first, in the normalised spelling.
const COMMON: &[&str] = &[
    "password",
    "passw0rd",
    "p@ssword",
    "p@ssw0rd",
    "qwerty",
    "azerty",
    "asdfgh",
    "zxcvbn",
    "letmein",
    "welcome",
    "admin",
    "iloveyou",
    "monkey",
    "dragon",
    "football",
    "baseball",
    "superman",
    "batman",
    "master",
    "sunshine",
    "princess",
    "shadow",
    "michael",
    "jordan",
    "hello",
    "freedom",
    "whatever",
    "trustno1",
    "starwars",
    "secret",
    "changeme",
    "default",
    "login",
    "access",
    "hamgam",
    "iran",
    "tehran",
    "ایران",
    "همگام",
    "سلام",
    "رمز",
    "مرحبا",
    "محمد",
    "muhammad",
    "mohammad",
    "123",
    "321",
    "abc",
    "1qaz",
    "2wsx",
    "qazwsx",
    "test",
    "user",
    "guest",
    "root",
];

/// The password as it is hashed: NFC, so that two keyboards agree on é.
pub fn canonical(password: &str) -> String {
    // `clean` would trim; a space at the end is part of a password.
    kit::text::compose(password)
}

/// The first rule that a new password breaks. `own` is what an attacker knows of the person: name and address.
pub fn check(password: &str, own: &[&str]) -> Option<Rule> {
    let length = password.chars().count();
    if length == 0 {
        return Some(Rule::Required);
    }
    if length < SHORTEST {
        return Some(Rule::TooShort { min: SHORTEST as u64 });
    }
    if length > LONGEST {
        return Some(Rule::TooLong { max: LONGEST as u64 });
    }
    let mut rest = normalize(password);
    let own: Vec<String> = own.iter().flat_map(|o| pieces(o)).collect();
    for known in own.iter().map(String::as_str).chain(COMMON.iter().copied()) {
        rest = rest.replace(&normalize(known), "");
    }
    // What is left when everything known and every run is taken out must be worth something by itself.
    let rest = without_runs(&rest);
    let letters: String = rest.chars().filter(|c| c.is_alphabetic()).collect();
    let strong = (letters.chars().count() >= 5 && distinct(&letters) >= 4) || distinct(&rest) >= 8;
    if strong { None } else { Some(Rule::Guessable) }
}

/// The words of a name, and the parts of an address, of at least four characters.
fn pieces(own: &str) -> Vec<String> {
    let folded = normalize(own);
    folded
        .split(|c: char| !c.is_alphanumeric())
        .filter(|p| p.chars().count() >= 4)
        .map(str::to_owned)
        .collect()
}

fn distinct(text: &str) -> usize {
    let mut all: Vec<char> = text.chars().collect();
    all.sort_unstable();
    all.dedup();
    all.len()
}

/// The text without characters that repeat the one before or follow it in the alphabet, up or down.
fn without_runs(text: &str) -> String {
    let mut before: Option<char> = None;
    let follows = |c: char, before: char| (i64::from(u32::from(c)) - i64::from(u32::from(before))).abs() <= 1;
    text.chars().filter(|c| !before.replace(*c).is_some_and(|b| follows(*c, b))).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn long_and_unrelated_is_good() {
        for good in [
            "correct horse battery",
            "کتاب آبی کنار پنجره",
            "نافذة زرقاء صغيرة",
            "v7#Lq2!xRm9$",
            "bluewindowsill",
        ] {
            assert_eq!(check(good, &["Sara Karimi", "sara@acme.example"]), None, "{good}");
        }
    }

    #[test]
    fn short_long_and_empty_are_named() {
        assert_eq!(check("", &[]), Some(Rule::Required));
        assert_eq!(check("v7#Lq2!xRm9", &[]), Some(Rule::TooShort { min: 12 }));
        assert_eq!(check(&"x9".repeat(65), &[]), Some(Rule::TooLong { max: 128 }));
    }

    #[test]
    fn what_everybody_tries_is_refused() {
        for bad in [
            "password1234",
            "Password123!",
            "qwertyqwerty1",
            "aaaaaaaaaaaa",
            "123456789012",
            "abcdefghijkl",
            "Welcome12345",
            "P@ssw0rd2026",
            "۱۲۳۴۵۶۷۸۹۰۱۲",
            "ایران۱۲۳۴۵۶۷۸",
        ] {
            assert_eq!(check(bad, &[]), Some(Rule::Guessable), "{bad}");
        }
    }

    #[test]
    fn ones_own_name_counts_for_nothing() {
        assert_eq!(check("karimikarimi1", &["Sara Karimi"]), Some(Rule::Guessable));
        assert_eq!(check("sara.karimi@acme", &["sara.karimi@acme.example"]), Some(Rule::Guessable));
        assert_eq!(check("كريمي كريمي 1", &["سارا کریمی"]), Some(Rule::Guessable));
    }
}
