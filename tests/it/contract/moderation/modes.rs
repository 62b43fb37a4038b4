//! What waits, by the campaign's publishing mode, its author's standing and what the rules found.

use std::time::Duration;

use folkmoot_comments::{CommentError, CommentState, CommentText};
use folkmoot_common::{PublishingMode, Suspicion, Viewer};
use folkmoot_ideas::{Edited, Idea, IdeaError, IdeaText, Submission, VotingRule};
use folkmoot_moderation::{Act, ItemKind};
use folkmoot_votes::{Choice, Outcome};

use super::super::stage::PROMISE;
use super::room::{Room, about, in_the_room};

/// Posts; says whether it waits.
async fn post(room: &Room, who: &Viewer, campaign: &str, title: &str, body: &str) -> (bool, Idea) {
    match room.stage.submit_text(who, campaign, title, body).await {
        Submission::Published(idea) => (false, idea),
        Submission::Waiting(idea, by) => {
            let left = by.since(room.stage.sources.now());
            assert!(left <= PROMISE && left > PROMISE - Duration::from_secs(60), "looked at within {left:?}");
            (true, idea)
        }
        Submission::CampaignClosed => panic!("it is open"),
    }
}

fn slug(mode: PublishingMode) -> String {
    mode.as_str().to_lowercase().replace('_', "-")
}

