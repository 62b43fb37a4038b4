//! Drafts that nobody overwrites unread, and what becomes public of them.

use folkmoot_common::ReplyId;
use folkmoot_replies::{
    Draft, Happened, Happening, Kind, NewReply, NewRevision, OfficialReply, Published, ReplyRevision, SaveDraft, Saved,
};

use super::book::Book;

impl Book {
    pub(super) fn save_draft(&mut self, new: SaveDraft) -> Saved {
        let old = self.drafts.get(&new.idea);
        let locked = old.filter(|old| old.is_locked_for(new.by.person, new.by.at)).and_then(|old| old.lock);
        if let Some((who, until)) = locked {
            return Saved::Locked(who, until);
        }
        if old.map_or(0, |old| old.version) != new.seen {
            return old.cloned().map_or(Saved::Gone, |old| Saved::Changed(Box::new(old)));
        }
        let version = new.seen + 1;
        let draft = Draft {
            idea: new.idea,
            others: new.others,
            credits: new.credits,
            raw: new.raw,
            by: new.by.person,
            saved_at: new.by.at,
            version,
            stage: new.stage,
            asked_by: new.asked_by,
            lock: Some((new.by.person, new.until)),
        };
        self.drafts.insert(new.idea, draft);
        Saved::As(version)
    }

    pub(super) fn publish(&mut self, new: NewReply) -> Published {
        let ideas: Vec<_> = new.ideas.iter().map(|(idea, _)| *idea).collect();
        let first = ideas.first().and_then(|first| self.drafts.get(first));
        if first.map_or(0, |draft| draft.version) != new.draft {
            return Published::Changed;
        }
        let named = self.departments.iter().find(|one| one.id == new.department);
        let reply = OfficialReply {
            id: new.id,
            department: new.department,
            department_name: named.map(|one| one.name.clone()).unwrap_or_default(),
            text: new.text,
            published_at: new.by.at,
            revision: 1,
            revised_at: None,
            ideas: ideas.clone(),
            // Comments 1 and 2 are the numbers 1 and 2 of idea 1.
            credits: new.credits.iter().map(|number| crate::fakes::the(u128::from(number.unsigned_abs()))).collect(),
        };
        for idea in &ideas {
            self.drafts.remove(idea);
            let way = self.progress.entry(*idea).or_default();
            way.replies.insert(0, reply.clone());
            let promised = way.promises.iter_mut().filter(|one| one.step.kind == Kind::Reply);
            promised.for_each(|one| one.kept_at = one.kept_at.or(Some(new.by.at)));
            let department = Some(reply.department_name.clone());
            let (what, at) = (Happened::Replied, new.by.at);
            way.happenings.push(Happening {
                idea: *idea,
                what,
                at,
                number: None,
                department,
                words: None,
                status: None,
            });
        }
        let first = ReplyRevision { revision: 1, text: reply.text.clone(), at: new.by.at, why: None };
        self.revisions.insert(reply.id, vec![first]);
        Published::Done(Box::new(reply))
    }

    pub(super) fn revise(&mut self, new: NewRevision) -> Published {
        let replies = self.progress.values_mut().flat_map(|way| &mut way.replies);
        let mut revised = None;
        for reply in replies.filter(|reply| reply.id == new.reply) {
            if reply.revision != new.seen {
                return Published::Changed;
            }
            reply.revision += 1;
            reply.revised_at = Some(new.by.at);
            reply.text = new.text.clone();
            revised = Some(reply.clone());
        }
        let Some(reply) = revised else { return Published::Changed };
        let why = Some(new.why.as_str().to_owned());
        let now = ReplyRevision { revision: reply.revision, text: new.text, at: new.by.at, why };
        self.revisions.entry(reply.id).or_default().push(now);
        Published::Done(Box::new(reply))
    }

    pub(super) fn reply(&self, id: ReplyId) -> Option<OfficialReply> {
        self.progress.values().flat_map(|way| &way.replies).find(|reply| reply.id == id).cloned()
    }
}
