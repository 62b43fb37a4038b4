//! A private Redis server that keeps nothing on disk.

use std::io::{Read as _, Write as _};
use std::net::{Ipv4Addr, TcpStream};
use std::process::Command;
use std::time::Duration;

use tempfile::TempDir;

use super::ServiceError;
use super::process::{Process, free_port, persist};

/// A Redis server of one's own, ended when dropped.
#[derive(Debug)]
pub struct Redis {
    process: Option<Process>,
    folder: TempDir,
    port: u16,
}

impl Redis {
    /// Starts a new, empty server.
    ///
    /// # Errors
    /// When Redis is not installed or can't be started.
    pub fn start() -> Result<Self, ServiceError> {
        persist(|| {
            let folder = TempDir::with_prefix("folkmoot-redis-")?;
            let mut server = Self { process: None, folder, port: free_port()? };
            server.start_again()?;
            Ok(server)
        })
    }

    /// Starts it again on the same port, empty, after [`Redis::kill`].
    ///
    /// # Errors
    /// When it can't be started.
    pub fn start_again(&mut self) -> Result<(), ServiceError> {
        let mut command = Command::new("redis-server");
        command.arg("--port").arg(self.port.to_string()).args([
            "--bind",
            "127.0.0.1",
            "--save",
            "",
            "--appendonly",
            "no",
        ]);
        command.current_dir(self.folder.path());
        let port = self.port;
        self.process =
            Some(Process::start(command, &self.folder.path().join("log"), |process| answers(port, process))?);
        Ok(())
    }

    /// SIGKILL.
    pub fn kill(&mut self) {
        if let Some(mut process) = self.process.take() {
            process.kill();
        }
    }

    /// Stops it from running without ending it: connections stay open and nothing answers.
    pub fn freeze(&mut self) {
        if let Some(process) = &mut self.process {
            process.signal("STOP");
        }
    }

    /// Lets it run on after [`Redis::freeze`].
    pub fn thaw(&mut self) {
        if let Some(process) = &mut self.process {
            process.signal("CONT");
        }
    }

    /// Forgets everything, with every line still open: FLUSHALL.
    ///
    /// # Panics
    /// When it doesn't answer.
    pub fn flush(&self) {
        assert_eq!(self.tell("FLUSHALL"), "+OK\r\n", "it did not forget");
    }

    /// Takes all its room away: whatever would store anything is refused from now on.
    pub fn fill(&self) {
        self.set("maxmemory-policy", "noeviction");
        self.set("maxmemory", "1");
    }

    /// Gives it room again.
    pub fn make_room(&self) {
        self.set("maxmemory", "0");
    }

    fn set(&self, name: &str, value: &str) {
        assert_eq!(self.tell(&format!("CONFIG SET {name} {value}")), "+OK\r\n", "{name} can't be set");
    }

    /// Whether it remembers this key.
    ///
    /// # Panics
    /// When it doesn't answer.
    #[must_use]
    pub fn has(&self, key: &str) -> bool {
        self.tell(&format!("EXISTS {key}")) == ":1\r\n"
    }

    /// How many lines listen on this channel.
    ///
    /// # Panics
    /// When it doesn't answer.
    #[must_use]
    pub fn listeners(&self, channel: &str) -> usize {
        let told = self.tell(&format!("PUBSUB NUMSUB {channel}"));
        told.rsplit(':').next().and_then(|count| count.trim().parse().ok()).expect("it counts")
    }

    /// How many channels anybody listens on, whatever they are called.
    ///
    /// # Panics
    /// When it doesn't answer.
    #[must_use]
    pub fn channels(&self) -> usize {
        let told = self.tell("PUBSUB CHANNELS");
        told.lines().next().and_then(|count| count.strip_prefix('*')?.parse().ok()).expect("it counts")
    }

    /// One command on a line of its own, and the answer as it comes.
    fn tell(&self, command: &str) -> String {
        let told = say(self.port, command).expect("Redis answers");
        told.strip_suffix("+OK\r\n").expect("it says goodbye").to_owned()
    }

    /// The address.
    #[must_use]
    pub fn url(&self) -> String {
        format!("redis://127.0.0.1:{}/", self.port)
    }
}

/// Whether this very process answers at the port: it could be somebody else's by now.
fn answers(port: u16, process: u32) -> bool {
    say(port, "INFO server").is_ok_and(|answer| answer.contains(&format!("process_id:{process}\r\n")))
}

/// One command, and all that is answered until the line is closed.
fn say(port: u16, command: &str) -> std::io::Result<String> {
    let mut connection = TcpStream::connect((Ipv4Addr::LOCALHOST, port))?;
    connection.set_read_timeout(Some(Duration::from_secs(1)))?;
    connection.write_all(format!("{command}\r\nQUIT\r\n").as_bytes())?;
    let mut answer = String::new();
    connection.read_to_string(&mut answer)?;
    Ok(answer)
}
