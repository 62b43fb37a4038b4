//! `folkmoot serve`: the site, until it is told to stop.

use std::sync::Arc;

use folkmoot_common::Sources;
use tokio::net::TcpListener;
use tokio::signal::unix::{SignalKind, signal};
use tracing_subscriber::EnvFilter;

use super::Failure;
use crate::config::{Config, LogFormat};
use crate::site::Site;

pub(super) async fn run(config: Config) -> Result<(), Failure> {
    log(&config);
    let listener = listen(&config).await?;
    let site = Site::open(config, Sources::system()).await?;
    until_told(site, listener).await
}

/// Before anything else is opened, so that a second start fails at once.
pub(super) async fn listen(config: &Config) -> Result<TcpListener, Failure> {
    let address = config.server.listen;
    TcpListener::bind(address).await.map_err(|why| {
        Failure::words(format!("can't listen at {address}: {why}. Set FOLKMOOT_LISTEN to an address that is free"))
    })
}

/// Serves until SIGTERM or SIGINT; a second one ends it at once, as the system does by itself.
pub(super) async fn until_told(site: Arc<Site>, listener: TcpListener) -> Result<(), Failure> {
    let mut terminate = signal(SignalKind::terminate())?;
    let mut interrupt = signal(SignalKind::interrupt())?;
    let told = async move {
        tokio::select! {
            _ = terminate.recv() => {}
            _ = interrupt.recv() => {}
        }
    };
    Ok(crate::serve::serve(site, listener, told).await?)
}

/// To standard error, so that results can be piped. A panic becomes a log line of its own, without a backtrace of paths.
pub(super) fn log(config: &Config) {
    let filter = EnvFilter::try_new(&config.log.filter).unwrap_or_else(|_checked| EnvFilter::new("info"));
    let lines = tracing_subscriber::fmt().with_env_filter(filter).with_writer(std::io::stderr);
    // Only a program that embeds this one could have set a logger already; then theirs stands.
    let _set = match config.log.format {
        LogFormat::Text => lines.with_target(false).try_init().is_ok(),
        LogFormat::Json => lines.json().try_init().is_ok(),
    };
    std::panic::set_hook(Box::new(|panic| {
        let place = panic.location().map(ToString::to_string).unwrap_or_default();
        let words = panic.payload_as_str().unwrap_or("no words");
        tracing::error!(place, "panicked: {words}");
    }));
}
