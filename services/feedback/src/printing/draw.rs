//! The file: glyphs with the text that they stand for, so that it can be searched, copied and read aloud.

use std::collections::{BTreeMap, HashMap};

use kit::localize::Language;
use krilla::{
    Document,
    color::rgb,
    geom::{PathBuilder, Point},
    metadata::{Metadata, TextDirection},
    num::NormalizedF32,
    page::PageSettings,
    paint::{Fill, Stroke},
    surface::Surface,
    text::{Font, GlyphId, KrillaGlyph},
};

use super::{
    Sheet,
    pages::{HEIGHT, Mark, WIDTH},
    typeset::{Ink, Paragraph},
};

/// Writes the pages.
pub(super) fn write(pages: &[Vec<Mark>], sheet: &Sheet<'_>) -> Result<Vec<u8>, String> {
    let mut document = Document::new();
    let direction = if sheet.language.is_right_to_left() {
        TextDirection::RightToLeft
    } else {
        TextDirection::LeftToRight
    };
    document.set_metadata(
        Metadata::new()
            .title(sheet.title.to_owned())
            .language(tag(sheet.language).to_owned())
            .text_direction(direction)
            .creator("Hamgam".to_owned()),
    );
    let mut fonts = HashMap::new();
    for marks in pages {
        let settings = PageSettings::from_wh(WIDTH, HEIGHT).ok_or("the page has no size")?;
        let mut page = document.start_page_with(settings);
        let mut surface = page.surface();
        for mark in marks {
            match mark {
                Mark::Line { paragraph, line, x, y } => {
                    draw_line(&mut surface, &mut fonts, paragraph, *line, Point::from_xy(*x, *y))?;
                }
                Mark::Rule { x, y, width } => draw_rule(&mut surface, *x, *y, *width),
            }
        }
        surface.finish();
        page.finish();
    }
    document.finish().map_err(|e| format!("the pages cannot be written: {e:?}"))
}

fn tag(language: Language) -> &'static str {
    language.code()
}

fn draw_rule(surface: &mut Surface<'_>, x: f32, y: f32, width: f32) {
    let mut path = PathBuilder::new();
    path.move_to(x, y);
    path.line_to(x + width, y);
    let Some(path) = path.finish() else { return };
    surface.set_fill(None);
    surface.set_stroke(Some(Stroke {
        paint: rgb::Color::new(200, 200, 200).into(),
        width: 0.5,
        ..Stroke::default()
    }));
    surface.draw_path(&path);
    surface.set_stroke(None);
}

fn draw_line(
    surface: &mut Surface<'_>,
    fonts: &mut HashMap<u64, Font>,
    paragraph: &Paragraph,
    index: usize,
    at: Point,
) -> Result<(), String> {
    let lines = &paragraph.layout;
    let (Some(first), Some(line)) = (lines.get(0), lines.get(index)) else { return Ok(()) };
    // Where the line stands within its paragraph, taken away: it may stand on another page than the first one.
    let above = lines.lines().take(index).map(|l| l.metrics().line_height).sum::<f32>();
    let top = first.metrics().block_min_coord;
    let y = at.y + line.metrics().baseline - top - above;
    let mut x = at.x + line.metrics().offset;
    for run in line.runs() {
        let (data, id) = run.font().data.clone().into_raw_parts();
        let font = match fonts.entry(id) {
            std::collections::hash_map::Entry::Occupied(known) => known.into_mut(),
            std::collections::hash_map::Entry::Vacant(new) => {
                let font = Font::new(data.into(), run.font().index).ok_or("the font cannot be used")?;
                new.insert(font)
            }
        };
        let size = run.font_size();
        // A glyph of several letters stands for all of them.
        let mut ends: BTreeMap<usize, usize> = BTreeMap::new();
        let mut start = 0;
        for cluster in run.clusters() {
            let range = cluster.text_range();
            if !cluster.is_ligature_continuation() {
                start = range.start;
            }
            ends.entry(start).and_modify(|end| *end = range.end.max(*end)).or_insert(range.end);
        }
        let mut pen = Pen { ink: Ink::Full, from: x, glyphs: Vec::new() };
        for cluster in run.visual_clusters() {
            let ink = cluster.style().brush;
            if ink != pen.ink {
                pen.flush(surface, font, &paragraph.text, size, y, x);
                pen.ink = ink;
            }
            let range = cluster.text_range();
            let range = range.start..ends.get(&range.start).copied().unwrap_or(range.end);
            for glyph in cluster.glyphs() {
                pen.glyphs.push(KrillaGlyph::new(
                    GlyphId::new(glyph.id),
                    glyph.advance / size,
                    glyph.x / size,
                    glyph.y / size,
                    0.0,
                    range.clone(),
                    None,
                ));
                x += glyph.advance;
            }
        }
        pen.flush(surface, font, &paragraph.text, size, y, x);
    }
    Ok(())
}

/// Glyphs that can be drawn together.
struct Pen {
    ink: Ink,
    from: f32,
    glyphs: Vec<KrillaGlyph>,
}

impl Pen {
    fn flush(&mut self, surface: &mut Surface<'_>, font: &Font, text: &str, size: f32, y: f32, x: f32) {
        if !self.glyphs.is_empty() {
            let color = match self.ink {
                Ink::Full => rgb::Color::new(20, 24, 28),
                Ink::Soft => rgb::Color::new(90, 98, 106),
            };
            surface.set_fill(Some(Fill {
                paint: color.into(),
                opacity: NormalizedF32::ONE,
                rule: krilla::paint::FillRule::default(),
            }));
            let at = Point::from_xy(self.from, y);
            surface.draw_glyphs(at, &self.glyphs, font.clone(), text, size, false);
            self.glyphs.clear();
        }
        self.from = x;
    }
}
