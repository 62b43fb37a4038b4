use folkmoot_common::{Id as _, IdeaId, Sources};

use super::*;
use crate::RawComplaint;

#[test]
fn the_receipt_repeats_nothing_that_was_typed() {
    let sources = Sources::system();
    let letterbox =
        Letterbox::new("Our  board", "https://ideas.example/", Address::parsed("us@example.org".to_owned()));
    let subject = Subject {
        idea: IdeaId::mint(sources.now(), [1; 10]),
        number: 12,
        title: "Buy pills at pills.example".to_owned(),
        comment: None,
    };
    let raw = RawComplaint { ground: "SPAM", details: "Look at\nevil.example", in_good_faith: true };
    let to = Address::parsed("ann@example.org".to_owned());
    let complaint = Complaint::parse(raw, Ok(Some(to.clone()))).unwrap();
    let receipt = Receipt::draw(&sources);

    let kept = letterbox.to_reporter(&to, &receipt, &subject);
    assert_eq!(kept.to, "ann@example.org");
    assert!(kept.text.contains(&format!("https://ideas.example/reports/{receipt}\n")), "{}", kept.text);
    assert!(!kept.text.contains("pills") && !kept.text.contains("evil"), "{}", kept.text);

    let told = letterbox.to_council(&receipt, &subject, &complaint);
    assert_eq!((told.to.as_str(), told.subject), ("us@example.org", format!("Report {receipt}: idea 12")));
    assert!(told.text.contains("> Look at\n> evil.example\n"), "{}", told.text);
    assert!(told.text.contains("https://ideas.example/ideas/12\n"), "{}", told.text);
    assert!(told.text.contains("ann@example.org"), "{}", told.text);
}
