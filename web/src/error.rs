//! What went wrong with a request, as its sender may hear it: one closed list, each with its status and its calm words.
//!
//! It refuses to carry anything the database, a library or a panic said: causes go to the log, under the incident's
//! number, which the sender gets to quote.

mod page;

#[cfg(test)]
mod tests;

use std::time::Duration;

use axum::extract::rejection::{FormRejection, PathRejection, QueryRejection};
use axum::http::{HeaderValue, StatusCode, header};
use axum::response::{IntoResponse, Response};
use folkmoot_common::StorageError;
use folkmoot_look::LookError;
use folkmoot_moderation::ModerationError;
use folkmoot_people::RoleError;
use folkmoot_replies::{MailroomError, ReplyError};

pub(crate) use page::{Asked, escape, render};

/// How long a client should wait before it tries a busy site again.
const SOON: Duration = Duration::from_secs(5);

/// The answers that are no page. The edge turns each into a page in the site's clothes, or JSON where that was asked for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum PageError {
    /// Nothing here, or nothing that this viewer may know of.
    NotFound,
    /// It was here and was taken back by its author.
    Gone,
    /// The viewer must sign in first.
    SignInFirst,
    /// The viewer may not do this.
    Forbidden,
    /// A moderator keeps the viewer from posting for a time.
    Suspended,
    /// The form came from another site, or from nobody knows where.
    ForeignForm,
    /// The form's token is not this browser's: the page was open too long, or somebody signed in or out meanwhile.
    StaleForm,
    /// The request makes no sense; the message of this name says what does.
    BadRequest(&'static str),
    /// The path knows no such method.
    MethodNotAllowed,
    /// The body took too long.
    TooSlow,
    /// The body is larger than is taken here, in bytes.
    TooLarge(usize),
    /// A body of a kind that is not read here.
    UnsupportedMedia,
    /// The request was meant for another address than this site's.
    WrongHost,
    /// The sender must wait.
    TooMany {
        /// For how long.
        retry_after: Duration,
    },
    /// Not now; the same request may well succeed later.
    Unavailable {
        /// When to try again.
        retry_after: Duration,
    },
    /// A bug. Its cause is in the log.
    Internal,
}

impl PageError {
    /// Not now, but soon.
    #[must_use]
    pub const fn unavailable() -> Self {
        Self::Unavailable { retry_after: SOON }
    }

    /// A bug: its cause goes to the log here and now, and nowhere else.
    #[must_use]
    pub fn internal(why: &dyn std::error::Error) -> Self {
        let mut causes = vec![why.to_string()];
        let mut next = why.source();
        while let Some(cause) = next {
            causes.push(cause.to_string());
            next = cause.source();
        }
        tracing::error!(cause = causes.join(": "), "a request failed");
        Self::Internal
    }

    /// The status that it answers with.
    #[must_use]
    pub const fn status(&self) -> StatusCode {
        match self {
            Self::NotFound => StatusCode::NOT_FOUND,
            Self::Gone => StatusCode::GONE,
            Self::SignInFirst => StatusCode::UNAUTHORIZED,
            Self::Forbidden | Self::Suspended | Self::ForeignForm | Self::StaleForm => StatusCode::FORBIDDEN,
            Self::BadRequest(_) => StatusCode::BAD_REQUEST,
            Self::MethodNotAllowed => StatusCode::METHOD_NOT_ALLOWED,
            Self::TooSlow => StatusCode::REQUEST_TIMEOUT,
            Self::TooLarge(_) => StatusCode::PAYLOAD_TOO_LARGE,
            Self::UnsupportedMedia => StatusCode::UNSUPPORTED_MEDIA_TYPE,
            Self::WrongHost => StatusCode::MISDIRECTED_REQUEST,
            Self::TooMany { .. } => StatusCode::TOO_MANY_REQUESTS,
            Self::Unavailable { .. } => StatusCode::SERVICE_UNAVAILABLE,
            Self::Internal => StatusCode::INTERNAL_SERVER_ERROR,
        }
    }

