//! What people wrote in Markdown, shaped for our pages before it becomes HTML: headings fit under the page's own,
//! pictures become links, raw HTML is text, nesting and tables have an end, and nothing that was typed vanishes.
//!
//! It makes no HTML and is no wall: ammonia's list in `html` is.

use std::borrow::Cow;

use pulldown_cmark::{CodeBlockKind, CowStr, Event, HeadingLevel, Options, Parser, Tag, TagEnd, TextMergeStream};

use crate::hidden::Hidden;
use crate::links::next_bare;

mod link;
mod nest;
mod table;

use link::{OpenImage, OpenLink};
use nest::{Nest, Step};
use table::Cells;

/// The events of a source, shaped. A source whose tables are out of bounds shows them as typed.
pub(crate) fn shape(source: &str) -> Vec<Event<'_>> {
    let without = Options::ENABLE_STRIKETHROUGH;
    Shaper::run(source, without | Options::ENABLE_TABLES, Cells::bounded())
        .or_else(|| Shaper::run(source, without, Cells::bounded()))
        .unwrap_or_default()
}

/// What the shaping remembers on its way through a text.
struct Shaper<'a> {
    out: Vec<Event<'a>>,
    hidden: Hidden,
    nest: Nest,
    cells: Cells,
    headings: Vec<HeadingLevel>,
    link: Option<OpenLink<'a>>,
    image: Option<OpenImage<'a>>,
    code: bool,
    html_lines: usize,
}

impl<'a> Shaper<'a> {
    /// Shapes a whole source, or stops when a table is out of bounds.
    fn run(source: &'a str, options: Options, cells: Cells) -> Option<Vec<Event<'a>>> {
        let mut shaper = Self {
            out: Vec::with_capacity(32 + source.len() / 16),
            hidden: Hidden::default(),
            nest: Nest::default(),
            cells,
            headings: Vec::new(),
            link: None,
            image: None,
            code: false,
            html_lines: 0,
        };
        for event in TextMergeStream::new(Parser::new_ext(source, options)) {
            if shaper.image.is_some() {
                shaper.in_image(event);
            } else {
                shaper.event(event)?;
            }
        }
        Some(shaper.out)
    }

    fn event(&mut self, event: Event<'a>) -> Option<()> {
        match event {
            Event::Start(tag) => return self.start(tag),
            Event::End(tag) => self.end(tag),
            Event::Text(text) => self.text(text),
            Event::Code(text) => self.code_span(text),
            Event::InlineHtml(text) => self.text(text),
            Event::Html(text) => self.html_block(&text),
            // People press Enter where they want a new line, and few know that Markdown would join the two.
            Event::SoftBreak | Event::HardBreak => {
                if let Some(link) = &mut self.link {
                    link.words.push(' ');
                }
                self.out.push(Event::HardBreak);
            }
            Event::Rule => self.out.push(Event::Rule),
            // Not asked for in the options.
            Event::FootnoteReference(text) | Event::InlineMath(text) | Event::DisplayMath(text) => {
                self.text(text);
            }
            Event::TaskListMarker(_) => {}
        }
        Some(())
    }

    fn start(&mut self, tag: Tag<'a>) -> Option<()> {
        let shaped = match tag {
            Tag::Heading { level, .. } => {
                Tag::Heading { level: self.heading(level), id: None, classes: Vec::new(), attrs: Vec::new() }
            }
            Tag::CodeBlock(_) => {
                self.code = true;
                Tag::CodeBlock(CodeBlockKind::Indented)
            }
            Tag::HtmlBlock => {
                self.html_lines = 0;
                Tag::Paragraph
            }
            Tag::Table(columns) => {
                self.cells.table(columns.len())?;
                Tag::Table(Vec::new())
            }
            Tag::TableCell => {
                self.cells.cell()?;
                Tag::TableCell
            }
            Tag::Link { link_type, dest_url, title, .. } => {
                self.open_link(link_type, dest_url, &title);
                return Some(());
            }
            Tag::Image { dest_url, .. } => {
                self.image = Some(OpenImage::new(dest_url));
                return Some(());
            }
            other => {
                let step = self.nest.open(&other);
                self.step(step, Event::Start(other));
                return Some(());
            }
        };
        self.out.push(Event::Start(shaped));
        Some(())
    }

    fn end(&mut self, tag: TagEnd) {
        let shaped = match tag {
            TagEnd::Heading(_) => TagEnd::Heading(self.heading_now()),
            TagEnd::CodeBlock => {
                self.code = false;
                tag
            }
            TagEnd::HtmlBlock => TagEnd::Paragraph,
            TagEnd::Link => return self.close_link(),
            other => {
                let step = self.nest.close(other);
                return self.step(step, Event::End(other));
            }
        };
        self.out.push(Event::End(shaped));
    }

    fn step(&mut self, step: Step, event: Event<'a>) {
        match step {
            Step::Show => self.out.push(event),
            Step::Skip => {}
            Step::NextItem => self.out.extend([Event::End(TagEnd::Item), Event::Start(Tag::Item)]),
            Step::NextLine => self.out.push(Event::HardBreak),
        }
    }

    /// The level that keeps the page's outline whole: the first heading is h3, and none goes down two at once.
    fn heading(&mut self, level: HeadingLevel) -> HeadingLevel {
        while self.headings.last().is_some_and(|above| *above >= level) {
            self.headings.pop();
        }
        self.headings.push(level);
        self.heading_now()
    }

    fn heading_now(&self) -> HeadingLevel {
        match self.headings.len() {
            0 | 1 => HeadingLevel::H3,
            2 => HeadingLevel::H4,
            3 => HeadingLevel::H5,
            _ => HeadingLevel::H6,
        }
    }

    /// Text without hidden characters, its bare addresses made links.
    fn text(&mut self, text: CowStr<'a>) {
        let text = self.clean(text);
        if let Some(link) = &mut self.link {
            link.words.push_str(&text);
        } else if !self.code && text.contains("://") {
            return self.text_with_addresses(&text);
        }
        self.out.push(Event::Text(text));
    }

    fn text_with_addresses(&mut self, text: &str) {
        let mut at = 0;
        while let Some((range, target)) = next_bare(text, at) {
            let before = text.get(at..range.start).unwrap_or_default();
            let words = text.get(range.clone()).unwrap_or_default().to_owned();
            at = range.end;
            self.out.push(Event::Text(before.to_owned().into()));
            self.whole_link(&words, &target);
        }
        self.out.push(Event::Text(text.get(at..).unwrap_or_default().to_owned().into()));
    }

    fn code_span(&mut self, text: CowStr<'a>) {
        let text = self.clean(text);
        if let Some(link) = &mut self.link {
            link.words.push_str(&text);
        }
        self.out.push(Event::Code(text));
    }

    /// HTML that somebody typed is shown as typed, line by line.
    fn html_block(&mut self, html: &str) {
        for line in html.lines() {
            if self.html_lines > 0 {
                self.out.push(Event::HardBreak);
            }
            self.html_lines += 1;
            self.text(line.to_owned().into());
        }
    }

    fn clean(&mut self, text: CowStr<'a>) -> CowStr<'a> {
        let owned = match self.hidden.clean(&text) {
            Cow::Borrowed(_) => None,
            Cow::Owned(cleaned) => Some(cleaned),
        };
        owned.map_or(text, Into::into)
    }
}

#[cfg(test)]
mod tests;
