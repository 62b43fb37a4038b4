//! Templates: a department's own, changed by nobody unread, and filled without losing what was typed.

use folkmoot_common::TemplateId;
use folkmoot_replies::{RawReply, ReplyError, TemplateChange, TemplateIdea};

use super::hall::{Hall, in_the_hall};

fn words(reasons: &str) -> RawReply {
    RawReply { outcome: "NO".to_owned(), reasons: reasons.to_owned(), language: "en".to_owned(), ..RawReply::default() }
}

fn change<'a>(hall: &Hall, id: Option<TemplateId>, seen: i32, raw: &'a RawReply) -> TemplateChange<'a> {
    TemplateChange { id, department: hall.parks, seen, title: "Not now", raw }
}

in_the_hall! {
    async fn templates_are_their_departments(hall: Hall) {
        let replies = &hall.room.stage.replies;
        let (first, second) = (words("Of {{title}}."), words("Of {{title}}, by {{department}}."));
        let id = replies.save_template(&hall.alex, change(hall, None, 0, &first)).await.unwrap();
        let citizen = hall.room.stage.citizen().await;
        for who in [&hall.stranger, &citizen] {
            let refused = replies.save_template(who, change(hall, None, 0, &first)).await;
            assert!(matches!(refused, Err(ReplyError::Forbidden)), "{refused:?}");
            assert!(replies.template(who, id).await.is_err());
            assert!(replies.retire_template(who, id, (1, true)).await.is_err());
        }
        // A colleague and an admin share it; of two who change what they both read, one does.
        replies.save_template(&hall.bo, change(hall, Some(id), 1, &second)).await.unwrap();
        let late = replies.save_template(&hall.alex, change(hall, Some(id), 1, &first)).await;
        assert!(matches!(late, Err(ReplyError::Changed)), "{late:?}");
        let late = replies.retire_template(&hall.alex, id, (1, true)).await;
        assert!(matches!(late, Err(ReplyError::Changed)), "{late:?}");
        let known = replies.template(&hall.admin, id).await.unwrap();
        assert_eq!((known.version, known.text.raw().reasons.as_str()), (2, "Of {{title}}, by {{department}}."));

        let idea = hall.owed("A bench in the park").await;
        assert_eq!(replies.templates_for(&hall.alex, idea.number).await.unwrap().len(), 1);
        assert!(replies.templates_for(&hall.stranger, idea.number).await.is_err());
        let about = TemplateIdea { number: idea.number, author: None, supporters: 2 };
        let typed = RawReply { cost: "Nothing".to_owned(), ..RawReply::default() };
        let filled = replies.fill_template(&hall.bo, (id, &about), (&typed, false)).await.unwrap();
        assert_eq!(filled.raw.reasons, "Of A bench in the park, by Parks.");
        assert_eq!((filled.raw.cost.as_str(), filled.raw.outcome.as_str()), ("Nothing", "NO"));

        replies.retire_template(&hall.alex, id, (2, true)).await.unwrap();
        assert!(replies.templates_for(&hall.alex, idea.number).await.unwrap().is_empty(), "nobody is offered it");
        replies.retire_template(&hall.admin, id, (3, false)).await.unwrap();
        assert_eq!(replies.templates_for(&hall.alex, idea.number).await.unwrap().len(), 1);
    }
}
