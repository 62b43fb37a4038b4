//! Memory as a disk: where throwaway databases and browsers live during a run of the tests, if there is enough of it. A disk
//! makes each commit wait for it, and nothing of a test is kept.
//!
//! Measurements and faults don't use it: there the disk is what it is about.

use std::path::Path;
use std::process::Command;

use tempfile::TempDir;

/// Linux's own.
const MEMORY: &str = "/dev/shm";
/// A whole run takes about a quarter of this, in KiB.
const ENOUGH: u64 = 6 * 1_024 * 1_024;

/// A folder in memory, removed when dropped, and the place of this process's temporary folders from now on. `None` where
/// there is too little memory, or none that is a disk: then they stay where they are.
#[must_use]
pub fn take() -> Option<TempDir> {
    let is_enough = free_on_disk() >= ENOUGH && available() >= ENOUGH;
    if !is_enough {
        return None;
    }
    let folder = TempDir::with_prefix_in("folkmoot-", MEMORY).ok()?;
    open_to_databases(folder.path()).ok()?;
    tempfile::env::override_temp_dir(folder.path()).ok()?;
    Some(folder)
}

/// The databases' owner, who may be somebody else, goes through it.
fn open_to_databases(folder: &Path) -> std::io::Result<()> {
    use std::os::unix::fs::PermissionsExt as _;
    std::fs::set_permissions(folder, std::fs::Permissions::from_mode(0o711))
}

/// What still fits there, in KiB.
fn free_on_disk() -> u64 {
    let told = Command::new("df").args(["-Pk", MEMORY]).output();
    let told = told.map(|told| String::from_utf8_lossy(&told.stdout).into_owned()).unwrap_or_default();
    told.lines().nth(1).and_then(|line| line.split_whitespace().nth(3)?.parse().ok()).unwrap_or(0)
}

/// What the machine can spare, in KiB.
fn available() -> u64 {
    let told = std::fs::read_to_string("/proc/meminfo").unwrap_or_default();
    let line = told.lines().find_map(|line| line.strip_prefix("MemAvailable:"));
    line.and_then(|line| line.split_whitespace().next()?.parse().ok()).unwrap_or(0)
}
