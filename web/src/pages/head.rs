//! What a page tells those who don't read it as a person does: search engines, and programs that show a link as a card.
//!
//! It refuses to tell anything of what is not public: a page is unlisted until its handler knows better, and an unlisted
//! page says nothing but that.

use folkmoot_ideas::Idea;
use folkmoot_text::excerpt;
use serde_json::json;

use super::when::When;
use crate::words::Html;

/// How many characters a description has at the most: search engines and cards show no more.
const DESCRIPTION: usize = 160;
/// How much of an idea its structured data carries.
const TEXT: usize = 500;

/// The part of `<head>` that differs from page to page.
#[derive(Debug, Clone, Default)]
pub(crate) struct Head {
    /// Whether search engines shall leave the page alone.
    pub(crate) unlisted: bool,
    /// How a link to the page looks where it is shared.
    pub(crate) card: Option<Card>,
    /// Structured data, ready to stand in a `<script>` of data.
    pub(crate) data: Option<Html>,
}

/// A link's card.
#[derive(Debug, Clone)]
pub(crate) struct Card {
    /// The kind of thing, in OpenGraph's words.
    pub(crate) kind: &'static str,
    /// Its title.
    pub(crate) title: String,
    /// Its first words.
    pub(crate) description: String,
}

impl Head {
    /// A page that search engines shall leave alone, and that has no card.
    pub(crate) fn unlisted() -> Self {
        Self { unlisted: true, ..Self::default() }
    }

    /// An idea's page at its lasting address. What is not public has no head.
    pub(crate) fn idea(idea: &Idea, author: &str, address: &str) -> Self {
        if !idea.is_public() {
            return Self::unlisted();
        }
        let card = Card {
            kind: "article",
            title: idea.title.as_str().to_owned(),
            description: excerpt(&idea.body, DESCRIPTION),
        };
        Self { unlisted: false, card: Some(card), data: Some(posting(idea, author, address)) }
    }
}

/// An idea as schema.org's post in a forum.
fn posting(idea: &Idea, author: &str, address: &str) -> Html {
    let counter = |act: &str, count: i64| {
        json!({
            "@type": "InteractionCounter",
            "interactionType": format!("https://schema.org/{act}"),
            "userInteractionCount": count,
        })
    };
    let mut data = json!({
        "@context": "https://schema.org",
        "@type": "DiscussionForumPosting",
        "@id": address,
        "url": address,
        "headline": idea.title.as_str(),
        "inLanguage": idea.language.as_str(),
        "text": excerpt(&idea.body, TEXT),
        "author": { "@type": "Person", "name": author },
        "datePublished": When::day(idea.created_at).exact(),
        "commentCount": idea.tally.comments,
        "interactionStatistic": [
            counter("LikeAction", idea.tally.support),
            counter("DislikeAction", idea.tally.oppose),
            counter("CommentAction", idea.tally.comments),
        ],
    });
    if let (Some(edited), Some(fields)) = (idea.edited_at, data.as_object_mut()) {
        fields.insert("dateModified".to_owned(), When::day(edited).exact().into());
    }
    in_script(&data)
}

/// JSON that no script element ends early on, whatever people wrote: the signs that HTML knows stand as escapes.
fn in_script(data: &serde_json::Value) -> Html {
    let safe = data.to_string().replace('<', "\\u003c").replace('>', "\\u003e").replace('&', "\\u0026");
    Html::ours(safe.replace('\u{2028}', "\\u2028").replace('\u{2029}', "\\u2029"))
}

#[cfg(test)]
mod tests;
