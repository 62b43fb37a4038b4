//! What everybody may know of moderation: figures, the log, the rules; and the command that checks the record.

use std::ffi::OsString;
use std::process::ExitCode;
use std::time::Duration;

use folkmoot_common::{Language, PageRequest, PublishingMode, Viewer};
use folkmoot_ideas::VotingRule;
use folkmoot_moderation::{
    Act, ActKind, Broken, FIGURES_KEPT, ItemKind, Logged, ModerationError, Note, On, Reason, ReasonCode, Verdict,
    WhichDecisions,
};
use folkmoot_tests::database::Kind;

use super::room::{Room, in_the_room};

/// Words that somebody wrote, in a title, a text, a note and an answer.
const WRITTEN: &str = "quokka";

/// Three ideas wait; two hours later one is published, one refused, one refused and that taken back.
async fn decide_on_three(room: &Room) -> (Viewer, Viewer) {
    let (mo, ana) = (room.stage.moderator().await, room.stage.citizen().await);
    room.stage.campaign("checked", VotingRule::SupportAndOppose, PublishingMode::AfterReview, None).await;
    for n in 1..=3 {
        let _ = room.stage.submit_text(&ana, "checked", &format!("A {WRITTEN} bench {n}"), WRITTEN).await;
    }
    room.clock.advance(Duration::from_secs(7_200));
    let items = room.waiting(&mo).await;
    let refuse = || Verdict {
        act: Act::Reject,
        reason: Some(ReasonCode::parse("OFF_TOPIC").unwrap()),
        note: Note::parse(WRITTEN).unwrap(),
    };
    room.done(&mo, &items[0], Act::Publish { trust: false }).await;
    for item in &items[1..] {
        room.stage.moderation.decide(&mo, item.id, item.revision, refuse()).await.unwrap();
    }
    let latest = room.stage.moderation.decisions(&mo, WhichDecisions::All, &PageRequest::first(1)).await.unwrap();
    room.stage.moderation.undo(&mo, latest.items[0].id).await.unwrap();
    (mo, ana)
}

async fn log(room: &Room) -> Vec<Logged> {
    room.stage.moderation.log(&PageRequest::first(100)).await.unwrap().items
}

fn reason(code: &str, title: &str) -> Reason {
    Reason::parse(code, title, "A rule of ours", "This is wrong.", "Mend it so.").unwrap()
}

fn language(code: &str) -> Language {
    Language::parse(code).unwrap()
}

