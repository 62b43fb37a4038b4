//! What is refused, that what is derived can be read, and that the grounds are those of the style sheet.

use std::io::Write as _;

use super::*;

const TOKENS: &str = include_str!("../../assets/styles/_tokens.scss");

fn config(accent: &str, accent_dark: &str) -> ThemeConfig {
    ThemeConfig { accent: accent.to_owned(), accent_dark: accent_dark.to_owned(), logo: std::path::PathBuf::new() }
}

fn with_logo(bytes: &[u8]) -> Result<Theme, ConfigError> {
    let mut file = tempfile::NamedTempFile::new().unwrap();
    file.write_all(bytes).unwrap();
    Theme::open(&ThemeConfig { logo: file.path().to_path_buf(), ..config("#1f5a4c", "#86ccb5") })
}

#[test]
fn contrast_is_as_wcag_says() {
    let of = |one: &str, two: &str| Colour::parse(one).unwrap().contrast(Colour::parse(two).unwrap());
    assert!((of("#000000", "#ffffff") - 21.0).abs() < 1e-9);
    assert!((of("#777777", "#ffffff") - 4.478).abs() < 0.001);
    assert!((of("#ff0000", "#ffffff") - 3.998).abs() < 0.001);
    assert!((of("#1f5a4c", "#1f5a4c") - 1.0).abs() < 1e-9);
}

#[test]
fn the_programs_own_look_needs_no_sheet_of_its_own() {
    let theme = Theme::open(&crate::Config::embedded().unwrap().theme).unwrap();
    assert!(theme.style.is_none() && theme.logo.is_none() && theme.icon().is_none());
}

#[test]
fn grounds_and_accents_are_those_of_the_style_sheet() {
    let (light, rest) = TOKENS.split_once("@mixin dark").unwrap();
    let dark = rest.split_once(":root").unwrap().0;
    for (tokens, grounds, accent) in [(light, LIGHT, ACCENT), (dark, DARK, ACCENT_DARK)] {
        for (name, colour) in [
            ("paper", grounds.paper),
            ("ground", grounds.ground),
            ("soft", grounds.soft),
            ("ink", grounds.ink),
            ("accent", accent),
        ] {
            assert!(tokens.contains(&format!("--fm-{name}: {colour};")), "--fm-{name} is not {colour}");
        }
    }
    assert!(MARK.contains(&ACCENT.to_string()), "the mark has another green");
}

#[test]
fn a_colour_that_cant_be_read_is_refused_in_one_line_that_says_why() {
    let said = check(&config("#f5a623", "#86ccb5")).unwrap_err().to_string();
    assert_eq!(
        said,
        "theme.accent: #f5a623 can't be read well enough: its contrast with the page (#faf6ee) is 1.88:1, and 4.5:1 is \
         needed; choose a darker shade, such as #936415"
    );
    let said = check(&config("#1f5a4c", "#1f5a4c")).unwrap_err().to_string();
    assert!(said.starts_with("theme.accent_dark: #1f5a4c ") && said.contains("a lighter shade"), "{said}");
    for text in ["", "green", "1f5a4c", "#1f5a4", "#1f5a4cff", "#+f5a4c", "#1f5a4é"] {
        let said = check(&config(text, "#86ccb5")).unwrap_err().to_string();
        assert!(said.starts_with("theme.accent: must be a colour"), "{text}: {said}");
    }
}

#[test]
fn whatever_is_accepted_makes_shades_that_can_be_read() {
    let steps = || (0..=255_u32).step_by(51);
    let mut accepted = 0;
    for number in steps().flat_map(|r| steps().flat_map(move |g| steps().map(move |b| (r << 16) | (g << 8) | b))) {
        for on in [&LIGHT, &DARK] {
            let Ok(shades) = Shades::of(Colour::new(number), on) else { continue };
            accepted += 1;
            let accent = shades.accent;
            for (one, two) in [
                (accent, on.paper),
                (accent, on.ground),
                (accent, shades.soft),
                (accent, shades.on_accent),
                (shades.link, on.paper),
                (shades.link, on.ground),
                (shades.link, on.soft),
            ] {
                assert!(one.contrast(two) >= ENOUGH, "{accent}: {one} on {two}");
            }
        }
    }
    assert!(accepted > 50, "{accepted}");
}

#[test]
fn a_councils_accent_changes_light_dark_and_strong_contrast() {
    let theme = Theme::open(&config("#7a1f5c", "#f0a6d8")).unwrap();
    let style = theme.style.as_ref().unwrap();
    let css = std::str::from_utf8(&style.bytes).unwrap();
    assert!(css.starts_with(":root{--fm-accent:#7a1f5c;") && css.contains("--fm-accent:#f0a6d8;"), "{css}");
    assert_eq!(css.matches("prefers-contrast:more").count(), 2, "{css}");
    assert!(style.name.starts_with("theme-") && theme.file(&style.name).is_some());
    let icon = std::str::from_utf8(&theme.icon().unwrap().bytes).unwrap();
    assert!(icon.contains("#7a1f5c") && !icon.contains("#1f5a4c"), "{icon}");
}

#[test]
fn a_logo_is_a_small_svg_or_png() {
    let svg = with_logo(b"<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 4 4\"/>").unwrap();
    let logo = svg.logo.as_ref().unwrap();
    assert_eq!((logo.kind, logo.sizes.as_str()), ("image/svg+xml", "any"));
    assert_eq!(svg.icon().unwrap().name, logo.name);

    let png = [b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR".as_slice(), &[0, 0, 0, 180, 0, 0, 0, 60, 8, 6, 0, 0, 0]].concat();
    assert_eq!(with_logo(&png).unwrap().logo.unwrap().sizes, "180x60");

    for (bytes, why) in [
        (b"GIF89a".to_vec(), "must be an SVG or a PNG file"),
        (b"\x89PNG\r\n\x1a\n".to_vec(), "is no whole PNG"),
        (vec![b'<'; 102_401], "is larger than 100 KB"),
    ] {
        let said = with_logo(&bytes).unwrap_err().to_string();
        assert!(said.starts_with("theme.logo: ") && said.contains(why), "{said}");
    }
    let none = ThemeConfig { logo: "no/such/file.svg".into(), ..config("#1f5a4c", "#86ccb5") };
    assert!(Theme::open(&none).unwrap_err().to_string().contains("can't be read"));
}
