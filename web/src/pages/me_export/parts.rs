//! What the file is put together from, each list a batch at a time.

use folkmoot_comments::Comment;
use folkmoot_common::{Cursor, IdeaId, Page, PageRequest, Timestamp};
use folkmoot_ideas::{Idea, Label, LabelKind};
use folkmoot_people::DraftOwner;
use folkmoot_replies::ReplyError;
use serde_json::Value;

use super::file::{
    Account, Earlier, Head, OwnComment, OwnDraft, OwnFollow, OwnIdea, OwnSession, OwnToken, OwnVote, OwnWatch, Tail,
};
use super::{BATCH, Batch, Taking, json, start};
use crate::error::PageError;
use crate::pages::finish::{of_comment, of_idea};
use crate::pages::link;
use crate::pages::me::{own_ideas, readable};
use crate::pages::when::When;

impl Taking {
    /// How the file begins, up to the first list.
    pub(super) async fn head(&self) -> Result<String, PageError> {
        let head = Head {
            site: self.site.config.site.public_url.origin().to_owned(),
            exported_at: exact(self.site.sources.now()),
            account: self.account().await?,
        };
        let mut text = json(&head)?;
        // The lists stand within.
        text.pop();
        Ok(text)
    }

    async fn account(&self) -> Result<Account, PageError> {
        let viewer = &self.asking.viewer;
        let person = self.site.people.person(viewer).await?.ok_or(PageError::SignInFirst)?;
        Ok(Account {
            id: folkmoot_common::Id::uuid(person.id).to_string(),
            email: person.email.map(|email| email.as_str().to_owned()),
            name: person.name.map(|name| name.as_str().to_owned()),
            roles: person.roles.iter().map(folkmoot_common::Role::as_str).collect(),
            language: person.language.map(|language| language.as_str().to_owned()),
            notices: self.site.telling.pace(viewer).await?.unwrap_or_default().as_str(),
            created_at: exact(person.created_at),
        })
    }

    pub(super) async fn ideas(&self, at: &PageRequest) -> Result<Batch<OwnIdea, PageRequest>, PageError> {
        let page = self.site.ideas.list(&self.asking.viewer, &own_ideas(&self.known), at).await?;
        let next = after(&page, |listed| &listed.cursor);
        let ids: Vec<IdeaId> = page.items.iter().map(|listed| listed.idea.id).collect();
        let mut labels = self.site.labels.of(&ids).await?;
        let mut items = Vec::with_capacity(page.items.len());
        for listed in page.items {
            let its = labels.remove(&listed.idea.id).unwrap_or_default();
            items.push(self.idea(listed.idea, its).await?);
        }
        Ok(Batch { items, is_first: at.from.is_none(), next })
    }

    async fn idea(&self, idea: Idea, labels: Vec<Label>) -> Result<OwnIdea, PageError> {
        let mut earlier = Vec::new();
        if idea.revision > 1 {
            let history = self.site.ideas.history(&self.asking.viewer, idea.id).await.map_err(of_idea)?;
            earlier.extend(history.into_iter().skip(1).map(|past| Earlier {
                title: Some(past.title.as_str().to_owned()),
                stance: None,
                body: past.body.as_str().to_owned(),
                written_at: exact(past.written_at),
            }));
        }
        Ok(OwnIdea {
            place: labels.into_iter().find(|one| one.kind == LabelKind::Place).map(|one| one.name),
            number: idea.number,
            address: self.address(&link::idea(&idea)),
            title: idea.title.as_str().to_owned(),
            body: idea.body.as_str().to_owned(),
            status: idea.status.as_str(),
            hidden: idea.hidden,
            withdrawn_because: idea.withdrawn_because,
            created_at: exact(idea.created_at),
            edited_at: idea.edited_at.map(exact),
            earlier,
        })
    }

    pub(super) async fn comments(&self, at: &PageRequest) -> Result<Batch<OwnComment, PageRequest>, PageError> {
        let page = self.site.comments.mine(&self.asking.viewer, at).await?;
        let next = after(&page, |listed| &listed.cursor);
        let about = page.items.iter().map(|listed| listed.comment.idea);
        let about = readable(&self.site, &self.asking, about).await?;
        let mut items = Vec::with_capacity(page.items.len());
        for listed in page.items {
            let number = about.get(&listed.comment.idea).map(|idea| idea.number);
            items.push(self.comment(listed.comment, number).await?);
        }
        Ok(Batch { items, is_first: at.from.is_none(), next })
    }

