//! What moderation says to people, in their language: the files' words round the facts that the domain brings. Letters are
//! plain text, made of paragraphs.

use std::sync::Arc;

use folkmoot_common::Language;
use folkmoot_moderation::{ActKind, Along, LetterText, Named, News, Reason, ReasonCode, STANDARD, Target};
use jiff::tz::TimeZone;

use crate::config::Config;
use crate::dress::Wardrobe;
use crate::pages::When;
use crate::words::{Said, Words};

mod digest;
mod replies;
#[cfg(test)]
mod tests;

pub(crate) use replies::happened;

/// The words of letters, of one site.
pub(crate) struct Voice {
    languages: Vec<Words>,
    zone: TimeZone,
    wardrobe: Arc<Wardrobe>,
    origin: String,
}

impl Voice {
    /// The voice of this site.
    pub(crate) fn new(languages: &[Words], config: &Config, wardrobe: Arc<Wardrobe>) -> Self {
        Self {
            languages: languages.to_vec(),
            zone: TimeZone::get(&config.site.timezone).unwrap_or(TimeZone::UTC),
            wardrobe,
            origin: config.site.public_url.origin().to_owned(),
        }
    }

    /// What the board is called now, on one line.
    fn site(&self) -> String {
        self.wardrobe.now().name.split_whitespace().collect::<Vec<_>>().join(" ")
    }

    fn words(&self, language: Option<&Language>) -> Words {
        let own = language.and_then(|language| Words::of_language(&self.languages, language));
        own.or_else(|| self.languages.first().copied()).unwrap_or_else(Words::english)
    }
}

impl folkmoot_moderation::Voice for Voice {
    fn languages(&self) -> Vec<Language> {
        self.languages.iter().map(|words| Language::from_stored(words.code().to_owned())).collect()
    }

    fn letter(&self, language: Option<&Language>, news: &News<'_>) -> LetterText {
        let words = self.words(language);
        let mut letter = Letter { voice: self, words, subject: String::new(), parts: Vec::new() };
        letter.say(&words.say("letter-hello"));
        letter.write(news);
        letter.finish()
    }

    fn reason(&self, language: &Language, code: &str) -> Option<Reason> {
        let code = STANDARD.into_iter().find(|known| *known == code)?;
        let words = self.words(Some(language));
        let told = |part: &str| words.say(&format!("reason-{code}-{part}")).to_string();
        Some(Reason {
            code: ReasonCode::stored(code.to_owned()),
            title: told("title"),
            rule: told("rule"),
            words: told("words"),
            mend: told("mend"),
            retired: false,
        })
    }
}

/// A letter that is being written, paragraph by paragraph.
struct Letter<'v> {
    voice: &'v Voice,
    words: Words,
    subject: String,
    parts: Vec<String>,
}

