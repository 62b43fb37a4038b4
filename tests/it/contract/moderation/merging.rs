//! Merging without robbing anyone: supporters go along only where they have no say of their own, and come back exactly.

use folkmoot_common::Viewer;
use folkmoot_ideas::Idea;
use folkmoot_moderation::{Act, Decided, ItemKind, Undone};
use folkmoot_replies::{Stepped, Telling};
use folkmoot_votes::{Choice, Outcome};
use futures::future::join_all;

use super::super::telling::{news, telling_over};
use super::room::{Room, about, in_the_room};

async fn two_ideas(room: &Room) -> (Viewer, Idea, Idea) {
    let (mo, ana) = (room.stage.moderator().await, room.stage.citizen().await);
    let from = room.stage.idea(&ana, "A bench").await;
    let into = room.stage.idea(&ana, "Many benches").await;
    room.report(&Viewer::Nobody, about(&from), "192.0.2.1").await;
    (mo, from, into)
}

async fn cast(room: &Room, who: &Viewer, idea: &Idea, choice: Choice) {
    assert_eq!(room.stage.votes.cast(who, idea.id, choice).await.unwrap().outcome, Outcome::Counted);
}

/// Who is told of what.
struct Heard<'a> {
    room: &'a Room,
    telling: Telling,
}

impl<'a> Heard<'a> {
    fn of(room: &'a Room) -> Self {
        Self { room, telling: telling_over(&room.store, room.stage.sources.clone()) }
    }

    async fn choose(&self, who: &Viewer, idea: &Idea, follows: bool) {
        self.telling.follow(who, idea.id, follows).await.unwrap();
    }

    /// News of the idea reaches exactly these, each once.
    async fn are_told(&self, idea: &Idea, subject: &str, whom: &[&Viewer]) {
        self.telling.announce(&news(&self.room.stage.sources, idea.id, subject)).await.unwrap();
        while self.telling.step().await.unwrap() != Stepped::Nothing {}
        let letters = self.room.letters().await.into_iter();
        let mut told: Vec<String> = letters.filter(|(_, said)| said.starts_with(subject)).map(|(to, _)| to).collect();
        told.sort_unstable();
        let mut expected = Vec::new();
        for viewer in whom {
            let person = self.room.stage.people.person(viewer).await.unwrap().unwrap();
            expected.push(person.email.unwrap().as_str().to_owned());
        }
        expected.sort_unstable();
        assert_eq!(told, expected, "{subject}");
    }
}

async fn counts(room: &Room, idea: &Idea) -> (i64, i64) {
    let tally = room.stage.votes.tallies(&[idea.id]).await.unwrap()[0];
    (tally.support, tally.oppose)
}

