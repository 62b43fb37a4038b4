//! The list and its documents, and one page of everything that guards `POLICY`.

use proptest::prelude::*;

use super::*;

#[test]
fn the_documents_list_exactly_what_passes() {
    let readme = include_str!("../../README.md");
    let rows = |first: &str| {
        let after = readme.split(first).nth(1).expect("the table's head");
        let body = after.lines().skip(2).take_while(|line| line.starts_with('|'));
        body.map(|line| line.trim_matches(['|', ' ']).to_owned()).collect::<Vec<_>>()
    };
    let elements = ELEMENTS
        .iter()
        .map(|(tag, names)| format!("{tag} | {}", names.join(", ")).trim_end_matches([' ', '|']).to_owned());
    assert_eq!(rows("| element | attributes |"), elements.collect::<Vec<_>>());
    assert_eq!(rows("| links lead to |"), links::SCHEMES);
}

/// When this fails because the output changed on purpose: raise `POLICY`, then write the new output here.
#[test]
fn a_changed_output_needs_a_new_policy() {
    let source = "# Plan\n\nA *b* **c** ~~d~~ `e` [f](https://a.example \"g\") <b>h</b>\nhttps://b.example\n\n> - i\n\n3. j\n\n---\n\n\
                  ![k](https://a.example/k.png)\n\n|l|m|\n|:-|-|\n|n|o|\n\n```rust\np\n```\n";
    let html = "<h3>Plan</h3>\n<p>A <em>b</em> <strong>c</strong> <del>d</del> <code>e</code> \
        <a href=\"https://a.example/\" title=\"g\" rel=\"nofollow ugc noopener\">f</a> &lt;b&gt;h&lt;/b&gt;<br>\n\
        <a href=\"https://b.example/\" rel=\"nofollow ugc noopener\">https://b.example</a></p>\n\
        <blockquote>\n<ul>\n<li>i</li>\n</ul>\n</blockquote>\n<ol start=\"3\">\n<li>j</li>\n</ol>\n<hr>\n\
        <p><a href=\"https://a.example/k.png\" rel=\"nofollow ugc noopener\">k</a></p>\n\
        <table><thead><tr><th scope=\"col\">l</th><th scope=\"col\">m</th></tr></thead><tbody>\n<tr><td>n</td><td>o</td></tr>\n</tbody></table>\n\
        <pre><code>p\n</code></pre>\n";
    assert_eq!((POLICY, render(source).as_str()), (2, html));
}

#[test]
fn stored_html_comes_back_under_the_same_policy_only() {
    assert!(SafeHtml::from_stored("<p>a</p>".to_owned(), POLICY).is_some());
    assert!(SafeHtml::from_stored("<p>a</p>".to_owned(), POLICY - 1).is_none());
}

#[test]
fn the_second_wall_stands_alone() {
    for (html, left) in [
        ("<script>alert(1)</script>a", "a"),
        ("<img src=x onerror=alert(1)>a", "a"),
        ("<p id=x class=y style=z onclick=1>a</p>", "<p>a</p>"),
        ("<a href='javascript:alert(1)'>a</a>", "<a rel=\"nofollow ugc noopener\">a</a>"),
        ("<svg><style><a href=x>a</a></style></svg>b", "b"),
        ("<math><mtext><style>x</style></math>b", "b"),
        (
            "<a href='/x'>a</a><a href='//evil.example'>b</a>",
            "<a rel=\"nofollow ugc noopener\">a</a><a rel=\"nofollow ugc noopener\">b</a>",
        ),
        ("<table><tr><th scope=row>a</table>", "<table><tbody><tr><th scope=\"col\">a</th></tr></tbody></table>"),
        ("<!-- a -->b", "b"),
    ] {
        assert_eq!(CLEANER.clean(html).to_string(), left, "{html}");
    }
}

proptest! {
    #[test]
    fn cleaning_again_changes_nothing(source in "([a-z \n*_`>#|<&;:/.!\\[\\]()-]|https://a.example|- |1\\. |<b>|&#x202e;|\u{202E}|é|[\\PC])*") {
        let once = render(&source);
        prop_assert_eq!(CLEANER.clean(once.as_str()).to_string(), once.as_str());
    }

    #[test]
    fn any_text_renders(source in ".*") {
        let html = render(&source);
        prop_assert_eq!(html.as_str().find(crate::hidden::turns_direction), None);
    }
}
