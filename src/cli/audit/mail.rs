//! `casefile audit mail`: what mail servers signed of the messages on file.

use super::super::Outcome;
use super::super::output::{Output, TextOrJson};
use super::super::session::Session;
use crate::dkim;
use crate::failure::Failure;
use crate::locale::Locale;
use crate::model::{ClientId, Language};
use crate::render;
use crate::report::{CheckedMessage, MailSignaturesView};
use crate::vault::{Vault, files};

/// A key is a line; a larger file is none.
const LARGEST_KEY: usize = 64 * 1024;

/// Check what mail servers signed of the messages (.eml) among a client's exhibits (DKIM).
///
/// The check needs no network: it holds each signature against the key that its domain published,
/// kept in the client's evidence/dkim/. Keys that are not there are listed with a command that
/// fetches them; do it soon, domains change their keys.
#[derive(Debug, clap::Args)]
pub(super) struct Args {
    /// The client; all of them otherwise.
    client: Option<String>,
    /// How to print it.
    #[arg(short, long, value_enum)]
    format: Option<TextOrJson>,
    #[command(flatten)]
    output: Output,
}

pub(super) fn run(args: &Args, session: &mut Session) -> Result<Outcome, Failure> {
    let vault = session.vault()?;
    let clients = match &args.client {
        Some(name) => vec![vault.find_client(name)?],
        None => vault.client_ids()?,
    };
    let mut messages = Vec::new();
    for client in &clients {
        messages.extend(check_client(&vault, client)?);
    }
    let zone = &vault.settings().zone;
    let view = |locale: &Locale| {
        MailSignaturesView::new(&messages, zone, key_file, |phrase| locale.say(phrase))
    };
    let (view, text) = match args.output.format(args.format)? {
        // Codes, keys and JSON stay English.
        TextOrJson::Json => {
            let view = view(Locale::of(Language::En));
            let text = render::json(&view)?;
            (view, text)
        }
        TextOrJson::Text => {
            let locale = session.ui.locale();
            let view = view(locale);
            let text = render::mail_signatures_text(&view, locale, session.text_style());
            (view, text)
        }
    };
    args.output.write(session, &text)?;
    Ok(if view.has_changed() { Outcome::Found } else { Outcome::Done })
}

/// The file with a key, below the vault.
fn key_file(client: &str, name: &str) -> String {
    format!("clients/{client}/evidence/dkim/{name}.txt")
}

fn check_client(vault: &Vault, client: &ClientId) -> Result<Vec<CheckedMessage>, Failure> {
    let listed = vault.client_files(client);
    let is_message = |path: &str| {
        let ends = path.get(path.len().saturating_sub(4)..).unwrap_or_default();
        path.contains("/evidence/") && ends.eq_ignore_ascii_case(".eml")
    };
    let mut messages = Vec::new();
    for file in listed.others.iter().filter(|file| is_message(&file.path)) {
        let Some(bytes) = files::read(&file.full(vault.root()))? else { continue };
        let checked = dkim::check(&bytes, |name| {
            let path = vault.root().join(key_file(client.as_str(), name));
            let text = files::read_some(&path, LARGEST_KEY).ok().flatten()?;
            Some(String::from_utf8_lossy(&text).into_owned())
        });
        messages.push((file.path.clone(), client.to_string(), checked));
    }
    Ok(messages)
}
