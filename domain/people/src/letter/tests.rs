//! What the letter says.

use std::time::Duration;

use folkmoot_common::Sources;

use super::Letterhead;
use crate::{Email, code::Code};

#[test]
fn carries_the_link_the_code_and_what_to_know() {
    let sources = Sources::system();
    let (link, code) = (sources.secret(), Code::draw(&sources));
    let to = Email::parse("ann@example.org").expect("an address");
    let head = Letterhead::new("Ideas for\r\nTesttown", "https://ideas.example.org/");

    let mail = head.sign_in(&to, &link, &code, Duration::from_secs(600));

    assert_eq!(mail.to, "ann@example.org");
    assert_eq!(mail.subject, "Sign in to Ideas for Testtown");
    let address = format!("\nhttps://ideas.example.org/sign-in/link/{}\n", link.reveal());
    assert!(mail.text.contains(&address), "the link has a line to itself");
    assert!(mail.text.contains(&format!("\n{}\n", code.digits())), "so has the code");
    for words in ["10 minutes", "only once", "Keep them to yourself", "If you didn't ask"] {
        assert!(mail.text.contains(words), "{words}");
    }
}
