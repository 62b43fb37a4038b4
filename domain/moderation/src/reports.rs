//! The acts on reports: file one, look at one again by its number.

use std::sync::Arc;
use std::time::Duration;

use folkmoot_common::{Address, Digest, Language, Letter, Pace, Signboard, Sources, StorageError, Timestamp, Viewer};

use crate::moderation::mail;
use crate::port::HoldRule;
use crate::{Complaint, Filed, Letters, Named, NewReport, News, Paces, Receipt, ReportDesk, Subject, Target, Voice};

/// At most so many letters to the council…
const TO_COUNCIL: u64 = 60;
/// …in this time: a flood of reports must not drown its inbox. The reports are kept all the same.
const COUNCIL_WINDOW: Duration = Duration::from_secs(60 * 60);
/// At most so many receipts to one address…
const TO_REPORTER: u64 = 5;
/// …in this time: it may be somebody else's.
const REPORTER_WINDOW: Duration = Duration::from_secs(24 * 60 * 60);

/// So many independent people hide something until somebody has looked.
pub const VOICES: u32 = 3;
/// Accounts that are younger than this have no voice in that: a brigade is quickly made.
pub const FRESH: Duration = Duration::from_secs(7 * 24 * 60 * 60);

/// The acts and reads of reports. Cheap to clone.
#[derive(Clone)]
pub struct Reports {
    desk: Arc<dyn ReportDesk>,
    voice: Arc<dyn Voice>,
    sources: Sources,
    council: Arc<dyn Signboard>,
    promise: Duration,
}

impl Reports {
    /// Reports on this desk, in these words. The council reads its letters at the address that stands there, and promises to look within
    /// this time.
    pub fn new(
        desk: Arc<dyn ReportDesk>,
        voice: Arc<dyn Voice>,
        sources: Sources,
        council: Arc<dyn Signboard>,
        promise: Duration,
    ) -> Self {
        Self { desk, voice, sources, council, promise }
    }

    /// Files a report. Anybody may, signed in or not; whoever is gets their answer at their own address, unless they name
    /// another, and in their language. That the viewer may see the subject was asked when it was found.
    /// `network` is where they come from: several from one place are one voice.
    ///
    /// # Errors
    /// When the store fails.
    pub async fn file(
        &self,
        viewer: &Viewer,
        subject: Subject,
        complaint: Complaint,
        network: &str,
    ) -> Result<Receipt, StorageError> {
        let at = self.sources.now();
        let receipt = Receipt::draw(&self.sources);
        let own = match viewer.person() {
            Some(person) => self.desk.own_address(person).await?,
            None => None,
        };
        let letters = self.letters((&receipt, at), &subject, &complaint, own.as_ref());
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
            network: Digest::of_parts(&["report", network]),
            at,
            item: self.sources.mint(at),
            due_at: at.plus(self.promise),
            hold: HoldRule { voices: VOICES, joined_before: at.minus(FRESH) },
        };
        self.desk.file(report, letters, paces).await?;
        Ok(receipt)
    }

    /// The reporter's letter repeats nothing that they typed, nor any title: otherwise anybody could have the council
    /// send words of their own to anybody's address.
    fn letters(
        &self,
        (receipt, at): (&Receipt, Timestamp),
        subject: &Subject,
        complaint: &Complaint,
        own: Option<&(Address, Option<Language>)>,
    ) -> Letters {
        let by = at.plus(self.promise);
        let path = subject.place.path(subject.target);
        let comment = if let Target::Comment(_) = subject.target { subject.place.comment } else { None };
        let (target, number, title) = (subject.target, subject.place.number, subject.title.as_str());
        let whole = Named { target, number, comment, title, path: &path, of_edit: false };
        let bare = Named { title: "", ..whole };
        let chosen = own.and_then(|(_, language)| language.as_ref()).or(complaint.language.as_ref());
        let letter = |to: &Address, language: Option<&Language>, news: &News<'_>| Letter {
            id: self.sources.mint(at),
            mail: mail(to, self.voice.letter(language, news)),
        };
        let reporter = complaint.answer_to.as_ref().or(own.map(|(address, _)| address));
        let known = own.is_some();
        let details = complaint.details.as_ref().map(crate::Details::as_str);
        let answer_to = complaint.answer_to.as_ref().map(Address::as_str);
        let held = self.voice.languages().into_iter().map(|language| {
            let said = self.voice.letter(Some(&language), &News::Held { about: whole, by });
            (language, said)
        });
        Letters {
            council: letter(
                &self.council.contact(),
                None,
                &News::Reported { about: whole, receipt, ground: complaint.ground, details, answer_to, known },
            ),
            reporter: reporter.map(|to| letter(to, chosen, &News::ReportKept { about: bare, receipt, by })),
            held: held.collect(),
        }
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
