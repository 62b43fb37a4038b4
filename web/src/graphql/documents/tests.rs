//! What was read before reads the same, and what is kept is bounded.

use super::*;

fn read(documents: &Documents, query: &str) -> String {
    let mut request = Request::new(query);
    documents.read(&mut request);
    request.parsed_query().map_or_else(|why| why.to_string(), |document| format!("{:?}", document.operations))
}

fn kept(documents: &Documents) -> usize {
    documents.0.as_ref().unwrap().len()
}

#[test]
fn what_was_read_before_reads_the_same() {
    let documents = Documents::default();
    let pretty = format!("{{\n{}}}", "  ideas(first: 20) {\n    nodes {\n      title\n    }\n  }\n".repeat(80));
    assert!(pretty.len() > 4_000);
    for query in
        ["{ ideas(first: 2) { nodes { title } } }", "mutation($i: X!) { castVote(input: $i) { outcome } }", &pretty]
    {
        let first = read(&documents, query);
        assert_eq!(read(&documents, query), first);
    }
    assert_eq!(kept(&documents), 3);
    assert_ne!(read(&documents, "{ a }"), read(&documents, "{ b }"));
}

#[test]
fn what_cannot_be_read_is_not_kept_nor_what_somebody_wrote() {
    let documents = Documents::default();
    read(&documents, "{ ideas(");
    read(&documents, r#"mutation { postComment(input: { body: "My street" }) { outcome } }"#);
    let mut long = Request::new(format!("{{ {} }}", "a ".repeat(100_000)));
    documents.read(&mut long);
    assert_eq!(kept(&documents), 0);
}

#[test]
fn a_crowd_of_documents_weighs_no_more_than_it_may() {
    let documents = Documents::default();
    for n in 0..2_000 {
        read(&documents, &format!("{{ ideas(first: {n}) {{ nodes {{ title }} }} }}"));
    }
    assert!(documents.0.as_ref().unwrap().weight() <= MOST);
    assert!((100..2_000).contains(&kept(&documents)));
}