    /// The word of the API's closed list that fits best.
    #[must_use]
    pub const fn code(&self) -> &'static str {
        match self {
            Self::NotFound | Self::Gone => "NOT_FOUND",
            Self::SignInFirst => "UNAUTHENTICATED",
            Self::Forbidden | Self::Suspended | Self::ForeignForm | Self::StaleForm => "FORBIDDEN",
            Self::BadRequest(_) | Self::MethodNotAllowed | Self::TooSlow => "INVALID_INPUT",
            Self::TooLarge(_) | Self::UnsupportedMedia | Self::WrongHost => "INVALID_INPUT",
            Self::TooMany { .. } => "RATE_LIMITED",
            Self::Unavailable { .. } => "UNAVAILABLE",
            Self::Internal => "INTERNAL",
        }
    }

    /// The error that a status without words of ours stands for.
    pub(crate) fn of_status(status: StatusCode) -> Self {
        match status {
            StatusCode::NOT_FOUND => Self::NotFound,
            StatusCode::GONE => Self::Gone,
            StatusCode::UNAUTHORIZED => Self::SignInFirst,
            StatusCode::FORBIDDEN => Self::Forbidden,
            StatusCode::METHOD_NOT_ALLOWED => Self::MethodNotAllowed,
            StatusCode::REQUEST_TIMEOUT => Self::TooSlow,
            StatusCode::PAYLOAD_TOO_LARGE => Self::TooLarge(0),
            StatusCode::UNSUPPORTED_MEDIA_TYPE => Self::UnsupportedMedia,
            StatusCode::TOO_MANY_REQUESTS => Self::TooMany { retry_after: SOON },
            StatusCode::SERVICE_UNAVAILABLE => Self::unavailable(),
            status if status.is_client_error() => Self::BadRequest("bad-request-incomplete"),
            _ => Self::Internal,
        }
    }

    /// Whether what somebody wrote is handed back to them with the answer, so that it isn't lost. Not when another site
    /// sent it, or when nobody knows where it was meant for: their words don't belong on a page of ours.
    pub(crate) const fn hands_back(&self) -> bool {
        !matches!(self, Self::ForeignForm | Self::WrongHost)
    }

    const fn retry_after(&self) -> Option<Duration> {
        match self {
            Self::TooMany { retry_after } | Self::Unavailable { retry_after } => Some(*retry_after),
            _ => None,
        }
    }
}

/// Only the status and the error itself: the edge, which knows the site and what the client reads, writes the page.
impl IntoResponse for PageError {
    fn into_response(self) -> Response {
        let mut response = self.status().into_response();
        if let Some(wait) = self.retry_after() {
            response.headers_mut().insert(header::RETRY_AFTER, HeaderValue::from(wait.as_secs().max(1)));
        }
        if self == Self::SignInFirst {
            response.headers_mut().insert(header::WWW_AUTHENTICATE, HeaderValue::from_static("Bearer"));
        }
        response.extensions_mut().insert(self);
        response
    }
}

impl From<StorageError> for PageError {
    fn from(why: StorageError) -> Self {
        if why.is_passing() {
            tracing::warn!(cause = %why, "the store can't answer now");
            return Self::unavailable();
        }
        Self::internal(&why)
    }
}

/// An act of moderation that was refused, where no form is left to say so.
impl From<ModerationError> for PageError {
    fn from(why: ModerationError) -> Self {
        match why {
            ModerationError::SignedOut => Self::SignInFirst,
            ModerationError::Forbidden | ModerationError::Refused(_) => Self::Forbidden,
            ModerationError::NotFound => Self::NotFound,
            ModerationError::Invalid(_) => Self::BadRequest("bad-request-form"),
            ModerationError::Storage(why) => why.into(),
        }
    }
}

/// An act around an answer that was refused, where no form is left to say so.
impl From<ReplyError> for PageError {
    fn from(why: ReplyError) -> Self {
        match why {
            ReplyError::SignedOut => Self::SignInFirst,
            ReplyError::Forbidden | ReplyError::Refused(_) => Self::Forbidden,
            ReplyError::Suspended(_until) => Self::Suspended,
            ReplyError::NotFound => Self::NotFound,
            ReplyError::Invalid(_) => Self::BadRequest("bad-request-form"),
            ReplyError::Changed => Self::BadRequest("bad-request-changed"),
            ReplyError::Storage(why) => why.into(),
        }
    }
}

/// A change of somebody's roles that was refused, where no form is left to say so.
impl From<RoleError> for PageError {
    fn from(why: RoleError) -> Self {
        match why {
            RoleError::SignedOut => Self::SignInFirst,
            RoleError::Forbidden => Self::Forbidden,
            RoleError::NotFound => Self::NotFound,
            RoleError::Invalid(_) => Self::BadRequest("bad-request-form"),
            RoleError::Storage(why) => why.into(),
        }
    }
}

/// A change of the look that was refused, where no form is left to say so.
impl From<LookError> for PageError {
    fn from(why: LookError) -> Self {
        match why {
            LookError::SignedOut => Self::SignInFirst,
            LookError::Forbidden => Self::Forbidden,
            LookError::Invalid(_) => Self::BadRequest("bad-request-form"),
            LookError::Changed => Self::BadRequest("bad-request-changed"),
            LookError::Storage(why) => why.into(),
        }
    }
}

impl From<MailroomError> for PageError {
    fn from(why: MailroomError) -> Self {
        match why {
            MailroomError::SignedOut => Self::SignInFirst,
            MailroomError::Forbidden => Self::Forbidden,
            MailroomError::Storage(why) => why.into(),
        }
    }
}

impl From<FormRejection> for PageError {
    fn from(why: FormRejection) -> Self {
        match why.status() {
            StatusCode::UNSUPPORTED_MEDIA_TYPE => Self::UnsupportedMedia,
            StatusCode::PAYLOAD_TOO_LARGE => Self::TooLarge(0),
            _ => Self::BadRequest("bad-request-form"),
        }
    }
}

/// An address whose parts can't be read names nothing.
impl From<PathRejection> for PageError {
    fn from(_why: PathRejection) -> Self {
        Self::NotFound
    }
}

impl From<QueryRejection> for PageError {
    fn from(_why: QueryRejection) -> Self {
        Self::BadRequest("bad-request-query")
    }
}
