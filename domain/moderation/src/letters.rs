//! The two letters of a report: one tells the council, the other is the reporter's receipt.
//!
//! The receipt repeats nothing that the reporter typed, nor any title: otherwise anybody could have the council send
//! words of their own to anybody's address.

use std::fmt::Write as _;

use folkmoot_common::{Address, Mail};

use crate::{Complaint, Receipt, Subject};

#[cfg(test)]
mod tests;

/// Whose site it is, where it is, and where the council reads its letters.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Letterbox {
    site: String,
    public_url: String,
    council: Address,
}

impl Letterbox {
    /// `site` is the name that people know; `public_url` the only origin that links are made from.
    #[must_use]
    pub fn new(site: &str, public_url: &str, council: Address) -> Self {
        Self {
            site: site.split_whitespace().collect::<Vec<_>>().join(" "),
            public_url: public_url.trim_end_matches('/').to_owned(),
            council,
        }
    }

    /// What the council reads.
    pub(crate) fn to_council(&self, receipt: &Receipt, subject: &Subject, complaint: &Complaint) -> Mail {
        let what = name(subject);
        let mut text = format!(
            "Somebody reported {what} on {site}.\n\
             \n\
             What is wrong: {why}\n\
             Title of the idea: {title}\n\
             Look at it: {url}{path}\n\
             Number of the report: {receipt}\n",
            site = self.site,
            why = complaint.ground.words(),
            title = subject.title,
            url = self.public_url,
            path = path(subject),
        );
        if let Some(details) = &complaint.details {
            text.push_str("\nIn the reporter’s own words:\n\n");
            for line in details.as_str().lines() {
                let _never_fails = writeln!(text, "> {line}");
            }
        }
        match &complaint.answer_to {
            Some(address) => {
                let _never_fails = writeln!(text, "\nThey ask for an answer at: {}", address.as_str());
            }
            None => text.push_str("\nThey left no address for an answer.\n"),
        }
        Mail { to: self.council.as_str().to_owned(), subject: format!("Report {receipt}: {what}"), text }
    }

    /// What the reporter keeps.
    pub(crate) fn to_reporter(&self, to: &Address, receipt: &Receipt, subject: &Subject) -> Mail {
        let (site, url) = (&self.site, &self.public_url);
        let text = format!(
            "Hello,\n\
             \n\
             We have your report about {what} on {site}.\n\
             \n\
             Its number is {receipt}.\n\
             \n\
             You can look it up here:\n\
             \n\
             {url}/reports/{receipt}\n\
             \n\
             Somebody at the council reads it and answers at this address.\n\
             If you want to add something, write to {council} and quote the number.\n\
             \n\
             If you didn't report anything, somebody typed your address by mistake. You don't have to\n\
             do anything.\n",
            what = name(subject),
            council = self.council.as_str(),
        );
        Mail { to: to.as_str().to_owned(), subject: format!("Your report {receipt}"), text }
    }
}

fn name(subject: &Subject) -> String {
    match subject.comment {
        Some((_, comment)) => format!("comment {comment} on idea {}", subject.number),
        None => format!("idea {}", subject.number),
    }
}

fn path(subject: &Subject) -> String {
    match subject.comment {
        Some((_, comment)) => format!("/ideas/{}/comments/{comment}", subject.number),
        None => format!("/ideas/{}", subject.number),
    }
}
