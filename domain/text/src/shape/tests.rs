//! What Markdown becomes: as a reader sees it.

use crate::html::render;

fn html(source: &str) -> String {
    render(source).as_str().trim_end().replace(" rel=\"nofollow ugc noopener\"", "")
}

fn check(cases: &[(&str, &str)]) {
    for (source, expected) in cases {
        assert_eq!(html(source), *expected, "{source}");
    }
}

#[test]
fn raw_html_shows_as_typed() {
    check(&[
        ("<script>alert(1)</script>", "<p>&lt;script&gt;alert(1)&lt;/script&gt;</p>"),
        ("I <3 <b>trees</b>", "<p>I &lt;3 &lt;b&gt;trees&lt;/b&gt;</p>"),
        ("<div>\none\n</div>\n\ntwo", "<p>&lt;div&gt;<br>\none<br>\n&lt;/div&gt;</p>\n<p>two</p>"),
        ("<!-- note -->", "<p>&lt;!-- note --&gt;</p>"),
        ("- <div>x\n- y", "<ul>\n<li>\n<p>&lt;div&gt;x</p>\n</li>\n<li>y</li>\n</ul>"),
        (
            "<a href=\"https://a.example\" onclick=x>",
            "<p>&lt;a href=\"<a href=\"https://a.example/\">https://a.example</a>\" onclick=x&gt;</p>",
        ),
    ]);
}

#[test]
fn links_lead_where_they_say() {
    check(&[
        ("[a](https://a.example/x)", "<p><a href=\"https://a.example/x\">a</a></p>"),
        ("[a](javascript:alert(1))", "<p>a (javascript:alert(1))</p>"),
        ("[plan](/plan)", "<p>plan (/plan)</p>"),
        ("[plan]()", "<p>plan</p>"),
        (
            "[https://council.example](https://evil.example)",
            "<p><a href=\"https://evil.example/\">https://council.example</a> (evil.example)</p>",
        ),
        ("[x](https://council.example@evil.example)", "<p>x (https://council.example@evil.example)</p>"),
        ("[](https://a.example)", "<p><a href=\"https://a.example/\">a.example</a></p>"),
        (
            "<me@a.example> <https://a.example>",
            "<p><a href=\"mailto:me@a.example\">me@a.example</a> <a href=\"https://a.example/\">https://a.example</a></p>",
        ),
        ("[call](tel:+44123)", "<p><a href=\"tel:+44123\">call</a></p>"),
        ("[*a*][1]\n\n[1]: https://a.example", "<p><a href=\"https://a.example/\"><em>a</em></a></p>"),
    ]);
}

#[test]
fn bare_addresses_become_links_outside_code_and_links() {
    check(&[
        (
            "see https://a.example/b_c_d?e=1&f=2.",
            "<p>see <a href=\"https://a.example/b_c_d?e=1&amp;f=2\">https://a.example/b_c_d?e=1&amp;f=2</a>.</p>",
        ),
        ("`https://a.example`", "<p><code>https://a.example</code></p>"),
        ("    https://a.example", "<pre><code>https://a.example</code></pre>"),
        ("[https://a.example](https://a.example)", "<p><a href=\"https://a.example/\">https://a.example</a></p>"),
        ("**https://a.example**", "<p><strong><a href=\"https://a.example/\">https://a.example</a></strong></p>"),
        (
            "https://аррӏе.example",
            "<p><a href=\"https://xn--80ak6aa92e.example/\">https://аррӏе.example</a> (xn--80ak6aa92e.example)</p>",
        ),
        ("https://a\u{202E}b.example", "<p><a href=\"https://ab.example/\">https://ab.example</a></p>"),
    ]);
}

