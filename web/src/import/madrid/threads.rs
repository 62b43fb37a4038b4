//! The shape of threads whose comments arrive in any order: who replies to whom, how deep, and after what.
//!
//! A comment whose parent isn't there (or belongs to another proposal, or replies to itself by a detour) stands at the
//! top; one deeper than threads go stands beside its parent. Both are noted.

use std::collections::HashMap;

use folkmoot_comments::DEEPEST;

use super::comments::FILE;
use crate::import::{Fate, Notes};

/// A comment without its words.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Bone {
    /// What it replies to.
    pub(super) parent: Option<u64>,
    /// Under which proposal.
    pub(super) proposal: u64,
    /// When, in milliseconds since 1970.
    pub(super) at: i64,
    /// Its own time, or that of whatever stands above it if that is later: so nothing comes before its parent.
    pub(super) after: i64,
    /// 0 at the top.
    pub(super) depth: i32,
    /// Where it stands in the file.
    pub(super) line: u64,
}

impl Bone {
    /// A comment whose place isn't known yet.
    pub(super) const fn new(parent: Option<u64>, proposal: u64, at: i64, line: u64) -> Self {
        Self { parent, proposal, at, after: at, depth: UNPLACED, line }
    }
}

/// Comments by number.
pub(super) type Bones = HashMap<u64, Bone>;

/// Comments by number, each in its place.
pub(super) struct Threads(Bones);

const UNPLACED: i32 = -1;

impl Threads {
    /// Finds every comment its place.
    pub(super) fn build(bones: Bones, notes: &mut Notes) -> Self {
        let mut lines = bones.iter().map(|(&number, bone)| (bone.line, number)).collect::<Vec<_>>();
        lines.sort_unstable();
        let mut threads = Self(bones);
        for (_, number) in lines {
            for above in threads.unplaced_above(number, notes) {
                threads.place(above, notes);
            }
        }
        threads
    }

    /// A comment in its place.
    pub(super) fn get(&self, number: u64) -> Option<&Bone> {
        self.0.get(&number)
    }

    /// This comment and those above it that have no place yet, topmost first. A parent that can't be one is taken away.
    fn unplaced_above(&mut self, number: u64, notes: &mut Notes) -> Vec<u64> {
        let mut chain: Vec<u64> = Vec::new();
        let mut next = Some(number);
        while let Some(number) = next {
            let Some(bone) = self.0.get(&number).copied().filter(|bone| bone.depth == UNPLACED) else { break };
            chain.push(number);
            next = bone.parent;
            if let Some(parent) = bone.parent
                && let Some(why) = self.no_parent(&bone, parent, &chain)
            {
                notes.add(FILE, bone.line, Fate::Moved, format!("{why} It stands at the top."));
                self.change(number, |bone| bone.parent = None);
                next = None;
            }
        }
        chain.reverse();
        chain
    }

    /// Why `parent` can't be the parent of `bone`, if it can't.
    fn no_parent(&self, bone: &Bone, parent: u64, chain: &[u64]) -> Option<String> {
        match self.0.get(&parent) {
            None => Some(format!("What it replies to, comment {parent}, isn’t there.")),
            Some(above) if above.proposal != bone.proposal => {
                Some(format!("What it replies to, comment {parent}, belongs to another proposal."))
            }
            Some(above) if above.depth == UNPLACED && chain.contains(&parent) => {
                Some("It replies to itself, by way of others.".to_owned())
            }
            Some(_) => None,
        }
    }

    /// Places a comment below its parent, which has its place already.
    fn place(&mut self, number: u64, notes: &mut Notes) {
        let Some(bone) = self.0.get(&number).copied() else { return };
        let mut parent = bone.parent;
        let mut above = parent.and_then(|parent| self.0.get(&parent).copied());
        if let Some(deepest) = above.filter(|above| above.depth >= DEEPEST) {
            let why = format!("Threads go {DEEPEST} replies deep. It stands beside what it replies to.");
            notes.add(FILE, bone.line, Fate::Moved, why);
            parent = deepest.parent;
            above = parent.and_then(|parent| self.0.get(&parent).copied());
        }
        self.change(number, |bone| {
            bone.parent = parent;
            bone.depth = above.map_or(0, |above| above.depth.saturating_add(1));
            bone.after = above.map_or(bone.at, |above| above.after.max(bone.at));
        });
    }

    fn change(&mut self, number: u64, change: impl FnOnce(&mut Bone)) {
        if let Some(bone) = self.0.get_mut(&number) {
            change(bone);
        }
    }
}
