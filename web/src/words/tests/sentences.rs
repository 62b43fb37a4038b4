//! That English sentences are short enough to be read once, on the way.

use fluent_syntax::ast::{Entry, Expression, Pattern, PatternElement};

use super::folder;

/// How many words a sentence has at the most: what somebody reads on the way, without going back to its beginning.
const LONGEST: usize = 25;

/// The one text that says more at once: the model statement of the law writes it so, and councils are to keep its words.
const BY_LAW: &str = "access-report";

/// The sentences of a message: without marks, and what it is told counts as one word.
fn sentences(said: &str) -> Vec<String> {
    let mut bare = String::new();
    let (mut inside, mut told) = (false, 0_u32);
    for sign in said.chars() {
        match sign {
            '<' => inside = true,
            '>' => inside = false,
            '{' => told += 1,
            '}' => {
                told = told.saturating_sub(1);
                bare.push('x');
            }
            _ if !inside && told == 0 => bare.push(sign),
            _ => {}
        }
    }
    bare.split("\n\n").flat_map(split).collect()
}

/// A paragraph's sentences.
fn split(paragraph: &str) -> Vec<String> {
    let ends = |word: &str| word.trim().trim_end_matches(['”', '’', ')']).ends_with(['.', '!', '?']);
    let mut all = vec![String::new()];
    for word in paragraph.split_inclusive(char::is_whitespace) {
        all.last_mut().unwrap().push_str(word);
        if ends(word) {
            all.push(String::new());
        }
    }
    all
}

fn word_count(sentence: &str) -> usize {
    sentence.split_whitespace().filter(|word| word.chars().any(char::is_alphanumeric)).count()
}

#[test]
fn no_sentence_is_longer_than_people_read() {
    assert_eq!(
        sentences("One <b>two</b> { $three }. Four?").iter().map(|one| word_count(one)).collect::<Vec<_>>(),
        [3, 1, 0]
    );
    let file = std::fs::read_to_string(folder("words").join("en.ftl")).unwrap();
    for entry in fluent_syntax::parser::parse(file.as_str()).unwrap().body {
        let Entry::Message(message) = entry else { continue };
        let mut said = Vec::new();
        all_said(&message.value.expect("a message without words"), &mut said);
        for sentence in said.iter().flat_map(|said| sentences(said)) {
            let long = word_count(&sentence) > LONGEST && message.id.name != BY_LAW;
            assert!(!long, "{}: {} words: {sentence}", message.id.name, word_count(&sentence));
        }
    }
}

/// What a message says, and each of its forms by itself.
fn all_said(pattern: &Pattern<&str>, said: &mut Vec<String>) {
    let mut whole = String::new();
    for element in &pattern.elements {
        match element {
            PatternElement::TextElement { value } => whole.push_str(value),
            PatternElement::Placeable { expression } => {
                whole.push_str("{}");
                if let Expression::Select { variants, .. } = expression {
                    variants.iter().for_each(|variant| all_said(&variant.value, said));
                }
            }
        }
    }
    said.push(whole);
}
