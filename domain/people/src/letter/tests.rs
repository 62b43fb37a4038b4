//! What the letter carries.

use std::time::Duration;

use folkmoot_common::{Painted, Sources};

use super::{InvitationFacts, LetterWords, Letterhead, SignInFacts, Written};
use crate::{Email, code::Code};

/// Words that are as bare as can be.
struct Bare;

impl LetterWords for Bare {
    fn path(&self, path: &str) -> String {
        format!("/cy{path}")
    }

    fn sign_in(&self, facts: &SignInFacts<'_>) -> Written {
        let SignInFacts { site, link, code, minutes, url } = facts;
        Written { subject: format!("In\nto {site}"), text: format!("{link}\n{code}\n{minutes}\n{url}\n\n") }
    }

    fn invitation(&self, facts: &InvitationFacts<'_>) -> Written {
        let InvitationFacts { site, link, hours, url } = facts;
        Written { subject: format!("Come\nto {site}"), text: format!("{link}\n{hours}\n{url}\n\n") }
    }
}

#[test]
fn carries_the_link_the_code_and_nothing_odd() {
    let sources = Sources::system();
    let (link, code) = (sources.secret(), Code::draw(&sources));
    let to = Email::parse("ann@example.org").expect("an address");
    let head =
        Letterhead::new(Painted::board("Ideas for\r\nTesttown", "ideas@example.org"), "https://ideas.example.org/");

    let mail = head.sign_in(&Bare, &to, (&link, &code), Duration::from_secs(600));

    assert_eq!(mail.to, "ann@example.org");
    assert_eq!(mail.subject, "In to Ideas for Testtown");
    let address = format!("https://ideas.example.org/cy/sign-in/link/{}\n", link.reveal());
    assert_eq!(mail.text, format!("{address}{}\n10\nhttps://ideas.example.org\n", code.digits()));
}

#[test]
fn an_invitation_says_how_long_it_is_good() {
    let link = Sources::system().secret();
    let to = Email::parse("ann@example.org").expect("an address");
    let head = Letterhead::new(Painted::board("Testtown", "ideas@example.org"), "https://ideas.example.org/");
    let mail = head.invitation(&Bare, &to, &link, Duration::from_secs(86_400));
    assert_eq!((mail.to.as_str(), mail.subject.as_str()), ("ann@example.org", "Come to Testtown"));
    let address = format!("https://ideas.example.org/cy/sign-in/link/{}", link.reveal());
    assert_eq!(mail.text, format!("{address}\n24\nhttps://ideas.example.org\n"));
}
