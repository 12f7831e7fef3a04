//! The signatures of mail servers as text.

use super::page::{Page, TextStyle, Tone};
use crate::locale::Locale;
use crate::phrase::Phrase;
use crate::report::{MailSignatureView, MailSignaturesView};

/// Each message with its signatures, those that do not fit first, then the keys to fetch.
pub fn mail_signatures_text(
    view: &MailSignaturesView,
    locale: &Locale,
    style: TextStyle,
) -> String {
    let mut page = Page::new(style);
    if view.messages.is_empty() {
        page.paragraph(&locale.say(&Phrase::new("dkim-nothing")), Tone::Plain);
        return page.finish();
    }
    let holding = view
        .messages
        .iter()
        .filter(|message| message.signatures.iter().any(|signature| signature.holds));
    let head = Phrase::new("dkim-head")
        .with("count", view.messages.len())
        .with("holding", holding.count());
    page.paragraph(&locale.say(&head), Tone::Strong);
    let (holding, others): (Vec<_>, Vec<_>) = view
        .messages
        .iter()
        .partition(|message| message.signatures.iter().all(|signature| signature.holds));
    for message in others.into_iter().chain(holding) {
        page.gap();
        page.paragraph(&message.path, Tone::Notable);
        if message.signatures.is_empty() {
            page.indented(&locale.say(&Phrase::new("dkim-unsigned")), Tone::Plain);
        }
        for signature in &message.signatures {
            put_signature(&mut page, signature, locale);
        }
    }
    if !view.keys_wanted.is_empty() {
        page.heading(&locale.say(&Phrase::new("dkim-keys")));
        page.paragraph(&locale.say(&Phrase::new("dkim-keys-why")), Tone::Plain);
        view.keys_wanted.iter().for_each(|key| page.command(&key.command));
    }
    page.heading(&locale.say(&Phrase::new("verify-limits")));
    view.limits.iter().for_each(|limit| page.item(limit));
    page.finish()
}

fn put_signature(page: &mut Page, signature: &MailSignatureView, locale: &Locale) {
    let name = match signature.domain.as_str() {
        "" => signature.verdict.to_owned(),
        domain => format!("{}  {domain} ({})", signature.verdict, signature.selector),
    };
    page.indented(&name, Tone::Strong);
    signature.because.iter().for_each(|sentence| page.indented(sentence, Tone::Plain));
    super::audit::put_proof(page, [&signature.proves, &signature.does_not_prove], locale);
}
