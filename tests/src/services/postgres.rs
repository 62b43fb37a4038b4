//! A private PostgreSQL server that keeps what it acknowledges, unless a test asks for one that doesn't.

use std::fs;
use std::os::unix::fs::{PermissionsExt as _, chown};
use std::os::unix::process::CommandExt as _;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::thread;
use std::time::{Duration, Instant};

use tempfile::TempDir;

use super::ServiceError;
use super::process::{Process, free_port, on_path};

/// What every server of ours is set to. A test may add to it; the last word counts.
const SETTINGS: [(&str, &str); 6] = [
    ("fsync", "on"),
    ("synchronous_commit", "on"),
    ("max_connections", "300"),
    ("listen_addresses", "127.0.0.1"),
    // Templates and throwaway databases come and go; the rest is Debian's.
    ("shared_buffers", "64MB"),
    ("log_min_messages", "fatal"),
];

/// How its folder's name begins.
const PREFIX: &str = "folkmoot-postgres-";

/// A PostgreSQL server of one's own, ended and removed when dropped.
#[derive(Debug)]
pub struct Postgres {
    process: Option<Process>,
    programs: PathBuf,
    pub(super) folder: TempDir,
    port: u16,
}

impl Postgres {
    /// Starts a new server with an empty cluster.
    ///
    /// # Errors
    /// When PostgreSQL 15 or newer is not installed, or can't be started.
    pub fn start() -> Result<Self, ServiceError> {
        Self::start_with(&[])
    }

    /// Starts a new server with these settings on top of the safe ones.
    ///
    /// # Errors
    /// As [`Postgres::start`].
    pub fn start_with(settings: &[(&str, &str)]) -> Result<Self, ServiceError> {
        Self::begin(TempDir::with_prefix(PREFIX)?, settings)
    }

    /// Starts a new server that has its files here.
    ///
    /// # Errors
    /// As [`Postgres::start`].
    pub fn start_in(place: &Path) -> Result<Self, ServiceError> {
        Self::begin(TempDir::with_prefix_in(PREFIX, place)?, &[])
    }

    fn begin(folder: TempDir, settings: &[(&str, &str)]) -> Result<Self, ServiceError> {
        let programs = programs()?;
        hand_over(folder.path())?;
        let initdb = as_owner(&programs.join("initdb"))?
            .arg("--pgdata")
            .arg(folder.path().join("data"))
            .args(["--auth=trust", "--username=postgres", "--encoding=UTF8", "--locale=C.UTF-8", "--no-sync"])
            .current_dir(folder.path())
            .output()?;
        if !initdb.status.success() {
            let words = String::from_utf8_lossy(&initdb.stderr).into_owned();
            return Err(ServiceError::new(format!("initdb failed: {}", words.trim())));
        }
        let mut server = Self { process: None, programs, folder, port: 0 };
        let mut failure = ServiceError::new("PostgreSQL was never started");
        for _ in 0..4 {
            server.port = write_settings(server.folder.path(), settings)?;
            match server.launch() {
                Ok(()) => return Ok(server),
                Err(why) => failure = why,
            }
        }
        Err(failure)
    }

    /// Starts the same cluster again on the same port, after [`Postgres::kill`].
    ///
    /// # Errors
    /// When it can't be started.
    pub fn start_again(&mut self) -> Result<(), ServiceError> {
        // The children of a killed server take a moment to notice, and a new one won't start beside them.
        let since = Instant::now();
        loop {
            match self.launch() {
                Err(_still_there) if since.elapsed() < Duration::from_secs(5) => {
                    thread::sleep(Duration::from_millis(50));
                }
                verdict => return verdict,
            }
        }
    }

    fn launch(&mut self) -> Result<(), ServiceError> {
        let mut command = as_owner(&self.programs.join("postgres"))?;
        command.arg("-D").arg(self.folder.path().join("data")).current_dir(self.folder.path());
        let ready = |process| self.is_ready(process);
        self.process = Some(Process::start(command, &self.folder.path().join("log"), ready)?);
        Ok(())
    }

    /// Kills the server as a power cut would: SIGKILL, no checkpoint.
    pub fn kill(&mut self) {
        if let Some(mut process) = self.process.take() {
            process.kill();
        }
    }

