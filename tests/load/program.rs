//! The programs that are measured: the release program `folkmoot` that stands beside the bench, and the bench itself as
//! the bare handler. Each runs as a child in a folder of its own, on a free port of this machine, until it is dropped.

use std::fs::{self, File};
use std::net::{Ipv4Addr, TcpListener, TcpStream};
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};

use crate::failure::{Failure, Measured};

/// How long a program may take to answer.
const PATIENCE: Duration = Duration::from_secs(60);
/// Thirty-two bytes in base64: a key that protects nothing but this run.
const KEY: &str = "YmVuY2ggYmVuY2ggYmVuY2ggYmVuY2ggYmVuY2ggYmU=\n";

/// A whole town posts from one address, and some of its people as fast as they can.
const LIMITS: &str = "[limits]\nposts_per_minute = 0\nsigned_in_posts_per_minute = 0\nsign_ins_per_minute = 0\nlooks_per_minute = 0\n\
     [mail]\nlines = 28\n";

/// The same, and every page is drawn anew.
const DRAWING: &str = "[cache]\nmegabytes = 0\n";

/// How the program is set up.
#[derive(Debug, Clone)]
pub(crate) struct Setting {
    file: &'static str,
    program: PathBuf,
    folder: PathBuf,
    database: String,
    redis: Option<String>,
    mail: Option<String>,
}

impl Setting {
    /// The program beside this one, with its files in `folder`.
    pub(crate) fn new(folder: &Path, database: &str) -> Measured<Self> {
        let program = std::env::current_exe()?.with_file_name("folkmoot");
        if !program.is_file() {
            return Err(Failure::words(format!("{} is missing: `make bench` builds it", program.display())));
        }
        fs::create_dir_all(folder)?;
        fs::write(folder.join("key"), KEY)?;
        fs::write(folder.join("limits.toml"), LIMITS)?;
        fs::write(folder.join("drawing.toml"), format!("{LIMITS}{DRAWING}"))?;
        let (folder, database) = (folder.to_owned(), database.to_owned());
        Ok(Self { file: "limits.toml", program, folder, database, redis: None, mail: None })
    }

    /// The same with a Redis.
    pub(crate) fn with_redis(mut self, url: &str) -> Self {
        self.redis = Some(url.to_owned());
        self
    }

    /// The same with a mail server.
    pub(crate) fn with_mail(mut self, url: &str) -> Self {
        self.mail = Some(url.to_owned());
        self
    }

    /// The same without any page in memory.
    pub(crate) fn drawing(&self) -> Self {
        Self { file: "drawing.toml", ..self.clone() }
    }

    /// Runs one command to its end and gives what it printed.
    pub(crate) fn command(&self, arguments: &[&str]) -> Measured<String> {
        let output = self.prepared(0).args(arguments).stdin(Stdio::null()).output()?;
        let said = String::from_utf8_lossy(&output.stdout).into_owned();
        if output.status.success() {
            return Ok(said);
        }
        let why = String::from_utf8_lossy(&output.stderr);
        Err(Failure::words(format!("folkmoot {}: {}{}", arguments.join(" "), said, why.trim())))
    }

    /// Serves, and comes back as soon as it answers.
    pub(crate) fn serve(&self) -> Measured<Running> {
        let port = free_port()?;
        let mut command = self.prepared(port);
        command.arg("serve");
        Running::start(command, &self.folder.join(format!("log-{port}")), port, "/health/live")
    }

    /// Starts the demonstration, which makes its own database and fills it; it ends with the value.
    pub(crate) fn demo(&self) -> Measured<Running> {
        let port = free_port()?;
        let mut command = self.prepared(port);
        command.arg("demo").env_remove("DATABASE_URL");
        Running::start(command, &self.folder.join(format!("log-{port}")), port, "/health/live")
    }

    fn prepared(&self, port: u16) -> Command {
        let mut command = Command::new(&self.program);
        command.current_dir(&self.folder);
        for name in ["REDIS_URL", "SMTP_URL", "RUST_LOG", "FOLKMOOT_LOG_FORMAT", "FOLKMOOT_PROXIES"] {
            command.env_remove(name);
        }
        command.env_remove("FOLKMOOT_DATABASE_CONNECTIONS");
        command
            .env("DATABASE_URL", &self.database)
            .env("FOLKMOOT_CONFIG", self.folder.join(self.file))
            .env("FOLKMOOT_SECRET_KEY_FILE", self.folder.join("key"))
            .env("FOLKMOOT_LISTEN", format!("127.0.0.1:{port}"))
            .env("FOLKMOOT_PUBLIC_URL", format!("http://127.0.0.1:{port}"));
        if let Some(redis) = &self.redis {
            command.env("REDIS_URL", redis);
        }
        if let Some(mail) = &self.mail {
            command.env("SMTP_URL", mail);
        }
        command
    }
}

/// The bare handler with a body of so many bytes.
pub(crate) fn hello(folder: &Path, bytes: usize) -> Measured<Running> {
    let port = free_port()?;
    let mut command = Command::new(std::env::current_exe()?);
    command.args(["hello", &port.to_string(), &bytes.to_string()]);
    Running::start(command, &folder.join("hello.log"), port, "/")
}

/// A child that answers.
#[derive(Debug)]
pub(crate) struct Running {
    child: Child,
    /// Where it listens on this machine.
    pub(crate) port: u16,
    /// From its start to its first answer.
    pub(crate) first_answer: Duration,
}

impl Running {
    fn start(mut command: Command, log: &Path, port: u16, path: &str) -> Measured<Self> {
        let log_file = File::options().create(true).append(true).open(log)?;
        let begun = Instant::now();
        let child = command.stdin(Stdio::null()).stdout(log_file.try_clone()?).stderr(log_file).spawn()?;
        let mut running = Self { child, port, first_answer: Duration::ZERO };
        while begun.elapsed() < PATIENCE {
            if answers(port, path) {
                running.first_answer = begun.elapsed();
                return Ok(running);
            }
            if let Some(status) = running.child.try_wait()? {
                let said = fs::read_to_string(log).unwrap_or_default();
                let last = said.lines().last().unwrap_or("it said nothing").to_owned();
                return Err(Failure::words(format!("a program ended at once ({status}): {last}")));
            }
            std::thread::sleep(Duration::from_millis(1));
        }
        Err(Failure::words("a program doesn't answer"))
    }

    /// Its process.
    pub(crate) fn id(&self) -> u32 {
        self.child.id()
    }

    /// Its address, without a slash at the end.
    pub(crate) fn url(&self) -> String {
        format!("http://127.0.0.1:{}", self.port)
    }
}

impl Drop for Running {
    fn drop(&mut self) {
        let _gone_already = self.child.kill();
        let _reaped = self.child.wait();
    }
}

fn answers(port: u16, path: &str) -> bool {
    use std::io::{Read as _, Write as _};
    let ask = || -> std::io::Result<String> {
        let mut stream = TcpStream::connect((Ipv4Addr::LOCALHOST, port))?;
        stream.set_read_timeout(Some(Duration::from_secs(10)))?;
        let line = format!("GET {path} HTTP/1.1\r\nHost: 127.0.0.1:{port}\r\nConnection: close\r\n\r\n");
        stream.write_all(line.as_bytes())?;
        let mut start = [0u8; 12];
        stream.read_exact(&mut start)?;
        Ok(String::from_utf8_lossy(&start).into_owned())
    };
    ask().is_ok_and(|start| start.ends_with(" 200"))
}

fn free_port() -> Measured<u16> {
    Ok(TcpListener::bind((Ipv4Addr::LOCALHOST, 0))?.local_addr()?.port())
}
