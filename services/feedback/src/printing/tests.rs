use std::fmt::Write as _;

use kit::{digits::Digits, localize::Language};

use super::{
    Sheet, markdown,
    pages::{HEIGHT, Mark, WIDTH, lay_out},
    pdf,
    typeset::{Look, Typesetter},
};

fn sheet(language: Language, markdown: &str) -> Sheet<'_> {
    Sheet { title: "صورت‌جلسه", language, digits: Digits::usual_of(language), markdown }
}

fn pages(language: Language, text: &str) -> Vec<Vec<Mark>> {
    let mut typesetter = Typesetter::new(language).expect("a font");
    lay_out(&mut typesetter, &markdown::parse(text), &sheet(language, text))
}

/// Where the lines of a page begin and end, from left to right.
fn edges(page: &[Mark]) -> Vec<(f32, f32)> {
    let mut edges = Vec::new();
    for mark in page {
        if let Mark::Line { paragraph, line, x, .. } = mark {
            let line = paragraph.layout.get(*line).expect("a line");
            let (offset, advance) = (line.metrics().offset, line.metrics().advance);
            edges.push((x + offset, x + offset + advance));
        }
    }
    edges
}

#[test]
fn lines_begin_where_the_language_does() {
    let (left, _) = edges(&pages(Language::En, "One line.")[0])[0];
    let (_, right) = edges(&pages(Language::Fa, "یک خط.")[0])[0];
    assert!((left - 60.0).abs() < 0.5, "{left}");
    assert!((right - (WIDTH - 60.0)).abs() < 0.5, "{right}");
}

#[test]
fn every_letter_has_a_glyph_and_letters_join() {
    let mut typesetter = Typesetter::new(Language::Fa).expect("a font");
    let glyphs = |t: &mut Typesetter, text: &str| {
        let paragraph = t.line(text, Look::TEXT, 400.0);
        let line = paragraph.layout.get(0).expect("a line");
        line.runs()
            .flat_map(|r| r.visual_clusters().flat_map(|c| c.glyphs().map(|g| g.id)).collect::<Vec<_>>())
            .collect::<Vec<u32>>()
    };
    for text in
        ["صورت‌جلسهٔ کمیتهٔ کاربران", "محضر اجتماع لجنة المستخدمين", "Minutes – “CRM” 100 %", "۱۲۳٬۴۵۶ ١٢٣ ›•"]
    {
        let all = glyphs(&mut typesetter, text);
        assert!(!all.contains(&0), "{text}: {all:?}");
    }
    // A letter looks different alone and within a word.
    let alone = glyphs(&mut typesetter, "ه");
    let within = glyphs(&mut typesetter, "ههه");
    assert!(!within.contains(&alone[0]), "{alone:?} {within:?}");
}

#[test]
fn nothing_is_printed_outside_the_page() {
    let mut text = String::from("# عنوان\n\n| ستون | ستون دیگر |\n|---|---|\n");
    for i in 0..80 {
        let _ = writeln!(text, "| خانهٔ {i} | {} |", "متن بلند ".repeat(i % 12 + 1));
    }
    let _ = writeln!(text, "\n{}", "واژه‌ای‌بسیارطولانی".repeat(60));
    let pages = pages(Language::Fa, &text);
    assert!(pages.len() > 2, "{} pages", pages.len());
    for page in &pages {
        for (left, right) in edges(page) {
            assert!(left > 50.0 && right < WIDTH - 50.0, "from {left} to {right}");
        }
        let low = page.iter().map(|m| match m {
            Mark::Line { y, .. } | Mark::Rule { y, .. } => *y,
        });
        assert!(low.fold(0.0, f32::max) < HEIGHT - 30.0);
    }
}

#[test]
fn a_row_that_no_page_holds_goes_on_over_pages() {
    let text = format!("| a | b |\n|---|---|\n| {} | c |", "word ".repeat(4_000));
    assert!(pages(Language::En, &text).len() > 3);
}

#[test]
fn a_heading_is_never_the_last_on_its_page() {
    for lines in 20..40 {
        let text = format!("{}\n## Heading\n\nIts text.", "Line.\n\n".repeat(lines));
        let pages = pages(Language::En, &text);
        let page_of = |wanted: &str| {
            pages.iter().position(|page| {
                page.iter().any(|m| matches!(m, Mark::Line { paragraph, .. } if paragraph.text == wanted))
            })
        };
        assert_eq!(page_of("Heading"), page_of("Its text."), "after {lines} lines");
    }
}

#[test]
fn the_same_text_makes_the_same_file() {
    let sheet = sheet(Language::Ar, "# محضر\n\n- بند");
    let file = pdf(&sheet).expect("a file");
    assert!(file.starts_with(b"%PDF-") && file.ends_with(b"%%EOF"), "{} bytes", file.len());
    assert_eq!(file, pdf(&sheet).expect("a file"));
    assert!(pdf(&super::Sheet { markdown: "", ..sheet }).is_ok(), "an empty page is a page");
}
