//! What a browser fetches to show a page for the first time: how many requests, how many bytes, and from whom.

use scraper::{Html, Selector};
use url::Url;

use crate::failure::{Failure, Measured};
use crate::program::Running;
use crate::report::Row;
use crate::stage::{Stage, say};

/// Everything in a page that a browser fetches by itself.
const FETCHED: [(&str, &str); 5] = [
    ("link[rel~=stylesheet], link[rel~=icon], link[rel=preload], link[rel=modulepreload]", "href"),
    ("script[src]", "src"),
    ("img[src]", "src"),
    ("iframe[src]", "src"),
    ("source[src]", "src"),
];

struct View {
    bytes: usize,
    requests: usize,
    foreign: usize,
}

/// The pages that people land on.
pub(crate) fn rows(stage: &Stage, node: &Running) -> Measured<Vec<Row>> {
    let (idea, _id) = stage.first_idea(node)?;
    ["/", "/ideas", idea.as_str()].into_iter().map(|path| row(stage, node, path)).collect()
}

fn row(stage: &Stage, node: &Running, path: &str) -> Measured<Row> {
    say(&format!("first view of {path}"));
    let view = stage.runtime.block_on(view(node, path))?;
    let View { bytes, requests, foreign } = view;
    let met = bytes <= 45_000 && requests <= 6 && foreign == 0;
    #[expect(clippy::cast_precision_loss, reason = "the weight of a page is far below 2^52")]
    let kilobytes = bytes as f64 / 1_000.0;
    Ok(Row::new(
        format!("first view of `{path}`, compressed"),
        format!("{kilobytes:.1} KB, {requests} requests, {foreign} to a third party"),
    )
    .shall("≤ 45 KB, ≤ 6 requests, none to a third party", met)
    .with(serde_json::json!({ "bytes": bytes, "requests": requests, "foreign": foreign })))
}

async fn view(node: &Running, path: &str) -> Measured<View> {
    let client = reqwest::Client::new();
    let base = Url::parse(&node.url())?.join(path)?;
    let plain = client.get(base.clone()).send().await?.error_for_status()?.text().await?;
    let mut view = View { bytes: packed(&client, &base).await?, requests: 1, foreign: 0 };
    for address in fetched(&plain, &base)? {
        view.requests += 1;
        if address.origin() == base.origin() {
            view.bytes += packed(&client, &address).await?;
        } else {
            view.foreign += 1;
        }
    }
    Ok(view)
}

/// The bytes of the body as a browser gets them.
async fn packed(client: &reqwest::Client, address: &Url) -> Measured<usize> {
    let asked = client.get(address.clone()).header("Accept-Encoding", "gzip, br");
    Ok(asked.send().await?.error_for_status()?.bytes().await?.len())
}

fn fetched(page: &str, base: &Url) -> Measured<Vec<Url>> {
    let document = Html::parse_document(page);
    let mut found = Vec::new();
    for (wanted, attribute) in FETCHED {
        let wanted = Selector::parse(wanted).map_err(|why| Failure::words(why.to_string()))?;
        for element in document.select(&wanted) {
            let address = base.join(element.value().attr(attribute).unwrap_or_default())?;
            if address.scheme() != "data" && !found.contains(&address) {
                found.push(address);
            }
        }
    }
    Ok(found)
}
