//! Letters in the language of whoever asked for them: the files' words round the facts that the domain brings.

use folkmoot_common::Language;
use folkmoot_people::{InvitationFacts, LetterWords, SignInFacts, Written};

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

    fn invitation(&self, facts: &InvitationFacts<'_>) -> Written {
        let text = self.say("letter-invitation").with("site", facts.site).with("link", facts.link);
        let text = text.with("hours", facts.hours).with("url", facts.url);
        Written {
            subject: self.say("letter-invitation-subject").with("site", facts.site).to_string(),
            text: text.to_string(),
        }
    }
}

/// The words of the page that a letter was asked for on, and the site's others, for a reader who chose one of them.
pub(crate) struct Letters {
    /// The page's.
    pub(crate) page: Words,
    /// All that the site speaks.
    pub(crate) site: Vec<Words>,
}

impl LetterWords for Letters {
    fn path(&self, path: &str) -> String {
        self.page.path(path)
    }

    fn of(&self, language: &Language) -> Option<Box<dyn LetterWords>> {
        Words::of_language(&self.site, language).map(|words| Box::new(words) as Box<dyn LetterWords>)
    }

    fn sign_in(&self, facts: &SignInFacts<'_>) -> Written {
        self.page.sign_in(facts)
    }

    fn invitation(&self, facts: &InvitationFacts<'_>) -> Written {
        self.page.invitation(facts)
    }
}
