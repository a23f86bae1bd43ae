//! Lines of text: which glyphs stand where.

use std::borrow::Cow;

use kit::localize::Language;
use parley::{
    Alignment, AlignmentOptions, BaseDirection, FontContext, FontWeight, Layout, LayoutContext, LineHeight,
    OverflowWrap, StyleProperty,
    fontique::{Blob, Collection, CollectionOptions},
    style::{FontFamily, FontFamilyName},
};

use super::markdown::Span;

const REGULAR: &[u8] = include_bytes!("../../fonts/Vazirmatn-Regular.ttf");
const BOLD: &[u8] = include_bytes!("../../fonts/Vazirmatn-Bold.ttf");
const FAMILY: &str = "Vazirmatn";

/// How dark a text is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(super) enum Ink {
    /// As usual.
    #[default]
    Full,
    /// Emphasised text, since the font has no slanted letters; and the foot of a page.
    Soft,
}

/// How a block of text looks.
#[derive(Debug, Clone, Copy)]
pub(super) struct Look {
    /// Points.
    pub(super) size: f32,
    pub(super) strong: bool,
    pub(super) ink: Ink,
}

impl Look {
    /// Running text.
    pub(super) const TEXT: Self = Self { size: 10.5, strong: false, ink: Ink::Full };

    /// A heading; 1 is the greatest.
    pub(super) fn heading(level: u8) -> Self {
        let size = match level {
            1 => 19.0,
            2 => 14.0,
            3 => 12.0,
            _ => 10.5,
        };
        Self { size, strong: true, ink: Ink::Full }
    }
}

/// Some lines with the text that they were made of.
pub(super) struct Paragraph {
    pub(super) text: String,
    pub(super) layout: Layout<Ink>,
}

/// Makes lines.
pub(super) struct Typesetter {
    fonts: FontContext,
    layouts: LayoutContext<Ink>,
    direction: BaseDirection,
    locale: Language,
}

impl Typesetter {
    pub(super) fn new(language: Language) -> Result<Self, String> {
        // Only the font that comes along: the same pages everywhere, and no reading of whatever this machine has.
        let mut collection = Collection::new(CollectionOptions { shared: false, system_fonts: false });
        for font in [REGULAR, BOLD] {
            if collection.register_fonts(Blob::from(font.to_vec()), None).is_empty() {
                return Err("the font cannot be read".into());
            }
        }
        let direction = if language.is_right_to_left() { BaseDirection::Rtl } else { BaseDirection::Ltr };
        Ok(Self {
            fonts: FontContext { collection, ..FontContext::default() },
            layouts: LayoutContext::new(),
            direction,
            locale: language,
        })
    }

    /// Whether lines begin on the right.
    pub(super) fn is_right_to_left(&self) -> bool {
        self.locale.is_right_to_left()
    }

    /// The lines of a text, at most `width` points wide, on the side where the language begins.
    pub(super) fn set(&mut self, spans: &[Span], look: Look, width: f32) -> Paragraph {
        let text: String = spans.iter().map(|s| s.text.as_str()).collect();
        // A text without a letter of the language, such as an English sentence in Persian minutes, keeps its own direction,
        // so that its full stop stays at its end; it begins on the side of the page all the same.
        let foreign = self.is_right_to_left() && !text.chars().any(is_right_to_left);
        let mut builder = self.layouts.ranged_builder(&mut self.fonts, &text, 1.0, false);
        builder.set_base_direction(if foreign { BaseDirection::Ltr } else { self.direction });
        builder.push_default(StyleProperty::FontFamily(FontFamily::Single(FontFamilyName::Named(
            Cow::Borrowed(FAMILY),
        ))));
        builder.push_default(StyleProperty::FontSize(look.size));
        builder.push_default(StyleProperty::LineHeight(LineHeight::FontSizeRelative(1.6)));
        builder.push_default(StyleProperty::OverflowWrap(OverflowWrap::Anywhere));
        builder.push_default(StyleProperty::Brush(look.ink));
        let mut start = 0;
        for span in spans {
            let range = start..start + span.text.len();
            if span.strong || look.strong {
                builder.push(StyleProperty::FontWeight(FontWeight::BOLD), range.clone());
            }
            if span.emphasis {
                builder.push(StyleProperty::Brush(Ink::Soft), range.clone());
            }
            start = range.end;
        }
        let mut layout = builder.build(&text);
        layout.break_all_lines(Some(width));
        let side = if foreign { Alignment::Right } else { Alignment::Start };
        layout.align(side, AlignmentOptions::default());
        Paragraph { text, layout }
    }

    /// One line of plain text.
    pub(super) fn line(&mut self, text: &str, look: Look, width: f32) -> Paragraph {
        self.set(&[Span { text: text.to_owned(), ..Span::default() }], look, width)
    }
}

/// Whether a character is of a script that is written from right to left.
fn is_right_to_left(c: char) -> bool {
    matches!(c, '\u{0590}'..='\u{08FF}' | '\u{FB1D}'..='\u{FDFF}' | '\u{FE70}'..='\u{FEFC}')
}
