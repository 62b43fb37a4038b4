//! What gets a second look, and what doesn't.

use super::*;

const WHY: &str = "It would make the way to school safer for the children who walk there.";

fn found(body: &str) -> Vec<(&'static str, String)> {
    of(body, "en")
}

fn of(body: &str, language: &str) -> Vec<(&'static str, String)> {
    let hints = hints("A crossing by the school", &format!("{WHY} {body}"), language);
    hints.into_iter().map(|hint| (hint.about.word(), hint.found)).collect()
}

#[test]
fn a_calm_text_gets_none() {
    for body in [
        "",
        "We counted 1,250 cars on 3 May 2026 between 08:00 and 09:30; 40% were too fast.",
        "It costs £1 000 000 000 over 2026-2030, says the plan of 2024-05-06.",
        "The B4051 and the M4 meet there. Ask the council @ the town hall.",
        "CCTV and LED lamps. Councillor Jones and the Mayor said so. Call 101.",
        "There are 30 trees and 2 roads in a lane that is close.",
    ] {
        assert_eq!(found(body), [], "{body}");
    }
}

#[test]
fn telephone_numbers_however_they_are_grouped() {
    for number in ["07700 900123", "0117 496 0000", "+44 7700 900123", "(0117) 496-0000", "02079460000"] {
        assert_eq!(found(&format!("Ring {number}.")), [("phone", number.to_owned())], "{number}");
    }
}

#[test]
fn mail_addresses() {
    assert_eq!(found("Write to <ann.b@example.org>!"), [("email", "ann.b@example.org".to_owned())]);
    assert_eq!(found("Meet @ noon or a@b."), []);
}

#[test]
fn where_somebody_lives() {
    assert_eq!(found("He is at BS1 4DJ."), [("address", "BS1 4DJ".to_owned())]);
    assert_eq!(found("He is at SW1A1AA."), [("address", "SW1A1AA".to_owned())]);
    assert_eq!(found("The hedge of 12a Old Mill Lane, again"), [("address", "12a Old Mill Lane".to_owned())]);
    assert_eq!(of("Y clawdd yn 12 Heol Felin.", "cy"), [("address", "12 Heol Felin".to_owned())]);
    assert_eq!(of("The hedge of 12 Mill Lane", "de"), [], "nothing is known of German streets");
}

#[test]
fn private_people_by_their_titles() {
    assert_eq!(found("My neighbour Mrs. O’Neill never cuts it"), [("person", "Mrs O’Neill".to_owned())]);
    assert_eq!(of("Nuestro vecino, el Sr. Pérez.", "es"), [("person", "Sr Pérez".to_owned())]);
    assert_eq!(found("I miss Bristol"), []);
}

#[test]
fn shouting_short_and_endless() {
    let words = |title: &str, body: &str| {
        hints(title, body, "en").into_iter().map(|hint| hint.about.word()).collect::<Vec<_>>()
    };
    assert_eq!(words("MAKE THE ROADS SAFE", WHY), ["capitals"]);
    assert_eq!(words("Make them safe", "Because."), ["short"]);
    assert_eq!(words("Make them safe", ""), Vec::<&str>::new(), "an empty text is told otherwise");
    let endless = format!("{} and so on", "and another thing ".repeat(14));
    let long = hints("Make them safe", &endless, "en");
    assert_eq!(long[0].about, About::Sentence);
    assert_eq!(long[0].found, "and another thing and another thing and another…");
    assert_eq!(hints("Make them safe", &endless.replace("and another", "\n- another"), "en"), []);
}
