//! Which arguments an answer should take up, told by their numbers.

use folkmoot_common::{CommentId, Cursor, Id as _, Language, Timestamp};
use folkmoot_text::Markdown;
use uuid::Uuid;

use super::*;
use crate::{Comment, CommentOrder, CommentState, ListedComment, Words};

/// What somebody said under this number: so many others agree, in so many replies.
fn said(number: i32, who: u128, (agreeing, replies): (i64, i64)) -> Argument {
    let body = Markdown::from_stored(format!("Remark {number}"));
    let id = Uuid::from_u128(u128::from(number.unsigned_abs()));
    let words = Words {
        author: PersonId::from_uuid(Uuid::from_u128(who)),
        stance: Stance::For,
        html: body.to_html(),
        body,
        language: Language::english(),
        edited_at: None,
        redacted_at: None,
        revision: 1,
    };
    let comment = Comment {
        id: CommentId::from_uuid(id),
        idea: IdeaId::from_uuid(Uuid::nil()),
        number,
        parent: None,
        depth: 0,
        created_at: Timestamp::from_micros(0),
        state: CommentState::Published,
        words: Some(words),
    };
    let cursor = Cursor { order: CommentOrder::Newest.slug().to_owned(), key: 0, id };
    Argument { listed: ListedComment { comment, cursor }, replies, agreeing }
}

/// Which of them an answer should take up.
fn shown(all: Vec<Argument>) -> Vec<i32> {
    best(all).iter().map(|argument| argument.listed.comment.number).collect()
}

#[test]
fn whose_side_most_others_take_stands_first() {
    assert_eq!(shown(vec![said(1, 1, (0, 9)), said(2, 2, (3, 3)), said(3, 3, (1, 1))]), [2, 3, 1]);
}

#[test]
fn of_equals_the_most_answered_stands_first_and_then_the_earlier() {
    assert_eq!(shown(vec![said(1, 1, (1, 1)), said(3, 3, (1, 2)), said(2, 2, (1, 2))]), [2, 3, 1]);
}

#[test]
fn each_person_is_heard_once_with_their_best() {
    let all = vec![said(1, 1, (5, 5)), said(2, 1, (4, 4)), said(3, 2, (1, 1)), said(4, 2, (2, 2))];
    assert_eq!(shown(all), [1, 4]);
}

#[test]
fn who_says_much_takes_no_place_from_others() {
    let loud = (1..=4).map(|number| said(number, 1, (9, 9)));
    let others = (5..=9).zip(2..).map(|(number, who)| said(number, who, (0, 0)));
    assert_eq!(shown(loud.chain(others).collect()), [1, 5, 6, 7]);
}

#[test]
fn what_the_viewer_may_not_read_has_no_voice() {
    let mut hidden = said(1, 1, (9, 9));
    hidden.listed.comment.words = None;
    assert_eq!(shown(vec![hidden, said(2, 2, (0, 0))]), [2]);
}

#[test]
fn nobody_said_anything() {
    assert!(shown(Vec::new()).is_empty());
}