impl Letter<'_> {
    fn say(&mut self, said: &Said<'_>) {
        self.parts.push(said.to_string());
    }

    /// Somebody's own words, each line marked as theirs.
    fn quote(&mut self, quoted: &str) {
        self.parts.push(quoted.lines().map(|line| format!("> {line}")).collect::<Vec<_>>().join("\n"));
    }

    fn link(&self, path: &str) -> String {
        format!("{}{}", self.voice.origin, self.words.to(path))
    }

    fn day(&self, at: folkmoot_common::Timestamp) -> String {
        When::day(at).words(self.words, &self.voice.zone)
    }

    /// What it is called: to its owner, or to somebody else.
    fn thing(&self, about: &Named<'_>, whose: &str) -> String {
        let kind = match about.target {
            Target::Idea(_) => "idea",
            Target::Comment(_) => "comment",
            Target::Person(_) if whose == "thing" && about.title.is_empty() => "account",
            Target::Person(_) => "person",
        };
        let number = |n: Option<String>| n.unwrap_or_default();
        let id = format!("letter-{whose}-{kind}");
        let said = self.words.say(&id).with("number", number(about.number.map(|n| n.to_string())));
        said.with("comment", number(about.comment.map(|n| n.to_string()))).with("title", about.title).to_string()
    }

    fn write(&mut self, news: &News<'_>) {
        match *news {
            News::Decided { .. } => self.decided(news),
            News::Held { about, by } => {
                let thing = self.thing(&about, "thing");
                self.subject = self.words.say("letter-held-subject").with("thing", &thing).to_string();
                self.say(&self.words.say("letter-held").with("thing", &thing).with("by", self.day(by)));
                self.say(&self.words.say("letter-look").with("link", self.link(about.path)));
            }
            News::Carried { from, into, to } => self.carried(from, into, to),
            News::Hidden { number, reason } => self.gone(number, reason),
            News::Reported { .. } => self.reported(news),
            News::ReportKept { about, receipt, by } => {
                let thing = self.thing(&about, "their");
                let receipt = receipt.as_str();
                self.subject = self.words.say("letter-report-kept-subject").with("receipt", receipt).to_string();
                let kept = self.words.say("letter-report-kept").with("thing", &thing).with("receipt", receipt);
                self.say(&kept.with("site", self.voice.site()).with("by", self.day(by)));
                self.say(&self.words.say("letter-report-look").with("link", self.link(&format!("/reports/{receipt}"))));
                self.say(&self.words.say("letter-report-stranger"));
            }
            News::ReportAnswered { about, acted } => {
                let (thing, word) = (self.thing(&about, "their"), if acted { "acted" } else { "stays" });
                let receipt = folkmoot_moderation::RECEIPT;
                let subject = format!("letter-report-{word}-subject");
                self.subject = self.words.say(&subject).with("receipt", receipt).to_string();
                self.say(&self.words.say(&format!("letter-report-{word}")).with("thing", &thing));
                let link = self.link(&format!("/reports/{receipt}"));
                let more = if acted { "letter-report-look" } else { "letter-report-again" };
                self.say(&self.words.say(more).with("link", link));
            }
            News::ReportGone => {
                let receipt = folkmoot_moderation::RECEIPT;
                self.subject = self.words.say("letter-report-gone-subject").with("receipt", receipt).to_string();
                self.say(&self.words.say("letter-report-gone").with("receipt", receipt));
                self.say(&self.words.say("letter-report-look").with("link", self.link(&format!("/reports/{receipt}"))));
            }
            News::TakenBack => self.taken_back(),
            News::Corrected { about, act, note } => {
                let thing = self.thing(&about, "thing");
                let word = if act == ActKind::PublishAndTrust { "distrusted" } else { "corrected" };
                self.subject = self.words.say(&format!("letter-{word}-subject")).with("thing", &thing).to_string();
                self.say(&self.words.say(&format!("letter-{word}")).with("thing", &thing));
                self.say(&self.words.say("letter-note"));
                self.quote(note);
                self.say(&self.words.say("letter-look").with("link", self.link(about.path)));
            }
            News::AppealAnswered { about, by_reporter: false, overturned, answer } => {
                let (thing, word) = (self.thing(&about, "thing"), if overturned { "overturned" } else { "upheld" });
                self.subject =
                    self.words.say(&format!("letter-appeal-{word}-subject")).with("thing", &thing).to_string();
                self.say(&self.words.say(&format!("letter-appeal-{word}")).with("thing", &thing));
                self.say(&self.words.say("letter-appeal-answer"));
                self.quote(answer);
                self.say(&self.words.say("letter-look").with("link", self.link(about.path)));
            }
            News::AppealAnswered { about, by_reporter: true, overturned, answer } => {
                let (thing, word) = (self.thing(&about, "their"), if overturned { "overturned" } else { "upheld" });
                let receipt = folkmoot_moderation::RECEIPT;
                let subject = format!("letter-report-{word}-subject");
                self.subject = self.words.say(&subject).with("receipt", receipt).to_string();
                self.say(&self.words.say(&format!("letter-report-{word}")).with("thing", &thing));
                self.say(&self.words.say("letter-appeal-answer"));
                self.quote(answer);
                self.say(&self.words.say("letter-report-look").with("link", self.link(&format!("/reports/{receipt}"))));
            }
        }
    }

    /// What, why, by which rule, how to mend it, how to ask for another look.
    fn decided(&mut self, news: &News<'_>) {
        let News::Decided { about, act, reason, note, until, into, appeal } = *news else { return };
        let thing = self.thing(&about, "thing");
        let until = until.map(|until| self.day(until)).unwrap_or_default();
        let (into, into_title) = into.map_or((String::new(), ""), |(number, title)| (number.to_string(), title));
        let fill = |id: &str| {
            let said = self.words.say(id).with("thing", &thing).with("until", &until);
            said.with("into", &into).with("into_title", into_title).to_string()
        };
        // Of what would have been changed nothing has changed: it says so.
        let edits = about.of_edit && matches!(act, ActKind::Publish | ActKind::PublishAndTrust | ActKind::Reject);
        let word = format!("{}{}", act.as_str(), if edits { "-edit" } else { "" });
        let (subject, text) = (fill(&format!("letter-act-{word}-subject")), fill(&format!("letter-act-{word}")));
        self.subject = subject;
        self.parts.push(text);
        if let Some(reason) = reason {
            self.parts.push(format!(
                "{}\n{}",
                self.words.say("letter-reason").with("title", &reason.title).with("rule", &reason.rule),
                reason.words
            ));
        }
        if let Some(note) = note {
            self.say(&self.words.say("letter-note"));
            self.quote(note);
        }
        if let Some(reason) = reason {
            self.say(&self.words.say("letter-mend").with("mend", &reason.mend));
        }
        let path = if act == ActKind::ResetName { "/me" } else { about.path };
        self.say(&self.words.say("letter-look").with("link", self.link(path)));
        if let Some(appeal) = appeal {
            self.say(&self.words.say("letter-appeal").with("link", self.link(appeal)));
            self.say(&self.words.say("letter-appeal-by"));
        }
    }

    fn carried(&mut self, from: (i64, &str), into: (i64, &str), to: Along) {
        let number = |one: (i64, &str)| one.0.to_string();
        let word = match to {
            Along::Carried => "letter-carried",
            Along::Voted => "letter-merged",
            Along::Follows => "letter-led",
        };
        let subject = format!("{word}-subject");
        self.subject = self.words.say(&subject).with("from", number(from)).to_string();
        let said = self.words.say(word).with("from", number(from)).with("from_title", from.1);
        self.say(&said.with("into", number(into)).with("into_title", into.1));
        let there = self.link(&format!("/ideas/{}", into.0));
        let out = format!("{word}-out");
        self.say(&self.words.say(&out).with("link", there));
    }

    /// Which idea, why, and where such decisions can be read. Nothing of what it said.
    fn gone(&mut self, number: i64, reason: Option<&Reason>) {
        let number = number.to_string();
        self.subject = self.words.say("letter-gone-subject").with("number", &number).to_string();
        self.say(&self.words.say("letter-gone").with("number", &number));
        if let Some(reason) = reason {
            self.say(&self.words.say("letter-reason").with("title", &reason.title).with("rule", &reason.rule));
        }
        self.say(&self.words.say("letter-gone-then"));
        self.say(&self.words.say("letter-gone-log").with("link", self.link("/transparency/decisions")));
    }

    fn taken_back(&mut self) {
        let (number, title) = (folkmoot_common::NUMBER, folkmoot_common::TITLE);
        self.subject = self.words.say("letter-taken-subject").with("number", number).to_string();
        self.say(&self.words.say("letter-taken").with("number", number).with("title", title));
        self.say(&self.words.say("letter-taken-then"));
    }

    fn reported(&mut self, news: &News<'_>) {
        let News::Reported { about, receipt, ground, details, answer_to, known } = *news else { return };
        let thing = self.thing(&about, "their");
        let receipt = receipt.as_str();
        self.subject =
            self.words.say("letter-reported-subject").with("receipt", receipt).with("thing", &thing).to_string();
        self.say(&self.words.say("letter-reported").with("thing", &thing).with("site", self.voice.site()));
        let ground = self.words.say(&format!("report-ground-{}", ground.as_str())).to_string();
        self.say(&self.words.say("letter-reported-why").with("ground", &ground));
        self.say(&self.words.say("letter-reported-title").with("title", about.title));
        self.say(&self.words.say("letter-look").with("link", self.link(about.path)));
        if let Some(details) = details {
            self.say(&self.words.say("letter-reported-details"));
            self.quote(details);
        }
        match answer_to {
            Some(address) => self.say(&self.words.say("letter-reported-answer").with("address", address)),
            None if known => self.say(&self.words.say("letter-reported-known")),
            None => self.say(&self.words.say("letter-reported-no-answer")),
        }
        self.say(&self.words.say("letter-reported-desk").with("link", self.link("/moderation")));
    }

    /// A subject is one line, whatever the words bring.
    fn finish(mut self) -> LetterText {
        let signed = self
            .words
            .say("letter-signed")
            .with("site", self.voice.site())
            .with("council", self.voice.wardrobe.now().council.clone());
        self.say(&signed);
        LetterText {
            subject: self.subject.split_whitespace().collect::<Vec<_>>().join(" "),
            text: format!("{}\n", self.parts.join("\n\n")),
            others: Vec::new(),
        }
    }
}
