//! Which line stands on which page.

use std::rc::Rc;

use super::{
    Sheet,
    markdown::{Block, Spans},
    typeset::{Ink, Look, Paragraph, Typesetter},
};

/// A4, in points.
pub(super) const WIDTH: f32 = 595.0;
/// A4, in points.
pub(super) const HEIGHT: f32 = 842.0;
const MARGIN: f32 = 60.0;
const BOTTOM: f32 = HEIGHT - 70.0;
const INNER: f32 = WIDTH - 2.0 * MARGIN;
/// How far each list within a list goes in.
const INDENT: f32 = 20.0;
/// Between the words of a cell and its column's edge.
const PADDING: f32 = 5.0;

/// Something on a page.
pub(super) enum Mark {
    /// A line of a paragraph, whose upper left corner is at `x`, `y`.
    Line { paragraph: Rc<Paragraph>, line: usize, x: f32, y: f32 },
    /// A thin line from `x` over `width`.
    Rule { x: f32, y: f32, width: f32 },
}

/// The pages with what stands on them.
pub(super) fn lay_out(typesetter: &mut Typesetter, blocks: &[Block], sheet: &Sheet<'_>) -> Vec<Vec<Mark>> {
    let mut flow = Flow { typesetter, sheet, pages: vec![Vec::new()], y: MARGIN };
    for block in blocks {
        flow.block(block);
    }
    flow.feet();
    flow.pages
}

struct Flow<'a> {
    typesetter: &'a mut Typesetter,
    sheet: &'a Sheet<'a>,
    pages: Vec<Vec<Mark>>,
    y: f32,
}

