//! A store that never answers holds nobody for ever.

use std::sync::atomic::Ordering;

use async_graphql::{Data, Request};
use folkmoot_common::Viewer;
use futures::{FutureExt as _, StreamExt as _};

use super::Patience;
use crate::fakes::{World, idea_id};

fn at_once() -> Patience {
    Patience::new(|| futures::future::ready(()).boxed())
}

#[tokio::test]
async fn an_execution_ends_with_its_timer() {
    let world = World::new();
    world.books.is_asleep.store(true, Ordering::Relaxed);
    let mut data = Data::default();
    data.insert(Viewer::Nobody);
    data.insert(at_once());
    let request = Request::new(format!("{{ idea(id: \"{}\") {{ title }} }}", idea_id(1)));
    let answers: Vec<_> = world.schema().execute_stream_with_session_data(request, data.into()).collect().await;
    assert_eq!(answers.len(), 1);
    let error = &answers[0].errors[0];
    assert_eq!(error.extensions.as_ref().unwrap().get("code").unwrap().to_string(), "\"UNAVAILABLE\"");
}

#[tokio::test]
async fn waiting_for_an_event_is_no_execution() {
    let world = World::new();
    let query = format!("subscription {{ tallyChanged(ideaIds: [\"{}\"]) {{ version }} }}", idea_id(1));
    let request = Request::new(query).data(Viewer::Nobody).data(Patience::new(|| futures::future::pending().boxed()));
    let mut answers = world.schema().execute_stream(request);
    assert!(answers.next().await.unwrap().errors.is_empty());
}
