//! The acts on reports: file one, look at one again by its number.

use std::sync::Arc;
use std::time::Duration;

use folkmoot_common::{Letter, Pace, Sources, StorageError, Viewer};

use crate::{Complaint, Filed, Letterbox, Letters, NewReport, Paces, Receipt, ReportDesk, Subject};

/// At most so many letters to the council…
const TO_COUNCIL: u64 = 60;
/// …in this time: a flood of reports must not drown its inbox. The reports are kept all the same.
const COUNCIL_WINDOW: Duration = Duration::from_secs(60 * 60);
/// At most so many receipts to one address…
const TO_REPORTER: u64 = 5;
/// …in this time: it may be somebody else's.
const REPORTER_WINDOW: Duration = Duration::from_secs(24 * 60 * 60);

/// The acts and reads of reports. Cheap to clone.
#[derive(Clone)]
pub struct Reports {
    desk: Arc<dyn ReportDesk>,
    sources: Sources,
    letterbox: Letterbox,
}

impl Reports {
    /// Reports on this desk, with letters from this box.
    pub fn new(desk: Arc<dyn ReportDesk>, sources: Sources, letterbox: Letterbox) -> Self {
        Self { desk, sources, letterbox }
    }

    /// Files a report. Anybody may, signed in or not. That the viewer may see the subject was asked when it was found.
    ///
    /// # Errors
    /// When the store fails.
    pub async fn file(&self, viewer: &Viewer, subject: Subject, complaint: Complaint) -> Result<Receipt, StorageError> {
        let at = self.sources.now();
        let receipt = Receipt::draw(&self.sources);
        let letter = |mail| Letter { id: self.sources.mint(at), mail };
        let letters = Letters {
            council: letter(self.letterbox.to_council(&receipt, &subject, &complaint)),
            reporter: complaint
                .answer_to
                .as_ref()
                .map(|address| letter(self.letterbox.to_reporter(address, &receipt, &subject))),
        };
        let paces = Paces {
            council: Pace { most: TO_COUNCIL, since: at.minus(COUNCIL_WINDOW) },
            reporter: Pace { most: TO_REPORTER, since: at.minus(REPORTER_WINDOW) },
        };
        let report = NewReport {
            id: self.sources.mint(at),
            receipt: receipt.clone(),
            subject,
            complaint,
            reporter: viewer.person(),
            at,
        };
        self.desk.file(report, letters, paces).await?;
        Ok(receipt)
    }

    /// The report of this number. Whoever has the number may look: it was told to the reporter alone, and tells nothing
    /// of what anybody wrote.
    ///
    /// # Errors
    /// When the store fails.
    pub async fn find(&self, receipt: &Receipt) -> Result<Option<Filed>, StorageError> {
        self.desk.find(receipt).await
    }
}
