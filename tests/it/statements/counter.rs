//! A door before PostgreSQL that counts: it passes every byte on, and reads the frames of what the program sends.

use std::net::{SocketAddr, TcpListener as StdListener};
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};

use tokio::io::{AsyncReadExt as _, AsyncWriteExt as _};
use tokio::net::{TcpListener, TcpStream};

/// The statements that have passed.
#[derive(Default)]
pub(super) struct Counter(AtomicUsize);

impl Counter {
    pub(super) fn statements(&self) -> usize {
        self.0.load(Ordering::SeqCst)
    }

    /// Opens a door before this database and gives the address through it.
    pub(super) fn stand_before(self: &Arc<Self>, url: &str) -> String {
        let mut through: url::Url = url.parse().expect("a database has an address");
        let behind = format!("{}:{}", through.host_str().unwrap(), through.port().unwrap_or(5432));
        let door = StdListener::bind("127.0.0.1:0").expect("a port is free");
        door.set_nonblocking(true).unwrap();
        let address: SocketAddr = door.local_addr().unwrap();
        through.set_port(Some(address.port())).unwrap();
        let counter = Arc::clone(self);
        tokio::spawn(async move {
            let door = TcpListener::from_std(door).unwrap();
            while let Ok((client, _)) = door.accept().await {
                let (counter, behind) = (Arc::clone(&counter), behind.clone());
                tokio::spawn(async move { counter.pass(client, &behind).await });
            }
        });
        through.to_string()
    }

    async fn pass(&self, client: TcpStream, behind: &str) {
        let server = TcpStream::connect(behind).await.expect("the server answers");
        let (mut from_client, mut to_client) = client.into_split();
        let (mut from_server, mut to_server) = server.into_split();
        let back = tokio::spawn(async move {
            let _ended = tokio::io::copy(&mut from_server, &mut to_client).await;
        });
        let mut frames = Frames::default();
        let mut some = vec![0; 16_384];
        while let Ok(count) = from_client.read(&mut some).await {
            // Counted before they go on: the answer may be back before this task has its next turn.
            self.0.fetch_add(frames.read(&some[..count]), Ordering::SeqCst);
            if count == 0 || to_server.write_all(&some[..count]).await.is_err() {
                break;
            }
        }
        back.abort();
    }
}

/// The frames of one connection: first requests without a kind (encryption, start), then kind, length, content.
#[derive(Default)]
struct Frames {
    started: bool,
    rest: Vec<u8>,
}

impl Frames {
    /// How many of the frames that end in these bytes run a statement.
    fn read(&mut self, bytes: &[u8]) -> usize {
        self.rest.extend_from_slice(bytes);
        let mut statements = 0;
        loop {
            let head = usize::from(self.started);
            let Some(length) = self.rest.get(head..head + 4) else { return statements };
            let whole = head + usize::try_from(u32::from_be_bytes(length.try_into().unwrap())).unwrap();
            if self.rest.len() < whole {
                return statements;
            }
            let frame: Vec<u8> = self.rest.drain(..whole).collect();
            if !self.started {
                // 80877103 asks for encryption and is answered before the start.
                self.started = frame[4..8] != 80_877_103_u32.to_be_bytes();
            } else if matches!(frame[0], b'E' | b'Q') {
                // Execute, and the simple query; Parse, Bind and Describe only prepare.
                statements += 1;
            }
        }
    }
}
