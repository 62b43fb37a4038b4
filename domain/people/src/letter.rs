//! The letter that lets somebody in: the same words whether the address has an account or not.

use std::time::Duration;

use folkmoot_common::{Mail, Secret};

use crate::{Email, code::Code};

#[cfg(test)]
mod tests;

/// Whose site it is, and where.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Letterhead {
    site: String,
    public_url: String,
}

impl Letterhead {
    /// `site` is the name that people know, on one line; `public_url` the only origin that links are made from.
    #[must_use]
    pub fn new(site: &str, public_url: &str) -> Self {
        Self {
            site: site.split_whitespace().collect::<Vec<_>>().join(" "),
            public_url: public_url.trim_end_matches('/').to_owned(),
        }
    }

    /// The address of a sign-in link.
    #[must_use]
    pub fn link(&self, secret: &Secret) -> String {
        format!("{}/sign-in/link/{}", self.public_url, secret.reveal())
    }

    pub(crate) fn sign_in(&self, to: &Email, link: &Secret, code: &Code, good_for: Duration) -> Mail {
        let (site, link, code) = (&self.site, self.link(link), code.digits());
        let minutes = good_for.as_secs() / 60;
        let text = format!(
            "Hello,\n\
             \n\
             You asked to sign in to {site}.\n\
             \n\
             Open this link in the browser where you asked:\n\
             \n\
             {link}\n\
             \n\
             Or type this code on the page where you asked:\n\
             \n\
             {code}\n\
             \n\
             The link and the code work for {minutes} minutes, and only once.\n\
             Keep them to yourself. We will never ask you for them, by telephone or by mail.\n\
             \n\
             If you didn't ask for this, you don't have to do anything: nobody can sign in as you\n\
             without this letter. If such letters keep coming, please tell us: {url}\n",
            url = self.public_url,
        );
        Mail { to: to.as_str().to_owned(), subject: format!("Sign in to {site}"), text }
    }
}
