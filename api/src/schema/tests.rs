//! The published file is the schema that runs.

use std::path::Path;

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
