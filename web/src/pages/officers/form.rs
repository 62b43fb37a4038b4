//! The form of an answer, ready to be drawn: what was typed, or the draft, or a beginning with prompts; whose words stand in
//! the way; and what becomes of it next.

use folkmoot_common::Id as _;
use folkmoot_replies::{Draft, Filled, Outcome, ReadingEase, ReplyTemplate, ReplyText, Stage};

use super::known::Known;
use super::pack::{Came, Choice, Clash};
use super::piles::stage;
use super::skeleton;
use super::typed::{TypedReply, field_of};
use super::voices::Side;
use crate::edge::Asking;
use crate::pages::form::languages;
use crate::pages::frame::Frame;
use crate::pages::ideas::Choosable;
use crate::pages::lang::Lang;
use crate::pages::reply_card::ReplyCard;
use crate::pages::when::When;
use crate::site::Site;

/// The form.
#[derive(Debug, Clone)]
pub(crate) struct ReplyForm {
    pub(crate) typed: TypedReply,
    /// The outcomes, in the API's words.
    pub(crate) outcomes: [&'static str; 6],
    pub(crate) languages: Vec<Choosable>,
    /// What is typed is in this language.
    pub(crate) language: Lang,
    pub(crate) preview: Option<ReplyCard>,
    /// How many words its sentences have on average, where that is many.
    pub(crate) long: Option<i64>,
    /// How far it has come: the end of the message's name.
    pub(crate) stage: Option<&'static str>,
    /// When it becomes public by itself.
    pub(crate) planned: Option<When>,
    /// Who saved it last, and when.
    pub(crate) saved: Option<(String, When)>,
    /// Who else has it open, and up to when.
    pub(crate) locked: Option<(String, When)>,
    /// What somebody else saved meanwhile: who, when, and their reasons.
    pub(crate) theirs: Option<(String, When, String)>,
    /// The name of the department that answers; none while nobody has it.
    pub(crate) department: Option<String>,
    /// Whether somebody else must say yes first.
    pub(crate) to_approve: bool,
    /// Whether somebody asked for the viewer's yes.
    pub(crate) asked: bool,
    pub(crate) most: usize,
    /// Templates to begin with.
    pub(crate) templates: Vec<Choice>,
    /// What the one that was chosen put in, and what it left.
    pub(crate) filled: Option<Filled>,
}

impl ReplyForm {
    /// Of what came back, else of the draft, else a new one.
    pub(super) fn of(site: &Site, asking: &Asking, known: &Known, sides: &[Side], came: &Came, frame: &Frame) -> Self {
        let words = asking.here.words;
        let draft = known.draft.as_ref();
        let boxes: Vec<i32> = sides.iter().flat_map(|side| &side.voices).map(|voice| voice.number).collect();
        let typed = match (&came.reply, draft) {
            (Some(typed), _) => typed.clone(),
            (None, Some(draft)) => TypedReply::of_draft(draft, planned(draft, site)),
            (None, None) => begun(asking, known, sides, frame),
        };
        let mut typed = typed.with_boxes(&boxes);
        let theirs = match &came.clash {
            Some(Clash::Changed(theirs)) => {
                // Its writer has seen theirs now: saving again puts these words in their place.
                typed.seen = theirs.version;
                Some((known.name(words, theirs.by), When::minute(theirs.saved_at), theirs.raw.reasons.clone()))
            }
            _ => None,
        };
        let now = site.sources.now();
        let lock = match &came.clash {
            Some(Clash::Locked(by, until)) => Some((*by, *until)),
            _ => draft.and_then(|draft| draft.lock),
        };
        let locked = lock.filter(|(by, until)| !asking.viewer.is(*by) && *until > now);
        let asked = draft.is_some_and(|draft| match draft.stage {
            Stage::Approval { by, .. } => !asking.viewer.is(by),
            _ => false,
        });
        let department = known.lead().map(|lead| lead.name.clone());
        Self {
            outcomes: Outcome::ALL.map(Outcome::as_str),
            languages: languages(site, &typed.raw.language),
            language: Lang::typed(words, &typed.raw.language),
            preview: came
                .preview
                .as_ref()
                .map(|text| ReplyCard::written(words, text, department.as_deref().unwrap_or_default())),
            long: long(&typed.raw.reasons),
            stage: draft.map(|draft| stage(draft.stage)),
            planned: draft.and_then(|draft| match draft.stage {
                Stage::Scheduled { for_, .. } => Some(When::minute(for_)),
                _ => None,
            }),
            saved: draft.map(|draft| (known.name(words, draft.by), When::minute(draft.saved_at))),
            locked: locked.map(|(by, until)| (known.name(words, by), When::minute(until))),
            theirs,
            department,
            to_approve: known.two_people() && !asked,
            asked: known.two_people() && asked,
            most: ReplyText::MOST,
            templates: known.templates.iter().map(|one| choice(known, one)).collect(),
            filled: came.filled.clone(),
            typed,
        }
    }
}

/// A template to choose; whose it is, where that isn't the department that answers.
fn choice(known: &Known, one: &ReplyTemplate) -> Choice {
    let title = one.text.title();
    let other = known.lead().is_none_or(|lead| lead.department != one.department);
    let whose = known.departments.iter().find(|department| other && department.id == one.department);
    let name = whose.map_or_else(|| title.to_owned(), |whose| format!("{title} ({})", whose.name));
    Choice { id: one.id.uuid().to_string(), name }
}

/// When a draft becomes public, as its field shows it.
fn planned(draft: &Draft, site: &Site) -> String {
    match draft.stage {
        Stage::Scheduled { for_, .. } => field_of(for_, &site.zone),
        _ => String::new(),
    }
}

/// A new one: signed already, with prompts, in the language of the page.
fn begun(asking: &Asking, known: &Known, sides: &[Side], frame: &Frame) -> TypedReply {
    let words = asking.here.words;
    let mut typed = TypedReply::default();
    typed.raw.role = known.job(asking);
    words.code().clone_into(&mut typed.raw.language);
    typed.raw.reasons = skeleton::reasons(words);
    typed.raw.arguments = skeleton::arguments(words, sides, |path| frame.whole(path));
    typed
}

pub(super) fn long(reasons: &str) -> Option<i64> {
    let ease = ReadingEase::of("reasons", reasons).ok().flatten().filter(|ease| ease.is_long)?;
    i64::try_from(ease.counted.average).ok()
}
