//! A look for tests: the configuration's, and one change of it that is always of version 1.

use std::sync::Arc;

use async_trait::async_trait;
use folkmoot_common::{Sources, StorageError};
use folkmoot_look::{Colour, Kept, LookStore, Looks, Mirror, NewLook, Past, Standard, Worn};

use super::Memory;

pub(super) fn over(memory: &Arc<Memory>, sources: &Sources) -> Looks {
    let standard = Standard {
        name: "Fairford".to_owned(),
        council: "Fairford Council".to_owned(),
        contact: "council@example.org".to_owned(),
        accent: Colour::new(0x1f_5a_4c),
        accent_dark: Colour::new(0x86_cc_b5),
    };
    Looks::new(Arc::clone(memory) as _, Arc::new(Bare), sources.clone(), standard)
}

/// Wears nothing but the program's mark.
struct Bare;

impl Mirror for Bare {
    fn put_on(&self, _worn: &Worn) {}

    fn logo(&self) -> Option<String> {
        None
    }
}

#[async_trait]
impl LookStore for Memory {
    async fn look_version(&self) -> Result<i32, StorageError> {
        Ok(0)
    }
    async fn look(&self) -> Result<Kept, StorageError> {
        self.asked()?;
        Ok(Kept::default())
    }
    async fn set_look(&self, new: NewLook) -> Result<bool, StorageError> {
        self.asked()?;
        Ok(new.seen == 0)
    }
    async fn looks(&self, _most: u64) -> Result<Vec<Past>, StorageError> {
        self.asked()?;
        Ok(Vec::new())
    }
}
