//! Statuses, and that no cause shows.

use axum::response::IntoResponse as _;

use super::*;

#[test]
fn a_storage_error_hides_its_cause() {
    let error: PageError = StorageError::Failed("FOREIGN KEY constraint failed".into()).into();
    assert_eq!(error, PageError::Internal);
    let error: PageError = StorageError::Busy.into();
    assert_eq!(error.status(), StatusCode::SERVICE_UNAVAILABLE);
}

#[test]
fn waiting_is_told_in_seconds() {
    let response = PageError::TooMany { retry_after: Duration::from_millis(10) }.into_response();
    assert_eq!(response.headers()[header::RETRY_AFTER], "1");
}

#[test]
fn every_status_comes_back_as_itself_or_its_class() {
    for status in [400, 401, 403, 404, 405, 408, 410, 413, 415, 429, 500, 503] {
        let status = StatusCode::from_u16(status).unwrap();
        assert_eq!(PageError::of_status(status).status(), status);
    }
    assert_eq!(PageError::of_status(StatusCode::IM_A_TEAPOT).status(), StatusCode::BAD_REQUEST);
}

#[test]
fn text_is_escaped() {
    assert_eq!(escape("<a href='x'>&\""), "&lt;a href=&#39;x&#39;&gt;&amp;&quot;");
}
