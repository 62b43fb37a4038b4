//! What search engines ask for: `/robots.txt`, and `/sitemap.xml` with every page that anybody may read, in each language.
//!
//! It names what is public and nothing else. It is bounded: the newest ideas only, read in batches and sent as they come,
//! so that a site of any size needs the memory of one batch.

use std::sync::Arc;

use axum::body::Body;
use axum::extract::State;
use axum::http::header;
use axum::response::{IntoResponse as _, Response};
use folkmoot_common::{Cursor, PageRequest, StorageError, Timestamp, Viewer};
use folkmoot_ideas::{IdeaFilter, IdeaOrder, IdeaQuery, Listed};
use futures::stream::{self, StreamExt as _};

use super::link;
use super::when::When;
use crate::error::{PageError, escape};
use crate::site::Site;
use crate::words::Words;

/// The newest ideas that are named. With every language and the pages themselves it stays far below the 50,000 addresses
/// that a sitemap may have.
const MOST: usize = 5_000;

/// What no search engine has any business with.
const PRIVATE: [&str; 5] = ["/admin", "/me", "/sign-in", "/welcome", "/dev"];

const HEAD: &str = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n\
     <urlset xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\" xmlns:xhtml=\"http://www.w3.org/1999/xhtml\">\n";
const FOOT: &str = "</urlset>\n";

/// `GET /robots.txt`
pub(crate) async fn robots(State(site): State<Arc<Site>>) -> Response {
    let mut text = "User-agent: *\n".to_owned();
    for words in &site.languages {
        for path in PRIVATE {
            text.push_str(&format!("Disallow: {}\n", words.to(path)));
        }
    }
    text.push_str(&format!("\nSitemap: {}\n", site.config.site.public_url.link("/sitemap.xml")));
    ([(header::CONTENT_TYPE, "text/plain; charset=utf-8")], text).into_response()
}

/// `GET /sitemap.xml`. Whatever can fail at once does so before the first byte leaves.
pub(crate) async fn sitemap(State(site): State<Arc<Site>>) -> Result<Response, PageError> {
    let campaigns = site.ideas.all_campaigns().await?;
    let mut head = HEAD.to_owned();
    let pages = [
        "/",
        "/ideas",
        "/answers",
        "/departments",
        "/promises",
        "/about",
        "/guidelines",
        "/transparency",
        "/transparency/decisions",
        "/privacy",
    ];
    for path in pages.into_iter().chain(["/accessibility"]) {
        head.push_str(&entry(&site, path, None));
    }
    for department in site.replies.departments().await? {
        head.push_str(&entry(&site, &format!("/departments/{}", department.slug), None));
    }
    for campaign in &campaigns {
        head.push_str(&entry(&site, &format!("/campaigns/{}", campaign.slug), None));
    }
    let (ideas, next) = batch(&site, None).await?;
    head.push_str(&entries(&site, &ideas));
    let rest = Rest { named: ideas.len(), next, site };
    let body = stream::iter([Ok(head)]).chain(stream::try_unfold(rest, Rest::go_on));
    Ok(([(header::CONTENT_TYPE, "application/xml; charset=utf-8")], Body::from_stream(body)).into_response())
}

/// What is still to be sent.
struct Rest {
    site: Arc<Site>,
    /// How many ideas were named.
    named: usize,
    next: Next,
}

/// Where the list goes on.
enum Next {
    /// After this idea.
    After(Cursor),
    /// Nowhere: only the foot is missing.
    Foot,
    /// Everything was sent.
    Nothing,
}

impl Rest {
    async fn go_on(self) -> Result<Option<(String, Self)>, StorageError> {
        let Self { site, named, next } = self;
        match next {
            Next::Nothing => Ok(None),
            Next::After(cursor) if named < MOST => {
                let (ideas, next) = batch(&site, Some(cursor)).await?;
                Ok(Some((entries(&site, &ideas), Self { named: named + ideas.len(), next, site })))
            }
            Next::After(_) | Next::Foot => Ok(Some((FOOT.to_owned(), Self { site, named, next: Next::Nothing }))),
        }
    }
}

/// The next ideas, newest first, as anybody may see them.
async fn batch(site: &Site, after: Option<Cursor>) -> Result<(Vec<Listed>, Next), StorageError> {
    let newest = IdeaQuery { filter: IdeaFilter::default(), order: IdeaOrder::Newest };
    let request = PageRequest::first(PageRequest::MOST).after(after);
    let page = site.ideas.list(&Viewer::Nobody, &newest, &request).await?;
    let last = page.items.last().filter(|_| page.has_next).map(|listed| listed.cursor.clone());
    Ok((page.items, last.map_or(Next::Foot, Next::After)))
}

fn entries(site: &Site, ideas: &[Listed]) -> String {
    let entry = |listed: &Listed| {
        let idea = &listed.idea;
        entry(site, &link::idea(idea), Some(idea.edited_at.unwrap_or(idea.created_at)))
    };
    ideas.iter().map(entry).collect()
}

/// A page in each of the site's languages, each with the others beside it.
fn entry(site: &Site, path: &str, changed: Option<Timestamp>) -> String {
    let address = |words: &Words| escape(&site.config.site.public_url.link(&words.to(path)));
    let alternate = |words: &Words| {
        format!("<xhtml:link rel=\"alternate\" hreflang=\"{}\" href=\"{}\"/>", words.code(), address(words))
    };
    let alternates: String = match site.languages.as_slice() {
        [] | [_] => String::new(),
        languages => languages.iter().map(alternate).collect(),
    };
    let changed = changed.map(|at| format!("<lastmod>{}</lastmod>", When::minute(at).exact())).unwrap_or_default();
    let url = |words: &Words| format!("<url><loc>{}</loc>{changed}{alternates}</url>\n", address(words));
    site.languages.iter().map(url).collect()
}
