//! Where an import reads from: a directory, or what the program carries in itself.

use std::fs::File;
use std::io::{self, Read};
use std::path::PathBuf;

/// A file that is being read, and how long it is.
pub struct Opened {
    /// Its content.
    pub content: Box<dyn Read + Send>,
    /// Its length in bytes, for the progress bar.
    pub length: u64,
}

/// Some files with names.
pub trait Folder: Send + Sync {
    /// Opens a file; `None` when there is none of that name.
    ///
    /// # Errors
    /// When there is one but it can't be read.
    fn open(&self, name: &str) -> io::Result<Option<Opened>>;
}

/// A directory on disk.
#[derive(Debug, Clone)]
pub struct Directory(pub PathBuf);

impl Folder for Directory {
    fn open(&self, name: &str) -> io::Result<Option<Opened>> {
        match File::open(self.0.join(name)) {
            Ok(file) => {
                let length = file.metadata()?.len();
                Ok(Some(Opened { content: Box::new(file), length }))
            }
            Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(None),
            Err(error) => Err(error),
        }
    }
}

/// Files that the program carries: name and content.
#[derive(Debug, Clone, Copy)]
pub struct Carried(pub &'static [(&'static str, &'static [u8])]);

impl Folder for Carried {
    fn open(&self, name: &str) -> io::Result<Option<Opened>> {
        let found = self.0.iter().find(|(file, _)| *file == name);
        Ok(found.map(|&(_, content)| Opened {
            content: Box::new(content),
            length: u64::try_from(content.len()).unwrap_or(u64::MAX),
        }))
    }
}
