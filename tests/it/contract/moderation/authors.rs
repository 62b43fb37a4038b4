//! What authors and reporters are told without asking: an answer at their own address in their language, why somebody may
//! not post, and names that a moderator looks at.

use std::time::Duration;

use folkmoot_common::{Address, Language, Suspicion, Viewer};
use folkmoot_moderation::{Act, ActKind, Complaint, ItemKind, Note, RawComplaint, Subject};
use folkmoot_people::{Leave, Renamed};

use super::room::{Room, about, in_the_room, under};

fn welsh() -> Language {
    Language::parse("cy").unwrap()
}

/// Reports without saying where an answer goes, or in Welsh to this address.
async fn report(room: &Room, who: &Viewer, subject: Subject, to: Option<&str>) {
    let raw = RawComplaint { ground: "SPAM", details: "", name: "", in_good_faith: true };
    let address = to.map(|to| Address::parsed(to.to_owned()));
    let complaint = Complaint::parse(raw, Ok(address)).unwrap();
    let complaint = if to.is_some() { complaint.in_language(welsh()) } else { complaint };
    room.stage.reports.file(who, subject, complaint, "192.0.2.1").await.unwrap();
}

async fn email(room: &Room, who: &Viewer) -> String {
    let person = room.stage.people.person(who).await.unwrap().expect("they have an account");
    person.email.expect("they have an address").as_str().to_owned()
}

async fn told(room: &Room, to: &str) -> Vec<String> {
    let mut told: Vec<String> =
        room.letters().await.into_iter().filter(|letter| letter.0 == to).map(|letter| letter.1).collect();
    told.sort();
    told
}

