//! What an API client is told when something did not work: a code from a closed list and a plain sentence.
//!
//! [`ApiError`] refuses to have a `Display`, so the library's blanket conversion from anything printable does not
//! apply to it; resolvers answer `Result<_, ApiError>`, and only what has a `From` below becomes one. So the text of
//! a database error can't reach a client: it is a compile error. The cause travels beside the answer, to the log.

mod codes;
mod incidents;

use std::borrow::Cow;
use std::sync::Arc;

use async_graphql::{ErrorExtensionValues, Pos, ServerError, Value};
use folkmoot_comments::CommentError;
use folkmoot_common::{CursorError, Problem, StorageError, Timestamp};
use folkmoot_ideas::IdeaError;
use folkmoot_look::LookError;
use folkmoot_moderation::ModerationError;
use folkmoot_people::RoleError;
use folkmoot_replies::{MailroomError, ReplyError};
use folkmoot_votes::CastError;

pub use codes::Code;
pub(crate) use incidents::Incidents;

/// An act or a read that got no answer. Cheap to clone: one failed batch answers every field that waited for it.
#[derive(Debug, Clone)]
pub struct ApiError {
    code: Code,
    message: Cow<'static, str>,
    field: Option<&'static str>,
    cause: Option<Cause>,
}

/// What really happened, for the log only.
#[derive(Debug, Clone)]
pub(crate) struct Cause(pub(crate) Arc<StorageError>);

impl ApiError {
    /// An answer for a person: what happened and what to do.
    pub(crate) fn new(code: Code, message: impl Into<Cow<'static, str>>) -> Self {
        Self { code, message: message.into(), field: None, cause: None }
    }

    /// Nobody has signed in.
    pub(crate) fn signed_out() -> Self {
        Self::new(Code::Unauthenticated, "Sign in first, or send an access token.")
    }

    /// It doesn't exist, or this viewer may not know that it does.
    pub(crate) fn not_found() -> Self {
        Self::new(Code::NotFound, "There is no such thing, or it is not public.")
    }

    /// An argument of a query that can't be used.
    pub(crate) fn invalid(message: impl Into<Cow<'static, str>>) -> Self {
        Self::new(Code::InvalidInput, message)
    }

    /// A field of a query's argument that can't be used, and what to mend.
    pub(crate) fn invalid_field(field: &'static str, problem: Problem) -> Self {
        Self { field: Some(field), ..Self::invalid(problem.message) }
    }

    /// A thing that must be there and isn't: a bug.
    pub(crate) fn missing(what: &'static str) -> Self {
        StorageError::corrupt(what).into()
    }

    /// The same for the whole request rather than for one field.
    pub(crate) fn of_everything(self) -> ServerError {
        async_graphql::Error::from(self).into_server_error(Pos::default())
    }

    fn forbidden() -> Self {
        Self::new(Code::Forbidden, "You can’t do this to it, or not any more.")
    }

    /// It is for those who work at the moderators' desk.
    pub(crate) fn for_staff() -> Self {
        Self::new(Code::Forbidden, "This is for moderators, or for whoever runs the site.")
    }

    /// It is for those who answer for the council.
    pub(crate) fn for_officers() -> Self {
        Self::new(Code::Forbidden, "This is for the officers whose department has it, or for whoever runs the site.")
    }

    /// It is for whoever runs the site.
    pub(crate) fn for_admins() -> Self {
        Self::new(Code::Forbidden, "This is for whoever runs the site.")
    }

    /// It is for somebody who is there in person.
    pub(crate) fn in_person_only() -> Self {
        Self::new(
            Code::Forbidden,
            "This is for somebody who signed in with the browser that asks: an access token can’t do it. Send it to /graphql with \
             the session’s cookie, or use the page.",
        )
    }

    /// Tells the log of a failure that no client is told of as an error.
    pub(crate) fn log(&self) {
        if let Some(cause) = &self.cause {
            tracing::error!(why = %cause.0, "one of several acts failed");
        }
    }

    fn changed() -> Self {
        Self::new(Code::Conflict, "It has changed meanwhile. Read it again, then repeat your change.")
    }

    /// A moderator keeps them from posting.
    fn suspended(until: Timestamp) -> Self {
        let date = until.to_utc().date();
        Self::new(
            Code::Forbidden,
            format!("You can’t post before {date}: a moderator suspended your account. You can read and vote."),
        )
    }

    /// The code, for tests and metrics.
    #[must_use]
    pub const fn code(&self) -> Code {
        self.code
    }
}

impl From<ApiError> for async_graphql::Error {
    fn from(error: ApiError) -> Self {
        let mut extensions = ErrorExtensionValues::default();
        extensions.set("code", Value::from(error.code.as_str()));
        if let Some(field) = error.field {
            extensions.set("field", Value::from(field));
        }
        let mut answer = Self::new(error.message);
        answer.source = error.cause.map(|cause| Arc::new(cause) as _);
        answer.extensions = Some(extensions);
        answer
    }
}

