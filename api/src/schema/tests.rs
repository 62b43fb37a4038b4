//! The published file is the schema that runs, and acts look alike where clients rely on it.

use std::path::Path;

use folkmoot_common::Viewer;
use serde_json::json;

use crate::fakes::World;

/// `UPDATE_GOLDEN=1 cargo nextest run -p folkmoot-api` writes the file anew.
#[test]
fn the_published_schema_is_the_one_that_runs() {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("schema.graphql");
    let now = super::sdl();
    if std::env::var_os("UPDATE_GOLDEN").is_some() {
        std::fs::write(&path, &now).unwrap();
    }
    let published = std::fs::read_to_string(&path).unwrap_or_default();
    assert!(
        now == published,
        "api/schema.graphql is not today's schema: run the tests with UPDATE_GOLDEN=1 and read the difference"
    );
}

/// Every name that outsiders rely on, as the interface has it.
#[test]
fn names_that_outsiders_rely_on_are_there() {
    let sdl = super::sdl();
    for name in [
        "viewer: Person",
        "node(",
        "campaign(slug: String!): Campaign",
        "idea(",
        "submitIdea(input: SubmitIdeaInput!): SubmitIdeaPayload!",
        "castVote(input: CastVoteInput!): CastVotePayload!",
        "retractVote(input: RetractVoteInput!): RetractVotePayload!",
        "postComment(input: PostCommentInput!): PostCommentPayload!",
        "): Tally!",
        "): Comment!",
        "type Idea implements Node",
        "bodyMarkdown: String!",
        "bodyHtml: String!",
        "author: PublicPerson!",
        "viewerVote: VoteChoice",
        "ideaId: ID!",
        "version: Int!",
        "totalCount: Int!",
        "userErrors: [UserError!]!",
    ] {
        assert!(sdl.contains(name), "{name} is missing");
    }
}

/// Whatever can be done can be sent again under an id. The field is put there for all acts at once, and an act of another
/// shape would go without it.
#[tokio::test]
async fn every_act_takes_an_id_and_gives_it_back() {
    let asked = "{ __schema { mutationType { fields { name
        args { name type { kind ofType { name inputFields { name type { name } } } } }
        type { kind ofType { name fields { name type { name } } } } } } } }";
    let schema = World::new().data(Viewer::Nobody, asked).await;
    let acts = schema["__schema"]["mutationType"]["fields"].as_array().unwrap();
    assert!(acts.len() > 60, "the schema was misread: {}", acts.len());
    let id = json!({ "name": "clientMutationId", "type": { "name": "String" } });
    let sdl = super::sdl();
    for act in acts {
        let [input] = act["args"].as_array().unwrap().as_slice() else { panic!("{act} takes more than its input") };
        assert_eq!((&input["name"], &input["type"]["kind"]), (&json!("input"), &json!("NON_NULL")), "{act}");
        for (kind, parts) in [(&input["type"]["ofType"], "inputFields"), (&act["type"]["ofType"], "fields")] {
            let parts = kind[parts].as_array().unwrap_or_else(|| panic!("{act}: {kind} is no object"));
            assert!(parts.contains(&id), "{act}: {kind} has no clientMutationId");
            // An id is its act's own. Elsewhere nobody would read it or give it back.
            let name = kind["name"].as_str().unwrap();
            let named = sdl.split(|sign: char| !sign.is_alphanumeric()).filter(|word| *word == name).count();
            assert_eq!(named, 2, "{name} stands at its act and nowhere else");
        }
    }
}