in_the_room! {
    async fn supporters_go_along_where_they_have_no_say_and_come_back(room: Room) {
        let (mo, from, into) = two_ideas(room).await;
        let mut people = Vec::new();
        for _ in 0..7 {
            people.push(room.stage.citizen().await);
        }
        // All support the first but the last, who opposes it; there, one supports, one opposes, one took it back.
        for person in &people[..6] {
            cast(room, person, &from, Choice::Support).await;
        }
        cast(room, &people[6], &from, Choice::Oppose).await;
        cast(room, &people[0], &into, Choice::Support).await;
        cast(room, &people[1], &into, Choice::Oppose).await;
        cast(room, &people[2], &into, Choice::Support).await;
        let _ = room.stage.votes.retract(&people[2], into.id).await.unwrap();
        // Who opposes it follows it too, and so does one of those who support it.
        for follower in [&people[6], &people[5]] {
            Heard::of(room).choose(follower, &from, true).await;
        }
        let version = room.stage.votes.tallies(&[into.id]).await.unwrap()[0].version;
        assert_eq!(counts(room, &into).await, (1, 1));

        let item = room.item(&mo, ItemKind::Report).await;
        let decision = room.done(&mo, &item, Act::Merge { into: into.number }).await;
        assert_eq!(counts(room, &into).await, (4, 1), "three of six were carried");
        assert_eq!(counts(room, &from).await, (6, 1), "the one that is merged keeps its own");
        assert!(room.stage.votes.tallies(&[into.id]).await.unwrap()[0].version > version);
        let target = room.stage.ideas.find(&Viewer::Nobody, into.id).await.unwrap().unwrap();
        assert_eq!((target.carried, room.stage.ideas.carried(&target).await.unwrap()), (3, vec![(from.number, 3)]));
        let merged = room.stage.ideas.find(&Viewer::Nobody, from.id).await.unwrap().expect("it stays readable");
        assert_eq!(merged.merged_into, Some(into.number));
        let late = room.stage.votes.cast(&mo, from.id, Choice::Support).await;
        assert!(!matches!(&late, Ok(receipt) if receipt.outcome == Outcome::Counted), "it takes no votes: {late:?}");
        let told = room.letters().await.iter().filter(|(_, subject)| subject.starts_with("CARRIED")).count();
        assert_eq!(told, 3);
        let told = room.letters().await.iter().filter(|(_, subject)| subject.starts_with("VOTED")).count();
        assert_eq!(told, 2, "who had voted there is told that their vote stands; who took it back is left alone");
        let told = room.letters().await.iter().filter(|(_, subject)| subject.starts_with("FOLLOWS")).count();
        assert_eq!(told, 1, "who only follows it is told too, and nobody twice");

        // One chooses the same for themselves, one the other, one leaves it as it is.
        let _ = room.stage.votes.cast(&people[3], into.id, Choice::Support).await.unwrap();
        assert_eq!(counts(room, &into).await, (4, 1));
        cast(room, &people[4], &into, Choice::Oppose).await;
        assert_eq!(counts(room, &into).await, (3, 2));
        let target = room.stage.ideas.find(&Viewer::Nobody, into.id).await.unwrap().unwrap();
        let came = room.stage.ideas.carried(&target).await.unwrap();
        assert_eq!((target.carried, came), (1, vec![(from.number, 1)]), "who chose for themselves no longer came along");
        room.nothing_is_off().await;

        assert!(matches!(room.stage.moderation.undo(&mo, decision.id).await.unwrap(), Undone::Done(_)));
        assert_eq!(counts(room, &into).await, (2, 2), "only what was carried and never chosen again goes");
        assert_eq!(counts(room, &from).await, (6, 1));
        assert_eq!(room.stage.votes.own(&people[3], &[into.id]).await.unwrap().get(&into.id), Some(&Choice::Support));
        assert_eq!(room.number("SELECT COUNT(*) FROM vote WHERE carried_from IS NOT NULL").await, 0);
        cast(room, &mo, &from, Choice::Support).await;
    }

    async fn a_merge_that_is_taken_back_reaches_as_far_as_it_went(room: Room) {
        let (mo, first, second) = two_ideas(room).await;
        let third = room.stage.idea(&room.stage.citizen().await, "Benches everywhere").await;
        let mut people = Vec::new();
        for _ in 0..4 {
            people.push(room.stage.citizen().await);
        }
        cast(room, &people[0], &first, Choice::Support).await;
        cast(room, &people[1], &first, Choice::Support).await;
        cast(room, &people[2], &second, Choice::Support).await;
        cast(room, &people[3], &third, Choice::Oppose).await;
        Heard::of(room).choose(&people[3], &first, true).await;
        let carried = "SELECT COUNT(*) FROM follow WHERE carried_from IS NOT NULL";
        let merged = room.done(&mo, &room.item(&mo, ItemKind::Report).await, Act::Merge { into: second.number }).await;
        assert_eq!(counts(room, &second).await, (3, 0));
        room.report(&Viewer::Nobody, about(&second), "192.0.2.1").await;
        let onwards = room.done(&mo, &room.item(&mo, ItemKind::Report).await, Act::Merge { into: third.number }).await;
        assert_eq!(counts(room, &third).await, (3, 1));
        cast(room, &people[1], &third, Choice::Support).await;
        assert_eq!(room.number(carried).await, 3, "a follower twice, and the second's author");

        assert!(matches!(room.stage.moderation.undo(&mo, merged.id).await.unwrap(), Undone::Done(_)));
        assert_eq!(counts(room, &second).await, (1, 0));
        assert_eq!(room.number(carried).await, 1, "the second's author");
        assert_eq!(counts(room, &third).await, (2, 1), "but for who chose it for themselves, and who came from elsewhere");
        room.nothing_is_off().await;
        assert!(matches!(room.stage.moderation.undo(&mo, onwards.id).await.unwrap(), Undone::Done(_)));
        assert_eq!((counts(room, &second).await, counts(room, &third).await), ((1, 0), (1, 1)));
        assert_eq!(room.number(carried).await, 0);
    }

    async fn what_two_ideas_carry_stays_when_one_of_them_is_taken_back(room: Room) {
        let (mo, ana) = (room.stage.moderator().await, room.stage.citizen().await);
        let mut ideas = Vec::new();
        for title in ["A bench", "A seat", "Many benches", "A stool", "Benches everywhere"] {
            ideas.push(room.stage.idea(&ana, title).await);
        }
        let [one, two, into, aside, onwards] = ideas.try_into().unwrap();
        let mut people = Vec::new();
        for _ in 0..3 {
            people.push(room.stage.citizen().await);
        }
        // All come along with the first; one with the second as well, and one from aside.
        for (idea, supporters) in [(&one, &people[..]), (&two, &people[..1]), (&aside, &people[1..2])] {
            for person in supporters {
                cast(room, person, idea, Choice::Support).await;
            }
        }
        let mut merged = Vec::new();
        for (from, to) in [(&one, &into), (&two, &into), (&into, &onwards), (&aside, &onwards)] {
            room.report(&Viewer::Nobody, about(from), "192.0.2.1").await;
            merged.push(room.done(&mo, &room.item(&mo, ItemKind::Report).await, Act::Merge { into: to.number }).await);
        }
        assert_eq!((counts(room, &into).await, counts(room, &onwards).await), ((3, 0), (3, 0)));
        let lines = room.number("SELECT COUNT(*) FROM vote_event").await;

        // Who is left by one merge after the other: here, and where it was merged onwards.
        for (merge, left) in merged.iter().zip([((1, 0), (2, 0)), ((0, 0), (1, 0)), ((0, 0), (1, 0)), ((0, 0), (0, 0))]) {
            assert!(matches!(room.stage.moderation.undo(&mo, merge.id).await.unwrap(), Undone::Done(_)));
            assert_eq!((counts(room, &into).await, counts(room, &onwards).await), left, "{merge:?}");
            room.nothing_is_off().await;
        }
        assert_eq!(room.number("SELECT COUNT(*) FROM vote WHERE carried_from IS NOT NULL").await, 0);
        assert_eq!(room.number("SELECT COUNT(*) FROM vote_event").await, lines + 6, "each goes once, from each place");
        for (idea, support) in [(&one, 3), (&two, 1), (&aside, 1)] {
            assert_eq!(counts(room, idea).await, (support, 0), "each keeps its own");
        }
    }

    async fn who_hears_by_two_ideas_goes_on_by_the_one_that_stays(room: Room) {
        let heard = Heard::of(room);
        let mo = room.stage.moderator().await;
        let mut people = Vec::new();
        for _ in 0..6 {
            people.push(room.stage.citizen().await);
        }
        let [ana, ben, cleo, both, quiet, first] = people.try_into().unwrap();
        let (one, two) = (room.stage.idea(&ana, "A bench").await, room.stage.idea(&ben, "A seat").await);
        let into = room.stage.idea(&cleo, "Many benches").await;
        for (who, idea, follows) in
            [(&both, &one, true), (&both, &two, true), (&quiet, &one, true), (&quiet, &two, false), (&first, &one, true), (&ben, &one, true)]
        {
            heard.choose(who, idea, follows).await;
        }
        for idea in [&one, &two] {
            cast(room, &quiet, idea, Choice::Support).await;
        }
        let mut merged = Vec::new();
        for from in [&one, &two] {
            room.report(&Viewer::Nobody, about(from), "192.0.2.1").await;
            merged.push(room.done(&mo, &room.item(&mo, ItemKind::Report).await, Act::Merge { into: into.number }).await);
        }
        heard.are_told(&into, "ONE", &[&ana, &ben, &cleo, &both, &quiet, &first]).await;
        assert!(matches!(room.stage.moderation.undo(&mo, merged[0].id).await.unwrap(), Undone::Done(_)));
        // Whose vote alone is carried now, from where they wanted to be left alone, is left alone.
        assert_eq!(counts(room, &into).await, (1, 0));
        heard.are_told(&into, "TWO", &[&ben, &cleo, &both]).await;
        assert!(matches!(room.stage.moderation.undo(&mo, merged[1].id).await.unwrap(), Undone::Done(_)));
        heard.are_told(&into, "THREE", &[&cleo]).await;
        assert_eq!(room.number("SELECT COUNT(*) FROM follow WHERE carried_from IS NOT NULL").await, 0);
    }

    async fn whoever_hears_of_an_idea_hears_of_the_one_it_lives_on_in(room: Room) {
        let heard = Heard::of(room);
        let mo = room.stage.moderator().await;
        let mut people = Vec::new();
        for _ in 0..9 {
            people.push(room.stage.citizen().await);
        }
        let [ana, ben, follower, left_alone, stopped, both, own, leaves, stays] = people.try_into().unwrap();
        let (from, into) = (room.stage.idea(&ana, "A bench").await, room.stage.idea(&ben, "Many benches").await);
        for who in [&follower, &stopped, &both, &leaves, &stays] {
            heard.choose(who, &from, true).await;
        }
        for who in [&left_alone, &own] {
            cast(room, who, &from, Choice::Support).await;
            heard.choose(who, &from, false).await;
        }
        heard.choose(&stopped, &into, false).await;
        for who in [&both, &own] {
            cast(room, who, &into, Choice::Support).await;
        }
        cast(room, &both, &from, Choice::Support).await;

        room.report(&Viewer::Nobody, about(&from), "192.0.2.1").await;
        let merged = room.done(&mo, &room.item(&mo, ItemKind::Report).await, Act::Merge { into: into.number }).await;
        // The author's own, followers, and who supports it of their own will; each once.
        heard.are_told(&into, "ONE", &[&ana, &ben, &follower, &both, &own, &leaves, &stays]).await;
        heard.choose(&leaves, &into, false).await;
        heard.choose(&stays, &into, true).await;
        heard.are_told(&into, "TWO", &[&ana, &ben, &follower, &both, &own, &stays]).await;

        assert!(matches!(room.stage.moderation.undo(&mo, merged.id).await.unwrap(), Undone::Done(_)));
        heard.are_told(&into, "THREE", &[&ben, &both, &own, &stays]).await;
        heard.are_told(&from, "FOUR", &[&ana, &follower, &stopped, &both, &leaves, &stays]).await;
        assert_eq!(room.number("SELECT COUNT(*) FROM follow WHERE carried_from IS NOT NULL").await, 0);
    }

    async fn who_follows_one_of_two_that_come_along_follows(room: Room) {
        let heard = Heard::of(room);
        let (mo, ana, pat) = (room.stage.moderator().await, room.stage.citizen().await, room.stage.citizen().await);
        let (muted, followed) = (room.stage.idea(&ana, "A bench").await, room.stage.idea(&ana, "A seat").await);
        let into = room.stage.idea(&ana, "Many benches").await;
        cast(room, &pat, &muted, Choice::Support).await;
        heard.choose(&pat, &muted, false).await;
        heard.choose(&pat, &followed, true).await;
        for (from, subject, told) in [(&muted, "ONE", &[&ana][..]), (&followed, "TWO", &[&ana, &pat][..])] {
            room.report(&Viewer::Nobody, about(from), "192.0.2.1").await;
            room.done(&mo, &room.item(&mo, ItemKind::Report).await, Act::Merge { into: into.number }).await;
            heard.are_told(&into, subject, told).await;
        }
    }

    async fn what_takes_no_votes_takes_nobody_in(room: Room) {
        let (mo, from, into) = two_ideas(room).await;
        cast(room, &mo, &from, Choice::Support).await;
        let item = room.item(&mo, ItemKind::Report).await;
        let before = room.dump().await;
        let other = room.stage.idea(&room.stage.citizen().await, "A hidden one").await;
        room.report(&Viewer::Nobody, about(&other), "192.0.2.1").await;
        let hide = room.waiting(&mo).await.into_iter().find(|item| item.title == "A hidden one").unwrap();
        room.done(&mo, &hide, Act::Hide).await;
        for number in [from.number, other.number, 999] {
            assert_eq!(room.decide(&mo, &item, Act::Merge { into: number }).await, Decided::NoSuchPlace, "{number}");
        }
        // Nobody's support is counted after the closing.
        room.run("UPDATE campaign SET closes_at = opens_at + 1").await;
        assert_eq!(room.decide(&mo, &item, Act::Merge { into: into.number }).await, Decided::NoSuchPlace);
        let votes = "vote JOIN idea ON idea.id = vote.idea_id JOIN person ON person.id = vote.person_id";
        assert_eq!(room.dump().await[votes], before[votes]);
    }

    async fn votes_at_the_same_moment_are_exact(room: Room) {
        let (mo, from, into) = two_ideas(room).await;
        let mut people = Vec::new();
        for n in 0..64 {
            let person = room.stage.citizen().await;
            if n % 2 == 0 {
                cast(room, &person, &from, Choice::Support).await;
            }
            people.push(person);
        }
        let item = room.item(&mo, ItemKind::Report).await;
        let other = room.another();
        let votes = people.iter().enumerate().map(async |(n, person)| {
            let stage = if n % 4 < 2 { &room.stage } else { &other };
            let choice = if n % 3 == 0 { Choice::Oppose } else { Choice::Support };
            let _ = stage.votes.cast(person, into.id, choice).await.unwrap();
        });
        let (decision, _votes) = tokio::join!(room.done(&mo, &item, Act::Merge { into: into.number }), join_all(votes));
        room.nothing_is_off().await;
        assert_eq!(counts(room, &into).await, (42, 22), "everybody's own choice stands");
        assert!(matches!(room.stage.moderation.undo(&mo, decision.id).await.unwrap(), Undone::Done(_)));
        assert_eq!(counts(room, &into).await, (42, 22));
    }
}
