//! Memory as a disk: where throwaway databases and browsers live during a run of the tests, if there is enough of it. A disk
//! makes each commit wait for it, and nothing of a test is kept.
//!
//! What is measured, and what is broken to see whether anything is lost, stays on the disk: there it is what it is about.

use std::fs::Permissions;
use std::os::unix::fs::PermissionsExt as _;
use std::path::{Path, PathBuf};
use std::process::Command;

use tempfile::TempDir;

/// Linux's own.
const MEMORY: &str = "/dev/shm";
/// A whole run takes about a quarter of this, in KiB.
const ENOUGH: u64 = 6 * 1_024 * 1_024;
/// How a folder's name begins; the number of the process that it is of follows.
const PREFIX: &str = "folkmoot-tests-";
/// What tells a command below us where temporary folders are on the disk.
pub const DISK: &str = "FOLKMOOT_TEST_DISK";

/// Where temporary folders are on the disk.
#[must_use]
pub fn disk() -> PathBuf {
    std::env::var_os(DISK).map_or_else(std::env::temp_dir, PathBuf::from)
}

/// A folder in memory, removed when dropped, and the place of this process's temporary folders from now on. `None` where
/// there is too little memory, or none that is a disk: then they stay where they are.
#[must_use]
pub fn take() -> Option<TempDir> {
    sweep();
    let is_enough = free_on_disk() >= ENOUGH && available() >= ENOUGH;
    if !is_enough {
        return None;
    }
    let folder = TempDir::with_prefix_in(format!("{PREFIX}{}-", std::process::id()), MEMORY).ok()?;
    // The databases' owner, who may be somebody else, goes through it.
    std::fs::set_permissions(folder.path(), Permissions::from_mode(0o711)).ok()?;
    tempfile::env::override_temp_dir(folder.path()).ok()?;
    Some(folder)
}

/// Removes what a run left behind that was killed: memory, unlike a disk, is missed at once. Runs whose processes don't see
/// each other must not share this memory.
fn sweep() {
    for entry in std::fs::read_dir(MEMORY).into_iter().flatten().flatten() {
        let name = entry.file_name();
        let process = name.to_str().and_then(|name| name.strip_prefix(PREFIX)?.split('-').next()?.parse::<u32>().ok());
        if process.is_some_and(|process| !Path::new("/proc").join(process.to_string()).exists()) {
            // Somebody else's stays.
            let _gone = std::fs::remove_dir_all(entry.path());
        }
    }
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