    /// Stops the server and its backends from running without ending them: connections stay open and nothing answers.
    pub fn freeze(&mut self) {
        if let Some(process) = &mut self.process {
            process.freeze_family();
        }
    }

    /// Lets them run on after [`Postgres::freeze`].
    pub fn thaw(&mut self) {
        if let Some(process) = &mut self.process {
            process.thaw_family();
        }
    }

    /// The address, up to and with the slash that a database's name follows.
    #[must_use]
    pub fn url(&self) -> String {
        format!("postgres://postgres@127.0.0.1:{}/", self.port)
    }

    /// The server's own process, whose children are its backends; `None` while it is killed.
    #[must_use]
    pub fn process_id(&self) -> Option<u32> {
        self.process.as_ref().map(Process::id)
    }

    /// The server says so itself in a file. Asking the port could reach somebody else's server.
    fn is_ready(&self, process: u32) -> bool {
        let status = fs::read_to_string(self.folder.path().join("data/postmaster.pid")).unwrap_or_default();
        status.lines().next() == Some(&process.to_string()) && status.lines().any(|line| line.trim() == "ready")
    }
}

impl Drop for Postgres {
    fn drop(&mut self) {
        // What is frozen can't end, and its backends would outlive it.
        self.thaw();
        if let Some(mut process) = self.process.take() {
            // A fast shutdown: clients are sent away, memory is given back.
            process.end("INT");
        }
    }
}

fn write_settings(folder: &Path, more: &[(&str, &str)]) -> Result<u16, ServiceError> {
    let port = free_port()?;
    let mut lines = format!("port = {port}\nunix_socket_directories = '{}'\n", folder.display());
    for (name, value) in SETTINGS.iter().chain(more) {
        lines.push_str(&format!("{name} = '{value}'\n"));
    }
    fs::write(folder.join("data/postgresql.conf"), lines)?;
    Ok(port)
}

/// The folder of the newest PostgreSQL programs that are new enough.
fn programs() -> Result<PathBuf, ServiceError> {
    let mut found: Vec<(u32, PathBuf)> = fs::read_dir("/usr/lib/postgresql")
        .into_iter()
        .flatten()
        .flatten()
        .filter_map(|entry| Some((entry.file_name().to_str()?.parse().ok()?, entry.path().join("bin"))))
        .filter(|(version, folder)| *version >= 15 && folder.join("initdb").is_file())
        .collect();
    found.sort();
    let debian = found.pop().map(|(_version, folder)| folder);
    let elsewhere = || on_path("initdb").and_then(|program| program.parent().map(Path::to_owned));
    debian
        .or_else(elsewhere)
        .ok_or_else(|| ServiceError::new("PostgreSQL 15 or newer is missing: `make test` installs it"))
}

/// PostgreSQL refuses to run as root: then it runs as the user that its package made.
fn as_owner(program: &Path) -> Result<Command, ServiceError> {
    let mut command = Command::new(program);
    if let Some((user, group)) = owner()? {
        command.uid(user).gid(group);
    }
    // The tests' own address must not become the server's.
    for name in ["PGDATA", "PGPORT", "PGHOST", "PGUSER", "PGDATABASE", "PGOPTIONS"] {
        command.env_remove(name);
    }
    Ok(command)
}

fn hand_over(folder: &Path) -> Result<(), ServiceError> {
    if let Some((user, group)) = owner()? {
        chown(folder, Some(user), Some(group))?;
        fs::set_permissions(folder, fs::Permissions::from_mode(0o700))?;
    }
    Ok(())
}

/// The user and group to run as; `None` when we are not root and run as ourselves.
fn owner() -> Result<Option<(u32, u32)>, ServiceError> {
    if number_of(&["-u"])? != 0 {
        return Ok(None);
    }
    Ok(Some((number_of(&["-u", "postgres"])?, number_of(&["-g", "postgres"])?)))
}

fn number_of(arguments: &[&str]) -> Result<u32, ServiceError> {
    let answer = Command::new("id").args(arguments).output()?;
    String::from_utf8_lossy(&answer.stdout)
        .trim()
        .parse()
        .map_err(|_no_number| ServiceError::new("there is no user `postgres`, and PostgreSQL won't run as root"))
}