impl From<StorageError> for ApiError {
    fn from(error: StorageError) -> Self {
        let (code, message) =
            if error.is_passing() { (Code::Unavailable, codes::BUSY) } else { (Code::Internal, codes::OUR_FAULT) };
        Self { code, message: message.into(), field: None, cause: Some(Cause(Arc::new(error))) }
    }
}

impl From<CursorError> for ApiError {
    fn from(_not_ours: CursorError) -> Self {
        Self::invalid(
            "That cursor is not of this list and order. Take cursors from pageInfo, and start again without one.",
        )
    }
}

impl From<IdeaError> for ApiError {
    fn from(error: IdeaError) -> Self {
        match error {
            IdeaError::SignedOut => Self::signed_out(),
            IdeaError::NotFound => Self::not_found(),
            IdeaError::Forbidden => Self::forbidden(),
            IdeaError::Invalid(problems) => {
                let words: Vec<String> = problems.0.into_iter().map(|problem| problem.message).collect();
                Self::invalid(words.join(" "))
            }
            IdeaError::Refused(problem) => Self::new(Code::Forbidden, problem.message),
            IdeaError::Suspended(until) => Self::suspended(until),
            IdeaError::Changed => Self::changed(),
            IdeaError::Storage(error) => error.into(),
        }
    }
}

impl From<CommentError> for ApiError {
    fn from(error: CommentError) -> Self {
        match error {
            CommentError::SignedOut => Self::signed_out(),
            CommentError::NotFound => Self::not_found(),
            CommentError::Forbidden => Self::forbidden(),
            CommentError::Closed => Self::new(Code::Forbidden, "The discussion of this idea is closed."),
            CommentError::TooDeep => {
                Self::new(Code::Forbidden, "This thread is as deep as threads go. Reply to a comment further up.")
            }
            CommentError::Refused(problem) => Self::new(Code::Forbidden, problem.message),
            CommentError::Suspended(until) => Self::suspended(until),
            CommentError::Changed => Self::changed(),
            CommentError::Storage(error) => error.into(),
        }
    }
}

impl From<ModerationError> for ApiError {
    fn from(error: ModerationError) -> Self {
        match error {
            ModerationError::SignedOut => Self::signed_out(),
            ModerationError::Forbidden => Self::for_staff(),
            ModerationError::NotFound => Self::not_found(),
            ModerationError::Invalid(problems) => Self::invalid(problems.to_string()),
            ModerationError::Refused(problem) => Self::new(Code::Forbidden, problem.message),
            ModerationError::Storage(error) => error.into(),
        }
    }
}

impl From<ReplyError> for ApiError {
    fn from(error: ReplyError) -> Self {
        match error {
            ReplyError::SignedOut => Self::signed_out(),
            ReplyError::Forbidden => Self::for_officers(),
            ReplyError::NotFound => Self::not_found(),
            ReplyError::Invalid(problems) => Self::invalid(problems.to_string()),
            ReplyError::Refused(problem) => Self::new(Code::Forbidden, problem.message),
            ReplyError::Suspended(until) => Self::suspended(until),
            ReplyError::Changed => Self::changed(),
            ReplyError::Storage(error) => error.into(),
        }
    }
}

impl From<RoleError> for ApiError {
    fn from(error: RoleError) -> Self {
        match error {
            RoleError::SignedOut => Self::signed_out(),
            RoleError::Forbidden => Self::for_admins(),
            RoleError::NotFound => Self::not_found(),
            RoleError::Invalid(problems) => Self::invalid(problems.to_string()),
            RoleError::Storage(error) => error.into(),
        }
    }
}

impl From<LookError> for ApiError {
    fn from(error: LookError) -> Self {
        match error {
            LookError::SignedOut => Self::signed_out(),
            LookError::Forbidden => Self::for_admins(),
            LookError::Invalid(problems) => Self::invalid(problems.to_string()),
            LookError::Changed => Self::changed(),
            LookError::Storage(error) => error.into(),
        }
    }
}

impl From<MailroomError> for ApiError {
    fn from(error: MailroomError) -> Self {
        match error {
            MailroomError::SignedOut => Self::signed_out(),
            MailroomError::Forbidden => Self::for_admins(),
            MailroomError::Storage(error) => error.into(),
        }
    }
}

impl From<CastError> for ApiError {
    fn from(error: CastError) -> Self {
        match error {
            CastError::SignedOut => Self::signed_out(),
            CastError::NoSuchIdea => Self::not_found(),
            CastError::Storage(error) => error.into(),
        }
    }
}

#[cfg(test)]
mod tests;
