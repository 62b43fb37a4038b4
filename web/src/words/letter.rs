//! Letters in the language of whoever asked for them: the files' words round the facts that the domain brings.

use folkmoot_people::{LetterWords, SignInFacts, Written};

use super::Words;

impl LetterWords for Words {
    fn path(&self, path: &str) -> String {
        self.to(path)
    }

    fn sign_in(&self, facts: &SignInFacts<'_>) -> Written {
        let text = self.say("letter-sign-in").with("site", facts.site).with("link", facts.link);
        let text = text.with("code", facts.code).with("minutes", facts.minutes).with("url", facts.url);
        Written {
            subject: self.say("letter-sign-in-subject").with("site", facts.site).to_string(),
            text: text.to_string(),
        }
    }
}
