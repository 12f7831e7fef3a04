//! What the messages on file suggest, and what becomes of it.

use jiff::civil::Date;
use rayon::prelude::*;

use crate::assess::Catalogue;
use crate::cli::notes;
use crate::cli::recording::NewFile;
use crate::locale::Locale;
use crate::mail::{ReadMessage, Refused, outside_hours};
use crate::model::{Case, Client, Digest, Direction, Language, Message, Moment, Severity};
use crate::note::body::link_target;
use crate::note::compose::{FrontMatter, wikilink};
use crate::note::{Kind, Note};
use crate::phrase::Phrase;
use crate::report::SuggestionView;
use crate::signal::{Circumstances, Signals, Verdict};
use crate::vault::{Vault, read_text};

/// A red flag that a message suggests.
#[derive(Clone)]
pub(super) struct Suggestion {
    /// What it is called on the command line: the beginning of a digest of message and flag.
    pub(super) id: String,
    /// The red flag.
    pub(super) flag: String,
    /// The message note.
    note: String,
    moment: Moment,
    channel: Option<&'static str>,
    from: Option<String>,
    /// The name of the message's exhibit.
    exhibit: Option<String>,
    verdict: Verdict,
    /// The phrases, as they stand in the message.
    phrases: Vec<String>,
}

/// What the client's messages suggest and nobody has accepted.
pub(super) struct Suggested {
    /// What was not refused either, oldest first.
    pub(super) open: Vec<Suggestion>,
    /// What would be suggested if its words had not been refused, in the same message or an
    /// earlier one.
    pub(super) refused: Vec<Suggestion>,
}

impl Suggested {
    /// Looks at every message of the client.
    pub(super) fn of(
        vault: &Vault,
        case: &Case,
        catalogue: &Catalogue,
        signals: &Signals,
        refused: &Refused,
    ) -> Self {
        let incoming = case.messages.par_iter().filter(|one| one.direction == Direction::Incoming);
        let all: Vec<Suggestion> = incoming
            .flat_map_iter(|message| of_message(vault, case, message, signals))
            .filter(|one| !catalogue.is_off(&one.flag) && !is_accepted(case, one))
            .collect();
        let mut suggested = Self { open: Vec::new(), refused: Vec::new() };
        for one in all {
            match one.without(refused) {
                Some(open) => suggested.open.push(open),
                None => suggested.refused.push(one),
            }
        }
        suggested
    }
}

fn of_message(vault: &Vault, case: &Case, message: &Message, signals: &Signals) -> Vec<Suggestion> {
    let read = read_text(&vault.root().join(&message.note));
    let note = Note::parse(&message.note, &read.text, &mut Vec::new());
    let body = note.parts.body;
    let text = ReadMessage::plain(body.of(&read.text), body.start);
    let outside = outside_hours(&case.client, message.moment) == Some(true);
    let circumstances = Circumstances { outside_hours: outside };
    let found = signals.in_parts(&text.text, &text.own(), circumstances);
    let key = |key| note.root()?.get(key)?.text().map(str::to_owned);
    let suggestion = |verdict: Verdict| {
        let flag = verdict.id.clone();
        let phrases =
            verdict.signals.iter().map(|signal| signal.span.of(&text.text).to_owned()).collect();
        let digest = Digest::of(format!("{}\n{flag}", note.stem()).as_bytes()).to_hex();
        verdict.is_suggested().then(|| Suggestion {
            id: digest[..6].to_owned(),
            flag,
            note: message.note.clone(),
            moment: message.moment,
            channel: message.channel.map(crate::model::Channel::as_str),
            from: key("from"),
            exhibit: key("exhibit").map(|link| link_target(&link).to_owned()),
            verdict,
            phrases,
        })
    };
    found.verdicts.into_iter().filter_map(suggestion).collect()
}

/// Whether an incident cites the message for this red flag.
fn is_accepted(case: &Case, one: &Suggestion) -> bool {
    let link = wikilink(one.stem());
    case.incidents.iter().any(|incident| {
        let cites = |name: &String| Some(name) == one.exhibit.as_ref() || *name == one.stem();
        incident.flags.iter().any(|flag| flag.as_str() == one.flag)
            && (incident.evidence.iter().any(cites) || incident.observed.contains(&link))
    })
}

impl Suggestion {
    /// The same without the phrases that were refused; `None` where nothing is left.
    fn without(&self, refused: &Refused) -> Option<Self> {
        let is_refused = |phrase: &String| refused.has(&self.flag, phrase);
        if !self.phrases.iter().any(is_refused) {
            return Some(self.clone());
        }
        let mut one = self.clone();
        let mut kept = self.phrases.iter().map(|phrase| !is_refused(phrase));
        one.verdict.retain(|_| kept.next().unwrap_or_default());
        one.phrases.retain(|phrase| !is_refused(phrase));
        one.verdict.is_suggested().then_some(one)
    }

    fn stem(&self) -> &str {
        let name = self.note.rsplit('/').next().unwrap_or(&self.note);
        name.strip_suffix(".md").unwrap_or(name)
    }

    /// How it is shown.
    pub(super) fn view(&self, catalogue: &Catalogue, language: Language) -> SuggestionView {
        let phrases = self.verdict.signals.iter().zip(&self.phrases);
        let message = (&*self.note, self.moment, self.from.as_deref());
        SuggestionView::of(&self.id, &self.verdict, phrases, message, catalogue, language)
    }

    /// A suspected incident that cites the message.
    pub(super) fn incident(&self, vault: &Vault, client: &Client) -> NewFile {
        let severity = self.verdict.signals.iter().filter_map(|signal| signal.rule.severity).max();
        let exhibit = self.exhibit.as_deref().map(wikilink);
        let front = FrontMatter::new(Kind::Incident)
            .bare("date", &self.moment.to_string())
            .list("flags", [self.flag.as_str()])
            .bare("severity", severity.unwrap_or(Severity::Medium).as_str())
            .bare("status", "suspected");
        let front = match self.channel {
            Some(channel) => front.bare("channel", channel),
            None => front,
        };
        // The longest is the sentence: it says most of what was meant.
        let said = self.phrases.iter().max_by_key(|phrase| phrase.chars().count());
        let quote = said.map(|phrase| phrase.split_whitespace().collect::<Vec<_>>().join(" "));
        let front = front.text_if("quote", quote.as_deref()).list("evidence", exhibit.as_deref());
        let words = Phrase::new("suggested-incident").with("message", wikilink(self.stem()));
        let body = Locale::of(client.language).say(&words);
        let folder = format!("clients/{}", client.id);
        let said = said.map(String::as_str).unwrap_or_default();
        let path = notes::free_path(vault, &folder, self.moment, said, &self.flag);
        NewFile::new(path, front.with_body(&body))
    }

    /// The lines that remember its phrases as refused.
    pub(super) fn refusals(&self, because: &str, day: Date) -> String {
        self.phrases.iter().map(|phrase| Refused::line(&self.flag, phrase, because, day)).collect()
    }
}
