use super::*;

fn raw<'a>(ground: &'a str, details: &'a str) -> RawComplaint<'a> {
    RawComplaint { ground, details, name: "", in_good_faith: true }
}

#[test]
fn everything_that_is_wrong_is_told_at_once_in_the_order_of_the_form() {
    let problem = Problem::new("email", "INVALID", "No address.");
    let wrong = Complaint::parse(RawComplaint::default(), Err(problem)).unwrap_err();
    assert_eq!(wrong.0.iter().map(|problem| problem.field).collect::<Vec<_>>(), ["ground", "email", "faith"]);
}

#[test]
fn some_grounds_need_words() {
    for ground in Ground::ALL {
        let bare = Complaint::parse(raw(ground.as_str(), " \n "), Ok(None));
        assert_eq!(bare.is_err(), ground.needs_details(), "{ground:?}");
        let told = Complaint::parse(raw(ground.as_str(), " Line one.\r\nLine two. "), Ok(None)).unwrap();
        assert_eq!(told.details.unwrap().as_str(), "Line one.\nLine two.");
    }
    let long = "a".repeat(Details::MOST + 1);
    assert_eq!(Complaint::parse(raw("SPAM", &long), Ok(None)).unwrap_err().0[0].code, "TOO_LONG");
}
