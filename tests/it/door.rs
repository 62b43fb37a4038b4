//! A door before PostgreSQL: a port of its own, through which every byte passes unchanged, both ways, while an ear is told
//! what is said. What is worth hearing is the ear's to know. Nobody can listen to what is encrypted: a server that would
//! encrypt is refused, and so is its client with it. Whoever would do other things than listen opens a door alone.

use std::future::Future;
use std::io;
use std::net::TcpListener as StdListener;
use std::sync::Arc;

use tokio::io::{AsyncReadExt as _, AsyncWriteExt as _};
use tokio::net::tcp::{OwnedReadHalf, OwnedWriteHalf};
use tokio::net::{TcpListener, TcpStream};
use url::Url;

/// The request whether the server encrypts: all that a client may say before it starts.
const ENCRYPT: [u8; 4] = 80_877_103_u32.to_be_bytes();

/// Whoever listens at a door, to one side or both. It is told of each frame once, of its kind and its content, before the
/// frame's end goes on: whoever has the answer may ask what was heard.
pub(crate) trait Ear: Send + Sync + 'static {
    /// What the program asks.
    fn client_said(&self, _kind: u8, _content: &[u8]) {}

    /// What PostgreSQL answers.
    fn server_said(&self, _kind: u8, _content: &[u8]) {}
}

/// Opens a door before this database, at which an ear listens, and gives the address through it.
pub(crate) fn stand_before<E: Ear>(database: &str, ear: &Arc<E>) -> String {
    let ear = Arc::clone(ear);
    open(database, move |client, server| listen(client, server, Arc::clone(&ear)))
}

/// Opens a door before this database and gives the address through it. Whoever comes is passed on, by `pass`, with a line to
/// the server that is the client's own. It closes with the runtime.
pub(crate) fn open<P>(database: &str, pass: impl Fn(TcpStream, TcpStream) -> P + Send + 'static) -> String
where
    P: Future<Output = ()> + Send + 'static,
{
    let mut through: Url = database.parse().expect("a database has an address");
    let behind = format!("{}:{}", through.host_str().unwrap(), through.port().unwrap_or(5432));
    let door = StdListener::bind("127.0.0.1:0").expect("a port is free");
    door.set_nonblocking(true).unwrap();
    through.set_port(Some(door.local_addr().unwrap().port())).unwrap();
    tokio::spawn(async move {
        let door = TcpListener::from_std(door).unwrap();
        while let Ok((client, _)) = door.accept().await {
            let server = TcpStream::connect(&behind).await.expect("the server answers");
            // Otherwise a second piece waits until the first is acknowledged, which takes forty milliseconds.
            for line in [&client, &server] {
                line.set_nodelay(true).unwrap();
            }
            tokio::spawn(pass(client, server));
        }
    });
    through.to_string()
}

async fn listen<E: Ear>(mut client: TcpStream, mut server: TcpStream, ear: Arc<E>) {
    if start(&mut client, &mut server).await.is_err() {
        // One of them left before anything was said.
        return;
    }
    let (from_client, to_client) = client.into_split();
    let (from_server, to_server) = server.into_split();
    let asked = Arc::clone(&ear);
    let there = tokio::spawn(async move { carry::<E>(from_client, to_server, &asked, E::client_said).await });
    // The server leaves last: it is told when the client does, and may have something to say still.
    carry::<E>(from_server, to_client, &ear, E::server_said).await;
    there.abort();
}

/// Passes on what has no kind yet: whether the server encrypts, which it answers in one byte, and the start.
async fn start(client: &mut TcpStream, server: &mut TcpStream) -> io::Result<()> {
    loop {
        let length = client.read_u32().await?;
        let mut request = length.to_be_bytes().to_vec();
        request.resize(usize::try_from(length).unwrap(), 0);
        client.read_exact(&mut request[4..]).await?;
        server.write_all(&request).await?;
        if request[4..] != ENCRYPT {
            return Ok(());
        }
        let answer = server.read_u8().await?;
        assert_eq!(answer, b'N', "a door can't hear what is encrypted");
        client.write_u8(answer).await?;
    }
}

/// Carries one side's words to the other until either leaves.
async fn carry<E: Ear>(mut from: OwnedReadHalf, mut to: OwnedWriteHalf, ear: &E, hear: fn(&E, u8, &[u8])) {
    let mut frames = Frames::default();
    let mut some = vec![0; 65_536];
    while let Ok(count) = from.read(&mut some).await {
        // Heard before it goes on: the answer may be back before this task has its next turn.
        frames.read(&some[..count], |kind, content| hear(ear, kind, content));
        if count == 0 || to.write_all(&some[..count]).await.is_err() {
            break;
        }
    }
}

/// What one side has said of a frame that hasn't ended. The bytes come in pieces that know nothing of frames.
#[derive(Default)]
struct Frames(Vec<u8>);

impl Frames {
    /// Gives away the frames that end in these bytes: the kind and the content of each.
    fn read(&mut self, bytes: &[u8], mut hear: impl FnMut(u8, &[u8])) {
        self.0.extend_from_slice(bytes);
        let mut rest = self.0.as_slice();
        while let Some((kind, content, after)) = first(rest) {
            hear(kind, content);
            rest = after;
        }
        let ended = self.0.len() - rest.len();
        self.0.drain(..ended);
    }
}

/// The kind and the content of the first frame, if it is there whole, and what comes after it.
fn first(bytes: &[u8]) -> Option<(u8, &[u8], &[u8])> {
    let (kind, rest) = bytes.split_first()?;
    // The length counts its own four bytes, and not the kind.
    let length = u32::from_be_bytes(*rest.first_chunk::<4>()?);
    let (frame, after) = rest.split_at_checked(usize::try_from(length).unwrap())?;
    Some((*kind, &frame[4..], after))
}

#[test]
fn frames_are_heard_once_however_they_come_apart() {
    let said = b"Q\0\0\0\x06a\0S\0\0\0\x04E\0\0\0\x09\0\0\0\0\0";
    for piece in 1..=said.len() {
        let (mut frames, mut heard) = (Frames::default(), Vec::new());
        for bytes in said.chunks(piece) {
            frames.read(bytes, |kind, content| heard.push((kind, content.to_vec())));
        }
        assert_eq!(heard, [(b'Q', b"a\0".to_vec()), (b'S', Vec::new()), (b'E', vec![0; 5])], "in pieces of {piece}");
    }
}