impl Flow<'_> {
    fn block(&mut self, block: &Block) {
        match block {
            Block::Heading(level, spans) => {
                let look = Look::heading(*level);
                self.gap(if *level == 1 { 4.0 } else { 12.0 });
                let paragraph = self.typesetter.set(spans, look, INNER);
                // A heading stays with the first lines of what it is the heading of.
                self.keep(height(&paragraph) + 3.0 * Look::TEXT.size * 1.6);
                self.put(paragraph, MARGIN);
                self.gap(3.0);
            }
            Block::Paragraph(spans) => {
                let paragraph = self.typesetter.set(spans, Look::TEXT, INNER);
                self.put(paragraph, MARGIN);
                self.gap(6.0);
            }
            Block::Item { depth, number, spans } => self.item(*depth, *number, spans),
            Block::Table(rows) => self.table(rows),
            Block::Rule => {
                self.gap(6.0);
                self.rule();
                self.gap(8.0);
            }
        }
    }

    fn item(&mut self, depth: usize, number: Option<u64>, spans: &Spans) {
        let mut inset = 0.0;
        for _ in 0..depth.min(8) {
            inset += INDENT;
        }
        let paragraph = self.typesetter.set(spans, Look::TEXT, INNER - inset);
        let label = match number {
            Some(number) => format!("{}.", self.sheet.digits.write(&number.to_string())),
            None => "•".to_owned(),
        };
        let label = self.typesetter.line(&label, Look::TEXT, INDENT * 1.5);
        self.keep(Look::TEXT.size * 1.6);
        // The label stands where the line begins: at the right for a language that is written so.
        let (label_x, text_x) = if self.typesetter.is_right_to_left() {
            (WIDTH - MARGIN - inset + INDENT - INDENT * 1.5, MARGIN)
        } else {
            (MARGIN + inset - INDENT, MARGIN + inset)
        };
        let (page, y) = (self.pages.len() - 1, self.y);
        self.put(paragraph, text_x);
        if let Some(page) = self.pages.get_mut(page) {
            page.push(Mark::Line { paragraph: Rc::new(label), line: 0, x: label_x, y });
        }
        self.gap(3.0);
    }

    fn table(&mut self, rows: &[Vec<Spans>]) {
        let columns = rows.iter().map(Vec::len).max().unwrap_or(0);
        if columns == 0 {
            return;
        }
        let widths = widths(rows, columns);
        self.gap(4.0);
        for (i, row) in rows.iter().enumerate() {
            let look = Look { strong: i == 0, ..Look::TEXT };
            let mut cells = Vec::new();
            let mut edge = 0.0;
            for (spans, width) in row.iter().zip(&widths) {
                let x = if self.typesetter.is_right_to_left() {
                    WIDTH - MARGIN - edge - width + PADDING
                } else {
                    MARGIN + edge + PADDING
                };
                cells.push((self.typesetter.set(spans, look, width - 2.0 * PADDING), x));
                edge += width;
            }
            let tallest = cells.iter().map(|(cell, _)| height(cell)).fold(0.0, f32::max);
            if tallest > BOTTOM - MARGIN {
                // A row that no page can hold: its cells one after the other.
                for (cell, _) in row.iter().zip(&widths) {
                    self.block(&Block::Paragraph(cell.clone()));
                }
                continue;
            }
            self.keep(tallest + 6.0);
            let top = self.y;
            for (cell, x) in cells {
                self.y = top;
                self.put(cell, x);
            }
            self.y = top + tallest + 2.0;
            self.rule();
            self.gap(3.0);
        }
        self.gap(6.0);
    }

    /// Puts the lines of a paragraph, from page to page.
    fn put(&mut self, paragraph: Paragraph, x: f32) {
        let paragraph = Rc::new(paragraph);
        for (i, line) in paragraph.layout.lines().enumerate() {
            let tall = line.metrics().line_height;
            self.keep(tall);
            let y = self.y;
            self.mark(Mark::Line { paragraph: Rc::clone(&paragraph), line: i, x, y });
            self.y += tall;
        }
    }

    fn rule(&mut self) {
        let y = self.y;
        self.mark(Mark::Rule { x: MARGIN, y, width: INNER });
    }

    fn mark(&mut self, mark: Mark) {
        if let Some(page) = self.pages.last_mut() {
            page.push(mark);
        }
    }

    /// Begins a page if so much does not fit on this one.
    fn keep(&mut self, tall: f32) {
        if self.y + tall > BOTTOM && self.y > MARGIN {
            self.pages.push(Vec::new());
            self.y = MARGIN;
        }
    }

    /// Leaves room, but none at the top of a page.
    fn gap(&mut self, points: f32) {
        if self.y > MARGIN {
            self.y += points;
        }
    }

    /// The foot of each page: what it is, and which of how many.
    fn feet(&mut self) {
        let look = Look { size: 8.5, strong: false, ink: Ink::Soft };
        let of = self.pages.len();
        for i in 0..of {
            let number = self.sheet.digits.write(&format!("{} / {of}", i + 1));
            let foot = self.typesetter.line(&format!("{} · {number}", self.sheet.title), look, INNER);
            if let Some(page) = self.pages.get_mut(i) {
                let y = BOTTOM + 20.0;
                page.push(Mark::Line { paragraph: Rc::new(foot), line: 0, x: MARGIN, y });
            }
        }
    }
}

fn height(paragraph: &Paragraph) -> f32 {
    paragraph.layout.lines().map(|l| l.metrics().line_height).sum()
}

/// The widths of the columns: by their longest cell, none below half of an even share.
fn widths(rows: &[Vec<Spans>], columns: usize) -> Vec<f32> {
    let longest = |column: usize| {
        let of = |row: &Vec<Spans>| {
            row.get(column).map_or(0, |c| c.iter().map(|s| s.text.chars().count()).sum::<usize>())
        };
        rows.iter().map(of).max().unwrap_or(0).clamp(4, 60)
    };
    let lengths: Vec<f32> = (0..columns).map(|c| u16::try_from(longest(c)).map_or(60.0, f32::from)).collect();
    let total: f32 = lengths.iter().sum();
    let share = INNER / f32::from(u16::try_from(columns).unwrap_or(u16::MAX));
    let wished: Vec<f32> = lengths.iter().map(|l| (INNER * l / total).max(share / 2.0)).collect();
    let all: f32 = wished.iter().sum();
    wished.iter().map(|w| w * INNER / all).collect()
}
