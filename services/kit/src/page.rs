//! Pages of a list: a size and an opaque token, as AIP-158 has them.

use base64::{Engine as _, engine::general_purpose::URL_SAFE_NO_PAD};

use crate::violation::{Rule, Violations};

/// The size of a page when the request names none.
pub const DEFAULT_SIZE: u64 = 50;
/// The largest page; a greater wish is cut down to it.
pub const MAX_SIZE: u64 = 500;

/// What a list request asked for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Page {
    /// How many items, 1 to [`MAX_SIZE`].
    pub size: u64,
    /// The key of the last item of the page before; `None` for the first page.
    pub after: Option<String>,
}

impl Page {
    /// Reads `page_size` and `page_token`; a negative size or a token that was not given out here is a violation.
    pub fn parse(violations: &mut Violations, page_size: i32, page_token: &str) -> Self {
        let size = match u64::try_from(page_size) {
            Ok(0) => DEFAULT_SIZE,
            Ok(n) => n.min(MAX_SIZE),
            Err(_) => {
                violations.add(
                    "page_size",
                    page_size,
                    Rule::OutOfRange { min: "0".into(), max: MAX_SIZE.to_string() },
                );
                DEFAULT_SIZE
            }
        };
        let after = (!page_token.is_empty()).then(|| decode(page_token)).flatten();
        if after.is_none() && !page_token.is_empty() {
            violations.add("page_token", page_token, Rule::Malformed { expected: "next_page_token".into() });
        }
        Self { size, after }
    }

    /// How many rows to ask the database for: one more than the page, to learn whether there is a next one.
    pub fn limit(&self) -> u64 {
        self.size + 1
    }

    /// The token of the page that follows the item with this key.
    pub fn next(&self, last_key: &str) -> String {
        URL_SAFE_NO_PAD.encode(format!("1:{last_key}"))
    }

    /// Cuts rows fetched with [`Self::limit`] down to the page; the token of the next page, empty at the end.
    pub fn cut<T>(&self, rows: &mut Vec<T>, key: impl FnOnce(&T) -> String) -> String {
        let size = usize::try_from(self.size).unwrap_or(usize::MAX);
        if rows.len() <= size {
            return String::new();
        }
        rows.truncate(size);
        rows.last().map(|last| self.next(&key(last))).unwrap_or_default()
    }
}

fn decode(token: &str) -> Option<String> {
    let text = String::from_utf8(URL_SAFE_NO_PAD.decode(token).ok()?).ok()?;
    text.strip_prefix("1:").map(str::to_owned)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::localize::Language;

    fn parse(size: i32, token: &str) -> (Page, usize) {
        let mut violations = Violations::new(Language::En);
        let page = Page::parse(&mut violations, size, token);
        (page, violations.len())
    }

    #[test]
    fn a_token_leads_to_the_item_after_the_last() {
        let (first, _) = parse(2, "");
        let mut rows = vec!["a", "b", "ج"];
        let token = first.cut(&mut rows, |r| (*r).to_owned());
        assert_eq!(rows, ["a", "b"]);
        let (second, wrong) = parse(2, &token);
        assert_eq!((second.after.as_deref(), wrong), (Some("b"), 0));
        assert_eq!(second.cut(&mut vec!["ج"], |r| (*r).to_owned()), "");
    }

    #[test]
    fn sizes_are_defaulted_cut_and_refused() {
        assert_eq!(parse(0, "").0.size, DEFAULT_SIZE);
        assert_eq!(parse(9999, "").0.size, MAX_SIZE);
        assert_eq!(parse(-1, "").1, 1);
        assert_eq!(parse(1, "garbage!").1, 1);
        assert_eq!(parse(1, "Z2FyYmFnZQ").1, 1);
    }
}
