//! A mail server that keeps what it is given, in the order in which it came: what a story's letters are sent to.

use std::collections::HashSet;
use std::sync::{Arc, Mutex};
use std::time::{Duration, Instant};

use tokio::io::{AsyncBufReadExt as _, AsyncWriteExt as _, BufReader};
use tokio::net::{TcpListener, TcpStream};

/// A letter as it came.
#[derive(Debug, Clone)]
pub struct Received {
    /// To whom it was handed over.
    pub to: String,
    /// Head and body, with lines and encoded words joined again.
    pub text: String,
}

impl Received {
    /// A line of the head, without its name.
    #[must_use]
    pub fn header(&self, name: &str) -> Option<&str> {
        let head = self.text.split("\n\n").next().unwrap_or_default();
        head.lines().find_map(|line| line.strip_prefix(name)?.strip_prefix(": "))
    }
}

#[derive(Debug, Default)]
struct Kept {
    letters: Vec<Received>,
    refused: HashSet<String>,
}

/// How a server takes letters.
#[derive(Debug, Clone, Copy, Default)]
pub struct Taste {
    /// It says that it took a letter only so long after it did: whoever dies meanwhile never learns of it.
    pub rest: Duration,
    /// It keeps no more than a letter's head: for very many of them.
    pub heads_only: bool,
}

/// The server; it ends with the runtime of its story.
#[derive(Debug, Clone)]
pub struct Sink {
    url: String,
    kept: Arc<Mutex<Kept>>,
}

impl Sink {
    /// Listens at a free port.
    ///
    /// # Panics
    /// When there is none.
    pub async fn open() -> Self {
        Self::open_with(Taste::default()).await
    }

    /// The same, in its own way.
    ///
    /// # Panics
    /// When there is no free port.
    pub async fn open_with(taste: Taste) -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").await.expect("a port is free");
        let url = format!("smtp://{}", listener.local_addr().expect("the listener has an address"));
        let kept = Arc::new(Mutex::new(Kept::default()));
        let shelf = Arc::clone(&kept);
        tokio::spawn(async move {
            while let Ok((stream, _peer)) = listener.accept().await {
                let shelf = Arc::clone(&shelf);
                tokio::spawn(async move { talk(stream, &shelf, taste).await });
            }
        });
        Self { url, kept }
    }

    /// What `SMTP_URL` must be.
    #[must_use]
    pub fn url(&self) -> &str {
        &self.url
    }

    /// Refuses letters to this address from now on, or takes them again.
    ///
    /// # Panics
    /// When another thread panicked here.
    pub fn refuse(&self, address: &str, refused: bool) {
        let mut kept = self.kept.lock().expect("no panic while it is held");
        let _changed = if refused { kept.refused.insert(address.to_owned()) } else { kept.refused.remove(address) };
    }

    /// Everything that came so far.
    ///
    /// # Panics
    /// When another thread panicked here.
    #[must_use]
    pub fn letters(&self) -> Vec<Received> {
        self.kept.lock().expect("no panic while it is held").letters.clone()
    }

    /// How many came so far.
    ///
    /// # Panics
    /// When another thread panicked here.
    #[must_use]
    pub fn count(&self) -> usize {
        self.kept.lock().expect("no panic while it is held").letters.len()
    }

    /// Waits until so many letters have come whose subject holds these words, and gives them.
    ///
    /// # Panics
    /// When they don't come.
    pub async fn wait_for(&self, count: usize, subject: &str, patience: Duration) -> Vec<Received> {
        let since = Instant::now();
        loop {
            let mut found = self.letters();
            found.retain(|letter| letter.header("Subject").is_some_and(|said| said.contains(subject)));
            if found.len() >= count {
                return found;
            }
            assert!(since.elapsed() < patience, "{} letters of {count} about «{subject}» came", found.len());
            tokio::time::sleep(Duration::from_millis(50)).await;
        }
    }
}

async fn talk(stream: TcpStream, kept: &Mutex<Kept>, taste: Taste) -> Option<()> {
    let (read, mut write) = stream.into_split();
    let mut lines = BufReader::new(read).lines();
    write.write_all(b"220 the sink\r\n").await.ok()?;
    let (mut to, mut text, mut in_data, mut has_head) = (String::new(), String::new(), false, false);
    while let Some(line) = lines.next_line().await.ok()? {
        let answer = match line.as_str() {
            "." if in_data => {
                let letter = Received { to: std::mem::take(&mut to), text: joined(&std::mem::take(&mut text)) };
                kept.lock().ok()?.letters.push(letter);
                in_data = false;
                tokio::time::sleep(taste.rest).await;
                "250 taken\r\n"
            }
            line if in_data => {
                has_head |= line.is_empty();
                if has_head && taste.heads_only {
                    continue;
                }
                text.push_str(line.strip_prefix('.').unwrap_or(line));
                text.push('\n');
                continue;
            }
            "DATA" => {
                in_data = true;
                has_head = false;
                "354 go on\r\n"
            }
            line if line.starts_with("RCPT TO:") => {
                to = line.trim_start_matches("RCPT TO:").trim_matches(['<', '>', ' ']).to_owned();
                let refused = kept.lock().ok()?.refused.contains(&to);
                if refused { "550 nobody of this name\r\n" } else { "250 fine\r\n" }
            }
            line if line.starts_with("EHLO") => "250-the sink\r\n250 8BITMIME\r\n",
            "QUIT" => "221 bye\r\n",
            _ => "250 fine\r\n",
        };
        write.write_all(answer.as_bytes()).await.ok()?;
    }
    Some(())
}

/// Folded heads and soft line ends are one line; the signs that addresses need are read.
fn joined(raw: &str) -> String {
    raw.replace("\n ", " ").replace("=\n", "").replace("=3D", "=")
}
