use super::*;

#[test]
fn no_title_ends_the_data_early() {
    let title = "</script><script>alert(1)</script> & <!-- \u{2028}";
    let data = in_script(&json!({ "headline": title })).to_string();
    assert!(!data.contains(['<', '>', '&', '\u{2028}']), "{data}");
    let read: serde_json::Value = serde_json::from_str(&data).unwrap();
    assert_eq!(read["headline"], title);
}
