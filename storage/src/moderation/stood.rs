//! How something stood before a decision and after it: states, numbers and digests, enough to take the decision back. It
//! is kept with the decision, and written into the record.

use folkmoot_common::StorageError;
use serde::{Deserialize, Serialize};
use uuid::Uuid;

/// What of it is known; the rest was not touched.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub(super) struct Stood {
    /// An idea's status, or a comment's state.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) status: Option<String>,
    /// Since when an idea is hidden.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) hidden_at: Option<i64>,
    /// When an idea first became public; told wherever its status is.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) published_at: Option<i64>,
    /// The revision of an idea that the public saw last; told wherever its status is.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) shown_revision: Option<i32>,
    /// An idea's campaign.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) campaign: Option<Uuid>,
    /// The revision of its text.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) revision: Option<i32>,
    /// A digest of its text, in hexadecimal.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) text: Option<String>,
    /// When its author last changed it; told wherever its text is, as are the next two.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) edited_at: Option<i64>,
    /// What a comment is to its idea.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) stance: Option<String>,
    /// The language of an idea.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) language: Option<String>,
    /// The revisions that the public could read until words were taken out.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub(super) past: Vec<i32>,
    /// When a moderator last took words out of it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) redacted_at: Option<i64>,
    /// The number of the idea that it lives on in, and how many supporters went with it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) merged: Option<(i64, i64)>,
    /// Since when its author is trusted.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) trusted_at: Option<i64>,
    /// Whether the decision was the one that made them trusted.
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    pub(super) trusts: bool,
    /// Up to when they may not post.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) suspended_until: Option<i64>,
    /// The decision that an answered appeal was against.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) appealed: Option<Uuid>,
}

impl Stood {
    pub(super) fn json(&self) -> Result<String, StorageError> {
        serde_json::to_string(self).map_err(|why| StorageError::Failed(why.into()))
    }

    pub(super) fn read(kept: &str) -> Result<Self, StorageError> {
        serde_json::from_str(kept).map_err(|why| StorageError::Failed(why.into()))
    }
}

/// What the record says of a change.
pub(super) fn detail(before: &Stood, after: &Stood) -> Result<String, StorageError> {
    let both = serde_json::json!({ "before": before, "after": after });
    serde_json::to_string(&both).map_err(|why| StorageError::Failed(why.into()))
}

/// A digest of a text, for the record: it proves what stood without saying it.
pub(super) fn digest(title: Option<&str>, body: &str) -> String {
    let digest = folkmoot_common::Digest::of_parts(&[title.unwrap_or_default(), body]);
    digest.bytes().iter().map(|byte| format!("{byte:02x}")).collect()
}
