//! The people themselves, on a made-up site that says back what it was sent: they fill in forms as a browser does.

use tokio::io::{AsyncReadExt as _, AsyncWriteExt as _};
use tokio::net::TcpListener;

use super::Actor;

const HOME: &str = r#"<!DOCTYPE html><title>Post</title><body><h1>Post <em>your</em> idea</h1>
<div><p>One</p><p>Two</p></div><script>never shown</script><a href="/elsewhere">Somewhere <span>else</span></a>
<form action="/send" method="post">
  <input type="hidden" name="token" value="t1">
  <label for="title">Title</label><p id="title-error">Error: Enter a title</p>
  <input id="title" name="title" value="Old &amp; new" aria-describedby="title-hint title-error">
  <textarea name="body">
Kept</textarea>
  <label for="s">For</label><input type="radio" id="s" name="stance" value="FOR" checked>
  <label for="a">Against</label><input type="radio" id="a" name="stance" value="AGAINST">
  <input type="checkbox" name="mail" value="yes"><input type="checkbox" name="off">
  <select name="campaign"><option value="one">One</option><option selected>Two</option></select>
  <button name="act" value="post">Post your idea</button><button name="act" value="keep">Keep it</button>
</form></body>"#;

/// Serves HOME at `/`, a redirect with a cookie at `/elsewhere`, and elsewhere what was asked, as text.
async fn echo() -> String {
    let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let url = format!("http://{}", listener.local_addr().unwrap());
    tokio::spawn(async move {
        loop {
            let (mut stream, _peer) = listener.accept().await.unwrap();
            let mut asked = vec![0; 65_536];
            let read = stream.read(&mut asked).await.unwrap();
            let asked = String::from_utf8_lossy(&asked[..read]).into_owned();
            let path = asked.split(' ').nth(1).unwrap_or_default().to_owned();
            let (head, body) = match path.as_str() {
                "/" => ("200 OK", HOME.to_owned()),
                "/elsewhere" => {
                    ("303 See Other\r\nlocation: /there\r\nset-cookie: seen=1; Path=/; HttpOnly", String::new())
                }
                _ => ("200 OK", format!("<pre>{}</pre>", asked.replace('&', "&amp;"))),
            };
            let answer =
                format!("HTTP/1.1 {head}\r\ncontent-length: {}\r\nconnection: close\r\n\r\n{body}", body.len());
            stream.write_all(answer.as_bytes()).await.unwrap();
        }
    });
    url
}

#[tokio::test]
async fn a_page_tells_what_a_person_sees() {
    let ana = Actor::browser(&echo().await);
    let page = ana.open("/").await;
    assert_eq!(page.heading(), "Post your idea");
    assert!(page.says("One Two") && !page.says("never shown"), "{}", page.words());
    assert_eq!(page.error_for("title").as_deref(), Some("Enter a title"));
    assert_eq!(page.error_for("body"), None);
    assert_eq!(page.form("Post your idea").value("Title"), Some("Old & new"));
    assert_eq!(page.form("Post your idea").value("body"), Some("Kept"));
}

#[tokio::test]
async fn a_form_sends_what_a_browser_would() {
    let url = echo().await;
    let ana = Actor::browser(&url);
    let page = ana.open("/").await;
    let sent = page.form("Keep it").fill("Title", "A & B").fill("stance", "Against").tick("mail").send().await;
    let told = sent.words();
    assert!(told.starts_with("POST /send "), "{told}");
    assert!(told.contains(&format!("origin: {url} ")), "{told}");
    let expected = "token=t1&title=A+%26+B&body=Kept&stance=AGAINST&mail=yes&campaign=Two&act=keep";
    assert!(told.ends_with(expected), "{told}");
}

#[tokio::test]
async fn a_browser_follows_redirects_and_keeps_cookies() {
    let ana = Actor::browser(&echo().await);
    let page = ana.open("/").await.follow("Somewhere else").await;
    assert_eq!(page.path(), "/there");
    assert!(page.says("cookie: seen=1"), "{}", page.words());
    let stayed = ana.peek("/elsewhere").await;
    assert_eq!((stayed.status.as_u16(), stayed.leads_to()), (303, Some("/there")));
    assert!(!Actor::script(ana.address("/").as_str(), "secret".into()).open("/x").await.says("cookie"));
}

#[tokio::test]
#[should_panic(expected = "the form has no field `summary`")]
async fn nobody_fills_in_what_is_not_there() {
    let page = Actor::browser(&echo().await).open("/").await;
    let _form = page.form("Keep it").fill("summary", "x");
}
