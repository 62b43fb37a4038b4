//! Which pictures are taken, and what each attempt to bring in more is told.

use super::*;

fn told(bytes: &[u8]) -> &'static str {
    Logo::parse(bytes.to_vec()).map_or_else(|problem| problem.code, |logo| logo.kind.as_str())
}

#[test]
fn drawings_and_pixels_are_taken() {
    for drawing in [
        "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 4 4\"/>",
        "\u{feff}<?xml version=\"1.0\"?>\n<!-- a > b --><svg xmlns='x'><g fill=\"url(#a)\"><path d='M0 0'/></g></svg>\n",
        "<svg><defs><linearGradient id=\"a\"><stop offset=\"0\"/></linearGradient></defs><use xlink:href=\"#a\"/></svg>",
        "<svg><style>.a{fill:#fff}</style><title>Parks &amp; paths</title><rect class=\"a\" aria-label=\"a > b\"/></svg>",
    ] {
        assert_eq!(told(drawing.as_bytes()), "svg", "{drawing}");
    }
    let png = [PNG, b"\0\0\0\rIHDR", &[0, 0, 0, 180, 0, 0, 0, 60, 8, 6, 0, 0, 0]].concat();
    assert_eq!((told(&png), Logo::parse(png).unwrap().sizes().as_str()), ("png", "180x60"));
}

#[test]
fn whatever_does_more_than_draw_is_refused() {
    for hostile in [
        "<svg><script>alert(1)</script></svg>",
        "<svg onload=\"alert(1)\"/>",
        "<svg><path d=\"M0 0\" OnClick='x'/></svg>",
        "<svg><a href=\"javascript:alert(1)\"><path/></a></svg>",
        "<svg><use href=\"https://example.org/x.svg#a\"/></svg>",
        "<svg><use href=\"&#104;ttps://example.org/\"/></svg>",
        "<svg><image href=\"https://example.org/spy.png\"/></svg>",
        "<svg><foreignObject><p>hello</p></foreignObject></svg>",
        "<svg><animate attributeName=\"href\" to=\"javascript:alert(1)\"/></svg>",
        "<svg><style>@import 'https://example.org/a.css';</style></svg>",
        "<svg><style>path{fill:url(https://example.org/a)}</style></svg>",
        "<svg><style>path{fill:\\75rl(https://example.org/a)}</style></svg>",
        "<svg><rect style=\"fill:u&#114;l(https://example.org/a)\"/></svg>",
        "<svg><rect fill=\"url( 'https://example.org/a#b')\"/></svg>",
        "<!DOCTYPE svg [<!ENTITY a \"b\">]><svg>&a;</svg>",
        "<?xml-stylesheet href=\"https://example.org/a.xsl\"?><svg/>",
        "<svg><![CDATA[<script>]]></svg>",
        "<html><svg/></html>",
        "<svg/><svg/>",
        "<svg><path></svg>",
        "<svg><path d=\"</svg>",
        "<svg/>words after it",
        "<svg xmlns=\"x\"><SCRIPT>1</SCRIPT></svg>",
        "<svg><rect fill=\"&#117;rl(https://example.org/a#b)\"/></svg>",
        "<svg><rect style=\"mask-image:image-set('https://example.org/a.png' 1x)\"/></svg>",
        "<?xml version=\"1.0\" encoding=\"ISO-2022-JP\"?><svg/>",
        "<svg><title>\u{1b}(J</title></svg>",
    ] {
        assert_eq!(told(hostile.as_bytes()), "NOT_PLAIN", "{hostile}");
    }
    let multiplied = |uses: usize| format!("<svg>{}</svg>", "<use href=\"#a\"/>".repeat(uses));
    assert_eq!((told(multiplied(12).as_bytes()), told(multiplied(13).as_bytes())), ("svg", "NOT_PLAIN"));
}

#[test]
fn what_is_no_picture_or_too_large_is_said_so() {
    let wide = [PNG, b"\0\0\0\rIHDR", &[0, 1, 0, 0, 0, 0, 0, 60, 8, 6, 0, 0, 0]].concat();
    let drawing = format!("<svg>{}</svg>", " ".repeat(Logo::MOST));
    for (bytes, code) in [
        (Vec::new(), "EMPTY"),
        (b"GIF89a".to_vec(), "NOT_A_PICTURE"),
        (PNG.to_vec(), "BROKEN"),
        (wide, "TOO_WIDE"),
        (drawing.into_bytes(), "TOO_LARGE"),
        (b"\xff<svg/>".to_vec(), "NOT_A_PICTURE"),
    ] {
        assert_eq!(told(&bytes), code);
    }
}
