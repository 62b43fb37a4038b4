//! Ids come back as they went, and an id of another kind opens nothing.

use async_graphql::ID;
use folkmoot_common::{CommentId, IdeaId, SessionId};

use super::{Any, argument, field, global, read};
use crate::fakes::the;

#[test]
fn there_and_back() {
    let id: IdeaId = the(42);
    assert_eq!(read::<IdeaId>(&global(id)), Some(id));
    assert_eq!(read::<CommentId>(&global(id)), None);
    assert!(matches!(Any::read(&global(id)), Some(Any::Idea(found)) if found == id));
    assert!(Any::read(&global::<SessionId>(the(1))).is_none(), "a session has no node");
}

#[test]
fn nonsense_is_refused_by_name() {
    for text in ["", "1", "idea", "aWRlYQ", "aWRlYTox", "\u{0}", "💥", &"A".repeat(10_000)] {
        let id = ID(text.to_owned());
        assert!(Any::read(&id).is_none());
        assert!(argument::<IdeaId>(&id, "id").is_err());
        let problem = field::<IdeaId>(&id, "ideaId").unwrap_err();
        assert_eq!((problem.field, problem.code), ("ideaId", "INVALID"));
        assert!(problem.message.contains("an idea"), "{}", problem.message);
    }
}
