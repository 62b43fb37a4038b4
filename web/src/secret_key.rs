//! The site's secret key: 256 bits that form tokens are made with. It stands in a file of its own, readable by its
//! owner only: beside an SQLite database it is made when missing; PostgreSQL may serve several nodes, which must share
//! one, so there it is demanded.

#[cfg(test)]
mod tests;

use std::fmt;
use std::io::{ErrorKind, Write as _};
use std::path::{Path, PathBuf};

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use folkmoot_common::{Secret, Sources};
use hmac::{Hmac, KeyInit as _, Mac as _};
use sha2::Sha256;

use crate::config::Config;

/// 256 bits that never leave the program. Prints as dots.
#[derive(Clone)]
pub struct SecretKey([u8; 32]);

/// There is no key to work with: one line that says what to do.
#[derive(Debug, thiserror::Error)]
pub enum KeyError {
    /// A database that several nodes may share.
    #[error(
        "FOLKMOOT_SECRET_KEY_FILE is not set: make a key with `head -c 32 /dev/urandom | base64 > FILE`, \
         give every node the same, and name it there"
    )]
    Demanded,
    /// The file can't be read or made.
    #[error("the secret key file {file} can't be used: {why}")]
    Unusable {
        /// Its name.
        file: String,
        /// What the system said.
        why: String,
    },
    /// The file holds something else.
    #[error(
        "the secret key file {file} must hold 32 bytes in base64, as `head -c 32 /dev/urandom | base64` makes them"
    )]
    NotAKey {
        /// Its name.
        file: String,
    },
}

impl SecretKey {
    /// A key that lives as long as the process.
    #[must_use]
    pub fn passing(sources: &Sources) -> Self {
        let mut bytes = [0u8; 32];
        bytes.copy_from_slice(sources.secret().digest().bytes());
        Self(bytes)
    }

    /// The key that the configuration names, or the one beside an SQLite database.
    ///
    /// # Errors
    /// When it is missing where it is demanded, can't be read or made, or is no key.
    pub fn open(config: &Config, sources: &Sources) -> Result<Self, KeyError> {
        let named = &config.secrets.key_file;
        if !named.as_os_str().is_empty() {
            return read(named);
        }
        match place(config.database.url.reveal()) {
            Place::Beside(path) => read_or_make(&path, sources),
            Place::Nowhere => Ok(Self::passing(sources)),
            Place::Elsewhere => Err(KeyError::Demanded),
        }
    }

    /// A keyed digest of some parts, kept apart by their lengths.
    #[must_use]
    pub(crate) fn sign(&self, parts: &[&[u8]]) -> [u8; 32] {
        let mut mac = self.mac();
        for part in parts {
            mac.update(&part.len().to_be_bytes());
            mac.update(part);
        }
        mac.finalize().into_bytes().into()
    }

    #[expect(clippy::expect_used, reason = "HMAC takes keys of every length; ours is 32 bytes by its type")]
    fn mac(&self) -> Hmac<Sha256> {
        Hmac::<Sha256>::new_from_slice(&self.0).expect("HMAC takes a key of 32 bytes")
    }
}

impl fmt::Debug for SecretKey {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("SecretKey(…)")
    }
}

/// Where a key may stand when the configuration names none.
enum Place {
    Beside(PathBuf),
    Nowhere,
    Elsewhere,
}

fn place(url: &str) -> Place {
    let Some(rest) = url.strip_prefix("sqlite:") else {
        return Place::Elsewhere;
    };
    let rest = rest.strip_prefix("//").unwrap_or(rest);
    let (path, query) = rest.split_once('?').unwrap_or((rest, ""));
    if path.is_empty() || path == ":memory:" || query.contains("mode=memory") {
        return Place::Nowhere;
    }
    let mut name = PathBuf::from(path).into_os_string();
    name.push(".key");
    Place::Beside(name.into())
}

fn read(path: &Path) -> Result<SecretKey, KeyError> {
    let file = path.display().to_string();
    let text =
        std::fs::read_to_string(path).map_err(|why| KeyError::Unusable { file: file.clone(), why: why.to_string() })?;
    let bytes = STANDARD.decode(text.trim()).map_err(|_not_base64| KeyError::NotAKey { file: file.clone() })?;
    <[u8; 32]>::try_from(bytes).map(SecretKey).map_err(|_wrong_length| KeyError::NotAKey { file })
}

/// Several programs may start at once, and none takes a key away: whoever finds none makes one, and then reads the one
/// that is there.
fn read_or_make(path: &Path, sources: &Sources) -> Result<SecretKey, KeyError> {
    if !path.exists() {
        let unusable =
            |why: std::io::Error| KeyError::Unusable { file: path.display().to_string(), why: why.to_string() };
        make(path, sources).map_err(unusable)?;
    }
    read(path)
}

/// Each writes a file of its own, and the first to give it the name wins.
fn make(path: &Path, sources: &Sources) -> std::io::Result<()> {
    let secret: Secret = sources.secret();
    let draft = path.with_extension(format!("key.{}", sources.draw(u32::MAX)));
    write_private(&draft, &STANDARD.encode(secret.digest().bytes()))?;
    let named = std::fs::hard_link(&draft, path);
    std::fs::remove_file(&draft)?;
    match named {
        Err(why) if why.kind() != ErrorKind::AlreadyExists => Err(why),
        _ => Ok(()),
    }
}

fn write_private(path: &Path, text: &str) -> std::io::Result<()> {
    let mut options = std::fs::File::options();
    options.write(true).create_new(true);
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
    let mut file = options.open(path)?;
    writeln!(file, "{text}")?;
    file.sync_all()
}
