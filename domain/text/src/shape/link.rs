//! Links and pictures: a link tells where it leads, a refused one keeps its words and its address, and a picture is
//! the words that stand for it, linked to where it is.

use pulldown_cmark::{CowStr, Event, LinkType, Tag, TagEnd};

use super::Shaper;
use crate::hidden::Hidden;
use crate::links::{Target, correction, target};

/// A link whose end is still to come.
pub(super) struct OpenLink<'a> {
    /// Where it leads, or nothing when no link may lead there.
    target: Option<Target>,
    /// The address as written.
    address: CowStr<'a>,
    /// What it shows so far.
    pub(super) words: String,
}

/// A picture whose end is still to come.
pub(super) struct OpenImage<'a> {
    address: CowStr<'a>,
    words: String,
    /// Pictures in the words of pictures.
    inside: usize,
}

impl<'a> OpenImage<'a> {
    pub(super) const fn new(address: CowStr<'a>) -> Self {
        Self { address, words: String::new(), inside: 0 }
    }
}

impl<'a> Shaper<'a> {
    pub(super) fn open_link(&mut self, kind: LinkType, address: CowStr<'a>, title: &str) {
        let address = if kind == LinkType::Email { format!("mailto:{address}").into() } else { address };
        let target = target(&address);
        if let Some(target) = &target {
            self.out.push(start_link(&target.href, Hidden::default().clean(title).into_owned()));
        }
        self.link = Some(OpenLink { target, address, words: String::new() });
    }

    pub(super) fn close_link(&mut self) {
        let Some(OpenLink { target, address, words }) = self.link.take() else {
            return;
        };
        let Some(target) = target else {
            let address = self.clean(address);
            if !address.is_empty() && *address != *words {
                self.out.push(Event::Text(format!(" ({address})").into()));
            }
            return;
        };
        if words.trim().is_empty() {
            self.out.push(Event::Text(target.host.as_ref().unwrap_or(&target.href).clone().into()));
        }
        self.end_link(&words, &target);
    }

    /// A link of plain words.
    pub(super) fn whole_link(&mut self, words: &str, target: &Target) {
        self.out.push(start_link(&target.href, String::new()));
        self.out.push(Event::Text(words.to_owned().into()));
        self.end_link(words, target);
    }

    fn end_link(&mut self, words: &str, target: &Target) {
        self.out.push(Event::End(TagEnd::Link));
        if let Some(real) = correction(words, target) {
            self.out.push(Event::Text(format!(" ({real})").into()));
        }
    }

    /// Gathers the words of a picture until it ends.
    pub(super) fn in_image(&mut self, event: Event<'a>) {
        let Some(image) = &mut self.image else { return };
        match event {
            Event::Start(Tag::Image { .. }) => image.inside += 1,
            Event::End(TagEnd::Image) if image.inside > 0 => image.inside -= 1,
            Event::End(TagEnd::Image) => self.close_image(),
            Event::Text(text) | Event::Code(text) | Event::InlineHtml(text) => {
                image.words.push_str(&self.hidden.clean(&text));
            }
            Event::SoftBreak | Event::HardBreak => image.words.push(' '),
            _ => {}
        }
    }

    fn close_image(&mut self) {
        let Some(OpenImage { address, mut words, .. }) = self.image.take() else {
            return;
        };
        if words.trim().is_empty() {
            words = "image".to_owned();
        }
        // No link stands in a link: there the words alone stay.
        if let Some(link) = &mut self.link {
            link.words.push_str(&words);
            return self.out.push(Event::Text(words.into()));
        }
        match target(&address) {
            Some(target) => self.whole_link(&words, &target),
            None if address.is_empty() => self.out.push(Event::Text(words.into())),
            None => {
                let address = self.clean(address);
                self.out.push(Event::Text(format!("{words} ({address})").into()));
            }
        }
    }
}

fn start_link<'a>(href: &str, title: String) -> Event<'a> {
    Event::Start(Tag::Link {
        link_type: LinkType::Inline,
        dest_url: href.to_owned().into(),
        title: title.into(),
        id: CowStr::Borrowed(""),
    })
}
