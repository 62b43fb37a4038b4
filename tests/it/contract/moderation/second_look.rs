//! What another moderator's look changes: what was taken is given back however it came to be gone, a reporter who is right
//! takes something for a reason that can be appealed in its turn, and everybody is told the truth about it.

use folkmoot_common::Viewer;
use folkmoot_ideas::{Idea, IdeaText};
use folkmoot_moderation::{
    Act, ActKind, Decision, ItemKind, ModerationError, Note, Place, Redacted, ReportOutcome, Subject, Target, Undone,
    Verdict,
};

use super::room::{Room, about, in_the_room, under, verdict};

fn words() -> Note {
    Note::required("words", "Please look again.").unwrap()
}

fn less() -> Act {
    Act::Redact(Redacted::parse(Some("A bench"), "It is a bench.").unwrap())
}

/// Three people, each from a place of their own, report it: it is held.
async fn held(room: &Room, subject: &Subject) {
    for n in 0..3 {
        let person = room.old_citizen().await;
        room.report(&person, subject.clone(), &format!("192.0.2.{n}")).await;
    }
}

async fn is_public(room: &Room, idea: &Idea, target: Target) -> bool {
    match target {
        Target::Comment(id) => {
            let found = room.stage.comments.find(&Viewer::Nobody, id).await.unwrap();
            found.is_some_and(|comment| comment.words.is_some())
        }
        _ => room.stage.ideas.find(&Viewer::Nobody, idea.id).await.unwrap().is_some(),
    }
}

async fn appeal(room: &Room, author: &Viewer, decision: &Decision) {
    room.stage.moderation.appeal(author, decision.id, words()).await.unwrap();
}

/// How often somebody who reported it is told this.
async fn told(room: &Room, to: &str, what: &str) -> usize {
    room.letters().await.iter().filter(|(who, said)| who == to && said == what).count()
}