in_the_room! {
    async fn the_figures_are_true_and_at_most_five_minutes_old(room: Room) {
        let (mo, ana) = decide_on_three(room).await;
        let figures = room.stage.moderation.figures().await.unwrap();
        assert_eq!((figures.decided, figures.undone, figures.appeals), (2, 1, 0));
        assert_eq!(figures.acts.get(&ActKind::Reject), Some(&1));
        assert_eq!(figures.acts.get(&ActKind::Publish), Some(&1));
        assert_eq!(figures.reasons.iter().map(|(code, n)| (code.as_str(), *n)).collect::<Vec<_>>(), [("OFF_TOPIC", 1)]);
        assert_eq!(figures.median_wait.map(|wait| wait.as_secs() / 60), Some(120));

        // An appeal is answered meanwhile: for five minutes the figures stay what they were.
        let refused = room.stage.moderation.decisions(&mo, WhichDecisions::All, &PageRequest::first(3)).await;
        let refused = refused.unwrap().items.into_iter().find(|one| one.act == ActKind::Reject && one.undone_at.is_none()).unwrap();
        let words = Note::required("words", WRITTEN).unwrap();
        room.stage.moderation.appeal(&ana, refused.id, words).await.unwrap();
        let other = room.stage.moderator().await;
        let appeal = room.item(&other, ItemKind::Appeal).await;
        room.done(&other, &appeal, Act::Overturn).await;
        room.clock.advance(FIGURES_KEPT - Duration::from_secs(1));
        assert_eq!(room.stage.moderation.figures().await.unwrap(), figures);
        room.clock.advance(Duration::from_secs(1));
        let figures = room.stage.moderation.figures().await.unwrap();
        assert_eq!((figures.decided, figures.appeals, figures.overturned), (3, 1, 1));

        room.clock.advance(Duration::from_secs(91 * 24 * 60 * 60));
        let figures = room.stage.moderation.figures().await.unwrap();
        assert_eq!((figures.decided, figures.median_wait), (0, None), "they are of the last ninety days");
    }

    async fn the_log_tells_numbers_and_no_words(room: Room) {
        decide_on_three(room).await;
        let all = log(room).await;
        assert_eq!(all.iter().map(|one| one.act).collect::<Vec<_>>(), [ActKind::Reject, ActKind::Reject, ActKind::Publish]);
        assert_eq!(all.iter().map(|one| one.undone).collect::<Vec<_>>(), [true, false, false]);
        assert!(matches!(all[2].on, On::Idea { number: Some(_), public: true }), "{:?}", all[2]);
        assert!(matches!(all[1].on, On::Idea { number: Some(_), public: false }), "{:?}", all[1]);
        assert!(!format!("{all:?}").contains(WRITTEN), "{all:?}");
        assert_eq!(room.stage.moderation.latest().await.unwrap().to_vec(), all);

        let first = room.stage.moderation.log(&PageRequest::first(2)).await.unwrap();
        let after = PageRequest::first(2).after(Some(first.items[1].cursor.clone()));
        let second = room.stage.moderation.log(&after).await.unwrap();
        assert_eq!([first.items, second.items].concat(), all, "page by page it is the same");
    }

    async fn rules_are_versions_of_a_language(room: Room) {
        let (admin, mo) = (room.stage.admin().await, room.stage.moderator().await);
        let (en, cy) = (language("en"), language("cy"));
        let moderation = &room.stage.moderation;
        assert_eq!(moderation.policies(&en).await.unwrap(), []);
        assert!(matches!(moderation.publish_policy(&mo, &en, "Mine.").await, Err(ModerationError::Forbidden)));
        assert!(matches!(moderation.publish_policy(&admin, &en, " ").await, Err(ModerationError::Invalid(_))));
        for (at, words) in ["Be kind.", "Be kind, and brief."].into_iter().enumerate() {
            let version = moderation.publish_policy(&admin, &en, words).await.unwrap();
            assert_eq!(usize::try_from(version).unwrap(), at + 1);
        }
        assert_eq!(moderation.publish_policy(&admin, &cy, "Byddwch yn garedig.").await.unwrap(), 1);
        let versions = moderation.policies(&en).await.unwrap();
        let read: Vec<_> = versions.iter().map(|one| (one.version, one.words.as_str())).collect();
        assert_eq!(read, [(2, "Be kind, and brief."), (1, "Be kind.")]);
        assert_eq!(moderation.verify().await.unwrap(), Ok(3), "each is an entry of the record");
    }

    async fn a_reason_is_retired_and_brought_back_in_every_language(room: Room) {
        let (admin, mo) = (room.stage.admin().await, room.stage.moderator().await);
        let moderation = &room.stage.moderation;
        let refused = moderation.settle(&mo, language("en"), reason("SPAM", "Adverts")).await;
        assert!(matches!(refused, Err(ModerationError::Forbidden)), "{refused:?}");
        moderation.settle(&admin, language("en"), reason("SPAM", "Adverts")).await.unwrap();
        moderation.settle(&admin, language("cy"), reason("SPAM", "Hysbysebion")).await.unwrap();
        let retired = Reason { retired: true, ..reason("SPAM", "Adverts") };
        moderation.settle(&admin, language("en"), retired).await.unwrap();
        for code in ["en", "cy"] {
            let all = moderation.reasons(&language(code)).await.unwrap();
            assert!(all.iter().any(|one| one.code.as_str() == "SPAM" && one.retired), "{code}: {all:?}");
        }
        moderation.settle(&admin, language("cy"), reason("SPAM", "Hysbysebion")).await.unwrap();
        for (code, title) in [("en", "Adverts"), ("cy", "Hysbysebion")] {
            let all = moderation.reasons(&language(code)).await.unwrap();
            assert!(all.iter().any(|one| one.title == title && !one.retired), "{code}: {all:?}");
        }
    }

    async fn the_record_is_checked_while_acts_go_on(room: Room) {
        let (admin, en) = (room.stage.admin().await, language("en"));
        let acts = async {
            for n in 1..=40 {
                room.stage.moderation.publish_policy(&admin, &en, &format!("Version {n}.")).await.unwrap();
            }
        };
        let checks = async {
            for _ in 0..40 {
                let found = room.stage.moderation.verify().await.unwrap();
                assert!(found.is_ok(), "{found:?}");
            }
        };
        futures::future::join(acts, checks).await;
        assert_eq!(room.stage.moderation.verify().await.unwrap(), Ok(40));
        room.open_the_record().await;
        room.run("CREATE TABLE safe AS SELECT * FROM audit").await;
        for (touch, found) in [
            ("UPDATE audit SET detail = '{}' WHERE seq = 7", Broken::Changed(7)),
            ("DELETE FROM audit WHERE seq > 38", Broken::Cut(40)),
            ("DELETE FROM audit", Broken::Cut(40)),
        ] {
            room.run(touch).await;
            assert_eq!(room.stage.moderation.verify().await.unwrap(), Err(found), "{touch}");
            room.run("DELETE FROM audit").await;
            room.run("INSERT INTO audit SELECT * FROM safe").await;
        }
    }
}

/// The command itself, as a nightly job runs it.
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn the_command_finds_a_changed_row_and_a_cut_end() {
    let room = Room::open(Kind::Sqlite).await;
    let admin = room.stage.admin().await;
    for words in ["Be kind.", "Be brief.", "Be both."] {
        room.stage.moderation.publish_policy(&admin, &language("en"), words).await.unwrap();
    }
    let folder = tempfile::tempdir().unwrap();
    let config = folder.path().join("folkmoot.toml");
    std::fs::write(&config, format!("[database]\nurl = \"{}\"\n", room.url())).unwrap();
    let run = async || {
        let line = ["folkmoot", "audit-log", "--config", config.to_str().unwrap()].map(OsString::from);
        // The command brings a runtime of its own.
        tokio::task::spawn_blocking(move || folkmoot::run_command(line)).await.unwrap()
    };
    assert_eq!(run().await, ExitCode::SUCCESS);
    room.open_the_record().await;
    room.run("UPDATE audit SET act = 'REASON' WHERE seq = 2").await;
    assert_eq!(run().await, ExitCode::FAILURE, "a changed row");
    room.run("UPDATE audit SET act = 'POLICY' WHERE seq = 2").await;
    assert_eq!(run().await, ExitCode::SUCCESS);
    room.run("DELETE FROM audit WHERE seq = 3").await;
    assert_eq!(run().await, ExitCode::FAILURE, "a cut end");
}
