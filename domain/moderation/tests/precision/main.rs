//! How often the automatic help is right and how often it is wrong, on texts that other people wrote. It prints the
//! tables of `RULES.md`, and fails when a rule has become clearly worse than it was measured.
//!
//! The floors stand well below what was measured: they are for mistakes, not for the last per cent.
#![expect(clippy::expect_used, clippy::indexing_slicing, reason = "a corpus that can't be read must fail the test")]
#![expect(clippy::print_stdout, reason = "the tables are what it is for")]

mod attacks;
mod corpora;
mod lessons;
mod score;

use folkmoot_common::{Standing, Suspicion};
use folkmoot_moderation::rules::{Past, Rules, WordLists};

use crate::corpora::{Text, ordinary_words, profanity, short_messages};
use crate::score::{Score, looked_at, percent, print_alarms};

/// What looks at a text and needs no lessons.
const FIXED: [Suspicion; 3] = [Suspicion::Links, Suspicion::WordList, Suspicion::PersonalData];

const NEW: Past = Past { standing: Standing::New, posted_lately: 0, same_text_lately: 0 };

fn rules() -> Rules {
    Rules::new(WordLists::starter(), &["ideas.example.org"])
}

/// Spam and ordinary messages, the author being new.
#[test]
fn short_messages_by_the_fixed_rules() {
    let (spam, ham): (Vec<Text>, Vec<Text>) = short_messages().into_iter().partition(|text| text.is_bad);
    let rules = rules();
    let (spam, ham) = (looked_at(&rules, &spam), looked_at(&rules, &ham));
    println!("{}", Score::head("SMS, fixed rules"));
    for why in FIXED {
        println!("{}", Score::of(&spam, &ham, |look| look.has(why)).line(why.as_str()));
        print_alarms(&ham, why);
    }
    // Swearing is no sign of spam: friends swear more. So the two that are count together.
    let both = Score::of(&spam, &ham, |look| look.has(Suspicion::Links) || look.has(Suspicion::PersonalData));
    println!("{}", both.line("LINKS or PERSONAL_DATA"));

    assert!(both.recall() > 0.65, "fewer spam messages are found: {both:?}");
    assert!(both.precision() > 0.9, "more ordinary messages are held: {both:?}");
}

/// A list that others made, every term in a sentence. Most of it is the vocabulary of pornography, or words for bodies
/// and desires that ideas may need: ours has few of the first and none of the second, so the share is small on purpose.
#[test]
fn the_starter_list_beside_a_long_one() {
    let in_sentence = |term: String| Text::new(None, &format!("I think {term} is what they are."), "en", true);
    let terms: Vec<Text> = profanity().into_iter().map(in_sentence).collect();
    let found = looked_at(&rules(), &terms).iter().filter(|look| look.has(Suspicion::WordList)).count();
    println!("\nterms of the long list: {found} of {} found ({:.0} %)", terms.len(), percent(found, terms.len()));
    assert!(found * 100 > terms.len() * 8, "{found} of {}", terms.len());
}

/// Petitions, comments and proposals that were public: whatever is found is looked at by hand in `RULES.md`.
#[test]
fn ordinary_words_are_left_alone() {
    let rules = rules();
    for (name, texts) in ordinary_words() {
        println!("\n{name}: {} texts", texts.len());
        let looks = looked_at(&rules, &texts);
        let held = looks.iter().filter(|look| !look.hunches.is_empty()).count();
        for why in FIXED {
            let alarms = looks.iter().filter(|look| look.has(why)).count();
            println!("  {:<14} {alarms:>4} ({:.2} %)", why.as_str(), percent(alarms, texts.len()));
            print_alarms(&looks, why);
        }
        println!("  {:<14} {held:>4} ({:.2} %)", "any", percent(held, texts.len()));
        assert!(percent(held, texts.len()) < 1.5, "{name}: {held}");
    }
}
