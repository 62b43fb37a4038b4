//! Every limit lets through what it should, and stops what it should before anything is read.

use async_graphql::Request;
use folkmoot_common::Viewer;

use crate::fakes::World;

async fn refusal(query: &str) -> Option<String> {
    let response = World::new().schema().execute(Request::new(query).data(Viewer::Nobody)).await;
    let first = response.errors.into_iter().next()?;
    let code = first.extensions.as_ref().and_then(|extensions| extensions.get("code")).map(ToString::to_string);
    assert_eq!(code.as_deref(), Some("\"INVALID_INPUT\""), "{}", first.message);
    Some(first.message)
}

async fn is_refused(query: &str, because: &str) {
    let why = refusal(query).await.unwrap_or_default();
    assert!(why.contains(because), "{because} is not in: {why}");
}

#[tokio::test]
async fn the_standard_introspection_query_passes() {
    assert_eq!(refusal(include_str!("introspection.graphql")).await, None);
}

/// What GraphiQL and code generators send is estimated well below the limit, and the estimate is no fancy.
#[tokio::test]
async fn the_schemas_lists_are_about_as_long_as_is_said() {
    let lists = "{ __schema { directives { name } types { fields(includeDeprecated: true) { args { name } } \
        inputFields { name } interfaces { name } possibleTypes { name } enumValues { name } } } }";
    let schema = World::new().data(Viewer::Nobody, lists).await;
    let schema = &schema["__schema"];
    let length = |value: &serde_json::Value| value.as_array().map(Vec::len);
    let types = schema["types"].as_array().unwrap();
    let average = |lengths: Vec<usize>| lengths.iter().sum::<usize>().div_ceil(lengths.len().max(1));
    let of_types = |name: &str| average(types.iter().filter_map(|kind| length(&kind[name])).collect());
    let fields = types.iter().filter_map(|kind| kind["fields"].as_array()).flatten();
    for (list, said) in super::introspection::LENGTHS {
        let really = match list {
            "types" | "directives" => length(&schema[list]).unwrap(),
            "args" => average(fields.clone().filter_map(|field| length(&field["args"])).collect()),
            of_a_type => of_types(of_a_type),
        };
        assert!(really <= said, "{list}: {really}, not {said}");
    }
}

#[tokio::test]
async fn questions_about_the_schema_can_not_multiply() {
    let round = "possibleTypes { interfaces { ";
    let nested = |times: usize, leaf: &str| {
        format!("{{ __type(name: \"Node\") {{ {} {leaf} {} }} }}", round.repeat(times), "} } ".repeat(times))
    };
    assert_eq!(refusal(&nested(1, "name")).await, None);
    is_refused(&nested(2, "name"), "lists of the schema").await;
    // Thirty-one million fields, by a query of two thousand words.
    is_refused(&nested(4, &"name ".repeat(1_900)), "more than 25 times").await;
    let types = "{ __schema { types { fields { type { ofType { fields { name } } } } } } }";
    assert_eq!(refusal(types).await, None);
    let wide = "name description ".repeat(25);
    let wide = format!("{{ __schema {{ types {{ fields {{ type {{ fields {{ {wide} }} }} }} }} }} }}");
    is_refused(&wide, "too much of the schema").await;
    is_refused(
        "{ __schema { types { ...A } } } fragment A on __Type { fields { type { ...B } } } \
         fragment B on __Type { interfaces { possibleTypes { name } } }",
        "lists of the schema",
    )
    .await;
}

#[tokio::test]
async fn subscriptions_have_the_same_limits() {
    use futures::StreamExt as _;

    let round = "possibleTypes { interfaces { ";
    let query = format!("{{ __type(name: \"Node\") {{ {} name {} }} }}", round.repeat(3), "} } ".repeat(3));
    let answers: Vec<_> = World::new().schema().execute_stream(Request::new(query)).collect().await;
    assert!(answers[0].errors[0].message.contains("lists of the schema"), "{answers:?}");
}

#[tokio::test]
async fn one_name_in_one_place_a_few_times() {
    let repeated = |n: usize| format!("{{ viewer {{ {} }} }}", "id ".repeat(n));
    assert_eq!(refusal(&repeated(25)).await, None);
    is_refused(&repeated(26), "id is asked for more than 25 times").await;
    let spread = "...F ".repeat(13);
    is_refused(&format!("{{ viewer {{ {spread} }} }} fragment F on Person {{ id id }}"), "more than 25 times").await;
}

#[tokio::test]
async fn one_mutation_in_a_document() {
    let vote = "castVote(input: {ideaId: \"x\", choice: SUPPORT}) { outcome }";
    is_refused(&format!("mutation {{ a: {vote} b: {vote} }}"), "One mutation at a time").await;
    is_refused(&format!("mutation A {{ {vote} }} mutation B {{ {vote} }}"), "One mutation at a time").await;
    is_refused(
        &format!(
            "mutation {{ ...V ...W }} fragment V on Mutation {{ a: {vote} }} fragment W on Mutation {{ b: {vote} }}"
        ),
        "One mutation",
    )
    .await;
}

