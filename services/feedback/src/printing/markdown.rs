//! Markdown, as far as minutes use it: headings, paragraphs, lists, tables, rules, strong and emphasised text. Anything
//! else stays as it is written.

use pulldown_cmark::{Event, HeadingLevel, Options, Parser, Tag, TagEnd};

/// A piece of text in one style.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub(super) struct Span {
    pub(super) text: String,
    pub(super) strong: bool,
    pub(super) emphasis: bool,
}

/// Text in several styles.
pub(super) type Spans = Vec<Span>;

/// A part of the text that stands by itself.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Block {
    /// A heading, 1 the greatest.
    Heading(u8, Spans),
    Paragraph(Spans),
    /// An item of a list.
    Item {
        /// How many lists it is in, from 1.
        depth: usize,
        /// Its number; `None` for a bullet.
        number: Option<u64>,
        spans: Spans,
    },
    /// The rows of a table; the first is its head.
    Table(Vec<Vec<Spans>>),
    Rule,
}

/// The blocks of a text.
pub(super) fn parse(markdown: &str) -> Vec<Block> {
    let mut reader = Reader::default();
    for event in Parser::new_ext(markdown, Options::ENABLE_TABLES) {
        reader.take(event);
    }
    reader.flush();
    reader.blocks
}

#[derive(Default)]
struct Reader {
    blocks: Vec<Block>,
    spans: Spans,
    strong: usize,
    emphasis: usize,
    heading: Option<u8>,
    /// The next number of each list around; `None` for bullets.
    lists: Vec<Option<u64>>,
    /// The number of the item that is being read, until its first words are written.
    item: Option<Mark>,
    table: Option<Vec<Vec<Spans>>>,
}

/// What stands before an item: its number, or a bullet.
struct Mark(Option<u64>);

impl Reader {
    fn take(&mut self, event: Event<'_>) {
        match event {
            Event::Start(tag) => self.start(&tag),
            Event::End(tag) => self.end(tag),
            Event::Text(text)
            | Event::Code(text)
            | Event::Html(text)
            | Event::InlineHtml(text)
            | Event::InlineMath(text)
            | Event::DisplayMath(text)
            | Event::FootnoteReference(text) => self.write(&text),
            Event::SoftBreak => self.write(" "),
            Event::HardBreak => self.write("\n"),
            Event::Rule => {
                self.flush();
                self.blocks.push(Block::Rule);
            }
            Event::TaskListMarker(done) => self.write(if done { "[x] " } else { "[ ] " }),
        }
    }

    fn start(&mut self, tag: &Tag<'_>) {
        match tag {
            Tag::Heading { level, .. } => {
                self.flush();
                self.heading = Some(depth(*level));
            }
            Tag::List(first) => {
                self.flush();
                self.lists.push(*first);
            }
            Tag::Item => {
                self.flush();
                let number = self.lists.last_mut().and_then(|next| {
                    let number = *next;
                    *next = next.map(|n| n.saturating_add(1));
                    number
                });
                self.item = Some(Mark(number));
            }
            Tag::Table(_) => {
                self.flush();
                self.table = Some(Vec::new());
            }
            Tag::TableHead | Tag::TableRow => {
                if let Some(rows) = &mut self.table {
                    rows.push(Vec::new());
                }
            }
            Tag::Strong => self.strong += 1,
            Tag::Emphasis => self.emphasis += 1,
            Tag::Paragraph | Tag::BlockQuote(_) | Tag::CodeBlock(_) | Tag::HtmlBlock => self.flush(),
            _ => {}
        }
    }

    fn end(&mut self, tag: TagEnd) {
        match tag {
            TagEnd::Strong => self.strong = self.strong.saturating_sub(1),
            TagEnd::Emphasis => self.emphasis = self.emphasis.saturating_sub(1),
            TagEnd::TableCell => {
                let cell = std::mem::take(&mut self.spans);
                if let Some(row) = self.table.as_mut().and_then(|rows| rows.last_mut()) {
                    row.push(cell);
                }
            }
            TagEnd::Table => {
                if let Some(rows) = self.table.take() {
                    self.blocks.push(Block::Table(rows));
                }
            }
            TagEnd::List(_) => {
                self.flush();
                self.lists.pop();
            }
            TagEnd::Item => {
                self.flush();
                self.item = None;
            }
            TagEnd::Heading(_)
            | TagEnd::Paragraph
            | TagEnd::BlockQuote(_)
            | TagEnd::CodeBlock
            | TagEnd::HtmlBlock => self.flush(),
            _ => {}
        }
    }

    fn write(&mut self, text: &str) {
        let (strong, emphasis) = (self.strong > 0, self.emphasis > 0);
        match self.spans.last_mut() {
            Some(last) if last.strong == strong && last.emphasis == emphasis => last.text.push_str(text),
            _ => self.spans.push(Span { text: text.to_owned(), strong, emphasis }),
        }
    }

    /// Ends the block that is being read.
    fn flush(&mut self) {
        let spans = std::mem::take(&mut self.spans);
        let heading = self.heading.take();
        if spans.iter().all(|s| s.text.trim().is_empty()) {
            return;
        }
        let block = match (heading, self.lists.len(), self.item.take()) {
            (Some(level), ..) => Block::Heading(level, spans),
            (None, depth, Some(Mark(number))) if depth > 0 => Block::Item { depth, number, spans },
            _ => Block::Paragraph(spans),
        };
        self.blocks.push(block);
    }
}

fn depth(level: HeadingLevel) -> u8 {
    match level {
        HeadingLevel::H1 => 1,
        HeadingLevel::H2 => 2,
        HeadingLevel::H3 => 3,
        HeadingLevel::H4 | HeadingLevel::H5 | HeadingLevel::H6 => 4,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn plain(text: &str) -> Spans {
        vec![Span { text: text.into(), ..Span::default() }]
    }

    #[test]
    fn blocks_come_in_their_order() {
        let blocks = parse(
            "# صورت‌جلسه\n\nیک *دو* **سه**\n\n1. الف\n2. ب\n   - پ\n\n---\n\n| a | b |\n|---|---|\n| c | d |",
        );
        let spans = |text: &str, strong, emphasis| Span { text: text.into(), strong, emphasis };
        assert_eq!(
            blocks,
            [
                Block::Heading(1, plain("صورت‌جلسه")),
                Block::Paragraph(vec![
                    spans("یک ", false, false),
                    spans("دو", false, true),
                    spans(" ", false, false),
                    spans("سه", true, false),
                ]),
                Block::Item { depth: 1, number: Some(1), spans: plain("الف") },
                Block::Item { depth: 1, number: Some(2), spans: plain("ب") },
                Block::Item { depth: 2, number: None, spans: plain("پ") },
                Block::Rule,
                Block::Table(vec![vec![plain("a"), plain("b")], vec![plain("c"), plain("d")]]),
            ]
        );
    }

    #[test]
    fn what_is_not_known_stays_as_it_is_written() {
        assert_eq!(parse("<b>x</b> `y` ~~z~~"), [Block::Paragraph(plain("<b>x</b> y ~~z~~"))]);
        assert!(parse("   \n\n").is_empty());
    }
}
