//! Folding: a thread shows its beginning, and the rest opens on demand, so that the next thread is never far away. What
//! an address leads to is never folded away.

use super::thread::Said;

/// Direct replies that are shown at once.
const REPLIES: usize = 3;
/// And replies of any depth.
const BELOW: usize = 5;

/// A comment on the idea itself and what is said below it, as far as this page holds it.
#[derive(Debug, Clone, Default)]
pub(crate) struct Branch {
    /// What is shown at once.
    pub(crate) shown: Vec<Said>,
    /// What opens on demand.
    pub(crate) folded: Vec<Said>,
    /// Whether it is open already, because the comment that was asked for is in it.
    pub(crate) open: bool,
}

/// The comments of a page, in reading order, by threads. `at` is the comment that the address leads to.
pub(super) fn branches(comments: Vec<Said>, at: Option<i32>) -> Vec<Branch> {
    let mut all: Vec<Vec<Said>> = Vec::new();
    for said in comments {
        match all.last_mut() {
            Some(branch) if !said.top => branch.push(said),
            _ => all.push(vec![said]),
        }
    }
    all.into_iter().map(|branch| fold(branch, at)).collect()
}

/// A page that begins in the middle of a thread doesn't fold it: whoever turned the page reads on.
fn fold(mut shown: Vec<Said>, at: Option<i32>) -> Branch {
    if !shown.first().is_some_and(|first| first.top) {
        return Branch { shown, ..Branch::default() };
    }
    let mut direct = 0;
    let goes_on = |(place, said): (usize, &Said)| {
        direct += usize::from(said.step == 1);
        (direct > REPLIES || place > BELOW).then_some(place)
    };
    let Some(from) = shown.iter().enumerate().skip(1).find_map(goes_on) else {
        return Branch { shown, ..Branch::default() };
    };
    // One reply takes no more room than the line that would hide it.
    if shown.len() - from < 2 {
        return Branch { shown, ..Branch::default() };
    }
    let folded = shown.split_off(from);
    let open = folded.iter().any(|said| Some(said.number) == at);
    Branch { shown, folded, open }
}

#[cfg(test)]
mod tests;
