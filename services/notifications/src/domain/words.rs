//! Text that comes from people, made fit for a line among words of another direction.

use kit::localize::Language;

/// Begins a piece of text whose direction does not depend on its surroundings.
pub const ISOLATE: char = '\u{2068}';
/// Ends it.
pub const POP: char = '\u{2069}';

fn is_direction_mark(c: char) -> bool {
    matches!(c, '\u{202A}'..='\u{202E}' | '\u{2066}'..='\u{2069}')
}

/// A name or title inside a sentence: isolated, so that «CRM basics» does not turn a Persian sentence round, without
/// control characters, and with at most single line breaks.
pub fn isolate(text: &str) -> String {
    let lines: Vec<String> = text.lines().map(|l| tidy(l, true)).filter(|l| !l.is_empty()).collect();
    if lines.is_empty() { String::new() } else { format!("{ISOLATE}{}{POP}", lines.join("\n")) }
}

/// The text in one line without control characters, names in it still isolated: for a subject, and for the preview in a
/// list. Other marks of direction are dropped, and what is opened is closed, also where the line is cut.
pub fn one_line(text: &str, longest: usize) -> String {
    let line = tidy(text, false);
    let seen = line.chars().filter(|c| !is_direction_mark(*c)).count();
    let most = if seen <= longest { seen } else { longest.saturating_sub(1) };
    let (mut out, mut taken, mut open) = (String::with_capacity(line.len()), 0, 0_usize);
    for c in line.chars() {
        match c {
            ISOLATE => open += 1,
            POP if open > 0 => open -= 1,
            c if is_direction_mark(c) => continue,
            _ if taken == most => break,
            _ => taken += 1,
        }
        out.push(c);
    }
    if seen > longest {
        out.truncate(out.trim_end().len());
        out.push('…');
    }
    out.extend(std::iter::repeat_n(POP, open));
    out
}

/// A line that begins with a name or title in letters of the other direction says first which way it goes itself. Without
/// that, programs that look for the first letter write an English line that begins with an Arabic name from the right.
pub fn lead_in(text: &str, language: Language) -> String {
    let rtl = language.is_right_to_left();
    match text.chars().find(|c| c.is_alphabetic()) {
        Some(first) if is_right_to_left(first) != rtl => {
            format!("{}{text}", if rtl { '\u{200F}' } else { '\u{200E}' })
        }
        _ => text.to_owned(),
    }
}

/// Whether a letter is of a script that is written from the right.
fn is_right_to_left(letter: char) -> bool {
    matches!(letter, '\u{0590}'..='\u{08FF}' | '\u{FB1D}'..='\u{FDFF}' | '\u{FE70}'..='\u{FEFF}')
}

/// A text with what its paragraphs are, each tidy.
pub fn paragraphs(text: &str) -> Vec<String> {
    text.trim()
        .split("\n\n")
        .map(|p| p.lines().map(|l| tidy(l, false)).filter(|l| !l.is_empty()).collect::<Vec<_>>().join("\n"))
        .filter(|p| !p.is_empty())
        .collect()
}

fn tidy(text: &str, drop_marks: bool) -> String {
    let spaced: String = text
        .chars()
        .filter(|c| !(drop_marks && is_direction_mark(*c)))
        .map(|c| if c.is_control() { ' ' } else { c })
        .collect();
    spaced.split(' ').filter(|w| !w.is_empty()).collect::<Vec<_>>().join(" ")
}

/// The text as HTML: escaped, isolates as `<bdi>`, line breaks kept. What is opened is closed.
pub fn html(text: &str) -> String {
    let mut out = String::with_capacity(text.len() + 16);
    let mut open = 0_usize;
    for c in text.chars() {
        match c {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            '\'' => out.push_str("&#39;"),
            '\n' => out.push_str("<br>"),
            '\u{2066}'..='\u{2068}' => {
                out.push_str("<bdi>");
                open += 1;
            }
            POP if open > 0 => {
                out.push_str("</bdi>");
                open -= 1;
            }
            c if is_direction_mark(c) => {}
            c => out.push(c),
        }
    }
    for _ in 0..open {
        out.push_str("</bdi>");
    }
    out
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn a_subject_is_one_line_that_nobody_can_forge() {
        assert_eq!(one_line("Basics\r\nBcc: all@example.org", 200), "Basics Bcc: all@example.org");
        assert_eq!(one_line("\u{202E}gpj.exe", 200), "gpj.exe");
        assert_eq!(one_line("فروش‌های تازه", 8), "فروش‌ها…");
    }

    #[test]
    fn names_in_a_subject_stay_isolated_and_a_cut_closes_them() {
        assert_eq!(
            one_line(&format!("Overdue for {}: x", isolate("سارا")), 200),
            "Overdue for \u{2068}سارا\u{2069}: x"
        );
        assert_eq!(one_line(&format!("For {}", isolate("سارا احمدی")), 9), "For \u{2068}سارا…\u{2069}");
        assert_eq!(one_line("a\u{2069}b", 9), "ab");
    }

    #[test]
    fn a_line_that_begins_with_a_name_of_another_script_keeps_its_own_direction() {
        let (arabic, latin) = (isolate("سارة الأحمدي"), isolate("CRM"));
        assert_eq!(lead_in(&format!("{arabic} asks"), Language::En), format!("\u{200E}{arabic} asks"));
        assert_eq!(lead_in(&format!("“{arabic}” was"), Language::En), format!("\u{200E}“{arabic}” was"));
        assert_eq!(lead_in(&format!("{latin} را"), Language::Fa), format!("\u{200F}{latin} را"));
        assert_eq!(lead_in(&format!("Hello {arabic}"), Language::En), format!("Hello {arabic}"));
        assert_eq!(lead_in(&format!("{latin} is due"), Language::En), format!("{latin} is due"));
        assert_eq!(lead_in("۱۲ مورد", Language::Fa), "۱۲ مورد");
    }

    #[test]
    fn isolates_become_bdi_and_are_closed() {
        assert_eq!(html(&isolate("CRM <b>")), "<bdi>CRM &lt;b&gt;</bdi>");
        assert_eq!(html("\u{2068}a\u{2068}b"), "<bdi>a<bdi>b</bdi></bdi>");
        assert_eq!(html("a\u{2069}b\u{202E}"), "ab");
    }

    #[test]
    fn paragraphs_lose_stray_blanks() {
        assert_eq!(paragraphs("\n a  b\nc \n\n\n\nd\n"), ["a b\nc", "d"]);
    }

    proptest! {
        #[test]
        fn no_text_opens_a_tag(text in ".*") {
            let html = html(&isolate(&text));
            let rest = html.replace("<bdi>", "").replace("</bdi>", "").replace("<br>", "");
            prop_assert!(!rest.contains(['<', '>', '"']));
            prop_assert_eq!(html.matches("<bdi>").count(), html.matches("</bdi>").count());
        }

        #[test]
        fn an_isolated_text_is_one_isolate(text in ".*") {
            let out = isolate(&text);
            prop_assert!(out.is_empty() || out.matches(is_direction_mark).count() == 2);
        }
    }
}