in_the_room! {
    async fn what_reports_hid_before_a_moderator_did_is_public_again(room: Room) {
        let (mo, two, ana) = (room.stage.moderator().await, room.stage.moderator().await, room.stage.citizen().await);
        let idea = room.stage.idea(&ana, "A bench at the river").await;
        let comment = room.comment(&ana, &idea, "A fine bench.").await;
        for subject in [under(&idea, &comment), about(&idea)] {
            held(room, &subject).await;
            assert!(!is_public(room, &idea, subject.target).await);
            let hidden = room.done(&mo, &room.item(&mo, ItemKind::Report).await, Act::Hide).await;
            appeal(room, &ana, &hidden).await;
            room.done(&two, &room.item(&mo, ItemKind::Appeal).await, Act::Overturn).await;
            assert!(is_public(room, &idea, subject.target).await, "{subject:?}");
            assert_eq!(room.stage.moderation.standing_decision(&ana, subject.target).await.unwrap(), None);
        }
        assert_eq!(room.number("SELECT COUNT(*) FROM tally WHERE listed AND votable AND comments = 1").await, 1);
    }

    async fn what_was_hidden_anew_after_it_was_restored_stays_hidden(room: Room) {
        let (mo, two, ana) = (room.stage.moderator().await, room.stage.moderator().await, room.stage.citizen().await);
        let idea = room.stage.idea(&ana, "A bench at the river").await;
        room.report(&Viewer::Nobody, about(&idea), "192.0.2.1").await;
        let first = room.done(&mo, &room.item(&mo, ItemKind::Report).await, Act::Hide).await;
        appeal(room, &ana, &first).await;
        room.report(&Viewer::Nobody, about(&idea), "192.0.2.1").await;
        room.done(&two, &room.item(&mo, ItemKind::Report).await, Act::Restore).await;
        room.report(&Viewer::Nobody, about(&idea), "192.0.2.1").await;
        let again = room.done(&mo, &room.item(&mo, ItemKind::Report).await, Act::Hide).await;
        let item = room.item(&mo, ItemKind::Appeal).await;
        room.done(&two, &item, Act::Overturn).await;
        assert!(!is_public(room, &idea, Target::Idea(idea.id)).await, "nobody appealed against the second one");
        let stands = room.stage.moderation.standing_decision(&ana, Target::Idea(idea.id)).await.unwrap();
        assert_eq!(stands.map(|decision| decision.id), Some(again.id));
    }

    async fn reporters_hear_that_something_was_done_whatever_it_was(room: Room) {
        let (mo, ana) = (room.stage.moderator().await, room.stage.citizen().await);
        let until = room.stage.sources.now().plus(std::time::Duration::from_secs(86_400));
        for (n, act) in [less(), Act::Warn, Act::Suspend { until }].into_iter().enumerate() {
            let idea = room.stage.idea(&ana, "A bench and a name").await;
            let receipt = room.report(&Viewer::Nobody, about(&idea), "192.0.2.1").await;
            room.done(&mo, &room.item(&mo, ItemKind::Report).await, act.clone()).await;
            room.done(&mo, &room.item(&mo, ItemKind::Report).await, Act::Keep).await;
            let filed = room.stage.reports.find(&receipt).await.unwrap().unwrap();
            assert_eq!(filed.answered.map(|(outcome, _)| outcome), Some(ReportOutcome::Acted), "{act:?}");
            assert_eq!(filed.appealable(room.stage.sources.now()), None);
            assert_eq!(told(room, "reporter@example.org", "REPORT ANSWERED true").await, n + 1, "{act:?}");
            room.run("UPDATE person SET suspended_until = NULL").await;
        }
        assert_eq!(told(room, "reporter@example.org", "REPORT ANSWERED false").await, 0);
    }

    async fn what_was_taken_back_was_not_done(room: Room) {
        let (mo, ana) = (room.stage.moderator().await, room.stage.citizen().await);
        let idea = room.stage.idea(&ana, "A bench and a name").await;
        let receipt = room.report(&Viewer::Nobody, about(&idea), "192.0.2.1").await;
        let warned = room.done(&mo, &room.item(&mo, ItemKind::Report).await, Act::Warn).await;
        assert!(matches!(room.stage.moderation.undo(&mo, warned.id).await.unwrap(), Undone::Done(_)));
        room.done(&mo, &room.item(&mo, ItemKind::Report).await, Act::Keep).await;
        let filed = room.stage.reports.find(&receipt).await.unwrap().unwrap();
        assert_eq!(filed.answered.map(|(outcome, _)| outcome), Some(ReportOutcome::Kept));
    }

    async fn a_reporter_who_is_right_takes_something_for_a_reason_that_can_be_appealed(room: Room) {
        let (mo, two, ana) = (room.stage.moderator().await, room.stage.moderator().await, room.stage.citizen().await);
        let idea = room.stage.idea(&ana, "A bench at the river").await;
        let receipt = room.report(&Viewer::Nobody, about(&idea), "192.0.2.1").await;
        let kept = room.done(&mo, &room.item(&mo, ItemKind::Report).await, Act::Keep).await;
        room.stage.moderation.appeal_report(&receipt, kept.id, words()).await.unwrap();
        let asked = room.stage.reports.find(&receipt).await.unwrap().unwrap().appeal().unwrap();
        assert_eq!((asked.overturned, asked.answer), (None, None));

        let item = room.item(&mo, ItemKind::Appeal).await;
        let bare = Verdict { reason: None, ..verdict(Act::Overturn) };
        let refused = room.stage.moderation.decide(&two, item.id, item.revision, bare).await;
        assert!(matches!(&refused, Err(ModerationError::Refused(why)) if why.field == "reason"), "{refused:?}");
        let overturned = room.done(&two, &item, Act::Overturn).await;
        assert_eq!((overturned.act, overturned.reason), (ActKind::Overturn, None));
        assert!(!is_public(room, &idea, Target::Idea(idea.id)).await);

        let answer = room.stage.reports.find(&receipt).await.unwrap().unwrap().appeal().unwrap();
        assert_eq!((answer.overturned, answer.answer.as_deref()), (Some(true), Some("Looked at anew.")));
        let hidden = room.stage.moderation.standing_decision(&ana, Target::Idea(idea.id)).await.unwrap().unwrap();
        assert_eq!((hidden.act, hidden.reason.as_ref().unwrap().as_str(), hidden.note.as_deref()), (ActKind::Hide, "SPAM", None));
        assert!(matches!(room.stage.moderation.undo(&mo, hidden.id).await.unwrap(), Undone::TooLate), "an answer is no slip");
        appeal(room, &ana, &hidden).await;
        let again = room.item(&mo, ItemKind::Appeal).await;
        let own = room.stage.moderation.decide(&two, again.id, again.revision, verdict(Act::Overturn)).await;
        assert!(matches!(&own, Err(ModerationError::Refused(why)) if why.code == "OWN_DECISION"), "{own:?}");
        room.done(&mo, &again, Act::Overturn).await;
        assert!(is_public(room, &idea, Target::Idea(idea.id)).await);
    }

    async fn what_was_restored_can_be_looked_at_again_by_whoever_reported_it(room: Room) {
        let (mo, two, ana) = (room.stage.moderator().await, room.stage.moderator().await, room.stage.citizen().await);
        let idea = room.stage.idea(&ana, "A bench at the river").await;
        held(room, &about(&idea)).await;
        let receipt = room.report(&Viewer::Nobody, about(&idea), "198.51.100.1").await;
        let restored = room.done(&mo, &room.item(&mo, ItemKind::Report).await, Act::Restore).await;
        let filed = room.stage.reports.find(&receipt).await.unwrap().unwrap();
        assert_eq!(filed.appealable(room.stage.sources.now()), Some(restored.id));
        room.stage.moderation.appeal_report(&receipt, restored.id, words()).await.unwrap();
        room.done(&two, &room.item(&mo, ItemKind::Appeal).await, Act::Uphold).await;
        assert!(is_public(room, &idea, Target::Idea(idea.id)).await);
        assert_eq!(told(room, "reporter@example.org", "REPORTER'S APPEAL ANSWERED false").await, 1);
    }

    async fn its_author_still_reads_why_after_it_was_upheld(room: Room) {
        let (mo, two, ana) = (room.stage.moderator().await, room.stage.moderator().await, room.stage.citizen().await);
        let idea = room.stage.idea(&ana, "A bench at the river").await;
        room.report(&Viewer::Nobody, about(&idea), "192.0.2.1").await;
        let hidden = room.done(&mo, &room.item(&mo, ItemKind::Report).await, Act::Hide).await;
        appeal(room, &ana, &hidden).await;
        room.done(&two, &room.item(&mo, ItemKind::Appeal).await, Act::Uphold).await;
        let stands = room.stage.moderation.standing_decision(&ana, Target::Idea(idea.id)).await.unwrap().unwrap();
        assert_eq!((stands.id, stands.appeal.and_then(|appeal| appeal.overturned)), (hidden.id, Some(false)));
    }

    async fn nobody_takes_back_a_decision_on_their_own_words(room: Room) {
        let (mo, two) = (room.stage.moderator().await, room.stage.moderator().await);
        let idea = room.stage.idea(&mo, "A moderator's bench").await;
        room.report(&Viewer::Nobody, about(&idea), "192.0.2.1").await;
        let hidden = room.done(&two, &room.item(&two, ItemKind::Report).await, Act::Hide).await;
        assert_eq!(room.stage.moderation.undo(&mo, hidden.id).await.unwrap(), Undone::Own);
        assert!(!is_public(room, &idea, Target::Idea(idea.id)).await);
        assert!(matches!(room.stage.moderation.undo(&two, hidden.id).await.unwrap(), Undone::Done(_)));
    }

    async fn two_appeals_about_one_thing_are_looked_at_one_after_the_other(room: Room) {
        let (mo, two, ana) = (room.stage.moderator().await, room.stage.moderator().await, room.stage.citizen().await);
        let idea = room.stage.idea(&ana, "A bench and a name").await;
        room.report(&Viewer::Nobody, about(&idea), "192.0.2.1").await;
        let less = room.done(&mo, &room.item(&mo, ItemKind::Report).await, less()).await;
        appeal(room, &ana, &less).await;
        let hidden = room.done(&mo, &room.item(&mo, ItemKind::Report).await, Act::Hide).await;
        appeal(room, &ana, &hidden).await;
        let first = room.item(&mo, ItemKind::Appeal).await;
        room.done(&two, &first, Act::Uphold).await;
        let second = room.item(&mo, ItemKind::Appeal).await;
        assert!(second.id != first.id && second.due_at >= first.due_at);
        room.done(&two, &second, Act::Overturn).await;
        assert!(is_public(room, &idea, Target::Idea(idea.id)).await);
        assert_eq!(room.column("SELECT outcome FROM appeal ORDER BY id").await, ["upheld", "overturned"]);
        assert_eq!(room.column("SELECT title FROM idea").await, ["A bench"], "the words that were taken out stay out");
        assert!(room.waiting(&mo).await.is_empty());
    }

    async fn what_an_author_wrote_since_stays_when_a_redaction_is_overturned(room: Room) {
        let (mo, two, ana) = (room.stage.moderator().await, room.stage.moderator().await, room.stage.citizen().await);
        let idea = room.stage.idea(&ana, "A bench and a name").await;
        room.report(&Viewer::Nobody, about(&idea), "192.0.2.1").await;
        let item = room.item(&mo, ItemKind::Report).await;
        let taken = room.done(&mo, &item, less()).await;
        room.done(&mo, &room.item(&mo, ItemKind::Report).await, Act::Keep).await;
        let text = IdeaText::parse("A longer bench", "It would last for ever.", "en").unwrap();
        let _ = room.stage.ideas.edit(&ana, idea.id, 2, text).await.unwrap();
        appeal(room, &ana, &taken).await;
        room.done(&two, &room.item(&mo, ItemKind::Appeal).await, Act::Overturn).await;
        assert_eq!(room.column("SELECT title FROM idea").await, ["A longer bench"]);
        let public = room.column("SELECT title FROM idea_revision WHERE was_public ORDER BY revision").await;
        assert!(public.contains(&"A bench and a name".to_owned()), "what stood before can be read again: {public:?}");
    }

    async fn an_appeal_ends_when_its_decision_is_taken_back_by_a_press(room: Room) {
        let (mo, ana) = (room.stage.moderator().await, room.stage.citizen().await);
        let idea = room.stage.idea(&ana, "A bench at the river").await;
        room.report(&Viewer::Nobody, about(&idea), "192.0.2.1").await;
        let hidden = room.done(&mo, &room.item(&mo, ItemKind::Report).await, Act::Hide).await;
        appeal(room, &ana, &hidden).await;
        assert!(matches!(room.stage.moderation.undo(&mo, hidden.id).await.unwrap(), Undone::Done(_)));
        let kinds: Vec<ItemKind> = room.waiting(&mo).await.iter().map(|item| item.kind).collect();
        assert_eq!(kinds, [ItemKind::Report], "the report waits again, the appeal doesn't");
    }

    async fn a_name_is_taken_away_when_its_reporter_is_right(room: Room) {
        let (mo, two, ana) = (room.stage.moderator().await, room.stage.moderator().await, room.stage.citizen().await);
        let person = ana.person().unwrap();
        room.run("UPDATE person SET name = 'Cheap Pills' WHERE email = 'person-2@example.org'").await;
        let subject = Subject { target: Target::Person(person), place: Place::default(), title: "Cheap Pills".to_owned() };
        let receipt = room.report(&Viewer::Nobody, subject, "192.0.2.1").await;
        let kept = room.done(&mo, &room.item(&mo, ItemKind::Name).await, Act::Keep).await;
        room.stage.moderation.appeal_report(&receipt, kept.id, words()).await.unwrap();
        let item = room.item(&mo, ItemKind::Appeal).await;
        room.done(&two, &item, Act::Overturn).await;
        let named = "SELECT COUNT(*) FROM person WHERE name = 'Cheap Pills' AND email = 'person-2@example.org'";
        assert_eq!(room.number(named).await, 0, "the name is gone");
        let taken = room.stage.moderation.decided_about(&ana).await.unwrap();
        assert_eq!(taken.iter().map(|one| one.act).collect::<Vec<_>>(), [ActKind::ResetName]);
        appeal(room, &ana, &taken[0]).await;
        room.done(&mo, &room.item(&mo, ItemKind::Appeal).await, Act::Overturn).await;
        assert_eq!(room.number(named).await, 1, "and comes back when its owner is");
    }

    async fn nobody_asks_for_another_look_at_what_is_gone(room: Room) {
        let (mo, ana) = (room.stage.moderator().await, room.stage.citizen().await);
        let idea = room.stage.idea(&ana, "A bench at the river").await;
        let comment = room.comment(&ana, &idea, "A fine bench.").await;
        let receipt = room.report(&Viewer::Nobody, under(&idea, &comment), "192.0.2.1").await;
        let kept = room.done(&mo, &room.item(&mo, ItemKind::Report).await, Act::Keep).await;
        room.stage.comments.delete(&ana, comment.id).await.unwrap();
        assert_eq!(room.stage.reports.find(&receipt).await.unwrap().unwrap().appealable(room.stage.sources.now()), None);
        let refused = room.stage.moderation.appeal_report(&receipt, kept.id, words()).await;
        assert!(matches!(refused, Err(ModerationError::Refused(_))), "{refused:?}");
        assert!(room.waiting(&mo).await.is_empty());
    }

    async fn appeals_end_with_what_they_were_about_the_waiting_ones_too(room: Room) {
        let (mo, ana) = (room.stage.moderator().await, room.stage.citizen().await);
        let idea = room.stage.idea(&ana, "A bench and a name").await;
        let comment = room.comment(&ana, &idea, "A fine bench, and a name.").await;
        room.report(&Viewer::Nobody, under(&idea, &comment), "192.0.2.1").await;
        let less = Act::Redact(Redacted::parse(None, "A fine bench.").unwrap());
        let less = room.done(&mo, &room.item(&mo, ItemKind::Report).await, less).await;
        let hidden = room.done(&mo, &room.item(&mo, ItemKind::Report).await, Act::Hide).await;
        for decision in [&less, &hidden] {
            appeal(room, &ana, decision).await;
        }
        room.stage.comments.delete(&ana, comment.id).await.unwrap();
        assert!(room.waiting(&mo).await.is_empty());
        assert_eq!(room.column("SELECT outcome FROM appeal").await, ["moot", "moot"]);
        let figures = room.stage.moderation.figures().await.unwrap();
        assert_eq!((figures.appeals, figures.overturned), (0, 0), "nobody answered them");
    }

    async fn a_merged_idea_is_held_hidden_and_restored_like_any_other(room: Room) {
        let (mo, ana, ben) = (room.stage.moderator().await, room.stage.citizen().await, room.stage.citizen().await);
        let (from, into) = (room.stage.idea(&ana, "A bench").await, room.stage.idea(&ben, "Many benches").await);
        room.report(&Viewer::Nobody, about(&from), "192.0.2.1").await;
        room.done(&mo, &room.item(&mo, ItemKind::Report).await, Act::Merge { into: into.number }).await;
        assert!(is_public(room, &from, Target::Idea(from.id)).await, "originals stay readable");
        held(room, &about(&from)).await;
        assert!(!is_public(room, &from, Target::Idea(from.id)).await, "three people hold it");
        let item = room.item(&mo, ItemKind::Report).await;
        room.done(&mo, &item, Act::Restore).await;
        assert!(is_public(room, &from, Target::Idea(from.id)).await);
        room.report(&Viewer::Nobody, about(&from), "198.51.100.1").await;
        room.done(&mo, &room.item(&mo, ItemKind::Report).await, Act::Hide).await;
        assert!(!is_public(room, &from, Target::Idea(from.id)).await);
        assert_eq!(room.column("SELECT status FROM idea ORDER BY number").await, ["merged", "published"]);
    }

    async fn what_was_hidden_since_stays_hidden_when_a_merge_is_overturned(room: Room) {
        let (mo, two, ana) = (room.stage.moderator().await, room.stage.moderator().await, room.stage.citizen().await);
        let (from, into) = (room.stage.idea(&ana, "A bench").await, room.stage.idea(&ana, "Many benches").await);
        room.report(&Viewer::Nobody, about(&from), "192.0.2.1").await;
        let merged = room.done(&mo, &room.item(&mo, ItemKind::Report).await, Act::Merge { into: into.number }).await;
        room.report(&Viewer::Nobody, about(&from), "192.0.2.1").await;
        room.done(&mo, &room.item(&mo, ItemKind::Report).await, Act::Hide).await;
        appeal(room, &ana, &merged).await;
        room.done(&two, &room.item(&two, ItemKind::Appeal).await, Act::Overturn).await;
        assert_eq!(room.column("SELECT status FROM idea ORDER BY number").await, ["published", "published"]);
        assert!(!is_public(room, &from, Target::Idea(from.id)).await, "the merge was wrong, and not its hiding");
        assert_eq!(room.number("SELECT COUNT(*) FROM tally WHERE listed OR votable").await, 1, "the other one");
    }

    async fn of_two_suspensions_the_one_that_stands_counts(room: Room) {
        let (mo, two, ana) = (room.stage.moderator().await, room.stage.moderator().await, room.stage.citizen().await);
        let idea = room.stage.idea(&ana, "A bench at the river").await;
        room.report(&Viewer::Nobody, about(&idea), "192.0.2.1").await;
        let day = |n: u32| room.stage.sources.now().plus(std::time::Duration::from_secs(86_400) * n);
        let mut made = Vec::new();
        for until in [day(30), day(60)] {
            made.push(room.done(&mo, &room.item(&mo, ItemKind::Report).await, Act::Suspend { until }).await);
        }
        for decision in &made {
            appeal(room, &ana, decision).await;
        }
        let ends = "SELECT CAST(suspended_until AS TEXT) FROM person WHERE suspended_until IS NOT NULL";
        let second = room.column(ends).await;
        room.done(&two, &room.item(&mo, ItemKind::Appeal).await, Act::Overturn).await;
        assert_eq!(room.column(ends).await, second, "the second one stands");
        room.done(&two, &room.item(&mo, ItemKind::Appeal).await, Act::Overturn).await;
        assert!(room.column(ends).await.is_empty(), "none that was overturned comes back");
    }

    async fn what_the_classifier_learnt_of_a_wrong_decision_is_forgotten(room: Room) {
        let (mo, two, ana) = (room.stage.moderator().await, room.stage.moderator().await, room.stage.citizen().await);
        let idea = room.stage.idea(&ana, "A bench at the river").await;
        room.report(&Viewer::Nobody, about(&idea), "192.0.2.1").await;
        let hidden = room.done(&mo, &room.item(&mo, ItemKind::Report).await, Act::Hide).await;
        let refused = "SELECT COUNT(*) FROM lesson WHERE refused <> 0";
        assert_ne!(room.number(refused).await, 0);
        appeal(room, &ana, &hidden).await;
        room.done(&two, &room.item(&mo, ItemKind::Appeal).await, Act::Overturn).await;
        assert_eq!(room.number(refused).await, 0);
    }
}
