//! The closed list of error codes, and the two sentences that hide what a client can't mend.

/// Something broke that the client can't mend. The incident's number finds the log line.
pub(super) const OUR_FAULT: &str =
    "Something went wrong on our side. Try again; if it stays so, tell us the incident number.";
/// The same request may well succeed in a moment.
pub(super) const BUSY: &str = "We can’t answer at this moment. Try again in a few seconds.";

/// What `extensions.code` may say. Adding one is a change that clients must hear of.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Code {
    /// Nobody has signed in.
    Unauthenticated,
    /// The viewer may see it but not do this to it now.
    Forbidden,
    /// It doesn't exist, or the viewer may not know that it does.
    NotFound,
    /// The request can't be understood or asks for too much.
    InvalidInput,
    /// Somebody changed it meanwhile.
    Conflict,
    /// Too many requests in too short a time.
    RateLimited,
    /// The same request may succeed in a moment.
    Unavailable,
    /// A bug; `extensions.incident` finds it in the log.
    Internal,
}

impl Code {
    /// The word in `extensions.code`.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Unauthenticated => "UNAUTHENTICATED",
            Self::Forbidden => "FORBIDDEN",
            Self::NotFound => "NOT_FOUND",
            Self::InvalidInput => "INVALID_INPUT",
            Self::Conflict => "CONFLICT",
            Self::RateLimited => "RATE_LIMITED",
            Self::Unavailable => "UNAVAILABLE",
            Self::Internal => "INTERNAL",
        }
    }
}
