//! What officers' work says to people: the answer to an idea, to its author and to those who support or follow it; and what
//! waits, to officers.

use folkmoot_common::Language;
use folkmoot_replies::{Day, Happened, Happening, Herald, Kind, LetterWords, Named, News};

use super::{Letter, Voice};
use crate::pages::When;

impl Herald for Voice {
    fn languages(&self) -> Vec<Language> {
        folkmoot_moderation::Voice::languages(self)
    }

    fn letter(&self, language: Option<&Language>, news: &News<'_>) -> LetterWords {
        let words = self.words(language);
        let mut letter = Letter { voice: self, words, subject: String::new(), parts: Vec::new() };
        letter.say(&words.say("letter-hello"));
        letter.answer(news);
        let said = letter.finish();
        LetterWords { subject: said.subject, text: said.text }
    }

    fn day(&self, language: Option<&Language>, day: Day) -> String {
        When::date(day).words(self.words(language), &self.zone)
    }
}

/// The end of the name of the message that says to staff what happened.
pub(crate) fn happened(line: &Happening) -> &'static str {
    match (line.what, line.status.as_deref()) {
        (Happened::Moved, Some("UNDER_REVIEW")) => "TAKEN",
        (what, _) => what.as_str(),
    }
}

impl Letter<'_> {
    fn answer(&mut self, news: &News<'_>) {
        match *news {
            News::Replied { about, mine, outcome, department, role, reasons } => {
                let whose = if mine { "letter-replied-mine" } else { "letter-replied-other" };
                self.name("letter-replied-subject", about);
                let said = self.words.say(whose).with("number", about.number.to_string());
                self.say(&said.with("title", about.title).with("department", department));
                self.say(&self.words.say("letter-replied-outcome").with("outcome", self.outcome(outcome)));
                self.quote(reasons);
                self.say(&self.words.say("letter-replied-role").with("role", role).with("department", department));
                self.say(&self.words.say("letter-replied-look").with("link", self.link(about.path)));
            }
            News::Revised { about, mine, outcome, why } => {
                let whose = if mine { "letter-revised-mine" } else { "letter-revised-other" };
                self.name("letter-revised-subject", about);
                let said = self.words.say(whose).with("number", about.number.to_string());
                self.say(&said.with("title", about.title));
                self.say(&self.words.say("letter-replied-outcome").with("outcome", self.outcome(outcome)));
                self.say(&self.words.say("letter-revised-why"));
                self.quote(why);
                self.say(&self.words.say("letter-revised-look").with("link", self.link(about.path)));
            }
            News::Moved { about, mine, to, words } => {
                let whose = if mine { "letter-moved-mine" } else { "letter-moved-other" };
                self.name("letter-moved-subject", about);
                let said = self.words.say(whose).with("number", about.number.to_string()).with("title", about.title);
                let status = self.words.say(&format!("status-{to}")).to_string();
                self.say(&said.with("status", &status));
                self.say(&self.words.say("letter-moved-words"));
                self.quote(words);
                self.say(&self.words.say("letter-look").with("link", self.link(about.path)));
            }
            News::Promised { about, mine, due } => {
                self.name("letter-promised-subject", about);
                self.begin(if mine { "letter-promised-mine" } else { "letter-promised-other" }, about);
                match due {
                    Some(due) => self.say(&self.words.say("letter-promised-day").with("day", self.date(due))),
                    None => self.say(&self.words.say("letter-promised-paused")),
                }
                self.say(&self.words.say("letter-look").with("link", self.link(about.path)));
            }
            News::InHand { about, mine, department } => {
                self.name("letter-hand-subject", about);
                self.begin(if mine { "letter-hand-mine" } else { "letter-hand-other" }, about);
                self.say(&self.words.say("letter-hand-who").with("department", department));
                self.say(&self.words.say("letter-look").with("link", self.link(about.path)));
            }
            News::Paused { .. } | News::Resumed { .. } | News::Extended { .. } | News::Kept { .. } => {
                self.promise(news);
            }
            News::Reopened { about, mine, milestone } => {
                self.name("letter-reopened-subject", about);
                self.begin(if mine { "letter-reopened-mine" } else { "letter-reopened-other" }, about);
                self.quote(milestone);
                self.say(&self.words.say("letter-reopened-then"));
                self.say(&self.words.say("letter-look").with("link", self.link(about.path)));
            }
            News::DidItHappen { about, mine, milestone } => {
                let whose = if mine { "letter-happened-mine" } else { "letter-happened-other" };
                self.name("letter-happened-subject", about);
                let said = self.words.say(whose).with("number", about.number.to_string()).with("title", about.title);
                self.say(&said.with("milestone", milestone));
                self.say(&self.words.say("letter-happened-ask").with("link", self.link(about.path)));
            }
            News::Assigned { .. }
            | News::Mentioned { .. }
            | News::ToApprove { .. }
            | News::Watched { .. }
            | News::MilestonePassed { .. } => self.tell_officer(news),
        }
    }

    /// What became of a promise.
    fn promise(&mut self, news: &News<'_>) {
        match *news {
            News::Paused { about, mine, kind, why } => {
                self.name("letter-paused-subject", about);
                self.begin(if mine { "letter-paused-mine" } else { "letter-paused-other" }, about);
                self.say(&self.words.say_as(format!("promise-paused-{}", kind.as_str())));
                self.quote(why);
                self.say(&self.words.say("letter-look").with("link", self.link(about.path)));
            }
            News::Resumed { about, mine, kind, due } => {
                self.name("letter-resumed-subject", about);
                self.begin(if mine { "letter-resumed-mine" } else { "letter-resumed-other" }, about);
                self.new_day(kind, due);
                self.say(&self.words.say("letter-look").with("link", self.link(about.path)));
            }
            News::Extended { about, mine, kind, due, why } => {
                self.name("letter-extended-subject", about);
                self.begin(if mine { "letter-extended-mine" } else { "letter-extended-other" }, about);
                self.say(&self.words.say("letter-moved-words"));
                self.quote(why);
                self.new_day(kind, due);
                self.say(&self.words.say("letter-look").with("link", self.link(about.path)));
            }
            News::Kept { about, mine, kind, words } => {
                let id = if kind == Kind::Committee { "letter-committee" } else { "letter-seen" };
                self.name(&format!("{id}-subject"), about);
                self.begin(&format!("{id}-{}", if mine { "mine" } else { "other" }), about);
                self.say(&self.words.say("letter-moved-words"));
                self.quote(words);
                self.say(&self.words.say("letter-look").with("link", self.link(about.path)));
            }
            _ => {}
        }
    }

    /// What is promised, and the day that it names from now on.
    fn new_day(&mut self, kind: Kind, due: Option<Day>) {
        match due {
            Some(due) => {
                let said = self.words.say_as(format!("promise-due-{}", kind.as_str()));
                self.say(&said.with("when", self.date(due)));
            }
            None => self.say(&self.words.say("letter-promised-paused")),
        }
    }

    /// What officers are told of their work.
    fn tell_officer(&mut self, news: &News<'_>) {
        match *news {
            News::MilestonePassed { about, milestone, disputed } => {
                let word = if disputed { "letter-disputed" } else { "letter-passed" };
                self.name(if disputed { "letter-disputed-subject" } else { "letter-passed-subject" }, about);
                self.say(&self.words.say(word).with("milestone", milestone).with("title", about.title));
                self.say(&self.words.say("letter-desk-look").with("link", self.link(about.path)));
            }
            News::Assigned { about, department, due, note } => {
                self.name("letter-assigned-subject", about);
                let said = self.words.say("letter-assigned").with("number", about.number.to_string());
                self.say(&said.with("title", about.title).with("department", department));
                if let Some(due) = due {
                    self.say(&self.words.say("letter-assigned-due").with("day", self.date(due)));
                }
                if let Some(note) = note {
                    self.say(&self.words.say("letter-assigned-note"));
                    self.quote(note);
                }
                self.say(&self.words.say("letter-desk-look").with("link", self.link(about.path)));
            }
            News::Mentioned { about, note } => {
                self.name("letter-mentioned-subject", about);
                self.say(&self.words.say("letter-mentioned").with("title", about.title));
                self.quote(note);
                self.say(&self.words.say("letter-desk-look").with("link", self.link(about.path)));
            }
            News::Watched { about, lines } => {
                self.name("letter-watched-subject", about);
                self.begin("letter-watched", about);
                for line in lines {
                    self.happened(line);
                }
                self.say(&self.words.say("letter-desk-look").with("link", self.link(about.path)));
                self.say(&self.words.say("letter-watched-stop"));
            }
            News::ToApprove { about, department } => {
                self.name("letter-approve-subject", about);
                let said = self.words.say("letter-approve").with("title", about.title);
                self.say(&said.with("department", department));
                self.say(&self.words.say("letter-desk-look").with("link", self.link(about.path)));
            }
            _ => {}
        }
    }

    /// A line of an idea's timeline, with the public words that came with it.
    fn happened(&mut self, line: &Happening) {
        let said = self.words.say_as(format!("officers-happened-{}", happened(line)));
        let said = said.with("count", line.number.unwrap_or_default());
        self.say(&match &line.department {
            Some(department) => said.with("department", department.as_str()),
            None => said.with("department", self.words.say("timeline-council")),
        });
        if let Some(words) = &line.words {
            self.quote(words);
        }
    }

    /// A sentence that names the idea.
    fn begin(&mut self, id: &str, about: Named<'_>) {
        self.say(&self.words.say(id).with("number", about.number.to_string()).with("title", about.title));
    }

    /// A subject that names the idea.
    fn name(&mut self, id: &str, about: Named<'_>) {
        let said = self.words.say(id).with("number", about.number.to_string()).with("title", about.title);
        self.subject = said.to_string();
    }

    fn outcome(&self, outcome: folkmoot_replies::Outcome) -> String {
        self.words.say(&format!("outcome-{}", outcome.as_str())).to_string()
    }

    fn date(&self, day: Day) -> String {
        let zone = &self.voice.zone;
        let noon = zone.to_ambiguous_zoned(day.at(12, 0, 0, 0)).compatible();
        let at = noon.map_or(0, |noon| noon.timestamp().as_microsecond());
        self.day(folkmoot_common::Timestamp::from_micros(at))
    }
}
