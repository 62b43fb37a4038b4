//! Everything the board keeps about one, in one file that other software reads. Of other people nothing: an idea that
//! one voted on or talked about is named by its number alone, and not even that while it can't be read.
//!
//! What is secret stays so: sessions and tokens are listed without what opens them.
//!
//! It is read in batches and sent as they come, so that whoever wrote for years needs the memory of one batch. A file that
//! breaks off in the middle is no JSON: nobody takes it for the whole.

mod file;
mod parts;

use std::sync::Arc;

use axum::body::Body;
use axum::extract::State;
use axum::http::header;
use axum::response::{IntoResponse as _, Response};
use folkmoot_common::{IdeaId, PageRequest};
use folkmoot_people::Known;
use futures::stream::{self, StreamExt as _};
use serde::Serialize;

use super::sign_in::first;
use crate::edge::Asking;
use crate::error::PageError;
use crate::site::Site;

/// So many ideas, comments, votes or choices are read at once.
const BATCH: u16 = 50;

/// `GET /me/export`. Whatever can fail at once does so before the first byte leaves.
pub(crate) async fn download(State(site): State<Arc<Site>>, asking: Asking) -> Result<Response, PageError> {
    if asking.known.is_none() {
        return Ok(first("/me/account"));
    }
    let known = asking.in_person()?.clone();
    let taking = Taking { site, asking, known };
    let head = taking.head().await?;
    let (ideas, next) = taking.read(Next::Ideas(start())).await?;
    let rest = stream::try_unfold(Rest { taking, next }, Rest::go_on);
    let body = Body::from_stream(stream::iter([Ok(head), Ok(ideas)]).chain(rest));
    let headers = [
        (header::CONTENT_TYPE, "application/json"),
        (header::CONTENT_DISPOSITION, "attachment; filename=\"folkmoot-my-data.json\""),
        (header::CACHE_CONTROL, "no-store"),
    ];
    Ok((headers, body).into_response())
}

/// Whoever takes what is theirs, and from where.
struct Taking {
    site: Arc<Site>,
    asking: Asking,
    known: Known,
}

/// What is still to be sent.
struct Rest {
    taking: Taking,
    next: Option<Next>,
}

/// Where the file goes on.
enum Next {
    Ideas(PageRequest),
    Comments(PageRequest),
    Votes(PageRequest),
    /// After the choice about this idea.
    Follows(Option<IdeaId>),
    /// What is short, and the end.
    Tail,
}

/// Why a file ends early. The cause is in the log.
const BROKEN_OFF: &str = "the rest of the file can't be read";

impl Rest {
    async fn go_on(self) -> Result<Option<(String, Self)>, &'static str> {
        let Self { taking, next } = self;
        let Some(next) = next else { return Ok(None) };
        let (text, next) = taking.read(next).await.map_err(|_logged| BROKEN_OFF)?;
        Ok(Some((text, Self { taking, next })))
    }
}

impl Taking {
    /// The next piece of the file, and where it goes on after that.
    async fn read(&self, next: Next) -> Result<(String, Option<Next>), PageError> {
        match next {
            Next::Ideas(at) => self.ideas(&at).await?.write("ideas", Next::Ideas, Next::Comments(start())),
            Next::Comments(at) => self.comments(&at).await?.write("comments", Next::Comments, Next::Votes(start())),
            Next::Votes(at) => self.votes(&at).await?.write("votes", Next::Votes, Next::Follows(None)),
            Next::Follows(last) => {
                let further = |last| Next::Follows(Some(last));
                self.follows(last).await?.write("follows", further, Next::Tail)
            }
            Next::Tail => Ok((json(&self.tail().await?)?.replacen('{', ",", 1), None)),
        }
    }
}

/// Some of a list.
struct Batch<T, At> {
    items: Vec<T>,
    is_first: bool,
    /// Where the list goes on; none at its end.
    next: Option<At>,
}

impl<T: Serialize, At> Batch<T, At> {
    /// As it stands in the file, which goes on further along this list or with the one after it.
    fn write(
        self,
        name: &str,
        further: impl FnOnce(At) -> Next,
        then: Next,
    ) -> Result<(String, Option<Next>), PageError> {
        let mut text = if self.is_first { format!(",\"{name}\":[") } else { String::new() };
        for (at, item) in self.items.iter().enumerate() {
            if at > 0 || !self.is_first {
                text.push(',');
            }
            text.push_str(&json(item)?);
        }
        if self.next.is_none() {
            text.push(']');
        }
        Ok((text, Some(self.next.map_or(then, further))))
    }
}

fn json(value: &impl Serialize) -> Result<String, PageError> {
    serde_json::to_string(value).map_err(|why| PageError::internal(&why))
}

/// The first of a list.
fn start() -> PageRequest {
    PageRequest::first(BATCH)
}

#[cfg(test)]
mod tests {
    use super::{Batch, Next, start};

    fn written(items: Vec<i32>, is_first: bool, next: Option<i32>) -> (String, bool) {
        let batch = Batch { items, is_first, next };
        let (text, next) = batch.write("votes", |_further| Next::Votes(start()), Next::Tail).unwrap();
        (text, matches!(next, Some(Next::Tail)))
    }

    #[test]
    fn the_pieces_of_a_list_are_one_list() {
        assert_eq!(written(vec![], true, None), (",\"votes\":[]".to_owned(), true));
        assert_eq!(written(vec![1, 2], true, None), (",\"votes\":[1,2]".to_owned(), true));
        assert_eq!(written(vec![1, 2], true, Some(2)), (",\"votes\":[1,2".to_owned(), false));
        assert_eq!(written(vec![3], false, Some(3)), (",3".to_owned(), false));
        assert_eq!(written(vec![4, 5], false, None), (",4,5]".to_owned(), true));
        assert_eq!(written(vec![], false, None), ("]".to_owned(), true));
    }
}