    /// A comment, under the idea of this number when it can be read.
    async fn comment(&self, comment: Comment, number: Option<i64>) -> Result<OwnComment, PageError> {
        let words = comment.words.as_ref();
        let mut earlier = Vec::new();
        if number.is_some() && words.is_some_and(|words| words.revision > 1) {
            let history = self.site.comments.history(&self.asking.viewer, comment.id).await.map_err(of_comment)?;
            earlier.extend(history.into_iter().skip(1).map(|past| Earlier {
                title: None,
                stance: Some(past.stance.as_str()),
                body: past.body.as_str().to_owned(),
                written_at: exact(past.written_at),
            }));
        }
        Ok(OwnComment {
            idea: number,
            address: number.map(|number| self.address(&link::comment(number, comment.number))),
            state: comment.state.as_str(),
            stance: words.map(|words| words.stance.as_str()),
            body: words.map(|words| words.body.as_str().to_owned()),
            language: words.map(|words| words.language.as_str().to_owned()),
            created_at: exact(comment.created_at),
            edited_at: words.and_then(|words| words.edited_at).map(exact),
            earlier,
        })
    }

    pub(super) async fn votes(&self, at: &PageRequest) -> Result<Batch<OwnVote, PageRequest>, PageError> {
        let page = self.site.votes.history(&self.asking.viewer, at).await?;
        let next = after(&page, |vote| &vote.cursor);
        let about = readable(&self.site, &self.asking, page.items.iter().map(|vote| vote.idea)).await?;
        let vote = |vote: folkmoot_votes::OwnVote| OwnVote {
            idea: about.get(&vote.idea).map(|idea| idea.number),
            choice: vote.choice.as_str(),
            changed_at: exact(vote.changed_at),
        };
        Ok(Batch { items: page.items.into_iter().map(vote).collect(), is_first: at.from.is_none(), next })
    }

    pub(super) async fn follows(&self, last: Option<IdeaId>) -> Result<Batch<OwnFollow, IdeaId>, PageError> {
        let some = self.site.telling.chosen(&self.asking.viewer, last, u64::from(BATCH)).await?;
        let is_full = some.len() == usize::from(BATCH);
        let next = some.last().filter(|_| is_full).map(|end| end.idea);
        let about = readable(&self.site, &self.asking, some.iter().map(|chosen| chosen.idea)).await?;
        let follow = |chosen: folkmoot_replies::ChosenIdea| OwnFollow {
            idea: about.get(&chosen.idea).map(|idea| idea.number),
            follows: chosen.follows,
            changed_at: exact(chosen.at),
        };
        Ok(Batch { items: some.into_iter().map(follow).collect(), is_first: last.is_none(), next })
    }

    /// What there are few of.
    pub(super) async fn tail(&self) -> Result<Tail, PageError> {
        Ok(Tail {
            watches: self.watches().await?,
            drafts: self.drafts().await?,
            sessions: self.sessions().await?,
            access_tokens: self.tokens().await?,
        })
    }

    /// Nobody but officers and admins watches.
    async fn watches(&self) -> Result<Vec<OwnWatch>, PageError> {
        let watched = match self.site.replies.watched(&self.asking.viewer).await {
            Err(ReplyError::Forbidden) => Vec::new(),
            watched => watched?,
        };
        Ok(watched.into_iter().map(|one| OwnWatch { idea: one.number, since: exact(one.since) }).collect())
    }

    async fn drafts(&self) -> Result<Vec<OwnDraft>, PageError> {
        let drafts = self.site.people.drafts_of(DraftOwner::Person(self.known.person_id)).await?;
        let draft = |draft: folkmoot_people::Draft| OwnDraft {
            content: serde_json::from_str(&draft.content).unwrap_or(Value::String(draft.content)),
            created_at: exact(draft.created_at),
            expires_at: exact(draft.expires_at),
        };
        Ok(drafts.into_iter().map(draft).collect())
    }

    async fn sessions(&self) -> Result<Vec<OwnSession>, PageError> {
        let sessions = self.site.people.sessions(&self.asking.viewer, self.known.session_id).await?;
        let session = |session: folkmoot_people::SessionInfo| OwnSession {
            browser: session.browser_name,
            created_at: exact(session.created_at),
            seen_at: exact(session.seen_at),
            is_this: session.is_this,
        };
        Ok(sessions.into_iter().map(session).collect())
    }

    async fn tokens(&self) -> Result<Vec<OwnToken>, PageError> {
        let tokens = self.site.people.tokens(&self.asking.viewer).await?;
        let token = |token: folkmoot_people::TokenInfo| OwnToken {
            name: token.name.as_str().to_owned(),
            created_at: exact(token.created_at),
        };
        Ok(tokens.into_iter().map(token).collect())
    }

    fn address(&self, path: &str) -> String {
        format!("{}{path}", self.site.config.site.public_url.origin())
    }
}

fn exact(at: Timestamp) -> String {
    When::minute(at).exact()
}

/// The page after this one, if there is any.
fn after<T>(page: &Page<T>, cursor: impl Fn(&T) -> &Cursor) -> Option<PageRequest> {
    let last = page.items.last().filter(|_| page.has_next)?;
    Some(start().after(Some(cursor(last).clone())))
}
