//! What the lists of places and tags promise: names that nobody else of their kind has, one place for an idea, lists that go by
//! them, rules that go by them, and that only the right people touch them.

use folkmoot_common::{LabelId, PageRequest, Viewer};
use folkmoot_ideas::{
    Idea, IdeaError, IdeaFilter, IdeaOrder, IdeaQuery, IdeaText, Label, LabelKind, Posting, Slug, Submission,
};
use folkmoot_tests::contract;

use super::stage::Stage;

/// What stands on the first page.
async fn numbers(stage: &Stage, filter: IdeaFilter, order: IdeaOrder) -> Vec<i64> {
    let query = IdeaQuery { filter, order };
    let page = stage.ideas.list(&Viewer::Nobody, &query, &PageRequest::first(10)).await.unwrap();
    page.items.iter().map(|listed| listed.idea.number).collect()
}

async fn posted(stage: &Stage, author: &Viewer, title: &str, place: LabelId) -> Idea {
    let text = IdeaText::parse(title, "It would help.", "en").unwrap();
    let slug = Slug::parse("anything-else").unwrap();
    match stage.ideas.submit(author, &slug, Posting { text, place: Some(place) }).await.unwrap() {
        Submission::Published(idea) => idea,
        other => panic!("{other:?}"),
    }
}

async fn of(stage: &Stage, idea: &Idea) -> Vec<String> {
    let labels = stage.labels.of(&[idea.id]).await.unwrap().remove(&idea.id).unwrap_or_default();
    labels.into_iter().map(|one| one.name).collect()
}

fn code(result: Result<impl std::fmt::Debug, IdeaError>) -> &'static str {
    match result {
        Err(IdeaError::Invalid(problems)) => problems.0[0].code,
        Err(IdeaError::Forbidden) => "FORBIDDEN",
        Err(IdeaError::SignedOut) => "SIGNED_OUT",
        Err(IdeaError::NotFound) => "NO_SUCH",
        other => panic!("{other:?}"),
    }
}

