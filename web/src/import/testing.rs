//! A shelf in memory for the importers' own tests. It keeps to the port's word, and nothing more: what the databases
//! make of it is tested end to end.

use std::collections::{BTreeMap, HashMap, HashSet};
use std::sync::Mutex;

use async_trait::async_trait;
use folkmoot_comments::PastComment;
use folkmoot_common::{CommentId, IdeaId, Language, PersonId, StorageError, Timestamp};
use folkmoot_ideas::{Campaign, NewCampaign, PastIdea, Slug};
use folkmoot_moderation::PastRefusal;
use folkmoot_people::PastPerson;
use folkmoot_replies::PastReply;
use folkmoot_votes::{Choice, PastVote};

use super::{Carried, Format, ImportError, Nowhere, Plan, Report, Shelf, import};

#[derive(Default)]
pub(super) struct Memory(Mutex<Kept>);

#[derive(Default)]
pub(super) struct Kept {
    pub(super) campaigns: Vec<Campaign>,
    pub(super) people: HashMap<PersonId, PastPerson>,
    pub(super) ideas: Vec<PastIdea>,
    pub(super) votes: HashMap<(IdeaId, PersonId), PastVote>,
    pub(super) comments: Vec<PastComment>,
    pub(super) replies: Vec<PastReply>,
    pub(super) refusals: Vec<PastRefusal>,
    known: HashSet<CommentId>,
}

impl Memory {
    pub(super) fn kept(&self) -> std::sync::MutexGuard<'_, Kept> {
        self.0.lock().unwrap()
    }
}

impl Kept {
    /// Supports and opposes of the idea with this title.
    pub(super) fn tally(&self, title: &str) -> (usize, usize) {
        let idea = self.ideas.iter().find(|idea| idea.title.as_str() == title).unwrap().id;
        let count =
            |choice| self.votes.values().filter(|vote| vote.idea == idea && vote.choice == Some(choice)).count();
        (count(Choice::Support), count(Choice::Oppose))
    }

    /// Bodies of comments, each with the body of what it replies to.
    pub(super) fn threads(&self) -> Vec<(&str, Option<&str>)> {
        let bodies =
            self.comments.iter().map(|comment| (comment.id, comment.body.as_str())).collect::<BTreeMap<_, _>>();
        self.comments.iter().map(|c| (c.body.as_str(), c.parent.map(|parent| bodies[&parent]))).collect()
    }
}

#[async_trait]
impl Shelf for Memory {
    async fn campaign(&self, campaign: NewCampaign) -> Result<Campaign, StorageError> {
        let made = Nowhere.campaign(campaign).await?;
        let mut kept = self.kept();
        if let Some(there) = kept.campaigns.iter().find(|there| there.slug == made.slug) {
            return Ok(there.clone());
        }
        kept.campaigns.push(made.clone());
        Ok(made)
    }

    async fn people(&self, people: &[PastPerson]) -> Result<usize, StorageError> {
        let mut kept = self.kept();
        let before = kept.people.len();
        for person in people {
            kept.people.entry(person.id).or_insert_with(|| person.clone());
        }
        Ok(kept.people.len() - before)
    }

    async fn ideas(&self, ideas: &[PastIdea]) -> Result<usize, StorageError> {
        let mut kept = self.kept();
        let before = kept.ideas.len();
        for idea in ideas {
            assert!(kept.people.contains_key(&idea.author), "an author must be there first");
            if !kept.ideas.iter().any(|there| there.id == idea.id) {
                kept.ideas.push(idea.clone());
            }
        }
        Ok(kept.ideas.len() - before)
    }

    async fn votes(&self, votes: &[PastVote]) -> Result<usize, StorageError> {
        let mut kept = self.kept();
        let mut changed = 0;
        for vote in votes {
            assert!(kept.people.contains_key(&vote.person), "a voter must be there first");
            let there = kept.votes.get(&(vote.idea, vote.person)).copied();
            if there.is_none_or(|there| there.at < vote.at && there.choice != vote.choice) {
                kept.votes.insert((vote.idea, vote.person), *vote);
                changed += 1;
            }
        }
        Ok(changed)
    }

    async fn comments(&self, comments: &[PastComment]) -> Result<usize, StorageError> {
        let mut kept = self.kept();
        let mut taken = 0;
        for comment in comments {
            if kept.known.insert(comment.id) {
                assert!(
                    comment.parent.is_none_or(|parent| kept.known.contains(&parent)),
                    "a parent must be there first"
                );
                kept.comments.push(comment.clone());
                taken += 1;
            }
        }
        Ok(taken)
    }

    async fn replies(&self, replies: &[PastReply]) -> Result<usize, StorageError> {
        let mut kept = self.kept();
        let before = kept.replies.len();
        for reply in replies {
            assert!(kept.ideas.iter().any(|idea| idea.id == reply.idea), "an idea must be there first");
            assert!(kept.people.contains_key(&reply.by), "whoever stands for it must be there first");
            if !kept.replies.iter().any(|there| there.id == reply.id) {
                kept.replies.push(reply.clone());
            }
        }
        Ok(kept.replies.len() - before)
    }

    async fn refusals(&self, refusals: &[PastRefusal]) -> Result<usize, StorageError> {
        let mut kept = self.kept();
        let before = kept.refusals.len();
        for refusal in refusals {
            assert!(kept.ideas.iter().any(|idea| idea.id == refusal.idea), "an idea must be there first");
            if !kept.refusals.iter().any(|there| there.id == refusal.id) {
                kept.refusals.push(refusal.clone());
            }
        }
        Ok(kept.refusals.len() - before)
    }
}

/// Imports these files into the campaign `town`.
pub(super) async fn bring(
    format: Format,
    shelf: &Memory,
    files: &[(&'static str, &str)],
) -> Result<Report, ImportError> {
    let files = files.iter().map(|(name, content)| (*name, (*content).to_owned().leak().as_bytes() as &'static [u8]));
    let folder = Carried(Box::leak(files.collect::<Box<[_]>>()));
    let now = Timestamp::from_millis(1_790_000_000_000);
    let plan = Plan::new(Slug::parse("town").unwrap(), now, format.language(&Language::from_stored("cy".to_owned())));
    import(format, &folder, shelf, &plan).await
}
