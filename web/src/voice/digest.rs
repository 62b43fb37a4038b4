//! The letter that tells of several ideas at once: each under its own heading, in order.

use folkmoot_common::Language;
use folkmoot_replies::{DigestVoice, LetterWords, Told};

use super::Voice;

impl DigestVoice for Voice {
    fn digest(&self, language: Option<&Language>, news: &[Told]) -> LetterWords {
        let words = self.words(language);
        let subject = words.say("letter-digest-subject").with("site", self.site()).with("count", count(news));
        let mut parts = vec![words.say("letter-digest").with("count", count(news)).to_string()];
        for told in news {
            let heading = match told.title.as_str() {
                // Nobody may read it any more.
                "" => words.say("letter-digest-number"),
                title => words.say("letter-digest-idea").with("title", title),
            };
            parts.push(format!("{}\n{}", heading.with("number", told.number.to_string()), told.words.subject));
            parts.push(told.words.text.trim().to_owned());
        }
        let subject = subject.to_string().split_whitespace().collect::<Vec<_>>().join(" ");
        LetterWords { subject, text: format!("{}\n", parts.join("\n\n")) }
    }
}

fn count(news: &[Told]) -> u64 {
    u64::try_from(news.len()).unwrap_or(u64::MAX)
}
