//! Reports, as a visitor sends them who has nothing but the form.

use axum::http::StatusCode;

use super::world::World;

#[tokio::test]
async fn a_visitors_report_needs_no_account_and_leaves_nothing_in_the_browser() {
    let world = World::open().await;
    let idea = world.idea("Plant more trees").await;
    let report = crate::pages::link::act(&idea, "report");
    let page = world.get(&report, None).await;
    assert!(page.cookie.is_none() && page.html.contains("name=\"ground\""), "{}", page.html);

    let empty = world.post(&report, &[("ground", "DUPLICATE"), ("faith", "yes")], None).await;
    assert_eq!(empty.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(empty.html.contains("href=\"#details\"") && empty.html.contains("value=\"DUPLICATE\" aria-describedby"));

    let sent = world.post(&report, &[("ground", "HATEFUL"), ("faith", "yes")], None).await;
    assert_eq!((sent.status, sent.cookie), (StatusCode::SEE_OTHER, None));
    let receipt = world.get(&sent.to, None).await;
    assert!(receipt.html.contains("We have your report") && receipt.html.contains("noindex"), "{}", receipt.html);
    assert!(!receipt.html.contains("Plant more trees"), "a number tells nothing of what anybody wrote");
    for unknown in ["/reports/2222-2222", "/reports/x", "/reports/%3Cscript%3E"] {
        assert_eq!(world.get(unknown, None).await.status, StatusCode::NOT_FOUND, "{unknown}");
    }
}
