//! The shape of the file that people take with them: a head, four lists of any length (`ideas`, `comments`, `votes`,
//! `follows`), and what is short. Names are the API's own, in its own spelling.

use serde::Serialize;
use serde_json::Value;

/// What the file begins with.
#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
pub(super) struct Head {
    pub(super) site: String,
    pub(super) exported_at: String,
    pub(super) account: Account,
}

/// What it ends with. Of each there are few: the board keeps no more.
#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
pub(super) struct Tail {
    /// Ideas that they watch as an officer.
    pub(super) watches: Vec<OwnWatch>,
    pub(super) drafts: Vec<OwnDraft>,
    pub(super) sessions: Vec<OwnSession>,
    pub(super) access_tokens: Vec<OwnToken>,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
pub(super) struct Account {
    pub(super) id: String,
    pub(super) email: Option<String>,
    pub(super) name: Option<String>,
    pub(super) roles: Vec<&'static str>,
    pub(super) language: Option<String>,
    /// How often they hear of ideas.
    pub(super) notices: &'static str,
    pub(super) created_at: String,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
pub(super) struct OwnIdea {
    pub(super) number: i64,
    pub(super) address: String,
    pub(super) title: String,
    pub(super) body: String,
    pub(super) place: Option<String>,
    pub(super) status: &'static str,
    pub(super) hidden: bool,
    pub(super) withdrawn_because: Option<String>,
    pub(super) created_at: String,
    pub(super) edited_at: Option<String>,
    /// What it said before, the latest first.
    pub(super) earlier: Vec<Earlier>,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
pub(super) struct OwnComment {
    /// The idea's number; none while it can't be read.
    pub(super) idea: Option<i64>,
    pub(super) address: Option<String>,
    pub(super) state: &'static str,
    pub(super) stance: Option<&'static str>,
    /// None while a moderator hides it.
    pub(super) body: Option<String>,
    pub(super) language: Option<String>,
    pub(super) created_at: String,
    pub(super) edited_at: Option<String>,
    pub(super) earlier: Vec<Earlier>,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
pub(super) struct Earlier {
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) title: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) stance: Option<&'static str>,
    pub(super) body: String,
    pub(super) written_at: String,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
pub(super) struct OwnVote {
    /// The idea's number; none while it can't be read.
    pub(super) idea: Option<i64>,
    pub(super) choice: &'static str,
    pub(super) changed_at: String,
}

/// An idea that they chose to hear of, or to hear nothing of.
#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
pub(super) struct OwnFollow {
    /// The idea's number; none while it can't be read.
    pub(super) idea: Option<i64>,
    /// False where they asked to be left alone.
    pub(super) follows: bool,
    pub(super) changed_at: String,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
pub(super) struct OwnWatch {
    /// The idea's number.
    pub(super) idea: i64,
    pub(super) since: String,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
pub(super) struct OwnDraft {
    pub(super) content: Value,
    pub(super) created_at: String,
    pub(super) expires_at: String,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
pub(super) struct OwnSession {
    pub(super) browser: String,
    pub(super) created_at: String,
    pub(super) seen_at: String,
    pub(super) is_this: bool,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
pub(super) struct OwnToken {
    pub(super) name: String,
    pub(super) created_at: String,
}
