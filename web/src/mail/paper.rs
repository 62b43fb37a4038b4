//! What every letter is written on: plain text, and the same as HTML beside it, made of the text and nothing else. Below a
//! letter that its reader may stop stands why they get it, and the link that stops it; the same link stands in its head,
//! where mail programs show a button for it (RFC 8058).

use std::sync::Arc;

use folkmoot_common::{Footing, PostedMail, Why};
use lettre::Message;
use lettre::message::header::{HeaderName, HeaderValue};
use lettre::message::{Mailbox, MessageBuilder, MultiPart};

use super::html::{self, Face};
use super::stop;
use crate::config::Config;
use crate::dress::Wardrobe;
use crate::secret_key::SecretKey;
use crate::site::Site;
use crate::words::Words;

/// The paper of one site.
pub(super) struct Paper {
    /// Who sends.
    pub(super) from: Mailbox,
    /// Where links lead.
    pub(super) origin: String,
    /// The name of the host, without a port.
    pub(super) host: String,
    /// What says how the board is called.
    pub(super) wardrobe: Arc<Wardrobe>,
    /// The languages that it speaks.
    pub(super) languages: Vec<Words>,
    /// What links that stop letters are made with.
    pub(super) key: SecretKey,
}

impl Paper {
    /// `None` when the sender in the configuration is none.
    pub(super) fn of(site: &Site) -> Option<Self> {
        Self::new(&site.config, &site.languages, &site.wardrobe, &site.key)
    }

    /// The same of what a site is made of, before it stands.
    pub(super) fn new(config: &Config, languages: &[Words], wardrobe: &Arc<Wardrobe>, key: &SecretKey) -> Option<Self> {
        let authority = config.site.public_url.authority();
        Some(Self {
            from: config.mail.from.parse().ok()?,
            origin: config.site.public_url.origin().to_owned(),
            host: authority.split(':').next().unwrap_or(authority).to_owned(),
            wardrobe: Arc::clone(wardrobe),
            languages: languages.to_vec(),
            key: key.clone(),
        })
    }

    /// The letter as it leaves: the same at every try.
    pub(super) fn message(&self, letter: &PostedMail) -> Result<Message, String> {
        let to: Mailbox = letter.mail.to.parse().map_err(|_not_an_address| "the address is no address".to_owned())?;
        let foot = letter.footing.as_ref().map(|footing| self.foot(footing));
        let mut builder = MessageBuilder::new()
            .from(self.from.clone())
            .to(to)
            .subject(letter.mail.subject.clone())
            .message_id(Some(format!("<{}@{}>", letter.id, self.host)))
            // No answering machine should answer a machine (RFC 3834).
            .raw_header(header("Auto-Submitted", "auto-generated".to_owned()));
        if let Some(foot) = &foot {
            builder = builder
                .raw_header(header("List-Unsubscribe", format!("<{}>", foot.link)))
                .raw_header(header("List-Unsubscribe-Post", "List-Unsubscribe=One-Click".to_owned()));
        }
        let lines = foot.as_ref().map(|foot| foot.lines.as_slice()).unwrap_or_default();
        let text = with_foot(&letter.mail.text, lines);
        let dress = self.wardrobe.now();
        let face = Face {
            site: &dress.name,
            origin: &self.origin,
            language: foot.as_ref().map(|foot| foot.language),
            subject: &letter.mail.subject,
        };
        let html = html::of(&face, &letter.mail.text, lines);
        builder.multipart(MultiPart::alternative_plain_html(text, html)).map_err(|why| why.to_string())
    }

    /// What stands below the words of this letter, line by line.
    pub(super) fn below(&self, letter: &PostedMail) -> Vec<String> {
        letter.footing.as_ref().map(|footing| self.foot(footing).lines).unwrap_or_default()
    }

    /// Why they get it, and how to stop it, in the language of the letter.
    fn foot(&self, footing: &Footing) -> Foot {
        let own = footing.language.as_ref().and_then(|language| Words::of_language(&self.languages, language));
        let words = own.or_else(|| self.languages.first().copied()).unwrap_or_else(Words::english);
        let link = format!("{}{}", self.origin, words.to(&stop::path(&self.key, footing.person, footing.idea)));
        let choose = format!("{}{}", self.origin, words.to("/me/account"));
        let stops = if footing.idea.is_some() { "letter-foot-stop" } else { "letter-foot-stop-all" };
        let why = match footing.why {
            Why::Author => "letter-foot-author",
            Why::Supporter => "letter-foot-supporter",
            Why::Follower => "letter-foot-follower",
            Why::Digest => "letter-foot-digest",
        };
        let lines = vec![
            words.say(why).to_string(),
            words.say(stops).with("link", &link).to_string(),
            words.say("letter-foot-choose").with("link", &choose).to_string(),
        ];
        Foot { lines, link, language: words.code() }
    }
}

/// What stands below.
struct Foot {
    lines: Vec<String>,
    link: String,
    language: &'static str,
}

fn header(name: &'static str, value: String) -> HeaderValue {
    HeaderValue::new(HeaderName::new_from_ascii_str(name), value)
}

/// The text with its foot, parted as mail programs know it.
fn with_foot(text: &str, lines: &[String]) -> String {
    if lines.is_empty() {
        return text.to_owned();
    }
    format!("{}\n\n-- \n{}\n", text.trim_end(), lines.join("\n"))
}
