//! One server process: started, waited for, frozen, killed and always reaped. It knows no server by name.

use std::fs::{self, File};
use std::net::{Ipv4Addr, TcpListener};
use std::os::unix::process::CommandExt as _;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};

use super::ServiceError;

/// How long a server may take to answer or to end, on a machine that does much else.
const PATIENCE: Duration = Duration::from_secs(30);

/// A server that runs, until this is dropped.
#[derive(Debug)]
pub(crate) struct Process {
    child: Child,
    log: PathBuf,
}

impl Process {
    /// Starts the program and waits until `ready`, which is given its process id, says so.
    ///
    /// It gets a process group of its own: a Ctrl-C in the terminal must reach it after its clients, not with them.
    pub(crate) fn start(mut command: Command, log: &Path, ready: impl Fn(u32) -> bool) -> Result<Self, ServiceError> {
        let name = command.get_program().to_string_lossy().into_owned();
        let cannot = |why: std::io::Error| ServiceError::new(format!("{name} can't be started: {why}"));
        let out = File::options().create(true).append(true).open(log).map_err(cannot)?;
        let errors = out.try_clone().map_err(cannot)?;
        let child = command.stdin(Stdio::null()).stdout(out).stderr(errors).process_group(0).spawn().map_err(cannot)?;
        let mut process = Self { child, log: log.to_owned() };
        let since = Instant::now();
        while since.elapsed() < PATIENCE {
            if let Ok(Some(status)) = process.child.try_wait() {
                return Err(ServiceError::new(format!("{name} ended at once ({status}): {}", process.last_words())));
            }
            if ready(process.child.id()) {
                return Ok(process);
            }
            std::thread::sleep(Duration::from_millis(20));
        }
        Err(ServiceError::new(format!("{name} doesn't answer: {}", process.last_words())))
    }

    /// Its process id.
    pub(crate) fn id(&self) -> u32 {
        self.child.id()
    }

    /// Asks politely with the signal, and kills what hasn't gone after a while.
    pub(crate) fn end(&mut self, politely: &str) {
        self.signal(politely);
        let since = Instant::now();
        while since.elapsed() < PATIENCE {
            if !matches!(self.child.try_wait(), Ok(None)) {
                return;
            }
            std::thread::sleep(Duration::from_millis(10));
        }
        self.kill();
    }

    /// SIGKILL: no farewell, nothing written.
    pub(crate) fn kill(&mut self) {
        let _gone_already = self.child.kill();
        let _reaped = self.child.wait();
    }

    /// Sends a signal by its name, unless the process has been reaped: its number may be somebody else's by then.
    pub(crate) fn signal(&mut self, name: &str) {
        self.signal_with(name, Vec::new);
    }

    /// Stops it, and then its children, from running, without ending them.
    pub(crate) fn freeze_family(&mut self) {
        // It first: then no child is born that would be overlooked.
        self.signal("STOP");
        let id = self.id();
        self.signal_with("STOP", || children(id));
    }

    /// Lets them run on after [`Process::freeze_family`].
    pub(crate) fn thaw_family(&mut self) {
        let id = self.id();
        self.signal_with("CONT", || children(id));
    }

    fn signal_with(&mut self, name: &str, others: impl Fn() -> Vec<u32>) {
        if matches!(self.child.try_wait(), Ok(None)) {
            let all = std::iter::once(self.child.id()).chain(others()).map(|id| id.to_string());
            // A child may have ended meanwhile, which is nothing to tell anybody.
            let _sent = Command::new("kill").arg(format!("-{name}")).args(all).stderr(Stdio::null()).status();
        }
    }

    fn last_words(&self) -> String {
        let log = fs::read_to_string(&self.log).unwrap_or_default();
        log.lines().last().unwrap_or("it said nothing").to_owned()
    }
}

impl Drop for Process {
    fn drop(&mut self) {
        self.kill();
    }
}

/// The processes that this one started and that are there still, as the kernel tells of them in `/proc`.
fn children(of: u32) -> Vec<u32> {
    let processes = fs::read_dir("/proc").into_iter().flatten().flatten();
    let ids = processes.filter_map(|entry| entry.file_name().to_str()?.parse().ok());
    ids.filter(|id| parent(*id) == Some(of)).collect()
}

fn parent(process: u32) -> Option<u32> {
    let status = fs::read_to_string(format!("/proc/{process}/status")).ok()?;
    status.lines().find_map(|line| line.strip_prefix("PPid:"))?.trim().parse().ok()
}

/// A port that was free a moment ago. Somebody else may take it first, so the caller tries again when the start fails.
pub(crate) fn free_port() -> Result<u16, ServiceError> {
    TcpListener::bind((Ipv4Addr::LOCALHOST, 0))
        .and_then(|listener| listener.local_addr())
        .map(|address| address.port())
        .map_err(|why| ServiceError::new(format!("no port is free: {why}")))
}

/// The first of several attempts that succeeds, or why the last one failed.
pub(crate) fn persist<T>(attempt: impl Fn() -> Result<T, ServiceError>) -> Result<T, ServiceError> {
    let mut failure = ServiceError::new("it was never tried");
    for _ in 0..4 {
        match attempt() {
            Ok(made) => return Ok(made),
            Err(why) => failure = why,
        }
    }
    Err(failure)
}

/// A program of this name on the PATH.
pub(crate) fn on_path(name: &str) -> Option<PathBuf> {
    let path = std::env::var_os("PATH")?;
    std::env::split_paths(&path).map(|folder| folder.join(name)).find(|program| program.is_file())
}
