//! Comments in the API: the object, an idea's threads, the acts, and what is posted as it is posted.

mod mutation;
mod object;
mod subscription;
mod threads;

pub(crate) use mutation::CommentMutations;
pub(crate) use object::Comment;
pub(crate) use subscription::CommentSubscriptions;
pub(crate) use threads::{CommentOrder, threads};

#[cfg(test)]
mod tests;
