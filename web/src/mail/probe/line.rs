//! The line to a mail server, opened by hand, so that each step can be told apart.

use std::net::SocketAddr;
use std::time::Duration;

use lettre::Message;
use lettre::transport::smtp::authentication::{Credentials, DEFAULT_MECHANISMS};
use lettre::transport::smtp::client::{AsyncSmtpConnection, TlsParameters};
use lettre::transport::smtp::commands::{Mail, Rset};
use lettre::transport::smtp::extension::ClientId;
use tokio::net::{TcpStream, lookup_host};
use url::Url;

use super::{Stage, Went};

/// The steps after the first, in order.
pub(super) const STAGES: [Stage; 7] =
    [Stage::Resolves, Stage::Connects, Stage::Greets, Stage::Encrypts, Stage::Login, Stage::Sender, Stage::Sent];

/// How long one answer may take.
const PATIENCE: Duration = Duration::from_secs(5);

/// When what is said is encrypted.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Tls {
    /// Never.
    Plain,
    /// Once the server has said that it can, as it must, or as it may.
    After { must: bool },
    /// From the first byte.
    FromTheStart,
}

/// Where to, how, and what was reached so far.
pub(super) struct Line {
    host: String,
    port: u16,
    tls: Tls,
    login: Option<Credentials>,
    addresses: Vec<SocketAddr>,
    open: Option<AsyncSmtpConnection>,
}

impl Line {
    /// Reads an address as the sender of letters does; `None` when there is none.
    pub(super) fn read(url: &str) -> Option<Self> {
        let url = Url::parse(url).ok()?;
        let asked = url.query_pairs().find(|(name, _)| name == "tls").map(|(_, value)| value.into_owned());
        let (tls, port) = match (url.scheme(), asked.as_deref()) {
            ("smtps", _) => (Tls::FromTheStart, 465),
            (_, Some("required")) => (Tls::After { must: true }, 587),
            (_, Some("opportunistic")) => (Tls::After { must: false }, 587),
            _ => (Tls::Plain, 25),
        };
        let login = url.password().map(|password| Credentials::new(plain(url.username()), plain(password)));
        Some(Self {
            host: url.host_str()?.to_owned(),
            port: url.port().unwrap_or(port),
            tls,
            login,
            addresses: Vec::new(),
            open: None,
        })
    }

    /// Takes one step.
    pub(super) async fn take(&mut self, stage: Stage, letter: Result<&Message, &String>) -> Went {
        let went = match stage {
            Stage::Configured => Ok(Went::Well),
            Stage::Resolves => self.resolve().await,
            Stage::Connects => self.connect().await,
            Stage::Greets => self.greet().await,
            Stage::Encrypts => self.encrypt().await,
            Stage::Login => self.log_in().await,
            Stage::Sender => self.name_sender(letter).await,
            Stage::Sent => self.send(letter).await,
        };
        went.unwrap_or_else(Went::Wrong)
    }

    async fn resolve(&mut self) -> Result<Went, String> {
        let host = self.host.trim_matches(['[', ']']);
        self.addresses = lookup_host((host, self.port)).await.map_err(said)?.collect();
        if self.addresses.is_empty() { Err(String::new()) } else { Ok(Went::Well) }
    }

    async fn connect(&mut self) -> Result<Went, String> {
        TcpStream::connect(self.addresses.as_slice()).await.map_err(said)?;
        Ok(Went::Well)
    }

    async fn greet(&mut self) -> Result<Went, String> {
        let tls = match self.tls {
            Tls::FromTheStart => Some(self.parameters()?),
            Tls::Plain | Tls::After { .. } => None,
        };
        let name = ClientId::default();
        let opened =
            AsyncSmtpConnection::connect_tokio1(self.addresses.as_slice(), Some(PATIENCE), &name, tls, None).await;
        self.open = Some(opened.map_err(said)?);
        Ok(Went::Well)
    }

    async fn encrypt(&mut self) -> Result<Went, String> {
        let parameters = self.parameters()?;
        let (tls, open) = (self.tls, self.line()?);
        match tls {
            Tls::FromTheStart => Ok(Went::Well),
            Tls::Plain => Ok(Went::NotAsked),
            Tls::After { must: false } if !open.can_starttls() => Ok(Went::NotAsked),
            Tls::After { .. } => {
                open.starttls(parameters, &ClientId::default()).await.map_err(said)?;
                Ok(Went::Well)
            }
        }
    }

    async fn log_in(&mut self) -> Result<Went, String> {
        let Some(login) = self.login.clone() else { return Ok(Went::NotAsked) };
        self.line()?.auth(DEFAULT_MECHANISMS, &login).await.map_err(said)?;
        Ok(Went::Well)
    }

    async fn name_sender(&mut self, letter: Result<&Message, &String>) -> Result<Went, String> {
        let sender = letter.map_err(Clone::clone)?.envelope().from().cloned();
        let open = self.line()?;
        open.command(Mail::new(sender, Vec::new())).await.map_err(said)?;
        open.command(Rset).await.map_err(said)?;
        Ok(Went::Well)
    }

    async fn send(&mut self, letter: Result<&Message, &String>) -> Result<Went, String> {
        let letter = letter.map_err(Clone::clone)?;
        let open = self.line()?;
        open.send(letter.envelope(), &letter.formatted()).await.map_err(said)?;
        open.abort().await;
        Ok(Went::Well)
    }

    fn line(&mut self) -> Result<&mut AsyncSmtpConnection, String> {
        self.open.as_mut().ok_or_else(String::new)
    }

    fn parameters(&self) -> Result<TlsParameters, String> {
        TlsParameters::new(self.host.clone()).map_err(said)
    }
}

/// What an error says, with what caused it.
fn said(why: impl std::error::Error) -> String {
    let mut words = why.to_string();
    let mut next = why.source();
    while let Some(cause) = next {
        let cause_words = cause.to_string();
        if !words.contains(&cause_words) {
            words = format!("{words}: {cause_words}");
        }
        next = cause.source();
    }
    words
}

/// A part of an address without its percents. A plus is a plus here.
fn plain(part: &str) -> String {
    let field = format!("v={}", part.replace('+', "%2B").replace('&', "%26"));
    url::form_urlencoded::parse(field.as_bytes()).next().map(|(_, value)| value.into_owned()).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    //! Addresses are read as the sender of letters reads them.

    use super::*;

    #[test]
    fn an_address_says_where_and_how() {
        let line = |url| Line::read(url).unwrap();
        assert_eq!((line("smtp://mx").port, line("smtp://mx").tls), (25, Tls::Plain));
        assert_eq!(line("smtps://mx").port, 465);
        assert_eq!(line("smtp://mx?tls=required").tls, Tls::After { must: true });
        assert_eq!(line("smtp://mx:2525?tls=opportunistic").port, 2525);
        assert!(line("smtp://mx").login.is_none() && line("smtp://a:b@mx").login.is_some());
        assert!(Line::read("").is_none());
        assert_eq!(plain("a%40b+c&d%2F"), "a@b+c&d/");
    }
}
