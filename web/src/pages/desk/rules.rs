//! The council's rules, as whoever runs the site writes them: looked at first, then published as a new version. Moderators
//! read here what stands. Nothing that was published is ever changed: it is followed by the next version.

use std::sync::Arc;

use askama::Template;
use axum::extract::State;
use axum::response::Response;
use folkmoot_moderation::PolicyVersion;

use super::{door, frame, may_settle, mendable, spoken, spoken_or_here, staff};
use crate::edge::{Asking, Checked, Query};
use crate::error::PageError;
use crate::pages::form::Wrong;
use crate::pages::frame::{Frame, Raw, again, go, page};
use crate::pages::ideas::Choosable;
use crate::pages::lang::Lang;
use crate::pages::when::When;
use crate::site::Site;
use crate::words::Words;

/// What the address says.
#[derive(Debug, Default, serde::Deserialize)]
#[serde(default)]
pub(crate) struct Wanted {
    language: String,
    done: Option<String>,
}

/// The form, as typed.
#[derive(Debug, Default, serde::Deserialize)]
#[serde(default)]
pub(crate) struct Typed {
    language: String,
    words: String,
    /// `publish`, or anything else to look at it.
    then: String,
}

#[derive(Template)]
#[template(path = "desk_rules.html")]
struct Rules {
    frame: Frame,
    /// Whether the viewer may publish.
    may: bool,
    languages: Vec<Choosable>,
    code: &'static str,
    language: Lang,
    /// What stands: its number and since when; none while the program's own rules do.
    stands: Option<(i32, When)>,
    words: String,
    /// How it will look.
    look: Option<Raw>,
    wrong: Wrong,
    most: usize,
}

/// `GET /moderation/rules`
pub(crate) async fn show(
    State(site): State<Arc<Site>>,
    asking: Asking,
    Query(wanted): Query<Wanted>,
) -> Result<Response, PageError> {
    if let Some(away) = door(&asking)? {
        return Ok(away);
    }
    let (words, languages) = spoken_or_here(&site, &asking, &wanted.language);
    let rules = stand(&site, &asking, words, languages).await?;
    // A moderator sees them as everybody does; whoever may change them sees how they are written.
    let look = if rules.may { None } else { PolicyVersion::read(&rules.words).ok() };
    let frame = rules.frame.with_notice(wanted.done.as_deref());
    page(&Rules { frame, look: look.map(|text| Raw(text.to_html())), ..rules })
}

/// `POST /moderation/rules`
pub(crate) async fn send(
    State(site): State<Arc<Site>>,
    Checked { asking, form: typed }: Checked<Typed>,
) -> Result<Response, PageError> {
    staff(&asking)?;
    if !may_settle(&asking) {
        return Err(PageError::Forbidden);
    }
    let words = spoken(&site, &typed.language).ok_or(PageError::BadRequest("bad-request-form"))?;
    let (_, languages) = spoken_or_here(&site, &asking, words.code());
    let wrong: Wrong = match PolicyVersion::read(&typed.words) {
        Err(problem) => problem.into(),
        Ok(text) if typed.then != "publish" => {
            let rules = stand(&site, &asking, words, languages).await?;
            return page(&Rules { look: Some(Raw(text.to_html())), words: typed.words, ..rules });
        }
        Ok(_text) => match site.moderation.publish_policy(&asking.viewer, &words.language(), &typed.words).await {
            Ok(_version) => {
                let code = words.code();
                return Ok(go(&format!("/moderation/rules?language={code}&done=desk-rules-published")));
            }
            Err(why) => Wrong(mendable(why)?),
        },
    };
    let rules = stand(&site, &asking, words, languages).await?;
    again(&Rules { frame: rules.frame.with_errors(), words: typed.words, wrong, ..rules })
}

/// The page with what stands in this language.
async fn stand(site: &Site, asking: &Asking, words: Words, languages: Vec<Choosable>) -> Result<Rules, PageError> {
    let latest = site.moderation.policies(&words.language()).await?.into_iter().next();
    Ok(Rules {
        frame: frame(site, asking),
        may: may_settle(asking),
        languages,
        code: words.code(),
        language: Lang::of(asking.here.words, &words.language()),
        stands: latest.as_ref().map(|one| (one.version, When::day(one.published_at))),
        words: latest.map_or_else(|| standard(words), |one| one.words),
        look: None,
        wrong: Wrong::default(),
        most: PolicyVersion::MOST,
    })
}

/// The rules that come with the program, as Markdown: where a council begins.
fn standard(words: Words) -> String {
    let list = |title: &str, points: &[&str]| {
        let points: String = points.iter().map(|point| format!("- {}\n", words.say(point))).collect();
        format!("## {}\n\n{points}", words.say(title))
    };
    let helps = ["guidelines-helps-one", "guidelines-helps-why", "guidelines-helps-look", "guidelines-helps-answer"];
    let not = [
        "guidelines-not-contempt",
        "guidelines-not-private",
        "guidelines-not-accuse",
        "guidelines-not-advertise",
        "guidelines-not-pretend",
    ];
    let (helps, not) = (list("guidelines-helps-title", &helps), list("guidelines-not-title", &not));
    format!("{}\n\n{helps}\n{not}", words.say("guidelines-lead"))
}
