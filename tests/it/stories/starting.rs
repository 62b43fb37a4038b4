//! Real programs that start: several at once on one empty PostgreSQL database, of which one migrates and all come up; and the
//! demonstration.

use std::fs;
use std::net::{Ipv4Addr, TcpListener};
use std::path::PathBuf;
use std::process::Stdio;
use std::time::{Duration, Instant};

use folkmoot_tests::database::{Kind, OwnDatabase};
use tempfile::TempDir;
use tokio::process::{Child, Command};

const NODES: usize = 5;
const PATIENCE: Duration = Duration::from_secs(60);

/// The program, which stands beside this test's own folder.
fn program() -> PathBuf {
    let program = std::env::current_exe().unwrap().ancestors().nth(2).unwrap().join("folkmoot");
    assert!(program.is_file(), "run `cargo build` first: there is no {}", program.display());
    program
}

fn free_port() -> u16 {
    TcpListener::bind((Ipv4Addr::LOCALHOST, 0)).unwrap().local_addr().unwrap().port()
}

/// Starts a node; it ends with the value.
fn node(port: u16, database: &str, folder: &TempDir) -> Child {
    let url = format!("http://127.0.0.1:{port}");
    let log = fs::File::create(folder.path().join(format!("{port}.log"))).unwrap();
    Command::new(program())
        .arg("serve")
        .env("DATABASE_URL", database)
        .env("FOLKMOOT_LISTEN", format!("127.0.0.1:{port}"))
        .env("FOLKMOOT_PUBLIC_URL", url)
        .env("FOLKMOOT_SECRET_KEY_FILE", folder.path().join("key"))
        .stdin(Stdio::null())
        .stdout(Stdio::null())
        .stderr(log)
        .kill_on_drop(true)
        .spawn()
        .unwrap()
}

/// What a newcomer sees first: it comes up, in a file of its own, and its people have talked.
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn the_demonstration_comes_up_with_its_discussion() {
    let folder = TempDir::with_prefix("folkmoot-demo-").unwrap();
    let port = free_port();
    let url = format!("http://127.0.0.1:{port}");
    let log = fs::File::create(folder.path().join(format!("{port}.log"))).unwrap();
    let mut demo = Command::new(program());
    demo.arg("demo").env_remove("DATABASE_URL").env_remove("REDIS_URL").env_remove("SMTP_URL");
    demo.env("FOLKMOOT_LISTEN", format!("127.0.0.1:{port}")).env("FOLKMOOT_PUBLIC_URL", &url);
    let said = fs::File::create(folder.path().join("said")).unwrap();
    demo.stdin(Stdio::null()).stdout(said).stderr(log).kill_on_drop(true);
    let mut demo = demo.spawn().unwrap();
    comes_up(&mut demo, port, &folder).await;
    signs_everybody_in(&fs::read_to_string(folder.path().join("said")).unwrap(), &url).await;
    let client = reqwest::Client::builder().no_proxy().build().unwrap();
    let since = Instant::now();
    let talk = loop {
        let found = client.get(format!("{url}/ideas?q=riverfront%20investment")).send().await.unwrap();
        let found = found.text().await.unwrap();
        if found.contains("8 comments") || since.elapsed() > PATIENCE || demo.try_wait().unwrap().is_some() {
            break found;
        }
        tokio::time::sleep(Duration::from_millis(200)).await;
    };
    assert!(talk.contains("8 comments"), "{}", fs::read_to_string(folder.path().join(format!("{port}.log"))).unwrap());
    demo.kill().await.unwrap();
}

/// One link for each role, each of which signs its holder in.
async fn signs_everybody_in(said: &str, url: &str) {
    for role in ["citizen", "moderator", "officer", "admin"] {
        let line = said.lines().find(|line| line.contains(&format!("sign in as {role}")));
        let line = line.unwrap_or_else(|| panic!("no link for the {role}: {said}"));
        let link = line.split_whitespace().last().unwrap();
        assert!(link.starts_with(url), "{link}");
        let browser = reqwest::Client::builder().no_proxy().cookie_store(true).build().unwrap();
        let asked = browser.get(link).send().await.unwrap().text().await.unwrap();
        assert!(asked.contains("<form"), "the link shows a button: {asked}");
        let signed_in = browser.post(link).header("Origin", url).form(&[("by", "link")]).send().await.unwrap();
        assert!(signed_in.status().is_success(), "{role}: {}", signed_in.status());
        let own = browser.get(format!("{url}/me")).send().await.unwrap();
        assert!(own.status().is_success() && own.url().path() == "/me", "{role} is signed in: {}", own.url());
    }
}

/// Waits until the node takes requests.
async fn comes_up(child: &mut Child, port: u16, folder: &TempDir) {
    let client = reqwest::Client::builder().no_proxy().timeout(Duration::from_secs(5)).build().unwrap();
    let since = Instant::now();
    let said = || fs::read_to_string(folder.path().join(format!("{port}.log"))).unwrap_or_default();
    while since.elapsed() < PATIENCE {
        if let Some(status) = child.try_wait().unwrap() {
            panic!("a node ended with {status}: {}", said());
        }
        let answer = client.get(format!("http://127.0.0.1:{port}/health/ready")).send().await;
        if answer.is_ok_and(|answer| answer.status().is_success()) {
            let page = client.get(format!("http://127.0.0.1:{port}/ideas")).send().await.unwrap();
            assert!(page.status().is_success(), "{}", page.status());
            return;
        }
        tokio::time::sleep(Duration::from_millis(50)).await;
    }
    panic!("a node doesn't come up: {}", said());
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn nodes_that_start_at_once_on_an_empty_database_all_come_up() {
    let database = OwnDatabase::empty(Kind::Postgres).await;
    let folder = TempDir::with_prefix("folkmoot-nodes-").unwrap();
    fs::write(folder.path().join("key"), format!("{}=\n", "A".repeat(43))).unwrap();
    let mut nodes: Vec<(u16, Child)> = (0..NODES)
        .map(|_| {
            let port = free_port();
            (port, node(port, database.url(), &folder))
        })
        .collect();
    for (port, child) in &mut nodes {
        comes_up(child, *port, &folder).await;
    }
    for (_port, child) in &mut nodes {
        child.kill().await.unwrap();
    }
    let steps = folkmoot_migrations::status(database.url()).await.unwrap();
    assert!(steps.iter().all(|step| step.applied));
}