#[test]
fn pictures_are_the_words_that_stand_for_them() {
    check(&[
        ("![a *bench*](https://a.example/b.png)", "<p><a href=\"https://a.example/b.png\">a bench</a></p>"),
        ("![](https://a.example/b.png)", "<p><a href=\"https://a.example/b.png\">image</a></p>"),
        ("![a](b.png)", "<p>a (b.png)</p>"),
        ("![a](data:image/png;base64,x)", "<p>a (data:image/png;base64,x)</p>"),
        ("[![a](https://a.example/b.png)](https://c.example)", "<p><a href=\"https://c.example/\">a</a></p>"),
        (
            "![a ![b](c) [d](https://e.example)](https://a.example/b.png)",
            "<p><a href=\"https://a.example/b.png\">a b d</a></p>",
        ),
    ]);
}

#[test]
fn headings_keep_the_outline() {
    check(&[
        ("# a\n## b\n# c", "<h3>a</h3>\n<h4>b</h4>\n<h3>c</h3>"),
        ("### a\n###### b\n# c", "<h3>a</h3>\n<h4>b</h4>\n<h3>c</h3>"),
        (
            "# a\n## b\n### c\n#### d\n##### e\n## f",
            "<h3>a</h3>\n<h4>b</h4>\n<h5>c</h5>\n<h6>d</h6>\n<h6>e</h6>\n<h4>f</h4>",
        ),
    ]);
}

#[test]
fn line_ends_stay() {
    check(&[("a\nb", "<p>a<br>\nb</p>"), ("a\n\nb", "<p>a</p>\n<p>b</p>")]);
}

#[test]
fn hidden_characters_go_however_they_are_written() {
    check(&[
        ("a\u{202E}b &#x202E;c `d\u{2066}`", "<p>ab c <code>d</code></p>"),
        ("[a](https://a.example \"t\u{202E}u\")", "<p><a href=\"https://a.example/\" title=\"tu\">a</a></p>"),
        ("e&#x301;&#x301;&#x301;&#x301;&#x301;&#x301;", "<p>e\u{301}\u{301}\u{301}\u{301}</p>"),
    ]);
}

fn depth(html: &str) -> usize {
    let (mut now, mut most) = (0_usize, 0);
    for tag in html.split('<').skip(1).filter(|tag| !tag.starts_with("br") && !tag.starts_with("hr")) {
        now = if tag.starts_with('/') { now - 1 } else { now + 1 };
        most = most.max(now);
    }
    assert_eq!(now, 0, "every tag closes");
    most
}

#[test]
fn nesting_ends_and_words_stay() {
    let list = (0..40).map(|n| format!("{}- item{n}\n", "  ".repeat(n))).collect::<String>();
    let quotes = format!("{} deep", ">".repeat(500));
    let mixed = format!("{}{}- a\n- b", "> ".repeat(15), "- ".repeat(30));
    let quoted = format!("{}- one\n{}- two", "> ".repeat(20), "> ".repeat(20));
    let stars = format!("{}a{}", "*a **b ".repeat(60), "**c*".repeat(60));
    for source in [&list, &quotes, &mixed, &quoted, &stars] {
        assert!(depth(&html(source)) <= 42, "{}", html(source));
    }
    assert!((0..40).all(|n| html(&list).contains(&format!("item{n}"))));
    assert!(html(&list).contains("<li>item17</li>\n<li>item18"), "{}", html(&list));
    assert_eq!(html(&quotes).matches("<blockquote>").count(), 16);
    assert!(html(&quoted).contains("<br>\none<br>\ntwo"), "{}", html(&quoted));
}

#[test]
fn tables_out_of_bounds_show_as_typed() {
    let wide = format!("{}\n{}\n1", "|a".repeat(21), "|-".repeat(21));
    assert!(!html(&wide).contains("<table"));
    assert!(html(&wide).contains("|a|a"));
    let fits = format!("{}\n{}\n1", "|a".repeat(20), "|-".repeat(20));
    assert!(html(&fits).contains("<table"));
    let long = format!("{}\n{}\n{}", "|a".repeat(20), "|-".repeat(20), "1\n".repeat(9_000));
    assert!(html(&long).len() < long.len() * 6, "{}", html(&long).len());
}
