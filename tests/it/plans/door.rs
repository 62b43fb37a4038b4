//! A door before PostgreSQL that hears how it carried out each statement. The program's connections ask it to say so, in the
//! address that leads here, and what it says passes by on its way back.

use std::net::{SocketAddr, TcpListener as StdListener};
use std::sync::{Arc, Mutex};

use serde_json::Value;
use tokio::io::{AsyncReadExt as _, AsyncWriteExt as _};
use tokio::net::{TcpListener, TcpStream};

/// What a connection asks for: a notice for every statement that has ended, with its plan and what each step of it did.
const ASKED: [(&str, &str); 7] = [
    // Comes with PostgreSQL's own contributions, which Debian's package holds.
    ("session_preload_libraries", "auto_explain"),
    ("auto_explain.log_min_duration", "0"),
    ("auto_explain.log_analyze", "on"),
    ("auto_explain.log_timing", "off"),
    ("auto_explain.log_format", "json"),
    ("auto_explain.log_level", "notice"),
    ("client_min_messages", "notice"),
];

/// A statement that was carried out.
#[derive(Debug)]
pub(super) struct Heard {
    pub(super) words: String,
    /// How many rows it looked at: those that it found, those that it passed over, and one for each time that it went to look.
    pub(super) rows: u64,
    /// The steps that looked at rows, for whoever must mend it.
    pub(super) steps: String,
}

/// What was heard since it was last asked.
#[derive(Default)]
pub(super) struct Door(Mutex<Vec<Heard>>);

impl Door {
    pub(super) fn take(&self) -> Vec<Heard> {
        std::mem::take(&mut *self.0.lock().unwrap())
    }

    /// Opens a door before this database and gives the address through it.
    pub(super) fn stand_before(self: &Arc<Self>, url: &str) -> String {
        let mut through: url::Url = url.parse().expect("a database has an address");
        let behind = format!("{}:{}", through.host_str().unwrap(), through.port().unwrap_or(5432));
        let door = StdListener::bind("127.0.0.1:0").expect("a port is free");
        door.set_nonblocking(true).unwrap();
        let address: SocketAddr = door.local_addr().unwrap();
        through.set_port(Some(address.port())).unwrap();
        for (name, value) in ASKED {
            through.query_pairs_mut().append_pair(&format!("options[{name}]"), value);
        }
        let ear = Arc::clone(self);
        tokio::spawn(async move {
            let door = TcpListener::from_std(door).unwrap();
            while let Ok((client, _)) = door.accept().await {
                let (ear, behind) = (Arc::clone(&ear), behind.clone());
                tokio::spawn(async move { ear.pass(client, &behind).await });
            }
        });
        through.to_string()
    }

    async fn pass(&self, client: TcpStream, behind: &str) {
        let server = TcpStream::connect(behind).await.expect("the server answers");
        let (mut from_client, mut to_client) = client.into_split();
        let (mut from_server, mut to_server) = server.into_split();
        let there = tokio::spawn(async move {
            let _ended = tokio::io::copy(&mut from_client, &mut to_server).await;
        });
        let mut frames = Frames::default();
        let mut some = vec![0; 65_536];
        while let Ok(count) = from_server.read(&mut some).await {
            // Heard before it goes on: the page may be answered before this task has its next turn.
            let heard = frames.read(&some[..count]);
            self.0.lock().unwrap().extend(heard);
            if count == 0 || to_client.write_all(&some[..count]).await.is_err() {
                break;
            }
        }
        there.abort();
    }
}

/// What the server sends on one connection: one byte about encryption, then frames of kind, length and content.
#[derive(Default)]
struct Frames {
    begun: bool,
    rest: Vec<u8>,
}

impl Frames {
    fn read(&mut self, bytes: &[u8]) -> Vec<Heard> {
        self.rest.extend_from_slice(bytes);
        if !self.begun && self.rest.first() == Some(&b'N') {
            self.rest.remove(0);
        }
        self.begun |= !self.rest.is_empty();
        let mut heard = Vec::new();
        loop {
            let Some(length) = self.rest.get(1..5) else { return heard };
            let whole = 1 + usize::try_from(u32::from_be_bytes(length.try_into().unwrap())).unwrap();
            if self.rest.len() < whole {
                return heard;
            }
            let frame: Vec<u8> = self.rest.drain(..whole).collect();
            if frame[0] == b'N' {
                heard.extend(Heard::read(&frame[5..]));
            }
        }
    }
}

impl Heard {
    /// A notice, when it tells of a plan. Its fields end in a zero; the one that begins with M is what it says.
    fn read(fields: &[u8]) -> Option<Self> {
        let message = fields.split(|byte| *byte == 0).find_map(|field| field.strip_prefix(b"M"))?;
        let (_, told) = std::str::from_utf8(message).ok()?.split_once("plan:\n")?;
        let told: Value = serde_json::from_str(told).expect("a plan is JSON");
        let mut steps = Vec::new();
        let rows = looked_at(&told["Plan"], &mut steps);
        steps.sort_by_key(|(rows, _)| std::cmp::Reverse(*rows));
        let steps: Vec<String> = steps.into_iter().take(4).map(|(rows, step)| format!("{rows} by {step}")).collect();
        let words = told["Query Text"].as_str().unwrap_or_default().to_owned();
        Some(Self { words, rows, steps: steps.join(", ") })
    }
}

/// The rows that this step and those below it looked at. A plan says of a step how many rows each of its rounds had.
fn looked_at(step: &Value, steps: &mut Vec<(u64, String)>) -> u64 {
    let number = |name: &str| step[name].as_f64().unwrap_or(0.0);
    let mut each = number("Rows Removed by Join Filter");
    let place = step["Index Name"].as_str().or(step["Relation Name"].as_str());
    if place.is_some() {
        each += 1.0 + number("Actual Rows");
        each += number("Rows Removed by Filter") + number("Rows Removed by Index Recheck");
    }
    let rows = (number("Actual Loops") * each).round() as u64;
    steps.push((rows, format!("{} on {}", step["Node Type"].as_str().unwrap_or_default(), place.unwrap_or("nothing"))));
    let below = step["Plans"].as_array().map(Vec::as_slice).unwrap_or_default();
    rows + below.iter().map(|step| looked_at(step, steps)).sum::<u64>()
}
