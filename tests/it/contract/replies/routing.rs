//! Who has an idea: rules, hands, notes that only colleagues read.

use std::collections::BTreeSet;
use std::time::Duration;

use folkmoot_common::{PageRequest, PersonId, PublishingMode, Role, Roles};
use folkmoot_ideas::{LabelKind, Submission, VotingRule};
use folkmoot_people::{DisplayName, Email};
use folkmoot_replies::{
    AnsweredFilter, DepartmentText, Handing, Kind, Pile, PileFilter, PileOrder, ReplyError, Route, Step, Waiting,
};

use super::hall::{Hall, in_the_hall, person};

/// An officer whom colleagues can name.
async fn officer(hall: &Hall, email: &str, name: &str) -> PersonId {
    let (email, name) = (Email::parse(email).unwrap(), DisplayName::parse(name).unwrap());
    let roles = Roles::default().with(Role::Officer);
    hall.room.stage.people.add_person(email, roles, Some(name)).await.unwrap().id
}

in_the_hall! {
    async fn a_rule_finds_the_department_once_on_two_nodes(hall: Hall) {
        let replies = &hall.room.stage.replies;
        let text = DepartmentText::parse("Roads", "Streets and signs.", false).unwrap();
        let roads = replies.save_department(&hall.admin, None, &text).await.unwrap();
        let rule = |department, word: &str| Route { position: 0, place: None, tag: None, department, campaign: None, word: Some(word.to_owned()) };
        replies.set_routes(&hall.admin, &[rule(roads, "street"), rule(hall.parks, "bench")]).await.unwrap();
        hall.promises(&[(Kind::Reply, 1, 10)]).await;
        let (bench, street) = (hall.idea("A bench in the park").await, hall.idea("A bench in our street").await);
        let neither = hall.idea("Longer library hours").await;
        for idea in [&bench, &street, &neither] {
            hall.support(idea, 1).await;
        }
        let other = hall.room.another();
        let (one, two) = tokio::join!(replies.round(), other.replies.round());
        one.unwrap();
        two.unwrap();
        let of = async |idea| hall.progress(idea).await.assignments.first().map(|one| one.department);
        assert_eq!(of(bench.id).await, Some(hall.parks));
        assert_eq!(of(street.id).await, Some(roads), "the first rule that fits");
        assert_eq!(of(neither.id).await, None);
        let told = hall.room.letters().await.iter().filter(|(_, subject)| subject.starts_with("ASSIGNED")).count();
        assert_eq!(told, 2, "each officer of Parks once");
        assert_eq!(hall.status(&bench).await, "awaiting_reply", "nobody works on it yet");
    }

    async fn a_rule_goes_by_place_and_tag(hall: Hall) {
        let (replies, labels) = (&hall.room.stage.replies, &hall.room.stage.labels);
        let text = DepartmentText::parse("Roads", "Streets and signs.", false).unwrap();
        let roads = replies.save_department(&hall.admin, None, &text).await.unwrap();
        let north = labels.add(&hall.admin, LabelKind::Place, "North").await.unwrap();
        let trees = labels.add(&hall.admin, LabelKind::Tag, "Trees").await.unwrap();
        let rule = |department, place, tag| Route { position: 0, department, campaign: None, place, tag, word: None };
        let both = rule(hall.parks, Some(north), Some(trees));
        replies.set_routes(&hall.admin, &[both, rule(roads, Some(north), None)]).await.unwrap();
        assert_eq!(replies.routes(&hall.admin).await.unwrap()[0].tag, Some(trees));
        assert!(replies.set_routes(&hall.admin, &[rule(roads, None, None)]).await.is_err(), "it would fit everything");
        hall.promises(&[(Kind::Reply, 1, 10)]).await;
        let (oak, kerb, none) = (hall.idea("An oak").await, hall.idea("A kerb").await, hall.idea("A choir").await);
        for idea in [&oak, &kerb, &none] {
            hall.support(idea, 1).await;
        }
        labels.place(&hall.admin, &oak, Some(north)).await.unwrap();
        labels.tag(&hall.admin, &oak, &[trees]).await.unwrap();
        labels.place(&hall.admin, &kerb, Some(north)).await.unwrap();
        replies.round().await.unwrap();
        let of = async |idea| hall.progress(idea).await.assignments.first().map(|one| one.department);
        assert_eq!((of(oak.id).await, of(kerb.id).await, of(none.id).await), (Some(hall.parks), Some(roads), None));
        // What is sorted later is found by the next round.
        labels.place(&hall.admin, &none, Some(north)).await.unwrap();
        replies.round().await.unwrap();
        assert_eq!(of(none.id).await, Some(roads));
        // Answers are found by the place of what they answer.
        replies.publish(&hall.alex, oak.number, hall.yes()).await.unwrap();
        let about = |place| AnsweredFilter { place: Some(place), ..AnsweredFilter::default() };
        let found = replies.answered(&about(north), &PageRequest::first(5)).await.unwrap();
        assert_eq!(found.items.iter().map(|one| one.idea).collect::<Vec<_>>(), [oak.id]);
        let south = labels.add(&hall.admin, LabelKind::Place, "South").await.unwrap();
        assert!(replies.answered(&about(south), &PageRequest::first(5)).await.unwrap().items.is_empty());
    }

    async fn a_rule_goes_by_campaign(hall: Hall) {
        let (stage, replies) = (&hall.room.stage, &hall.room.stage.replies);
        let text = DepartmentText::parse("Roads", "Streets and signs.", false).unwrap();
        let roads = replies.save_department(&hall.admin, None, &text).await.unwrap();
        let mode = PublishingMode::StraightAway;
        let safer = stage.campaign("safer", VotingRule::SupportAndOppose, mode, None).await;
        hall.promises(&[(Kind::Reply, 1, 10)]).await;
        let step = Step { kind: Kind::Reply, supporters: 1, working_days: 10 };
        replies.set_steps(&hall.admin, safer.id, &[step]).await.unwrap();
        let rule = |department, campaign, word: Option<&str>| {
            let (campaign, word) = (Some(campaign), word.map(str::to_owned));
            Route { position: 0, department, campaign, place: None, tag: None, word }
        };
        let rules = [rule(roads, safer.id, Some("crossing")), rule(hall.parks, hall.campaign.id, None)];
        replies.set_routes(&hall.admin, &rules).await.unwrap();
        let kept = replies.routes(&hall.admin).await.unwrap();
        assert_eq!(kept.iter().map(|one| one.campaign).collect::<Vec<_>>(), [Some(safer.id), Some(hall.campaign.id)]);
        let posted = async |title: &str| {
            let author = stage.citizen().await;
            match stage.submit(&author, "safer", title).await {
                Submission::Published(idea) => idea,
                other => panic!("the idea should be public: {other:?}"),
            }
        };
        let (signals, lamps) = (posted("A crossing with signals").await, posted("Lamps by the station").await);
        let (oak, path) = (hall.idea("An oak").await, hall.idea("A crossing for ducks").await);
        for idea in [&signals, &lamps, &oak, &path] {
            hall.support(idea, 1).await;
        }
        replies.round().await.unwrap();
        let of = async |idea| hall.progress(idea).await.assignments.first().map(|one| one.department);
        assert_eq!(of(signals.id).await, Some(roads));
        assert_eq!(of(lamps.id).await, None, "in the campaign, and without the word");
        assert_eq!(of(oak.id).await, Some(hall.parks));
        assert_eq!(of(path.id).await, Some(hall.parks), "with the word, and in another campaign");
    }

    async fn what_fits_no_rule_stands_before_nothing(hall: Hall) {
        hall.promises(&[(Kind::Reply, 1, 10)]).await;
        let replies = &hall.room.stage.replies;
        let first = hall.idea("Longer library hours").await;
        hall.support(&first, 1).await;
        // Fifty more that no rule knows, as rows: they came before what a rule knows.
        for _ in 0..50 {
            let idea = hall.idea("Longer library hours").await;
            hall.support(&idea, 1).await;
        }
        let bench = hall.idea("A bench in the park").await;
        hall.support(&bench, 1).await;
        let closed = DepartmentText::parse("Benches", "They are gone.", false).unwrap();
        let closed = replies.save_department(&hall.admin, None, &closed).await.unwrap();
        let rule = |department| Route { position: 0, place: None, tag: None, department, campaign: None, word: Some("bench".to_owned()) };
        replies.set_routes(&hall.admin, &[rule(closed), rule(hall.parks)]).await.unwrap();
        replies.close_department(&hall.admin, closed, true).await.unwrap();
        replies.round().await.unwrap();
        replies.round().await.unwrap();
        let lead = hall.progress(bench.id).await.assignments.first().map(|one| one.department);
        assert_eq!(lead, Some(hall.parks));
    }

    async fn whoever_has_it_hands_it_on(hall: Hall) {
        let idea = hall.owed("A bench in the park").await;
        let replies = &hall.room.stage.replies;
        let text = DepartmentText::parse("Roads", "Streets and signs.", false).unwrap();
        let roads = replies.save_department(&hall.admin, None, &text).await.unwrap();
        let rae = officer(hall, "rae@example.org", "Rae Oak").await;
        replies.join(&hall.admin, roads, rae, "Engineer").await.unwrap();
        hall.room.run("UPDATE person SET name = 'Bo Elm' WHERE email = 'person-2@example.org'").await;
        let note = "Sorry, @Rae Oak! @Bo Elm knows the place.";
        let handing = Handing { to: roads, lead: true, leave: true, words: "It is about the street.", note };
        assert!(matches!(replies.assign(&hall.stranger, idea.number, handing).await, Err(ReplyError::Forbidden)));
        replies.assign(&hall.alex, idea.number, handing).await.unwrap();
        let progress = hall.progress(idea.id).await;
        assert_eq!(progress.assignments.len(), 1);
        assert_eq!((progress.assignments[0].department, progress.assignments[0].lead), (roads, true));
        assert_eq!(progress.happenings.last().unwrap().words.as_deref(), Some("It is about the street."));
        assert!(replies.publish(&hall.alex, idea.number, hall.yes()).await.is_err(), "it isn't theirs any more");
        let notes = replies.notes(&hall.stranger, idea.number).await.unwrap();
        assert_eq!(notes[0].words.as_str(), note);
        let named: BTreeSet<PersonId> = notes[0].mentions.iter().copied().collect();
        assert_eq!(named, BTreeSet::from([person(&hall.bo), rae]));
        // Whoever is told of the handing over reads the note there: nobody gets two letters.
        let letters = hall.room.letters().await;
        let about = |word: &str| {
            letters.iter().filter(|(_, subject)| subject.starts_with(word)).map(|(to, _)| to.as_str()).collect::<Vec<_>>()
        };
        assert_eq!(about("MENTIONED"), ["person-2@example.org"]);
        assert_eq!(about("ASSIGNED").iter().filter(|to| **to == "rae@example.org").count(), 1);
        // What changes nothing names nobody.
        assert!(matches!(replies.assign(&hall.admin, idea.number, handing).await, Err(ReplyError::Refused(_))));
        assert_eq!(hall.room.number("SELECT COUNT(*) FROM staff_mention").await, 2);
        assert_eq!(hall.room.letters().await.len(), letters.len());
    }

    async fn two_departments_one_leads(hall: Hall) {
        let idea = hall.owed("A bench in the park").await;
        let replies = &hall.room.stage.replies;
        let text = DepartmentText::parse("Roads", "Streets and signs.", false).unwrap();
        let roads = replies.save_department(&hall.admin, None, &text).await.unwrap();
        replies.join(&hall.admin, roads, person(&hall.stranger), "Engineer").await.unwrap();
        let help = Handing { to: roads, lead: false, leave: false, words: "", note: "" };
        replies.assign(&hall.alex, idea.number, help).await.unwrap();
        assert_eq!(replies.may_answer(&hall.stranger, idea.number).await.unwrap(), (false, true), "helps");
        assert!(replies.publish(&hall.stranger, idea.number, hall.yes()).await.is_err());
        let lead = Handing { lead: true, ..help };
        replies.assign(&hall.alex, idea.number, lead).await.unwrap();
        assert_eq!(replies.may_answer(&hall.stranger, idea.number).await.unwrap(), (true, true));
        assert_eq!(hall.progress(idea.id).await.assignments.iter().filter(|one| one.lead).count(), 1);
    }

    async fn piles_are_by_the_day_that_was_promised(hall: Hall) {
        let (slow, fast) = (hall.owed("A bench in the park").await, hall.owed("Somewhere to sit").await);
        let replies = &hall.room.stage.replies;
        replies.extend(&hall.alex, slow.number, Kind::Reply, 20, "We need the county’s survey.").await.unwrap();
        let pile = |pile| PileFilter { pile, due_before: None };
        let numbers = async |filter: PileFilter, page: &PageRequest| {
            let page = replies.pile(&hall.alex, &filter, PileOrder::FirstDue, page).await.unwrap();
            (page.items.iter().map(|one| one.number).collect::<Vec<_>>(), page.items.last().map(|one| one.cursor(PileOrder::FirstDue)))
        };
        let (all, _) = numbers(pile(Pile::All), &PageRequest::first(10)).await;
        assert_eq!(all, [fast.number, slow.number]);
        let (first, cursor) = numbers(pile(Pile::All), &PageRequest::first(1)).await;
        let (second, _) = numbers(pile(Pile::All), &PageRequest::first(1).after(cursor)).await;
        assert_eq!((first, second), (vec![fast.number], vec![slow.number]));
        replies.take_on(&hall.alex, slow.number, true).await.unwrap();
        let (mine, _) = numbers(pile(Pile::Mine(person(&hall.alex))), &PageRequest::first(10)).await;
        assert_eq!(mine, [slow.number]);
        let sizes = replies.sizes(&hall.alex).await.unwrap();
        assert_eq!((sizes.mine, sizes.departments, sizes.all, sizes.nobodys, sizes.overdue), (1, 2, 2, 0, 0));
        assert_eq!(hall.status(&slow).await, "under_review");
        let citizen = hall.room.stage.citizen().await;
        let refused = replies.pile(&citizen, &pile(Pile::All), PileOrder::FirstDue, &PageRequest::first(10)).await;
        assert!(matches!(refused, Err(ReplyError::Forbidden)));
    }

    async fn who_waits_longest_stands_on_top_though_their_clock_stands_still(hall: Hall) {
        let paused = hall.owed("A bench in the park").await;
        let (latest, earlier) = (hall.owed("Somewhere to sit").await, hall.owed("A fountain for dogs").await);
        let replies = &hall.room.stage.replies;
        replies.pause(&hall.alex, paused.number, Kind::Reply, "We wait for the county’s survey.").await.unwrap();
        replies.take_on(&hall.alex, paused.number, true).await.unwrap();
        for (idea, days) in [(&paused, 3), (&earlier, 2)] {
            let longer = format!(
                "UPDATE promise SET reached_at = reached_at - {days} * 86400000000 \
                 WHERE idea_id = (SELECT id FROM idea WHERE number = {})",
                idea.number
            );
            hall.room.run(&longer).await;
        }
        let numbers = |rows: &[Waiting]| rows.iter().map(|row| row.number).collect::<Vec<_>>();
        let read = async |filter: PileFilter, order: PileOrder, page: &PageRequest| {
            replies.pile(&hall.alex, &filter, order, page).await.unwrap().items
        };
        let ten = PageRequest::first(10);
        let alex = person(&hall.alex);
        for pile in [Pile::All, Pile::OfMyDepartments(alex), Pile::Of(hall.parks)] {
            let whole = PileFilter { pile, due_before: None };
            let due = read(whole, PileOrder::FirstDue, &ten).await;
            assert_eq!(numbers(&due), [latest.number, earlier.number, paused.number], "{pile:?}: no day comes last");
            let waiting = read(whole, PileOrder::LongestWaiting, &ten).await;
            assert_eq!(numbers(&waiting), [paused.number, earlier.number, latest.number], "{pile:?}");
            assert!(waiting[0].paused && waiting.is_sorted_by_key(|row| row.since), "{waiting:?}");
        }
        let mine = PileFilter { pile: Pile::Mine(alex), due_before: None };
        assert_eq!(numbers(&read(mine, PileOrder::LongestWaiting, &ten).await), [paused.number]);
        let soon = hall.room.stage.sources.now().plus(Duration::from_secs(60 * 24 * 60 * 60));
        let soon = PileFilter { pile: Pile::All, due_before: Some(soon) };
        let narrowed = read(soon, PileOrder::LongestWaiting, &ten).await;
        assert_eq!(numbers(&narrowed), [earlier.number, latest.number], "what has no day isn’t due by then");

        // A promise that was made later, and whose clock runs, takes nothing from that.
        let later = format!(
            "INSERT INTO promise (idea_id, kind, supporters, working_days, reached_at, due_at) \
             SELECT i.id, 'COMMITTEE', 1, 50, p.reached_at, p.due_at FROM idea i JOIN promise p ON p.kind = 'REPLY' \
             WHERE i.number = {} AND p.idea_id = (SELECT id FROM idea WHERE number = {})",
            paused.number, latest.number
        );
        hall.room.run(&later).await;

        // Page by page, on and back.
        let (all, order) = (PileFilter { pile: Pile::All, due_before: None }, PileOrder::LongestWaiting);
        let (mut seen, mut from) = (Vec::new(), None);
        for _ in 0..3 {
            let mut one = read(all, order, &PageRequest::first(1).after(from)).await;
            assert_eq!(one.len(), 1, "after {seen:?}");
            from = one.last().map(|row| row.cursor(order));
            seen.append(&mut one);
        }
        assert_eq!(numbers(&seen), [paused.number, earlier.number, latest.number]);
        let back = read(all, order, &PageRequest::first(1).before(from)).await;
        assert_eq!(numbers(&back), [earlier.number]);
    }

    async fn a_note_tells_whom_it_names(hall: Hall) {
        let idea = hall.owed("A bench in the park").await;
        hall.room.run("UPDATE person SET name = 'Bo Elm' WHERE email = 'person-2@example.org'").await;
        let replies = &hall.room.stage.replies;
        replies.note(&hall.alex, idea.number, "What do you think, @Bo Elm?").await.unwrap();
        let notes = replies.notes(&hall.alex, idea.number).await.unwrap();
        assert_eq!(notes[0].mentions, [person(&hall.bo)]);
        replies.note(&hall.alex, idea.number, "What does @Bo Elmer think?").await.unwrap();
        assert_eq!(replies.notes(&hall.alex, idea.number).await.unwrap()[1].mentions, [], "somebody else's name");
        assert!(hall.room.letters().await.iter().any(|(_, subject)| subject.starts_with("MENTIONED")));
        let citizen = hall.room.stage.citizen().await;
        assert!(matches!(replies.notes(&citizen, idea.number).await, Err(ReplyError::Forbidden)));
    }
}
