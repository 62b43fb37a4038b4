//! Comments: what people say under an idea, in threads, with a stance if they like.
//!
//! It refuses to know what the idea says. Whether an idea is open for comments is decided by the store, in the same
//! transaction that posts.

mod act;
mod arguments;
mod comment;
mod error;
mod import;
mod mine;
mod port;
mod read;
mod words;

pub use act::Comments;
pub use arguments::MOST_ARGUMENTS;
pub use comment::{Comment, CommentRevision, CommentState, Stance, Words};
pub use error::CommentError;
pub use import::PastComment;
pub use port::{Argument, BY_AUTHOR, CommentOrder, DEEPEST, EditComment, ListedComment, NewComment, Placed, Threads};
pub use words::CommentText;
