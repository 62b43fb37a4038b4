//! What the site wears now: names, address and theme, as whoever runs the site set them over the configuration. Everything
//! that writes a page or a letter asks here each time, because it may change while the program runs: the node where it was
//! changed wears it at once, every other one within seconds.
//!
//! It keeps the theme before, too: pages that were drawn in it still ask for its files.

use std::sync::Arc;
use std::time::Duration;

use folkmoot_common::{Address, Signboard, StorageError};
use folkmoot_look::{Mirror, Standard, Worn};
use tokio::sync::watch;

use crate::config::Config;
use crate::site::Site;
use crate::theme::{File, Theme};

/// How often a node asks whether the look has changed.
const OFTEN: Duration = Duration::from_secs(2);

/// What the site is called and wears.
#[derive(Debug)]
pub(crate) struct Dress {
    /// Of which version.
    version: i32,
    /// What the board is called.
    pub(crate) name: String,
    /// Whose board it is.
    pub(crate) council: String,
    /// Where people write.
    pub(crate) contact: String,
    /// Colours and pictures.
    pub(crate) theme: Arc<Theme>,
}

/// The dress that is worn, and the one before.
#[derive(Debug)]
pub(crate) struct Wardrobe {
    worn: watch::Sender<(Arc<Dress>, Option<Arc<Dress>>)>,
    /// The configuration's theme: its logo stands where the council has none of its own.
    theirs: Arc<Theme>,
}

impl Dress {
    /// Which look this is; a later one has a larger number.
    pub(crate) const fn version(&self) -> i32 {
        self.version
    }
}

impl Wardrobe {
    /// Dressed as the configuration says.
    pub(crate) fn new(config: &Config, theme: Theme) -> Self {
        let theirs = Arc::new(theme);
        let dress = Dress {
            version: 0,
            name: config.site.name.clone(),
            council: config.site.council.clone(),
            contact: config.site.contact_email.clone(),
            theme: Arc::clone(&theirs),
        };
        Self { worn: watch::Sender::new((Arc::new(dress), None)), theirs }
    }

    /// What the configuration says, for the rules of the look.
    pub(crate) fn standard(&self) -> Standard {
        let now = self.now();
        let (accent, accent_dark) = self.theirs.accents();
        let (name, council, contact) = (now.name.clone(), now.council.clone(), now.contact.clone());
        Standard { name, council, contact, accent, accent_dark }
    }

    /// What is worn now.
    pub(crate) fn now(&self) -> Arc<Dress> {
        Arc::clone(&self.worn.borrow().0)
    }

    /// A file of the theme, or of the one before, by the last part of its address.
    pub(crate) fn file(&self, name: &str) -> Option<File> {
        let (now, before) = self.worn.borrow().clone();
        let of = |dress: &Dress| dress.theme.file(name).cloned();
        of(&now).or_else(|| before.as_deref().and_then(of))
    }
}

impl Mirror for Wardrobe {
    // An older version than the one that is worn changes nothing: two that learn of changes at one moment may come in any
    // order.
    fn put_on(&self, worn: &Worn) {
        let theme = Arc::new(Theme::of(worn, &self.theirs));
        let (name, council, contact) = (worn.name.clone(), worn.council.clone(), worn.contact.clone());
        let dress = Arc::new(Dress { version: worn.version, name, council, contact, theme });
        self.worn.send_if_modified(|(now, before)| {
            let newer = dress.version > now.version;
            if newer {
                *before = Some(std::mem::replace(now, dress));
            }
            newer
        });
    }

    fn logo(&self) -> Option<String> {
        self.now().theme.logo.as_ref().map(File::url)
    }
}

impl Signboard for Wardrobe {
    fn name(&self) -> String {
        self.now().name.clone()
    }

    fn contact(&self) -> Address {
        Address::parsed(self.now().contact.clone())
    }
}

impl Site {
    /// What it wears now.
    pub(crate) fn dress(&self) -> Arc<Dress> {
        self.wardrobe.now()
    }

    /// Looks whether the look has changed, and puts it on.
    pub(crate) async fn look_again(&self) -> Result<(), StorageError> {
        if self.looks.version().await? != self.dress().version {
            self.wardrobe.put_on(&self.looks.worn().await?);
        }
        Ok(())
    }
}

/// Runs until the site closes.
pub(crate) async fn work(site: Arc<Site>) {
    loop {
        tokio::select! {
            () = site.tasks.closing() => break,
            () = tokio::time::sleep(OFTEN) => {}
        }
        if let Err(why) = site.look_again().await {
            tracing::warn!(cause = %why, "the look of the site can't be read now");
        }
    }
}
