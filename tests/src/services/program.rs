//! A real program `folkmoot` as a child of the test: what only a process of its own can show, such as being killed.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use super::ServiceError;
use super::process::{Process, free_port, persist};

/// Thirty-two bytes in base64: a key that protects nothing but one test.
const KEY: &str = "ZmF1bHRzIGZhdWx0cyBmYXVsdHMgZmF1bHRzIGZhdWw=\n";

/// Everybody comes from one address, and as fast as they can.
const LIMITS: &str =
    "[limits]\nposts_per_minute = 0\nsigned_in_posts_per_minute = 0\nsign_ins_per_minute = 0\nlooks_per_minute = 0\n";

/// How a program is set up. Cheap to change and to start again.
#[derive(Debug, Clone)]
pub struct Setup {
    program: PathBuf,
    folder: PathBuf,
    env: Vec<(String, String)>,
}

impl Setup {
    /// The program, with its key and its logs in this folder, on this database.
    ///
    /// # Errors
    /// When there is no such program, or the folder can't be written to.
    pub fn new(program: &Path, folder: &Path, database: &str) -> Result<Self, ServiceError> {
        if !program.is_file() {
            return Err(ServiceError::new(format!("there is no {}: build it first", program.display())));
        }
        fs::create_dir_all(folder)?;
        fs::write(folder.join("key"), KEY)?;
        fs::write(folder.join("limits.toml"), LIMITS)?;
        let plain = Self { program: program.to_owned(), folder: folder.to_owned(), env: Vec::new() };
        let file = |name: &str| folder.join(name).display().to_string();
        Ok(plain
            .with("DATABASE_URL", database)
            .with("FOLKMOOT_CONFIG", &file("limits.toml"))
            .with("FOLKMOOT_SECRET_KEY_FILE", &file("key")))
    }

    /// The same with this in its environment.
    #[must_use]
    pub fn with(mut self, name: &str, value: &str) -> Self {
        self.env.push((name.to_owned(), value.to_owned()));
        self
    }

    /// Runs one command to its end; gives what it printed.
    ///
    /// # Errors
    /// When it fails; with its last line.
    pub fn command(&self, arguments: &[&str]) -> Result<String, ServiceError> {
        let output = self.prepared().args(arguments).output()?;
        let said = String::from_utf8_lossy(&output.stdout).into_owned();
        if output.status.success() {
            return Ok(said);
        }
        let why = String::from_utf8_lossy(&output.stderr);
        Err(ServiceError::new(format!("folkmoot {}: {said}{}", arguments.join(" "), why.trim())))
    }

    /// Serves on a free port, and comes back as soon as it answers.
    ///
    /// # Errors
    /// When it doesn't.
    pub fn serve(&self) -> Result<Program, ServiceError> {
        persist(|| {
            let mut program = Program { setup: self.clone(), port: free_port()?, process: None };
            program.start_again()?;
            Ok(program)
        })
    }

    fn prepared(&self) -> Command {
        let mut command = Command::new(&self.program);
        command.current_dir(&self.folder).stdin(Stdio::null());
        for name in ["REDIS_URL", "SMTP_URL", "RUST_LOG", "FOLKMOOT_LOG_FORMAT", "FOLKMOOT_DATABASE_CONNECTIONS"] {
            command.env_remove(name);
        }
        command.envs(self.env.iter().map(|(name, value)| (name, value)));
        command
    }
}

/// A program that serves; it ends with the value.
#[derive(Debug)]
pub struct Program {
    setup: Setup,
    port: u16,
    process: Option<Process>,
}

impl Program {
    /// Starts it again at the same port, after [`Program::kill`] or [`Program::stop`].
    ///
    /// # Errors
    /// When it doesn't answer.
    pub fn start_again(&mut self) -> Result<(), ServiceError> {
        let mut command = self.setup.prepared();
        command
            .arg("serve")
            .env("FOLKMOOT_LISTEN", format!("127.0.0.1:{}", self.port))
            .env("FOLKMOOT_PUBLIC_URL", self.url());
        let (log, port) = (self.setup.folder.join(format!("log-{}", self.port)), self.port);
        self.process = Some(Process::start(command, &log, |_process| answers(port))?);
        Ok(())
    }

    /// SIGKILL: no farewell, nothing written.
    pub fn kill(&mut self) {
        if let Some(mut process) = self.process.take() {
            process.kill();
        }
    }

    /// SIGTERM, and waits until it has gone.
    pub fn stop(&mut self) {
        if let Some(mut process) = self.process.take() {
            process.end("TERM");
        }
    }

    /// Its process; `None` while it is down.
    #[must_use]
    pub fn process_id(&self) -> Option<u32> {
        self.process.as_ref().map(Process::id)
    }

    /// Its address, without a slash at the end.
    #[must_use]
    pub fn url(&self) -> String {
        format!("http://127.0.0.1:{}", self.port)
    }
}

fn answers(port: u16) -> bool {
    use std::io::{Read as _, Write as _};
    let ask = || -> std::io::Result<[u8; 12]> {
        let mut stream = std::net::TcpStream::connect((std::net::Ipv4Addr::LOCALHOST, port))?;
        stream.set_read_timeout(Some(std::time::Duration::from_secs(5)))?;
        let line = format!("GET /health/live HTTP/1.1\r\nHost: 127.0.0.1:{port}\r\nConnection: close\r\n\r\n");
        stream.write_all(line.as_bytes())?;
        let mut start = [0; 12];
        stream.read_exact(&mut start)?;
        Ok(start)
    };
    ask().is_ok_and(|start| start.ends_with(b" 200"))
}

/// A program that stands beside this one, or one folder up, where tests and their own programs are built.
///
/// # Errors
/// When it isn't there.
pub fn built(name: &str) -> Result<PathBuf, ServiceError> {
    let own = std::env::current_exe()?;
    let places = own.ancestors().skip(1).take(2).map(|folder| folder.join(name));
    let found = places.into_iter().find(|place| place.is_file());
    found.ok_or_else(|| ServiceError::new(format!("there is no program `{name}`: build it first")))
}
