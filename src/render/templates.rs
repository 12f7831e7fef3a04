//! The templates: built in, or a vault's own of the same name; and what runs them.
//!
//! A vault may come from somebody else, and its templates are programs: they run with a limit
//! on steps, on depth and on the length of what they write, and reach nothing but their view.

use std::borrow::Cow;
use std::fmt::Write as _;
use std::io::{self, Write};
use std::sync::Arc;
use std::sync::atomic::AtomicUsize;
use std::sync::atomic::Ordering::Relaxed;

use include_dir::{Dir, include_dir};
use minijinja::syntax::SyntaxConfig;
use minijinja::{AutoEscape, Environment, Error, ErrorKind, UndefinedBehavior};
use serde::Serialize;

use super::{RenderError, context, filters, html, markdown, terminal};
use crate::locale::Locale;

static BUILT_IN: Dir<'static> = include_dir!("$CARGO_MANIFEST_DIR/templates");

/// Steps that one document may take; the longest built-in one takes a thousandth of it for
/// each incident.
const FUEL: u64 = 20_000_000;
/// How deep templates may include each other and nest blocks.
const DEPTH: usize = 100;
/// The longest document, in bytes.
const LONGEST: usize = 32 * 1024 * 1024;
/// What the values of one document may come to, in bytes, those written by macros and blocks
/// included.
const MOST_WRITTEN: usize = 2 * LONGEST;
/// The longest template of a vault, in bytes.
const LONGEST_TEMPLATE: usize = 1024 * 1024;

/// The text of a vault's own template of a name, if it has one.
type OwnTemplates = dyn Fn(&str) -> Option<String> + Send + Sync;

/// The templates of a vault.
#[derive(Clone)]
pub struct Templates {
    own: Arc<OwnTemplates>,
    fuel: u64,
}

impl std::fmt::Debug for Templates {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Templates").finish_non_exhaustive()
    }
}

impl Templates {
    /// The built-in templates alone.
    pub fn built_in() -> Self {
        Self::with(|_| None)
    }

    /// The built-in templates; where `own` gives a text for a name such as `report-client.md`,
    /// that wins.
    pub fn with(own: impl Fn(&str) -> Option<String> + Send + Sync + 'static) -> Self {
        Self { own: Arc::new(own), fuel: FUEL }
    }

    /// The same with another limit on steps.
    #[cfg(test)]
    pub(super) fn with_fuel(self, fuel: u64) -> Self {
        Self { fuel, ..self }
    }

    /// The text of the template of this name; `None` if there is none.
    pub fn source(&self, name: &str) -> Option<Cow<'static, str>> {
        let own = (self.own)(name).map(Cow::Owned);
        own.or_else(|| BUILT_IN.get_file(name)?.contents_utf8().map(Cow::Borrowed))
    }

    /// A view through a template, in the words of a locale.
    ///
    /// The template's name says what is escaped: `.html`, `.md`, and plain text for the rest.
    ///
    /// # Errors
    /// Where the template is missing, faulty or asks for too much, with its name and line.
    pub fn render(
        &self,
        name: &str,
        view: &impl Serialize,
        locale: &'static Locale,
    ) -> Result<String, RenderError> {
        let context = context::context(view, locale)?;
        let mut output = Limited { bytes: Vec::new(), full: false };
        let environment = self.environment(locale);
        let rendered = environment
            .get_template(name)
            .and_then(|template| template.render_captured_to(context, &mut output).map(drop));
        if output.full {
            let fault = format!("writes more than {LONGEST} bytes");
            return Err(RenderError::Template {
                name: name.to_owned(),
                line: None,
                fault,
                excerpt: None,
            });
        }
        rendered.map_err(|error| RenderError::template(name, &error))?;
        String::from_utf8(output.bytes).map_err(RenderError::view)
    }

    fn environment(&self, locale: &'static Locale) -> Environment<'static> {
        let mut environment = Environment::new();
        environment.set_undefined_behavior(UndefinedBehavior::Strict);
        environment.set_fuel(Some(self.fuel));
        environment.set_recursion_limit(DEPTH);
        environment.set_debug(true);
        if let Ok(syntax) = SyntaxConfig::builder()
            .trim_blocks(true)
            .lstrip_blocks(true)
            .keep_trailing_newline(true)
            .build()
        {
            environment.set_syntax(syntax);
        }
        environment.set_auto_escape_callback(|name| match name.rsplit_once('.') {
            Some((_, "html")) => AutoEscape::Html,
            Some((_, "md")) => AutoEscape::Custom("markdown".into()),
            _ => AutoEscape::Custom("text".into()),
        });
        // What a macro or a block writes into a value counts as well: nothing is written twice as
        // often as the longest document needs.
        let left = AtomicUsize::new(MOST_WRITTEN);
        environment.set_formatter(move |output, state, value| {
            let text = shown(value)?;
            let text = if value.is_safe() {
                text
            } else {
                match state.auto_escape() {
                    AutoEscape::Html => html::escape(&text).into(),
                    AutoEscape::Custom(format) if format == "markdown" => {
                        markdown::escape(&text).into()
                    }
                    _ => terminal::visible(&text).into_owned().into(),
                }
            };
            let spend = |left: usize| left.checked_sub(text.len());
            if left.fetch_update(Relaxed, Relaxed, spend).is_err() {
                let detail = format!("writes more than {MOST_WRITTEN} bytes");
                return Err(Error::new(ErrorKind::InvalidOperation, detail));
            }
            output.write_str(&text).map_err(Error::from)
        });
        let templates = self.clone();
        environment.set_loader(move |name| {
            let Some(source) = templates.source(name) else { return Ok(None) };
            if source.len() > LONGEST_TEMPLATE {
                return Err(Error::new(ErrorKind::InvalidOperation, "the template is too long"));
            }
            Ok(Some(source.into_owned()))
        });
        filters::add(&mut environment, locale);
        environment
    }
}

/// A value as text, as much of a list as may be written; what is absent is an error, not a word.
fn shown(value: &minijinja::Value) -> Result<Cow<'_, str>, Error> {
    if value.is_undefined() {
        return Err(Error::new(ErrorKind::UndefinedError, "nothing of this name"));
    }
    if value.is_none() {
        let detail = "a value that is absent here was written; ask `is none` first";
        return Err(Error::new(ErrorKind::InvalidOperation, detail));
    }
    if let Some(text) = value.as_str() {
        return Ok(Cow::Borrowed(text));
    }
    // A list that holds itself many times over is short until it is written.
    let mut text = String::new();
    write!(&mut Bounded(&mut text), "{value}").map_err(|_| {
        let detail = format!("writes more than {MOST_WRITTEN} bytes");
        Error::new(ErrorKind::InvalidOperation, detail)
    })?;
    Ok(Cow::Owned(text))
}

/// Takes text up to a limit.
struct Bounded<'t>(&'t mut String);

impl std::fmt::Write for Bounded<'_> {
    fn write_str(&mut self, text: &str) -> std::fmt::Result {
        if self.0.len() + text.len() > MOST_WRITTEN {
            return Err(std::fmt::Error);
        }
        self.0.push_str(text);
        Ok(())
    }
}

/// Takes bytes up to a limit.
struct Limited {
    bytes: Vec<u8>,
    full: bool,
}

impl Write for &mut Limited {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        if self.bytes.len() + bytes.len() > LONGEST {
            self.full = true;
            return Err(io::ErrorKind::WriteZero.into());
        }
        self.bytes.extend_from_slice(bytes);
        Ok(bytes.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}
