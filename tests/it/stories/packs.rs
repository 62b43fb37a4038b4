//! What the pack says by itself while an officer writes: long sentences, and what was answered before. And an answer that is
//! set for a day, without a script: it comes out then, and not before, and can be taken back until then.

use std::time::Duration;

use folkmoot_tests::stories;
use folkmoot_tests::world::{Page, World};

use super::answering::{REASONS, council, waiting, written};

/// Two sentences of twenty-five words.
const LONG: &str = "We looked at the ground beside the pond with our gardeners in May and found that a bench of oak fits \
     there without any harm. It will stand in the shade of the old beech and face the water so that nobody has to sit in the \
     sun all day.";

/// Long enough for any moment of the next day to be over.
const MORE_THAN_A_DAY: Duration = Duration::from_secs(26 * 60 * 60);

/// This time tomorrow on the council's clock, as the field for a day and a time wants it.
fn tomorrow(world: &World) -> String {
    let now = jiff::Timestamp::from_microsecond(world.site().sources.now().micros()).unwrap();
    let here = now.to_zoned(jiff::tz::TimeZone::get("Europe/London").unwrap());
    here.tomorrow().unwrap().strftime("%Y-%m-%dT%H:%M").to_string()
}

/// Whether a visitor reads the answer at this idea.
async fn is_public(world: &World, path: &str) -> bool {
    world.visitor().open(path).await.html.contains(REASONS)
}

/// The pack, with the answer set for tomorrow.
async fn set_for_tomorrow(world: &World, pack: &Page) -> Page {
    let at = tomorrow(world);
    let set = written(pack, "Publish then").fill("at", &at).send().await;
    assert!(set.says("It becomes public by itself, at that time.") && set.says("Planned"), "{}", set.words());
    assert!(set.says("It becomes public on "), "{}", set.words());
    assert_eq!(set.form("Publish then").value("at"), Some(at.as_str()));
    set
}

stories! {
    async fn long_sentences_are_named_and_short_ones_are_not(world: World) {
        let council = council(world, false).await;
        let (number, _) = waiting(world, &council, ("A bench in the park", council.parks)).await;
        let pack = council.pat.open(&format!("/desk/ideas/{number}")).await;
        let hint = |page: &Page| page.every("#reasons-ease");
        assert!(hint(&pack).is_empty(), "of prompts: {:?}", hint(&pack));
        let kept = written(&pack, "Save the draft").fill("reasons", LONG).send().await;
        let said = "Most sentences are long: 25 words on average. Shorter ones are read by more people.";
        assert_eq!(hint(&kept), [said], "{}", kept.words());
        assert!(kept.says("The draft is saved."), "it is a hint and refuses nothing: {}", kept.words());
        let shown = kept.form("Preview").send().await;
        assert_eq!(hint(&shown), [said], "{}", shown.words());
        let mended = shown.form("Preview").fill("reasons", REASONS).send().await;
        assert!(hint(&mended).is_empty(), "{:?}", hint(&mended));
    }

    async fn ideas_like_it_stand_there_with_what_was_answered(world: World) {
        let council = council(world, false).await;
        let (first, _) = waiting(world, &council, ("A bench in the park", council.parks)).await;
        let pack = council.pat.open(&format!("/desk/ideas/{first}")).await;
        assert!(!pack.says("Ideas like it, and what was answered"), "nobody asked before: {}", pack.words());
        assert!(written(&pack, "Publish now").send().await.says("The answer is public."));
        waiting(world, &council, ("A crossing by the school", council.roads)).await;
        let (second, _) = waiting(world, &council, ("A second bench in the park", council.parks)).await;
        let (third, _) = waiting(world, &council, ("A third bench in the park", council.roads)).await;

        let pack = council.pat.open(&format!("/desk/ideas/{second}")).await;
        assert!(pack.says("Ideas like it, and what was answered"), "{}", pack.words());
        let mut titles = pack.every(".fm-past-ideas__title");
        titles.sort();
        assert_eq!(titles, ["A bench in the park", "A third bench in the park"], "{}", pack.words());
        assert_eq!(pack.every(".fm-past-ideas__words"), [REASONS], "one of them was answered: {}", pack.words());
        let told = pack.every(".fm-past-ideas > li");
        let answered = told.iter().find(|one| one.contains(&format!("Idea {first} "))).unwrap();
        assert!(answered.contains("Yes Parks") && answered.contains("1 supporter"), "{answered}");
        let waits = told.iter().find(|one| one.contains(&format!("Idea {third} "))).unwrap();
        assert!(!waits.contains("Yes") && !waits.contains("Parks"), "{waits}");
        let before = pack.follow("A bench in the park").await;
        assert_eq!((before.idea_number(), before.heading()), (first, "A bench in the park".to_owned()));
    }

    async fn an_answer_set_for_a_day_comes_out_then_and_not_before(world: World) {
        let council = council(world, false).await;
        let (number, path) = waiting(world, &council, ("A bench in the park", council.parks)).await;
        let pack = council.pat.open(&format!("/desk/ideas/{number}")).await;
        set_for_tomorrow(world, &pack).await;
        assert!(council.pat.open("/desk").await.says("Planned"), "the desk says how far it has come");
        world.site().replies.round().await.unwrap();
        assert!(!is_public(world, &path).await, "before its time");

        world.clock.advance(MORE_THAN_A_DAY);
        world.site().replies.round().await.unwrap();
        let public = world.visitor().open(&path).await;
        assert!(public.html.contains(REASONS), "{}", public.words());
        // Nobody pressed a button; it is signed as it was set.
        assert!(public.says("Head of service, Parks"), "{}", public.words());
    }

    async fn until_then_it_can_be_taken_back(world: World) {
        let council = council(world, false).await;
        let (kept, kept_path) = waiting(world, &council, ("A bench in the park", council.parks)).await;
        let (gone, gone_path) = waiting(world, &council, ("A second bench", council.parks)).await;
        let pack = council.pat.open(&format!("/desk/ideas/{kept}")).await;
        let set = set_for_tomorrow(world, &pack).await;
        let back = set.form("Save the draft").send().await;
        assert!(back.says("The draft is saved.") && back.says("Being written"), "{}", back.words());
        assert!(!back.says("It becomes public on ") && back.html.contains(REASONS), "{}", back.words());
        let pack = council.pat.open(&format!("/desk/ideas/{gone}")).await;
        let set = set_for_tomorrow(world, &pack).await;
        let dropped = set.form("Throw the draft away").send().await;
        assert!(dropped.says("The draft is gone.") && !dropped.html.contains(REASONS), "{}", dropped.words());

        world.clock.advance(MORE_THAN_A_DAY);
        world.site().replies.round().await.unwrap();
        assert!(!is_public(world, &kept_path).await && !is_public(world, &gone_path).await);
    }
}
