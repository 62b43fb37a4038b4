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

    /// How many promises that somebody waits for would get another day by the choice of each of these nations, counted up to
    /// [`MOST_COUNTED`](crate::MOST_COUNTED). What is kept already moves none.
    ///
    /// # Errors
    /// The same.
    pub async fn moved_by<const N: usize>(
        &self,
        viewer: &Viewer,
        nations: [Nation; N],
    ) -> Result<[u64; N], ReplyError> {
        self.admin(viewer)?;
        let (kept, own) = self.kept_days().await?;
        let other = |nation: Nation| (nation != kept).then(|| Calendar::of(nation, &own));
        self.count_moved(&nations.map(other)).await
    }

    /// Whose bank holidays the council keeps by the configuration, until somebody chooses.
    #[must_use]
    pub fn configured_nation(&self) -> Nation {
        self.council.nation
    }
}
