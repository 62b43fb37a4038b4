//! The explorer: GraphiQL, bundled with the program's assets, for a browser that opens `/graphql`. It runs nothing by
//! itself, and the page works for nobody without JavaScript: its words say so.

use axum::http::{HeaderValue, header};
use axum::response::{Html, IntoResponse as _, Response};

use crate::assets;
use crate::error::escape;
use crate::site::Site;

/// This one page's policy. GraphiQL puts styles into the page and HTML into its documentation pane by script, so style is
/// wider here and trusted types are off; scripts are as narrow as anywhere, and nothing comes from or goes elsewhere.
const POLICY: &str = "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; \
     font-src 'self' data:; connect-src 'self'; form-action 'none'; base-uri 'none'; frame-ancestors 'none'";

/// The page.
pub(super) fn page(site: &Site) -> Response {
    let name = escape(&site.dress().name);
    let link =
        |asset: &str, tag: fn(&str) -> String| assets::url(asset).map(|url| tag(&escape(&url))).unwrap_or_default();
    let style = link("graphiql.css", |url| format!("<link rel=\"stylesheet\" href=\"{url}\">"));
    let script = link("graphiql.js", |url| format!("<script type=\"module\" src=\"{url}\"></script>"));
    let icon = link("folkmoot.svg", |url| format!("<link rel=\"icon\" href=\"{url}\" type=\"image/svg+xml\">"));
    let html = format!(
        "<!doctype html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n\
         <meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n\
         <title>API explorer – {name}</title>\n{icon}\n{style}\n</head>\n<body>\n\
         <div id=\"explorer\"><h1>API explorer</h1>\n\
         <p>The explorer needs JavaScript. Without it, send operations to this address by POST, as application/json: \
         <code>{{\"query\": \"{{ ideas(first: 3) {{ nodes {{ title }} }} }}\"}}</code></p>\n\
         <p><a href=\"/\">{name}</a></p></div>\n{script}\n</body>\n</html>\n"
    );
    ([(header::CONTENT_SECURITY_POLICY, HeaderValue::from_static(POLICY))], Html(html)).into_response()
}