in_the_room! {
    async fn what_waited_knows_when_it_became_public(room: Room) {
        let (mo, ana) = (room.stage.moderator().await, room.stage.citizen().await);
        let at_once = room.stage.idea(&ana, "Seats by the pond").await;
        assert_eq!(at_once.published_at, Some(at_once.created_at));
        room.stage.campaign("checked", VotingRule::SupportAndOppose, PublishingMode::AfterReview, None).await;
        let (waits, idea) = post(room, &ana, "checked", "A bench in the park", "To rest.").await;
        assert_eq!((waits, idea.published_at), (true, None));
        room.done(&mo, &room.item(&mo, ItemKind::Idea).await, Act::Publish { trust: false }).await;
        let public = room.stage.ideas.find(&Viewer::Nobody, idea.id).await.unwrap().unwrap();
        assert!(public.published_at.is_some(), "{public:?}");
    }

    async fn each_mode_holds_what_it_says(room: Room) {
        let mo = room.stage.moderator().await;
        // Whether it holds: a newcomer's calm words, a newcomer's link, a known author's calm words, theirs with a number.
        for (mode, holds) in [
            (PublishingMode::StraightAway, [false, false, false, false]),
            (PublishingMode::UnlessFlagged, [false, true, false, true]),
            (PublishingMode::FirstPosts, [true, true, false, true]),
            (PublishingMode::AfterReview, [true, true, true, true]),
        ] {
            let campaign = room.stage.campaign(&slug(mode), VotingRule::SupportAndOppose, mode, None).await;
            let own = room.stage.idea(&room.stage.citizen().await, &format!("A place to talk about {}", slug(mode))).await;
            let there = format!("campaign_id = (SELECT id FROM campaign WHERE slug = '{}')", campaign.slug);
            room.run(&format!("UPDATE idea SET {there} WHERE number = {}", own.number)).await;
            room.run(&format!("UPDATE tally SET {there} WHERE idea_id = (SELECT id FROM idea WHERE number = {})", own.number)).await;
            let known = room.stage.citizen().await;
            let _first = room.stage.idea(&known, &format!("Somebody known in {}", slug(mode))).await;
            for (at, (who, words, flagged)) in [
                (&room.stage.citizen().await, "It would be good for us all.", false),
                (&room.stage.citizen().await, "See https://pills.example.net/buy for more.", true),
                (&known, "It would be good for everybody.", false),
                (&known, "Call me on 07700 900123 about it.", true),
            ].into_iter().enumerate() {
                let before = room.waiting(&mo).await.len();
                let text = CommentText::parse(words, None).unwrap();
                let said = room.stage.comments.post(who, own.id, None, text).await.unwrap();
                assert_eq!(said.state == CommentState::Held, holds[at], "{mode:?}: {words}");
                let counted = i64::from(!holds[at]);
                let seen = room.stage.comments.find(&Viewer::Nobody, said.id).await.unwrap();
                assert_eq!(seen.is_some_and(|c| c.words.is_some()), !holds[at]);
                let queued = usize::from(holds[at] || flagged);
                assert_eq!(room.waiting(&mo).await.len(), before + queued, "{mode:?}: {words}");
                assert_eq!(room.number(&format!("SELECT comments FROM tally WHERE idea_id = (SELECT id FROM idea WHERE number = {})", own.number)).await, counted);
                room.stage.comments.delete(who, said.id).await.unwrap();
                assert_eq!(room.waiting(&mo).await.len(), before, "what is taken back waits for nobody");

                let (waits, idea) = post(room, who, &campaign.slug, &format!("Title {at} in {}", slug(mode)), words).await;
                assert_eq!(waits, holds[at], "{mode:?}: {words}");
                assert_eq!(room.stage.ideas.find(&Viewer::Nobody, idea.id).await.unwrap().is_some(), !holds[at]);
                let items = room.waiting(&mo).await;
                assert_eq!(items.len(), before + queued, "{mode:?}: {words}");
                if let Some(item) = items.iter().find(|item| item.place.number == Some(idea.number)) {
                    assert_eq!(item.hunches.is_empty(), !flagged);
                    let act = if waits { Act::Publish { trust: false } } else { Act::Keep };
                    room.done(&mo, item, act).await;
                }
                assert!(room.stage.ideas.find(&Viewer::Nobody, idea.id).await.unwrap().is_some());
            }
        }
    }

    async fn the_rules_find_bursts_and_repeats_and_refuse_nothing(room: Room) {
        let (mo, ana) = (room.stage.moderator().await, room.stage.citizen().await);
        room.stage.campaign("flagged", VotingRule::SupportAndOppose, PublishingMode::UnlessFlagged, None).await;
        let body = "The bench at the river should be mended before the summer comes again.";
        assert!(!post(room, &ana, "flagged", "Mend the bench", body).await.0);
        let (waits, _again) = post(room, &ana, "flagged", "Mend the bench", body).await;
        assert!(waits, "the same again");
        for n in 2..5 {
            assert!(!post(room, &ana, "flagged", &format!("Plan {n}"), &format!("Different words number {n}.")).await.0);
        }
        let (waits, _sixth) = post(room, &ana, "flagged", "Plan the sixth", "Different words once more.").await;
        assert!(waits, "six in a row");
        let found: Vec<Suspicion> = room.waiting(&mo).await.iter().flat_map(|item| &item.hunches).map(|hunch| hunch.why).collect();
        assert_eq!(found, [Suspicion::Repeated, Suspicion::Burst]);
    }

    async fn who_is_trusted_waits_for_nobody_unless_something_is_flagged(room: Room) {
        let mo = room.stage.moderator().await;
        for mode in [PublishingMode::FirstPosts, PublishingMode::AfterReview] {
            let slug = slug(mode);
            room.stage.campaign(&slug, VotingRule::SupportAndOppose, mode, None).await;
            let (known, trusted) = (room.stage.citizen().await, room.stage.citizen().await);
            for (who, trust) in [(&known, false), (&trusted, true)] {
                let (waits, idea) = post(room, who, &slug, &format!("First in {slug}, {trust}"), "Words.").await;
                assert!(waits);
                let item = room.waiting(&mo).await.into_iter().find(|item| item.place.number == Some(idea.number)).unwrap();
                room.done(&mo, &item, Act::Publish { trust }).await;
            }
            let waits = post(room, &known, &slug, &format!("Known in {slug}"), "Other words.").await.0;
            assert_eq!(waits, mode == PublishingMode::AfterReview, "somebody merely known, {mode:?}");
            let (waits, idea) = post(room, &trusted, &slug, &format!("Trusted in {slug}"), "Other words.").await;
            assert!(!waits, "{mode:?}");
            let text = IdeaText::parse(&format!("Changed in {slug}"), "Calm words.", "en").unwrap();
            assert!(matches!(room.stage.ideas.edit(&trusted, idea.id, 1, text).await.unwrap(), Edited::Saved(_)));
            assert_eq!(room.comment(&trusted, &idea, "And a word more.").await.state, CommentState::Published);
            assert!(post(room, &trusted, &slug, &format!("A number in {slug}"), "Call 07700 900123.").await.0, "{mode:?}");
            let waiting = room.waiting(&mo).await;
            for item in waiting {
                room.done(&mo, &item, Act::Publish { trust: false }).await;
            }
        }
    }

    async fn who_is_trusted_posts_and_who_is_suspended_only_votes(room: Room) {
        let (mo, ana) = (room.stage.moderator().await, room.stage.citizen().await);
        room.stage.campaign("first", VotingRule::SupportAndOppose, PublishingMode::FirstPosts, None).await;
        let (waits, idea) = post(room, &ana, "first", "A night bus", "For late shifts.").await;
        assert!(waits);
        let item = room.item(&mo, ItemKind::Idea).await;
        room.done(&mo, &item, Act::Publish { trust: true }).await;
        assert_eq!(room.number("SELECT COUNT(*) FROM person WHERE trusted_at IS NOT NULL").await, 1);
        assert!(!post(room, &ana, "first", "A day bus", "See https://buses.example.net/plan").await.0, "trusted");

        room.report(&Viewer::Nobody, about(&idea), "192.0.2.1").await;
        let item = room.item(&mo, ItemKind::Report).await;
        let until = room.stage.sources.now().plus(Duration::from_secs(86_400));
        room.done(&mo, &item, Act::Suspend { until }).await;
        let text = IdeaText::parse("Another one", "Because.", "en").unwrap();
        let slug = folkmoot_ideas::Slug::parse("first").unwrap();
        assert!(matches!(room.stage.ideas.submit(&ana, &slug, text.clone()).await, Err(IdeaError::Suspended(_))));
        assert!(matches!(room.stage.ideas.edit(&ana, idea.id, 1, text).await, Err(IdeaError::Suspended(_))));
        let said = CommentText::parse("But why?", None).unwrap();
        assert!(matches!(room.stage.comments.post(&ana, idea.id, None, said).await, Err(CommentError::Suspended(_))));
        assert_eq!(room.stage.votes.cast(&ana, idea.id, Choice::Support).await.unwrap().outcome, Outcome::Counted);
        assert_eq!(room.item(&mo, ItemKind::Report).await.id, item.id, "an act on its author leaves the item where it is");
    }
}
