//! The lessons: learnt from the first half of a corpus, tried on the second.

use std::collections::HashMap;

use folkmoot_moderation::rules::{Lessons, Token, tokens};

use crate::corpora::{Text, comments, petitions, short_messages};
use crate::score::Score;

/// What a store does: it counts the tokens of what was decided.
#[derive(Default)]
struct Store(Lessons);

impl Store {
    fn learn(&mut self, text: &Text) {
        let all = if text.is_bad { &mut self.0.refused } else { &mut self.0.kept };
        *all += 1;
        for token in tokens(text.title.as_deref(), &text.body) {
            let (kept, refused) = self.0.words.entry(token.id).or_default();
            *(if text.is_bad { refused } else { kept }) += 1;
        }
    }

    fn learnt<'t>(texts: impl IntoIterator<Item = &'t Text>) -> Self {
        let mut store = Self::default();
        texts.into_iter().for_each(|text| store.learn(text));
        store
    }

    /// The lessons of one text only, as a store gives them.
    fn of(&self, text: &Text) -> (Lessons, Vec<Token>) {
        let tokens = tokens(text.title.as_deref(), &text.body);
        let known = tokens.iter().filter_map(|token| Some((token.id, *self.0.words.get(&token.id)?)));
        let words = known.collect::<HashMap<_, _>>();
        (Lessons { kept: self.0.kept, refused: self.0.refused, words }, tokens)
    }

    fn suspects(&self, text: &Text) -> bool {
        let (lessons, tokens) = self.of(text);
        lessons.judge(&tokens).is_some_and(|verdict| verdict.is_like_refused())
    }

    fn why(&self, text: &Text) -> String {
        let (lessons, tokens) = self.of(text);
        lessons.judge(&tokens).map_or_else(String::new, |verdict| verdict.because.join(", "))
    }
}

fn print_alarms(store: &Store, texts: &[&Text]) {
    for text in texts.iter().filter(|text| store.suspects(text)).take(10) {
        println!("      {:<60} in: {}", store.why(text), text.start());
    }
}

/// What was refused, and what was kept.
fn parted<'t>(texts: &[&'t Text]) -> (Vec<&'t Text>, Vec<&'t Text>) {
    texts.iter().partition(|text| text.is_bad)
}

#[test]
fn lessons_of_the_first_half_tell_the_second() {
    let messages = short_messages();
    let (first, second) = messages.split_at(messages.len() / 2);
    let (spam, ham) = parted(&second.iter().collect::<Vec<_>>());

    println!("{}", Score::head("SMS, lessons"));
    for (name, share) in [("a tenth of the first half", 10), ("a quarter of it", 4), ("the first half", 1)] {
        let store = Store::learnt(first.iter().step_by(share));
        let score = Score::of(&spam, &ham, |text| store.suspects(text));
        println!("{}  learnt from {} kept, {} refused", score.line(name), store.0.kept, store.0.refused);
    }
    let store = Store::learnt(first);
    let score = Score::of(&spam, &ham, |text| store.suspects(text));
    print_alarms(&store, &ham);
    assert!(score.recall() > 0.85, "{score:?}");
    assert!(score.precision() > 0.9, "{score:?}");
}

/// A board's own words are what moderators keep: half of the ordinary texts beside half of the spam, the rest for trial.
#[test]
fn lessons_leave_ordinary_ideas_alone() {
    let mut texts: Vec<Text> = petitions();
    texts.extend(comments());
    texts.extend(short_messages().into_iter().filter(|text| text.is_bad));
    let learn = texts.iter().step_by(2);
    let rest: Vec<&Text> = texts.iter().skip(1).step_by(2).collect();
    let store = Store::learnt(learn);
    let (spam, ideas) = parted(&rest);

    let score = Score::of(&spam, &ideas, |text| store.suspects(text));
    println!("{}", Score::head("spam among ideas, lessons"));
    println!("{}  learnt from {} kept, {} refused", score.line("every second text"), store.0.kept, store.0.refused);
    print_alarms(&store, &ideas);
    // Lessons of messages only, where no idea was ever seen: why lessons are each council's own. Nothing is asserted.
    let foreign = Store::learnt(&short_messages());
    let alarms = Score::of(&[], &ideas, |text| foreign.suspects(text));
    println!("{}", alarms.line("ideas, by lessons of SMS only"));
    print_alarms(&foreign, &ideas);
    assert!(score.recall() > 0.8, "{score:?}");
    assert!(score.precision() > 0.9, "{score:?}");
}
