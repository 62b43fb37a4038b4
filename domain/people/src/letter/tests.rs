//! What the letter is made of, whoever words it.

use folkmoot_common::Sources;

use super::Letterhead;
use crate::{Email, code::Code};

#[test]
fn carries_the_link_and_the_code_on_lines_of_their_own() {
    let sources = Sources::system();
    let (link, code) = (sources.secret(), Code::draw(&sources));
    let to = Email::parse("ann@example.org").expect("an address");
    let head = Letterhead::new("Ideas for\r\nTesttown", "https://ideas.example.org/");

    let mail = head.sign_in(None, &to, &link, &code);

    assert_eq!(mail.to, "ann@example.org");
    assert_eq!(mail.subject, "Sign in to Ideas for Testtown");
    let address = format!("https://ideas.example.org/sign-in/link/{}\n", link.reveal());
    assert!(mail.text.starts_with(&address), "the link has a line to itself");
    assert!(mail.text.contains(&format!("\n{}\n", code.digits())), "so has the code");
}