in_the_room! {
    async fn whoever_reports_is_answered_where_they_are_and_in_their_language(room: Room) {
        let (mo, ana, ben) = (room.stage.moderator().await, room.stage.citizen().await, room.stage.citizen().await);
        assert!(room.stage.people.speak(&ben, welsh()).await.unwrap());
        let idea = room.stage.idea(&ana, "A bench").await;
        report(room, &ben, about(&idea), None).await;
        report(room, &Viewer::Nobody, about(&idea), Some("cai@example.org")).await;
        report(room, &Viewer::Nobody, about(&idea), None).await;
        let item = room.item(&mo, ItemKind::Report).await;
        let dossier = room.stage.moderation.dossier(&mo, &item).await.unwrap();
        assert_eq!(dossier.reports.iter().map(|report| report.answerable).collect::<Vec<_>>(), [false, true, true]);
        room.done(&mo, &item, Act::Keep).await;
        for to in [email(room, &ben).await, "cai@example.org".to_owned()] {
            assert_eq!(told(room, &to).await, ["REPORT ANSWERED false in cy", "REPORT KEPT in cy"], "{to}");
        }
        assert!(room.column("SELECT answer_to FROM report WHERE answer_to LIKE 'person%'").await.is_empty(), "kept nowhere else");
    }

    async fn what_its_author_takes_back_is_answered_too(room: Room) {
        let (mo, ana, ben) = (room.stage.moderator().await, room.stage.citizen().await, room.stage.citizen().await);
        let idea = room.stage.idea(&ana, "A bench").await;
        let comment = room.comment(&ana, &idea, "A fine bench.").await;
        report(room, &ben, under(&idea, &comment), None).await;
        let under_it = room.comment(&room.stage.citizen().await, &idea, "Pills.").await;
        report(room, &Viewer::Nobody, under(&idea, &under_it), Some("cai@example.org")).await;
        room.stage.comments.delete(&ana, comment.id).await.unwrap();
        assert_eq!(told(room, &email(room, &ben).await).await, ["REPORT GONE", "REPORT KEPT"]);
        // Another moderator is asked to look at what stays, and its author takes the idea back with all that is under it.
        report(room, &Viewer::Nobody, about(&idea), Some("dai@example.org")).await;
        let item = room.waiting(&mo).await.into_iter().find(|item| item.place.comment.is_none()).unwrap();
        let kept = room.done(&mo, &item, Act::Keep).await;
        let receipt = room.column("SELECT receipt FROM report WHERE answer_to = 'dai@example.org'").await;
        let receipt = folkmoot_moderation::Receipt::parse(&receipt[0]).unwrap();
        let why = Note::required("words", "It is spam.").unwrap();
        room.stage.moderation.appeal_report(&receipt, kept.id, why).await.unwrap();
        room.stage.ideas.withdraw(&ana, idea.id, folkmoot_ideas::Reason::parse("Done already.").unwrap()).await.unwrap();
        assert!(room.waiting(&mo).await.is_empty());
        assert_eq!(told(room, "cai@example.org").await, ["REPORT GONE in cy", "REPORT KEPT in cy"]);
        assert!(told(room, "dai@example.org").await.contains(&"REPORT GONE in cy".to_owned()), "their appeal ends so");
        assert_eq!(room.number("SELECT COUNT(*) FROM report WHERE answered_at IS NULL").await, 0);

        let other = room.stage.idea(&ben, "A tree").await;
        report(room, &Viewer::Nobody, about(&other), Some("eve@example.org")).await;
        let _left = room.stage.people.leave(&ben, Leave::Nothing).await.unwrap();
        assert_eq!(told(room, "eve@example.org").await, ["REPORT GONE in cy", "REPORT KEPT in cy"]);
    }

    async fn who_is_suspended_learns_until_when_and_why_and_may_appeal(room: Room) {
        let (mo, ana) = (room.stage.moderator().await, room.stage.citizen().await);
        let idea = room.stage.idea(&ana, "A bench").await;
        report(room, &Viewer::Nobody, about(&idea), None).await;
        let item = room.item(&mo, ItemKind::Report).await;
        let until = room.stage.sources.now().plus(Duration::from_secs(86_400));
        room.done(&mo, &item, Act::Warn).await;
        let decision = room.done(&mo, &item, Act::Suspend { until }).await;
        let moderation = &room.stage.moderation;
        let found = moderation.suspension(&ana).await.unwrap().expect("they are suspended");
        assert_eq!((found.until, found.decision.map(|found| found.id)), (until, Some(decision.id)));
        let decided = moderation.decided_about(&ana).await.unwrap();
        assert_eq!(decided.iter().map(|decision| decision.act).collect::<Vec<_>>(), [ActKind::Suspend, ActKind::Warn]);
        for other in [Viewer::Nobody, mo] {
            assert!(moderation.suspension(&other).await.unwrap().is_none());
            assert!(moderation.decided_about(&other).await.unwrap().is_empty());
        }
        let why = Note::required("words", "It was not me.").unwrap();
        moderation.appeal(&ana, decided[0].id, why).await.unwrap();
        assert!(moderation.decided_about(&ana).await.unwrap()[0].appeal.is_some());
    }

    async fn names_are_looked_at(room: Room) {
        let (mo, ana) = (room.stage.moderator().await, room.stage.citizen().await);
        let rename = async |name: &str| {
            let renamed = room.stage.people.rename(&ana, name).await.unwrap();
            assert!(matches!(renamed, Renamed::Done(_)), "nothing is refused: {renamed:?}");
        };
        rename("Ana of the Hill").await;
        assert!(room.waiting(&mo).await.is_empty());
        for (name, why) in [
            ("Arse Bastard", Suspicion::WordList),
            ("www.pills.example.com", Suspicion::Links),
            ("Call 07700 900123", Suspicion::PersonalData),
        ] {
            rename(name).await;
            let item = room.item(&mo, ItemKind::Name).await;
            assert_eq!((item.title.as_str(), item.hunches.iter().any(|hunch| hunch.why == why)), (name, true), "{:?}", item.hunches);
        }
        rename("Ana of the Vale").await;
        assert!(room.waiting(&mo).await.is_empty(), "nothing is left to look at");
        rename("Arse Bastard").await;
        room.done(&mo, &room.item(&mo, ItemKind::Name).await, Act::ResetName).await;
        assert_eq!(room.number("SELECT COUNT(*) FROM person WHERE name = 'Arse Bastard'").await, 0);
    }
}