#[tokio::test]
async fn fifteen_aliases_and_ten_roots() {
    let aliases = |n: usize| (0..n).map(|i| format!("a{i}: id ")).collect::<String>();
    assert_eq!(refusal(&format!("{{ viewer {{ {} }} }}", aliases(15))).await, None);
    is_refused(&format!("{{ viewer {{ {} }} }}", aliases(16)), "aliases").await;
    is_refused(&format!("{{ viewer {{ ...F ...F }} }} fragment F on Person {{ {} }}", aliases(8)), "aliases").await;
    let roots = (0..11).map(|_| "viewer { id } ").collect::<String>();
    is_refused(&format!("{{ {roots} }}"), "at the root").await;
}

#[tokio::test]
async fn fragments_that_multiply_are_refused_at_once() {
    let mut bomb = "{ viewer { ...F0 } } ".to_owned();
    for i in 0..30 {
        bomb.push_str(&format!("fragment F{i} on Person {{ ...F{next} ...F{next} }} ", next = i + 1));
    }
    bomb.push_str("fragment F30 on Person { id }");
    is_refused(&bomb, "fields fit").await;
    is_refused(&bomb.replace("fragment F30 on Person { id }", ""), "fields fit").await;
    is_refused("{ viewer { ...A } } fragment A on Person { ...B } fragment B on Person { ...A }", "contains itself")
        .await;
}

#[tokio::test]
async fn depth_tokens_and_brackets() {
    // Replies to replies multiply nothing, so only the depth can be what is wrong.
    let deep = |parents: usize| {
        let (open, close) = ("parent { ".repeat(parents), "} ".repeat(parents));
        format!("{{ idea(number: 1) {{ comments(first: 1) {{ nodes {{ {open} number {close} }} }} }} }}")
    };
    assert_eq!(refusal(&deep(10)).await, None);
    is_refused(&deep(16), "too deep").await;
    is_refused(&format!("{{ viewer {{ {} }} }}", "id ".repeat(2_000)), "too long").await;
    is_refused(&format!("{{ node(id: {}1{}) {{ id }} }}", "[".repeat(500), "]".repeat(500)), "nests too deep").await;
}

#[tokio::test]
async fn a_list_costs_its_length_and_never_overflows() {
    let list = |first: &str| {
        format!("{{ ideas(first: {first}) {{ nodes {{ number title slug tally {{ support oppose }} }} }} }}")
    };
    assert_eq!(refusal(&list("100")).await, None);
    for absurd in ["-1", "0", "101", "-2147483648", "2147483647"] {
        is_refused(&list(absurd), "1 to 100").await;
    }
    let threads = |first: u32| {
        format!(
            "{{ ideas(first: {first}) {{ nodes {{ title comments(first: 50) {{ nodes {{ number bodyHtml author {{ name }} }} }} }} }} }}"
        )
    };
    assert_eq!(refusal(&threads(10)).await, None);
    is_refused(&threads(100), "costs").await;
    let nested = "comments(first: 100) { nodes { idea { comments(first: 100) { nodes { idea { comments(first: 100) { nodes { number } } } } } } } }";
    is_refused(&format!("{{ ideas(first: 100) {{ nodes {{ {nested} }} }} }}"), "costs").await;
}

#[tokio::test]
async fn who_has_signed_in_may_ask_for_more() {
    let query = "{ ideas(first: 100) { nodes { comments(first: 20) { nodes { number bodyHtml } } } } }";
    let world = World::new();
    assert_eq!(world.code(Viewer::Nobody, query).await, "INVALID_INPUT");
    world.data(crate::fakes::citizen(1), query).await;
}

#[tokio::test]
async fn directives_on_one_field() {
    is_refused(&format!("{{ viewer {} {{ id }} }}", "@skip(if: false) ".repeat(11)), "directives").await;
}

#[tokio::test]
async fn no_suggestions() {
    let why = refusal("{ viewr { id } }").await.unwrap_or_default();
    assert!(!why.contains("Did you mean"), "{why}");
}

#[test]
fn words_are_counted_as_the_parser_reads_them() {
    use super::tokens::check;

    assert!(check("# {{{{ a comment\n{ a(b: \"}}}} \\\" [[\", c: \"\"\"{ \\\"\"\" [ \"\"\") }").is_ok());
    assert!(check(&"[".repeat(64)).is_ok());
    assert!(check(&"[".repeat(65)).is_err());
    assert!(check("\"never ends \\").is_ok());
    assert!(check(&format!("\"{}\"", "[".repeat(500))).is_ok());
}
