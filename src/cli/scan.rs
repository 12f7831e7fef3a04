//! `casefile scan`: signals in messages.

use std::collections::BTreeMap;

use rayon::prelude::*;

use super::Outcome;
use super::messages::{Found, MOST_NAMES, Reading, Whose, each_portion, most_frequent};
use super::output::{Output, Parts, TextOrJson};
use super::reading::Flags;
use super::session::Session;
use crate::failure::Failure;
use crate::mail::{Exchanged, Parties, Person, ReadMessage, Side, outside_hours};
use crate::model::{Client, Moment};
use crate::phrase::Phrase;
use crate::render;
use crate::report::{ExchangeView, ScannedView};
use crate::signal::{Circumstances, Signals};

/// Look for signals in messages: phrases that suggest a red flag, with the rule and the reason.
///
/// Reads text and Markdown, mails (.eml), mailboxes (mbox), and chats exported from WhatsApp,
/// Slack, Discord and Upwork. A signal is a suggestion, never an
/// incident. Quoted replies and signatures are not counted as the writer's words, and what you
/// wrote yourself (`author` in the settings) is not looked at.
#[derive(Debug, clap::Args)]
pub(super) struct Args {
    /// A file, a folder with .txt, .md, .eml, .mbox and .json files, or - for standard input.
    #[arg(default_value = "-")]
    path: String,
    #[command(flatten)]
    whose: Whose,
    #[command(flatten)]
    reading: Reading,
    /// How to print it.
    #[arg(short, long, value_enum)]
    format: Option<TextOrJson>,
    #[command(flatten)]
    output: Output,
}

pub(super) fn run(args: &Args, session: &mut Session) -> Result<Outcome, Failure> {
    let flags = Flags::of(session)?;
    let (client, parties) = args.whose.known(session)?;
    let session = &*session;
    let locale = session.ui.locale();
    let signals = Signals::new(flags.rules).with_wording();
    let scan = |found: &Found| {
        let message = found.read();
        let heard = Heard::of(&message, client.as_ref(), &parties);
        let view = heard.is_client.then(|| {
            let circumstances = Circumstances { outside_hours: heard.outside == Some(true) };
            let found_in = signals.in_parts(&message.text, &message.own(), circumstances);
            let (catalogue, language) = (&flags.catalogue, locale.language());
            ScannedView::of(&found.path, &message, heard.outside, &found_in, catalogue, language)
        });
        (heard, view, message.from)
    };
    let mut answer = Answer {
        session,
        is_json: args.output.format(args.format)? == TextOrJson::Json,
        parts: args.output.begin()?,
        has_begun: false,
        shown: 0,
    };
    let mut summary = Summary::default();
    each_portion(session, &args.path, &args.reading, &mut |portion| {
        let scanned: Vec<_> = portion.par_iter().map(scan).collect();
        for (heard, view, from) in scanned {
            summary.exchanged.add(heard.side, heard.moment);
            match view {
                Some(view) => {
                    summary.messages += 1;
                    summary.suggested += usize::from(!view.flags.is_empty());
                    answer.put(&view)?;
                }
                None => summary.others(from),
            }
        }
        Ok(())
    })?;
    let exchange = client.as_ref().and_then(|client| {
        let now = Moment::at_instant(session.now(&client.zone), &client.zone);
        std::mem::take(&mut summary.exchanged)
            .shown(client, now)
            .map(|shown| ExchangeView::of(&shown))
    });
    answer.finish(exchange.as_ref())?;
    summary.say(session, parties.know_the_client());
    Ok(Outcome::Done)
}

/// What is known about a message beside its words.
struct Heard {
    side: Side,
    is_client: bool,
    moment: Option<Moment>,
    outside: Option<bool>,
}

impl Heard {
    fn of(message: &ReadMessage, client: Option<&Client>, parties: &Parties) -> Self {
        let side = message.from.as_ref().map_or(Side::Other, |from| parties.side(from));
        let moment = client.and_then(|client| message.sent.map(|sent| sent.moment(&client.zone)));
        let is_client = parties.speaks(message.from.as_ref());
        let outside = moment.and_then(|moment| outside_hours(client?, moment));
        Self { side, is_client, moment, outside }
    }
}

/// The answer, message by message.
struct Answer<'s> {
    session: &'s Session,
    is_json: bool,
    parts: Parts,
    has_begun: bool,
    shown: usize,
}

impl Answer<'_> {
    /// Begins with the first message, or the end: before that there may be nothing to answer.
    fn begin(&mut self) -> Result<(), Failure> {
        if self.is_json && !std::mem::replace(&mut self.has_begun, true) {
            self.parts.write(self.session, &render::list_start("messages"))?;
        }
        Ok(())
    }

    fn put(&mut self, view: &ScannedView) -> Result<(), Failure> {
        let (locale, style) = (self.session.ui.locale(), self.session.text_style());
        self.begin()?;
        if self.is_json {
            let text = render::list_item(view, self.shown == 0)?;
            self.parts.write(self.session, &text)?;
            self.shown += 1;
        } else if !view.flags.is_empty() || !view.doubts.is_empty() {
            let gap = if self.shown == 0 { "" } else { "\n" };
            let text = render::scanned_text(view, locale, style);
            self.parts.write(self.session, &format!("{gap}{text}"))?;
            self.shown += 1;
        }
        Ok(())
    }

    fn finish(mut self, exchange: Option<&ExchangeView>) -> Result<(), Failure> {
        let (locale, style) = (self.session.ui.locale(), self.session.text_style());
        self.begin()?;
        let text = if self.is_json {
            render::list_end(self.shown == 0, "exchange", &exchange)?
        } else {
            render::scan_end_text(self.shown == 0, exchange, locale, style)
        };
        self.parts.write(self.session, &text)?;
        self.parts.finish(self.session)
    }
}

/// What is said beside the answer.
#[derive(Default)]
struct Summary {
    messages: usize,
    suggested: usize,
    /// Messages that are not the client's.
    others: usize,
    writers: BTreeMap<String, usize>,
    exchanged: Exchanged,
}

impl Summary {
    fn others(&mut self, from: Option<Person>) {
        self.others += 1;
        let name = from.map(|person| person.to_string()).unwrap_or_default();
        if self.writers.len() < MOST_NAMES || self.writers.contains_key(&name) {
            *self.writers.entry(name).or_default() += 1;
        }
    }

    fn say(&self, session: &Session, is_client_known: bool) {
        let summary = Phrase::new("scan-summary")
            .with("messages", self.messages)
            .with("suggested", self.suggested);
        session.ui.remark(&summary);
        if self.suggested > 0 {
            session.ui.remark(&Phrase::new("scan-next"));
        }
        if self.others > 0 {
            session.ui.remark(&Phrase::new("scan-others").with("count", self.others));
        }
        if self.messages == 0 && self.others > 0 && is_client_known {
            let names = most_frequent(&self.writers);
            let phrase = Phrase::new("scan-nobody").with("names", names.join(", "));
            session.ui.remark(&phrase);
        }
    }
}
