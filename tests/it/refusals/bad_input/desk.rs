//! The moderators' forms, and those by which people ask for another look.

use scraper::{Html, Selector};

use super::assert_plain;
use super::forms::{assert_said, assert_told, note};
use crate::nets::{Cast, Who, Workshop};

pub(super) async fn every(cast: &Cast, shop: &Workshop) {
    decisions(cast, shop).await;
    beside(cast, shop).await;
    appeals(cast, shop).await;
}

/// More than a note may have.
fn long() -> String {
    "Because it would help. ".repeat(600).trim().to_owned()
}

/// On something that waits, and stays so.
async fn decisions(cast: &Cast, shop: &Workshop) {
    let moderator = cast.of(Who::Moderator);
    let path = format!("/moderation/items/{}", shop.item().await.id);
    let (seen, spam, long) = (("seen", "1"), ("reason", "SPAM"), long());
    let act = |act: &'static str| ("act", act);
    for word in ["", "NOTHING", "HOLD"] {
        assert_told(moderator, &path, &[seen, act(word), ("note", "Look at it.")], &["act"]).await;
    }
    assert_told(moderator, &path, &[seen, act("REJECT"), ("reason", ""), ("note", "No.")], &["reason"]).await;
    assert_told(moderator, &path, &[seen, act("REJECT"), ("reason", "no such"), ("note", "No.")], &["reason"]).await;
    assert_told(moderator, &path, &[seen, act("WARN"), spam, ("note", &long)], &["note"]).await;
    let left = [seen, act("REDACT"), spam, ("title", ""), ("body", "A bench.")];
    assert_told(moderator, &path, &left, &["title"]).await;
    for body in ["", long.as_str()] {
        assert_told(moderator, &path, &[seen, act("REDACT"), spam, ("title", "A bench"), ("body", body)], &["body"])
            .await;
    }
    for into in ["", "a bench", "#"] {
        assert_told(moderator, &path, &[seen, act("MERGE"), spam, ("into", into)], &["into"]).await;
    }
    assert_told(moderator, &path, &[seen, act("MOVE"), ("to", "no-such"), ("note", "There.")], &["to"]).await;
    assert_told(moderator, &path, &[seen, act("SUSPEND"), spam, ("days", "5"), ("note", "Rest.")], &["days"]).await;
    let broken = "The form is not complete. Go back, reload the page and send it again.";
    assert_said(moderator, &path, &[("seen", "x"), ("act", "KEEP")], 400, broken).await;
}

/// A second opinion, saved views, several at once.
async fn beside(cast: &Cast, shop: &Workshop) {
    let moderator = cast.of(Who::Moderator);
    let item = shop.item().await.id;
    let path = format!("/moderation/items/{item}/second-opinion");
    for why in ["", long().as_str()] {
        assert_told(moderator, &path, &[("why", why)], &["why"]).await;
    }

    let items = format!("{item}:1");
    let long = long();
    for (field, sent) in [
        ("act", vec![("act", "NOTHING")]),
        ("reason", vec![("act", "REJECT"), ("reason", "")]),
        ("note", vec![("act", "REJECT"), ("reason", "SPAM"), ("note", &long)]),
        ("days", vec![("act", "SUSPEND"), ("reason", "SPAM"), ("days", "5")]),
    ] {
        let sent: Vec<(&str, &str)> = [("items", items.as_str())].into_iter().chain(sent).collect();
        let answer = moderator.post("/moderation/bulk", &sent).await;
        assert_eq!(answer.status, 422, "{sent:?}: {}", answer.body);
        assert!(answer.body.contains("<title>Error"), "the page's title doesn't say that something is wrong: {sent:?}");
        let page = Html::parse_document(&answer.body);
        let told = Selector::parse(".govuk-error-summary__body li").unwrap();
        let words: String = page.select(&told).flat_map(|line| line.text()).collect();
        assert_plain(&format!("/moderation/bulk {field}"), words.trim());
        note("/moderation/bulk", field);
    }

    for name in ["", "x".repeat(50).as_str()] {
        let answer = moderator.post("/moderation/views", &[("name", name), ("query", "")]).await;
        let page = if answer.status == 303 { moderator.get(&answer.leads_to).await } else { answer };
        assert!(page.body.contains("1 to 40 characters"), "nothing said of the name of a view: {}", page.body);
        note("/moderation/views", "name");
    }
}

/// Why somebody should look again: an author, and somebody whose report was turned down.
async fn appeals(cast: &Cast, shop: &Workshop) {
    let (refusal, kept) = (shop.refusal().await, shop.kept_report().await);
    for (who, path) in [
        (Who::Author, format!("/decisions/{}/appeal", refusal.id)),
        (Who::Visitor, format!("/reports/{}/appeal/{}", kept.receipt, kept.id)),
    ] {
        for words in ["", "   ", "Be\u{7}ll", long().as_str()] {
            assert_told(cast.of(who), &path, &[("words", words)], &["words"]).await;
        }
    }
    let path = format!("/moderation/decisions/{}/correct", refusal.id);
    for note in ["", "   ", "Be\u{7}ll", long().as_str(), "It was no spam."] {
        assert_told(cast.of(Who::Moderator), &path, &[("note", note)], &["note"]).await;
    }
}