contract! {
    async fn names_are_told_apart_and_short_names_stay(store: Store) {
        let stage = Stage::over(&store);
        let (admin, citizen) = (stage.admin().await, stage.citizen().await);
        let parks = stage.labels.add(&admin, LabelKind::Place, "  Épping   Forest ").await.unwrap();
        assert_eq!(code(stage.labels.add(&admin, LabelKind::Place, "épping FOREST").await), "TAKEN");
        stage.labels.add(&admin, LabelKind::Tag, "Épping Forest").await.unwrap();
        assert_eq!(code(stage.labels.add(&admin, LabelKind::Place, "E").await), "TOO_SHORT");
        let marsh = stage.labels.add(&admin, LabelKind::Place, "Marsh").await.unwrap();
        assert_eq!(code(stage.labels.change(&admin, marsh, "ÉPPING Forest", false).await), "TAKEN");
        stage.labels.change(&admin, parks, "The Forest", true).await.unwrap();
        let all = stage.labels.all().await.unwrap();
        let seen = all.iter().map(|one| (one.kind, one.name.as_str(), one.slug.as_str(), one.is_open())).collect::<Vec<_>>();
        assert_eq!(seen, [
            (LabelKind::Place, "Marsh", "marsh", true),
            (LabelKind::Place, "The Forest", "epping-forest", false),
            (LabelKind::Tag, "Épping Forest", "epping-forest", true),
        ]);
        // A name that is free again, whose short name isn't.
        stage.labels.add(&admin, LabelKind::Place, "Epping Forest").await.unwrap();
        let again = stage.labels.all().await.unwrap().into_iter().find(|one| one.name == "Epping Forest").unwrap();
        assert_eq!(again.slug, "epping-forest-2");
        assert_eq!(code(stage.labels.add(&citizen, LabelKind::Tag, "Mine").await), "FORBIDDEN");
        assert_eq!(code(stage.labels.change(&stage.officer().await, marsh, "Mine", true).await), "FORBIDDEN");
        assert_eq!(code(stage.labels.add(&Viewer::Nobody, LabelKind::Tag, "Mine").await), "SIGNED_OUT");
    }

    async fn of_twenty_who_add_one_name_at_once_one_does(store: Store) {
        let stage = Stage::over(&store);
        let admin = stage.admin().await;
        let tries = (0..20).map(|_| stage.labels.add(&admin, LabelKind::Tag, "Trees"));
        let done = futures::future::join_all(tries).await;
        assert_eq!(done.iter().filter(|one| one.is_ok()).count(), 1, "{done:?}");
        assert!(done.into_iter().filter(Result::is_err).all(|one| code(one) == "TAKEN"));
    }

    async fn a_list_is_as_long_as_it_may_be(store: Store) {
        let stage = Stage::over(&store);
        let admin = stage.admin().await;
        for n in 0..Label::MOST {
            stage.labels.add(&admin, LabelKind::Tag, &format!("Tag {n}")).await.unwrap();
        }
        assert_eq!(code(stage.labels.add(&admin, LabelKind::Tag, "One more").await), "TOO_MANY");
        stage.labels.add(&admin, LabelKind::Place, "The other list").await.unwrap();
    }

    async fn an_idea_is_about_one_place_and_found_by_it(store: Store) {
        let stage = Stage::over(&store);
        let (admin, author, other) = (stage.admin().await, stage.citizen().await, stage.citizen().await);
        let [north, south] = [
            stage.labels.add(&admin, LabelKind::Place, "North").await.unwrap(),
            stage.labels.add(&admin, LabelKind::Place, "South").await.unwrap(),
        ];
        let bench = posted(&stage, &author, "A bench", north).await;
        let tree = posted(&stage, &author, "A tree", south).await;
        let bus = stage.idea(&author, "A later bus").await;
        let at = |place| IdeaFilter { place: Some(place), ..IdeaFilter::default() };
        for order in IdeaOrder::ALL {
            assert_eq!(numbers(&stage, at(north), order).await, [bench.number]);
            assert_eq!(numbers(&stage, IdeaFilter::default(), order).await.len(), 3);
        }
        stage.labels.place(&author, &bench, Some(south)).await.unwrap();
        assert_eq!(of(&stage, &bench).await, ["South"], "one place, the last");
        assert_eq!(numbers(&stage, at(south), IdeaOrder::Newest).await, [tree.number, bench.number]);
        let query = IdeaQuery { filter: at(south), order: IdeaOrder::Newest };
        assert_eq!(stage.ideas.beginning(&Viewer::Nobody, &query, 20).await.unwrap().1.n, 2);
        stage.labels.place(&author, &bench, None).await.unwrap();
        assert!(of(&stage, &bench).await.is_empty());
        assert_eq!(code(stage.labels.place(&other, &tree, Some(north)).await), "FORBIDDEN");
        assert_eq!(code(stage.labels.place(&Viewer::Nobody, &tree, Some(north)).await), "SIGNED_OUT");
        stage.labels.place(&stage.moderator().await, &bus, Some(north)).await.unwrap();
        assert_eq!(of(&stage, &bus).await, ["North"], "staff may");

        // Closed: what has it keeps it, and nobody else gets it.
        stage.labels.change(&admin, south, "South", true).await.unwrap();
        assert_eq!(code(stage.labels.place(&author, &bench, Some(south)).await), "NOT_FOUND");
        stage.labels.place(&author, &tree, Some(south)).await.unwrap();
        let tag = stage.labels.add(&admin, LabelKind::Tag, "North").await.unwrap();
        assert_eq!(code(stage.labels.place(&author, &bench, Some(tag)).await), "NOT_FOUND", "a tag is no place");
    }

    async fn two_who_place_one_idea_at_once_leave_one_place(store: Store) {
        let stage = Stage::over(&store);
        let (admin, author) = (stage.admin().await, stage.citizen().await);
        let mut places = Vec::new();
        for n in 0..8 {
            places.push(stage.labels.add(&admin, LabelKind::Place, &format!("Ward {n}")).await.unwrap());
        }
        let idea = stage.idea(&author, "A bench").await;
        let tries = places.iter().map(|place| stage.labels.place(&admin, &idea, Some(*place)));
        for done in futures::future::join_all(tries).await {
            done.unwrap();
        }
        assert_eq!(of(&stage, &idea).await.len(), 1);
    }

    async fn two_who_tag_one_idea_at_once_leave_what_one_of_them_said(store: Store) {
        let stage = Stage::over(&store);
        let (admin, author) = (stage.admin().await, stage.citizen().await);
        let mut tags = Vec::new();
        for n in 0..9 {
            tags.push(stage.labels.add(&admin, LabelKind::Tag, &format!("Tag {n}")).await.unwrap());
        }
        let idea = stage.idea(&author, "A bench").await;
        for _ in 0..10 {
            let said = tags.chunks(3).map(|three| stage.labels.tag(&admin, &idea, three));
            for done in futures::future::join_all(said).await {
                done.unwrap();
            }
            assert_eq!(of(&stage, &idea).await.len(), 3);
        }
    }

    async fn staff_tag_and_nobody_else(store: Store) {
        let stage = Stage::over(&store);
        let (admin, author) = (stage.admin().await, stage.citizen().await);
        let mut tags = Vec::new();
        for n in 0..6 {
            tags.push(stage.labels.add(&admin, LabelKind::Tag, &format!("Tag {n}")).await.unwrap());
        }
        let (bench, tree) = (stage.idea(&author, "A bench").await, stage.idea(&author, "A tree").await);
        assert_eq!(code(stage.labels.tag(&author, &bench, &tags[..1]).await), "FORBIDDEN", "not even its author");
        stage.labels.tag(&stage.officer().await, &bench, &tags[..2]).await.unwrap();
        stage.labels.tag(&stage.moderator().await, &bench, &tags[1..3]).await.unwrap();
        assert_eq!(of(&stage, &bench).await, ["Tag 1", "Tag 2"]);
        assert_eq!(code(stage.labels.tag(&admin, &bench, &tags).await), "TOO_MANY");
        stage.labels.tag(&admin, &tree, &tags[2..4]).await.unwrap();
        let by = |tag| IdeaFilter { tag: Some(tag), ..IdeaFilter::default() };
        assert_eq!(numbers(&stage, by(tags[2]), IdeaOrder::Newest).await, [tree.number, bench.number]);
        assert!(numbers(&stage, by(tags[0]), IdeaOrder::Newest).await.is_empty());
        // What isn't public is in no list, whatever it is about.
        stage.ideas.withdraw(&author, tree.id, folkmoot_ideas::Reason::parse("Not any more.").unwrap()).await.unwrap();
        assert_eq!(numbers(&stage, by(tags[2]), IdeaOrder::Trending).await, [bench.number]);
    }
}
