//! What the shelf of ideas promises: numbers that are never reused, histories, lists in every order, and that what may
//! not be seen does not exist.

use folkmoot_common::{Cursor, PageRequest, Viewer};
use folkmoot_ideas::{
    Idea, IdeaError, IdeaFilter, IdeaOrder, IdeaQuery, IdeaStatus, IdeaText, PublishingMode, Reason, Submission,
    VotingRule,
};
use folkmoot_tests::contract;
use folkmoot_votes::Choice;

use super::stage::Stage;

async fn titles(stage: &Stage, viewer: &Viewer, query: &IdeaQuery, size: u16) -> Vec<String> {
    let (mut titles, mut from) = (Vec::new(), None::<Cursor>);
    loop {
        let page = stage.ideas.list(viewer, query, &PageRequest::first(size).after(from)).await.unwrap();
        from = page.items.last().map(|listed| listed.cursor.clone());
        titles.extend(page.items.into_iter().map(|listed| listed.idea.title.as_str().to_owned()));
        if !page.has_next {
            return titles;
        }
    }
}

fn by(order: IdeaOrder) -> IdeaQuery {
    IdeaQuery { order, ..IdeaQuery::default() }
}

contract! {
    async fn an_idea_is_numbered_edited_and_withdrawn(store: Store) {
        let stage = Stage::over(&store);
        let (author, other) = (stage.citizen().await, stage.citizen().await);
        let first = stage.idea(&author, "Mend the bridge").await;
        let second = stage.idea(&author, "Open the library later").await;
        assert!(second.number > first.number);
        assert_eq!(first.slug, "mend-the-bridge");

        let text = |title: &str| IdeaText::parse(title, "It is closed since May.", "en").unwrap();
        let edited = stage.ideas.edit(&author, first.id, 1, text("Mend the old bridge")).await.unwrap().idea();
        assert_eq!((edited.revision, edited.slug.as_str()), (2, "mend-the-old-bridge"));
        assert_eq!((first.language.as_str(), edited.language.as_str()), ("en", "en"));
        let welsh = IdeaText::parse("Open the library later", "It is closed since May.", "cy").unwrap();
        let edited = stage.ideas.edit(&author, second.id, 1, welsh).await.unwrap().idea();
        assert_eq!(edited.language.as_str(), "cy");
        let same = IdeaText::parse("Open the library later", "It is closed since May.", "en").unwrap();
        assert_eq!(stage.ideas.edit(&author, second.id, 2, same).await.unwrap().idea().revision, 3, "the language is part of it");
        let stale = stage.ideas.edit(&author, first.id, 1, text("From another tab")).await;
        assert!(matches!(stale, Err(IdeaError::Changed)), "{stale:?}");
        let foreign = stage.ideas.edit(&other, first.id, 2, text("Not mine at all")).await;
        assert!(matches!(foreign, Err(IdeaError::Forbidden)), "{foreign:?}");
        let history = stage.ideas.history(&Viewer::Nobody, first.id).await.unwrap();
        let said = history.iter().map(|then| then.title.as_str()).collect::<Vec<_>>();
        assert_eq!(said, ["Mend the old bridge", "Mend the bridge"]);

        stage.ideas.withdraw(&author, first.id, Reason::parse("It was mended.").unwrap()).await.unwrap();
        assert!(stage.ideas.find(&Viewer::Nobody, first.id).await.unwrap().is_none());
        assert!(stage.ideas.find(&other, first.id).await.unwrap().is_none());
        let own = stage.ideas.find(&author, first.id).await.unwrap().unwrap();
        assert_eq!((own.status, own.withdrawn_because.as_deref()), (IdeaStatus::Withdrawn, Some("It was mended.")));
        assert!(stage.ideas.was_withdrawn(first.number).await.unwrap());
        assert!(stage.ideas.history(&other, first.id).await.is_err());
        assert!(!titles(&stage, &Viewer::Nobody, &by(IdeaOrder::Newest), 10).await.contains(&"Mend the old bridge".to_owned()));
    }

    async fn every_order_pages_without_gaps_or_repeats(store: Store) {
        let stage = Stage::over(&store);
        let (author, voter) = (stage.citizen().await, stage.citizen().await);
        let mut all = Vec::new();
        for i in 0..13 {
            let idea = stage.idea(&author, &format!("Proposal {i:02}")).await;
            if i % 3 == 0 {
                stage.votes.cast(&voter, idea.id, Choice::Support).await.map(|_receipt| ()).unwrap();
            }
            if i % 6 == 0 {
                stage.votes.cast(&author, idea.id, Choice::Support).await.map(|_receipt| ()).unwrap();
            }
            all.push(idea.title.as_str().to_owned());
        }
        for order in IdeaOrder::ALL {
            for size in [1, 4, 20] {
                let mut seen = titles(&stage, &Viewer::Nobody, &by(order), size).await;
                assert_eq!(seen, titles(&stage, &voter, &by(order), 100).await, "{order:?} in pages of {size}");
                seen.sort();
                assert_eq!(seen, all, "{order:?} in pages of {size}");
            }
        }
        let newest = titles(&stage, &Viewer::Nobody, &by(IdeaOrder::Newest), 4).await;
        assert_eq!(newest[0], "Proposal 12");
        let supported = titles(&stage, &Viewer::Nobody, &by(IdeaOrder::MostSupported), 4).await;
        assert_eq!(supported[..3], ["Proposal 12", "Proposal 06", "Proposal 00"]);
        assert!(titles(&stage, &Viewer::Nobody, &by(IdeaOrder::FewestVotes), 4).await[0].ends_with("01"));
        assert_eq!(stage.ideas.count(&Viewer::Nobody, &IdeaQuery::default()).await.unwrap(), 13);
    }

    async fn reading_backwards_is_the_same_list(store: Store) {
        let stage = Stage::over(&store);
        let author = stage.citizen().await;
        for i in 0..7 {
            stage.idea(&author, &format!("Proposal {i}")).await;
        }
        for order in IdeaOrder::ALL {
            let whole = stage.ideas.list(&author, &by(order), &PageRequest::first(7)).await.unwrap();
            let end = whole.items[5].cursor.clone();
            let back = stage.ideas.list(&author, &by(order), &PageRequest::first(3).before(Some(end))).await.unwrap();
            assert_eq!(back.items, whole.items[2..5], "{order:?}");
            assert!(back.has_previous && back.has_next);
        }
    }

    async fn what_waits_is_for_its_author_and_moderators(store: Store) {
        let stage = Stage::over(&store);
        let (author, other, moderator) = (stage.citizen().await, stage.citizen().await, stage.moderator().await);
        stage.campaign("checked", VotingRule::SupportAndOppose, PublishingMode::AfterReview, None).await;
        let Submission::Waiting(waiting, _by) = stage.submit(&author, "checked", "A night bus").await else { panic!("public") };

        let sees = async |viewer: &Viewer| stage.ideas.find_number(viewer, waiting.number).await.unwrap().is_some();
        assert!(sees(&author).await && sees(&moderator).await);
        assert!(!sees(&other).await && !sees(&Viewer::Nobody).await);
        assert!(stage.ideas.public_ids(&[waiting.number]).await.unwrap().is_empty());

        let submitted = IdeaQuery { filter: IdeaFilter { statuses: vec![IdeaStatus::Submitted], ..IdeaFilter::default() }, ..IdeaQuery::default() };
        let mine = IdeaQuery { filter: IdeaFilter { author: author.person(), ..IdeaFilter::default() }, ..IdeaQuery::default() };
        for (viewer, sees) in [(&author, 1), (&moderator, 1), (&other, 0), (&Viewer::Nobody, 0)] {
            assert_eq!(titles(&stage, viewer, &submitted, 5).await.len(), sees);
            assert_eq!(titles(&stage, viewer, &mine, 5).await.len(), sees);
            assert_eq!(titles(&stage, viewer, &IdeaQuery::default(), 5).await.len(), 0, "a plain list is what is public");
            assert_eq!(stage.ideas.count(viewer, &submitted).await.unwrap(), u64::try_from(sees).unwrap());
        }
        // It was never public, so there is nothing to say that it is gone.
        stage.ideas.withdraw(&author, waiting.id, Reason::parse("Never mind.").unwrap()).await.unwrap();
        assert!(!stage.ideas.was_withdrawn(waiting.number).await.unwrap());
    }

    async fn twenty_people_post_at_once_and_every_number_is_their_own(store: Store) {
        let stage = Stage::over(&store);
        let author = stage.citizen().await;
        let titles = (0..20).map(|i| format!("Posted together {i}")).collect::<Vec<_>>();
        let ideas: Vec<Idea> = futures::future::join_all(titles.iter().map(|title| stage.idea(&author, title))).await;
        let mut numbers = ideas.iter().map(|idea| idea.number).collect::<Vec<_>>();
        numbers.sort_unstable();
        numbers.dedup();
        assert_eq!(numbers.len(), 20);
    }
}
