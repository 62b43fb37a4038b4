//! Whose bank holidays the council keeps, as whoever runs the site chooses; the configuration's hold until the first choice.
//! Running promises follow a choice as they follow one of the council's own days.

use folkmoot_common::Viewer;

use crate::{Calendar, Nation, Replies, ReplyError};

impl Replies {
    /// Keeps the bank holidays of this nation from now on. The days of running promises follow.
    ///
    /// # Errors
    /// When the viewer may not, or the store fails.
    pub async fn choose_nation(&self, viewer: &Viewer, nation: Nation) -> Result<(), ReplyError> {
        let by = self.admin(viewer)?;
        self.answers.choose_nation(nation, by).await?;
        self.lay_out().await
    }

    /// How many running promises would get another day by that choice.
    ///
    /// # Errors
    /// The same.
    pub async fn moved_by(&self, viewer: &Viewer, nation: Nation) -> Result<u64, ReplyError> {
        self.admin(viewer)?;
        let (_kept, own) = self.kept_days().await?;
        self.count_moved(&Calendar::of(nation, &own)).await
    }
}
