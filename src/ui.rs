//! The only writer to the terminal, and the only one that asks.
//!
//! Answers go to standard output, everything else to standard error.

use std::io::{BufRead as _, IsTerminal as _, Write as _};

use anstream::{AutoStream, ColorChoice};

use crate::failure::{Failure, FailureKind};
use crate::locale::Locale;
use crate::phrase::Phrase;
use crate::render::terminal::{inline, pointed, visible};

/// The terminal, or what stands in its place.
#[derive(Clone, Copy)]
pub struct Ui {
    locale: &'static Locale,
    width: usize,
}

/// The width of an answer that goes to no terminal.
const WIDTH_OF_A_FILE: usize = 100;
/// How many bytes of an answer are looked at before it is asked whether all are plain.
const BLOCK: usize = 1024;
/// The narrowest width that is laid out for.
const NARROWEST: usize = 40;

impl Ui {
    /// Speaks this language.
    pub fn new(locale: &'static Locale) -> Self {
        let width = terminal_size::terminal_size_of(std::io::stdout())
            .map(|(width, _)| usize::from(width.0))
            .or_else(|| std::env::var("COLUMNS").ok()?.trim().parse().ok())
            .unwrap_or(WIDTH_OF_A_FILE);
        Self { locale, width: width.max(NARROWEST) }
    }

    /// The user's language.
    pub const fn locale(&self) -> &'static Locale {
        self.locale
    }

    /// Speaks another language from now on.
    pub const fn speak(&mut self, locale: &'static Locale) {
        self.locale = locale;
    }

    /// How many columns an answer has.
    pub const fn width(&self) -> usize {
        self.width
    }

    /// Whether an answer may have colours.
    pub fn colours_answer(&self) -> bool {
        AutoStream::choice(&std::io::stdout()) != ColorChoice::Never
    }

    /// Whether there is somebody to ask.
    pub fn can_ask(&self) -> bool {
        std::io::stdin().is_terminal() && std::io::stderr().is_terminal()
    }

    /// Writes an answer, as it is.
    ///
    /// # Errors
    /// Where it cannot be written; a closed pipe is a failure of its own kind.
    pub fn answer(&self, text: &str) -> Result<(), Failure> {
        let plain = |byte: &u8| (*byte == b'\n') | (*byte == b'\t') | !byte.is_ascii_control();
        // Without a branch for each byte several are looked at at once.
        let all_plain = |block: &[u8]| block.iter().map(plain).fold(true, |all, one| all & one);
        if text.as_bytes().chunks(BLOCK).all(all_plain) {
            return self.answer_bytes(text.as_bytes());
        }
        let mut out = anstream::stdout().lock();
        out.write_all(text.as_bytes())?;
        Ok(out.flush()?)
    }

    /// Writes an answer that is no text.
    ///
    /// # Errors
    /// As [`Ui::answer`].
    pub fn answer_bytes(&self, bytes: &[u8]) -> Result<(), Failure> {
        let mut out = std::io::stdout().lock();
        out.write_all(bytes)?;
        Ok(out.flush()?)
    }

    /// Writes a line of an answer.
    ///
    /// # Errors
    /// As [`Ui::answer`].
    pub fn answer_line(&self, line: &str) -> Result<(), Failure> {
        self.answer(&format!("{}\n", visible(line)))
    }

    /// Says something beside the answer; where nobody hears it, nothing is lost.
    pub fn remark(&self, phrase: &Phrase) {
        self.remark_text(&inline(&self.locale.say(phrase)));
    }

    /// The same with text that is in words already.
    pub fn remark_text(&self, text: &str) {
        let _ = writeln!(anstream::stderr().lock(), "{}", visible(text));
    }

    /// Shows how far long work is, on a line of a terminal that the next one takes the place of.
    pub fn progress(&self, phrase: &Phrase) {
        if std::io::stderr().is_terminal() {
            let mut err = anstream::stderr().lock();
            let _ = write!(err, "\r{}\x1b[K", visible(&self.locale.say(phrase)));
            let _ = err.flush();
        }
    }

    /// Takes the line of progress away.
    pub fn end_progress(&self) {
        if std::io::stderr().is_terminal() {
            let _ = write!(anstream::stderr().lock(), "\r\x1b[K");
        }
    }

    /// Says what could not be done; nothing where the reader has gone, as `head` does.
    pub fn report(&self, failure: &Failure) {
        if failure.kind == FailureKind::ClosedPipe {
            return;
        }
        // One line each: what a note or a folder is called cannot begin a line of its own.
        let say = |phrase: &Phrase| inline(&self.locale.say(phrase));
        let colon = self.locale.colon();
        let tag = match failure.kind {
            FailureKind::Unanswered => Phrase::new("failure-but-done"),
            _ => Phrase::new("failure"),
        };
        let mut text = format!("{}{colon}{}", say(&tag), say(&failure.message));
        if let Some((typed, span)) = failure.typed.as_deref() {
            text.push_str(&pointed(typed, *span, self.width));
        }
        for detail in &failure.details {
            let detail = inline(detail.trim());
            text.push_str(&format!(
                "
  {}{colon}{detail}",
                say(&Phrase::new("failure-detail"))
            ));
        }
        for hint in &failure.hints {
            text.push_str(&format!(
                "\n  {}{colon}{}",
                say(&Phrase::new("failure-hint")),
                say(hint)
            ));
        }
        self.remark_text(&text);
    }

    /// Asks a question; `None` where the answer is empty or there is nobody to ask.
    ///
    /// # Errors
    /// Where the answer cannot be read.
    pub fn ask(&self, question: &Phrase) -> Result<Option<String>, Failure> {
        if !self.can_ask() {
            return Ok(None);
        }
        {
            let mut err = anstream::stderr().lock();
            let _ = write!(err, "{} ", visible(&self.locale.say(question)));
            let _ = err.flush();
        }
        let mut line = String::new();
        std::io::stdin().lock().read_line(&mut line)?;
        let line = line.trim();
        Ok((!line.is_empty()).then(|| line.to_owned()))
    }
}
