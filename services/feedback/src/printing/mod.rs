//! Pages to print: Markdown becomes a PDF with its letters joined and its lines in the direction of the language.
//!
//! [`markdown`] reads blocks, [`typeset`] makes lines of them, [`pages`] puts the lines on pages and [`draw`] writes the
//! file. The font (Vazirmatn, Persian, Arabic and Latin, under the SIL Open Font License) is part of the program, so that
//! pages look the same wherever it runs.

mod draw;
mod markdown;
mod pages;
mod typeset;

use kit::{digits::Digits, localize::Language};

/// A text to be printed.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Sheet<'a> {
    /// What readers of files and the foot of each page call it.
    pub(crate) title: &'a str,
    /// The language that it is written in.
    pub(crate) language: Language,
    /// The digits of page and list numbers.
    pub(crate) digits: Digits,
    /// The text.
    pub(crate) markdown: &'a str,
}

/// The pages as a PDF file. It takes some milliseconds for each page, so it belongs on a thread that may block.
///
/// # Errors
/// In words, if the font cannot be read or the file not be written.
pub(crate) fn pdf(sheet: &Sheet<'_>) -> Result<Vec<u8>, String> {
    let blocks = markdown::parse(sheet.markdown);
    let mut typesetter = typeset::Typesetter::new(sheet.language)?;
    let pages = pages::lay_out(&mut typesetter, &blocks, sheet);
    draw::write(&pages, sheet)
}

#[cfg(test)]
mod tests;
