//! The last door before an answer leaves: every error gets a code, every bug gets one log line and a number.
//!
//! It refuses to pass an error that carries a source which is not ours: such a one was made by the library from
//! something printable, and its words could be anybody's.

use std::sync::Arc;

use async_graphql::async_trait::async_trait;
use async_graphql::extensions::{Extension, ExtensionContext, ExtensionFactory, NextRequest, NextSubscribe};
use async_graphql::{ErrorExtensionValues, Response, ServerError, Value};
use folkmoot_common::{Sources, StorageError};
use futures::StreamExt as _;
use futures::stream::BoxStream;

use super::Cause;
use super::codes::{self, Code};

/// Numbers and logs what went wrong.
#[derive(Clone)]
pub(crate) struct Incidents(pub(crate) Sources);

impl ExtensionFactory for Incidents {
    fn create(&self) -> Arc<dyn Extension> {
        Arc::new(self.clone())
    }
}

#[async_trait]
impl Extension for Incidents {
    async fn request(&self, ctx: &ExtensionContext<'_>, next: NextRequest<'_>) -> Response {
        self.seal(next.run(ctx).await)
    }

    fn subscribe<'s>(
        &self,
        ctx: &ExtensionContext<'_>,
        stream: BoxStream<'s, Response>,
        next: NextSubscribe<'_>,
    ) -> BoxStream<'s, Response> {
        let this = self.clone();
        next.run(ctx, stream).map(move |response| this.seal(response)).boxed()
    }
}

impl Incidents {
    /// One cause is one incident, however many fields waited for the same batch.
    fn seal(&self, mut response: Response) -> Response {
        let mut told: Vec<(*const StorageError, String)> = Vec::new();
        for error in &mut response.errors {
            match error.source::<Cause>().cloned() {
                Some(Cause(cause)) => {
                    let seen = told.iter().find(|(which, _)| std::ptr::eq(*which, Arc::as_ptr(&cause)));
                    let number = if let Some((_, number)) = seen {
                        number.clone()
                    } else {
                        let number = self.log(&*cause, cause.is_passing(), &error.path);
                        told.push((Arc::as_ptr(&cause), number.clone()));
                        number
                    };
                    if !cause.is_passing() {
                        set(error, "incident", number);
                    }
                }
                None if error.source.is_some() => self.hide(error),
                None if code(error).is_none() => set(error, "code", Code::InvalidInput.as_str()),
                None => {}
            }
            error.source = None;
        }
        response
    }

    fn hide(&self, error: &mut ServerError) {
        let number = self.number();
        tracing::error!(incident = %number, path = ?error.path, words = %error.message, "an error of no known kind");
        codes::OUR_FAULT.clone_into(&mut error.message);
        set(error, "code", Code::Internal.as_str());
        set(error, "incident", number);
    }

    fn log(
        &self,
        cause: &(dyn std::error::Error + 'static),
        passing: bool,
        path: &[async_graphql::PathSegment],
    ) -> String {
        let number = self.number();
        let why = chain(cause);
        if passing {
            tracing::warn!(incident = %number, ?path, %why, "the store can't answer now");
        } else {
            tracing::error!(incident = %number, ?path, %why, "a field failed");
        }
        number
    }

    /// Eight letters and digits: enough to find one line in a day's log, short enough to read out.
    fn number(&self) -> String {
        self.0.secret().reveal().chars().filter(char::is_ascii_alphanumeric).take(8).collect()
    }
}

fn code(error: &ServerError) -> Option<&Value> {
    error.extensions.as_ref().and_then(|extensions| extensions.get("code"))
}

fn set(error: &mut ServerError, name: &str, value: impl Into<Value>) {
    error.extensions.get_or_insert_with(ErrorExtensionValues::default).set(name, value);
}

/// The whole story: our own words hide the cause, which is what a log is for.
fn chain(error: &(dyn std::error::Error + 'static)) -> String {
    let causes = std::iter::successors(Some(error), |error| error.source());
    causes.map(ToString::to_string).collect::<Vec<_>>().join(": ")
}
