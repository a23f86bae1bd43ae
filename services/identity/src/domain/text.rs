//! Names as they are kept.

use kit::text::clean;

/// A name on one line: cleaned, and every white space a single space.
pub fn line(text: &str) -> String {
    clean(text).split_whitespace().collect::<Vec<_>>().join(" ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_stays_on_its_line_and_keeps_its_joiners() {
        assert_eq!(line(" two\r\nlines\t \u{00A0}here "), "two lines here");
        assert_eq!(line("می‌رود\u{202E}"), "می‌رود");
    }
}
