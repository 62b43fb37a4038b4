//! What the log says of a decision, and what it leaves out.

use std::time::Duration;

use folkmoot_common::{Id, IdeaId, Timestamp};
use uuid::Uuid;

use super::{Logged, On};
use crate::{ActKind, AppealState, Decision, Place, Target, TargetState};

fn decision(act: ActKind) -> Decision {
    let idea = IdeaId::from_uuid(Uuid::from_u128(3));
    let at = Timestamp::from_millis(1_000);
    Decision {
        id: Id::from_uuid(Uuid::from_u128(1)),
        item: None,
        target: Target::Idea(idea),
        place: Place { idea: Some(idea), number: Some(12), ..Place::default() },
        author: Id::from_uuid(Uuid::from_u128(4)),
        act,
        reason: None,
        note: Some("quokka".to_owned()),
        actor: Some(Id::from_uuid(Uuid::from_u128(5))),
        role: None,
        at,
        waited: Duration::ZERO,
        batch: None,
        undone_at: None,
        state: TargetState::Public,
        of_edit: false,
        appeal: Some(AppealState {
            is_moot: false,
            id: Id::from_uuid(Uuid::from_u128(6)),
            at,
            due_at: at,
            overturned: Some(true),
            answer: Some("quokka".to_owned()),
        }),
    }
}

#[test]
fn an_idea_is_named_by_its_number_and_nobody_by_anything() {
    let logged = Logged::from(&decision(ActKind::Hide));
    assert_eq!(logged.on, On::Idea { number: Some(12), public: true });
    assert_eq!((logged.appealed, logged.overturned), (true, Some(true)));
    assert!(!format!("{logged:?}").contains("quokka"));
}

#[test]
fn an_act_on_a_person_does_not_say_on_which() {
    for act in [ActKind::Warn, ActKind::Suspend, ActKind::ResetName] {
        assert_eq!(Logged::from(&decision(act)).on, On::Person, "{act:?}");
    }
}
