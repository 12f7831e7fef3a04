//! Typed values of a map: each reading names a key, its span is found once.

mod keys;

pub(crate) use keys::nearest;

use jiff::civil::Date;
use jiff::tz::TimeZone;
use rust_decimal::Decimal;

use super::Fault;
use super::french::meant;
use super::tree::Node;
use super::value::{self, Refusal, shortened};
use crate::finding::Span;
use crate::model::{Currency, Digest, Moment, Money, Period};
use crate::phrase::Phrase;

/// A map of a note being read; what cannot be read becomes a fault and counts as absent.
pub struct Fields<'t, 'a, 'f> {
    map: Node<'t, 'a>,
    faults: &'f mut Vec<Fault>,
}

impl<'t, 'a, 'f> Fields<'t, 'a, 'f> {
    /// Reads this map, adding faults.
    pub const fn new(map: Node<'t, 'a>, faults: &'f mut Vec<Fault>) -> Self {
        Self { map, faults }
    }

    /// The bytes of the map.
    pub fn span(&self) -> Span {
        self.map.span()
    }

    /// The value of a key; `None` where it is absent or null.
    pub fn get(&self, key: &str) -> Option<Node<'t, 'a>> {
        self.map.get(key)
    }

    /// Adds a fault.
    pub fn report(&mut self, fault: Fault) {
        self.faults.push(fault);
    }

    /// Reports a key that must be there; the span is the map's first key.
    pub fn missing(&mut self, key: &'static str) {
        let first = self.map.entries().next().map_or(self.map.span(), |(name, _)| name.span());
        self.report(
            Fault::new("missing-key", first)
                .saying(Phrase::new("missing-key").with("key", key))
                .hinting(Phrase::new("missing-key-hint").with("key", key)),
        );
    }

    /// Reports a key that is there although nothing reads it here.
    pub fn unread(&mut self, key: &'static str, hint: Phrase) {
        let Some((name, _)) = self.map.entry(key) else { return };
        self.report(
            Fault::new("unknown-key", name.span())
                .saying(Phrase::new("unknown-key").with("key", key))
                .hinting(hint),
        );
    }

    /// A scalar's text.
    pub fn text(&mut self, key: &'static str) -> Option<&'t str> {
        let node = self.get(key)?;
        self.scalar(node, key)
    }

    fn scalar(&mut self, node: Node<'t, 'a>, key: &'static str) -> Option<&'t str> {
        if let Some(text) = node.text() {
            return Some(text);
        }
        if node.is_bare_wikilink() {
            self.report(
                Fault::new("unquoted-link", node.span()).hinting(Phrase::new("unquoted-link-hint")),
            );
        } else {
            self.wrong_type(node, key, "wrong-type-text");
        }
        None
    }

    fn wrong_type(&mut self, node: Node<'t, 'a>, key: &'static str, expected: &'static str) {
        let fault = Fault::new("wrong-type", node.span()).saying(
            Phrase::new("wrong-type").with("key", key).with("expected", Phrase::new(expected)),
        );
        self.report(fault.hinting(Phrase::new("wrong-type-hint").with("key", key)));
    }

    /// The text of a scalar or of each item of a list, with their spans.
    pub fn texts(&mut self, key: &'static str) -> Vec<(&'t str, Span)> {
        let Some(node) = self.get(key) else { return Vec::new() };
        if !node.is_list() || node.is_bare_wikilink() {
            return self.scalar(node, key).map(|text| (text, node.span())).into_iter().collect();
        }
        node.items()
            .filter_map(|item| self.scalar(item, key).map(|text| (text, item.span())))
            .collect()
    }

    /// The maps of a list.
    pub fn maps(&mut self, key: &'static str) -> Vec<Node<'t, 'a>> {
        let Some(node) = self.get(key) else { return Vec::new() };
        if !node.is_list() {
            self.wrong_type(node, key, "wrong-type-list");
            return Vec::new();
        }
        let mut maps = Vec::new();
        for item in node.items() {
            if item.is_map() {
                maps.push(item);
            } else {
                self.wrong_type(item, key, "wrong-type-map");
            }
        }
        maps
    }

    /// A map.
    pub fn map(&mut self, key: &'static str) -> Option<Node<'t, 'a>> {
        let node = self.get(key)?;
        if node.is_map() {
            return Some(node);
        }
        self.wrong_type(node, key, "wrong-type-map");
        None
    }

    /// A scalar's text, read by `read`; what it refuses becomes a fault at the value.
    pub fn read_with<T>(
        &mut self,
        key: &'static str,
        read: impl FnOnce(&'t str) -> Result<T, Fault>,
    ) -> Option<T> {
        let text = self.text(key)?;
        match read(text) {
            Ok(value) => Some(value),
            Err(mut fault) => {
                fault.span = self.get(key).map(Node::span).unwrap_or_default();
                self.report(fault);
                None
            }
        }
    }

    fn refuse(&mut self, span: Span, refusal: Refusal) {
        let Refusal { code, message, hint } = refusal;
        self.report(Fault { code, span, message, hint });
    }

    fn value<T>(
        &mut self,
        key: &'static str,
        read: impl FnOnce(&str) -> Result<(T, Option<Refusal>), Refusal>,
    ) -> Option<T> {
        let text = self.text(key)?;
        let span = self.get(key)?.span();
        match read(text) {
            Ok((value, unclear)) => {
                if let Some(refusal) = unclear {
                    self.refuse(span, refusal);
                }
                Some(value)
            }
            Err(refusal) => {
                self.refuse(span, refusal);
                None
            }
        }
    }

    /// A day.
    pub fn date(&mut self, key: &'static str) -> Option<Date> {
        self.value(key, value::date)
    }

    /// A moment on the clock of `zone`.
    pub fn moment(&mut self, key: &'static str, zone: &TimeZone) -> Option<Moment> {
        self.value(key, |text| value::moment(text, zone))
    }

    /// An amount, in `currency` where it names none.
    pub fn money(&mut self, key: &'static str, currency: Currency) -> Option<Money> {
        if let Some((span, text)) = self.cut_by_comma(key) {
            if let Err(refusal) = value::money(&text, currency) {
                self.refuse(span, refusal);
            }
            return None;
        }
        self.value(key, |text| value::money(text, currency).map(|money| (money, None)))
    }

    /// A percentage, with or without its sign.
    pub fn percent(&mut self, key: &'static str) -> Option<Decimal> {
        if self.refuses_comma(key) {
            return None;
        }
        self.read_with(key, |text| {
            let number = text.strip_suffix('%').unwrap_or(text).trim_end();
            value::exact(number).ok_or_else(|| invalid_number(text))
        })
    }

    /// A number that is not negative.
    pub fn number(&mut self, key: &'static str) -> Option<f64> {
        if self.refuses_comma(key) {
            return None;
        }
        self.read_with(key, |text| {
            let number = value::exact(text).and_then(|number| f64::try_from(number).ok());
            match number.ok_or_else(|| invalid_number(text))? {
                number if number >= 0.0 => Ok(number),
                _ => Err(below_zero(key, text)),
            }
        })
    }

    /// A number from 0 to 1.
    pub fn share(&mut self, key: &'static str) -> Option<f64> {
        if self.refuses_comma(key) {
            return None;
        }
        self.read_with(key, |text| {
            let number = value::exact(text).and_then(|number| f64::try_from(number).ok());
            number.filter(|number| (0.0..=1.0).contains(number)).ok_or_else(|| no_share(text))
        })
    }

    /// A number that a decimal comma cut in two, with its span: inside `{…}` a comma ends the value,
    /// and `{amount: 1250,50}` has a key `50` without a value.
    fn cut_by_comma(&self, key: &str) -> Option<(Span, String)> {
        let mut entries = self.map.entries().skip_while(|(name, _)| name.text() != Some(key));
        let (_, value) = entries.next()?;
        let (rest, nothing) = entries.next()?;
        let (whole, fraction) = (value.text()?, rest.text()?);
        let is_cut = value.is_plain()
            && rest.is_plain()
            && nothing.is_null()
            && value::exact(whole).is_some()
            && fraction.starts_with(|letter: char| letter.is_ascii_digit());
        let span = Span::new(value.span().start, rest.span().end);
        is_cut.then(|| (span, format!("{whole},{fraction}")))
    }

    fn refuses_comma(&mut self, key: &str) -> bool {
        let cut = self.cut_by_comma(key);
        if let Some((span, text)) = &cut {
            self.report(Fault { span: *span, ..invalid_number(text) });
        }
        cut.is_some()
    }

    /// A whole number from `from` to `to`.
    pub fn whole(&mut self, key: &'static str, from: u64, to: u64) -> Option<u64> {
        self.read_with(key, |text| {
            text.parse().ok().filter(|number| (from..=to).contains(number)).ok_or_else(|| {
                let (from, to) = (from.to_string(), to.to_string());
                let hint = Phrase::new("no-whole-number-hint");
                let message = Phrase::new("no-whole-number").with("text", shortened(text));
                Fault::new("invalid-number", Span::default())
                    .saying(message.with("from", from.as_str()).with("to", to.as_str()))
                    .hinting(hint.with("from", from).with("to", to))
            })
        })
    }

    /// `true` or `false`.
    pub fn truth(&mut self, key: &'static str) -> Option<bool> {
        self.word(key, &[true, false], |truth| if truth { "true" } else { "false" })
    }

    /// A length of time.
    pub fn period(&mut self, key: &'static str) -> Option<Period> {
        self.read_with(key, |text| {
            Period::parse(text).ok_or_else(|| {
                Fault::new("invalid-period", Span::default())
                    .saying(Phrase::new("invalid-period").with("text", shortened(text)))
                    .hinting(Phrase::new("invalid-period-hint"))
            })
        })
    }

    /// A digest.
    pub fn digest(&mut self, key: &'static str) -> Option<Digest> {
        self.read_with(key, |text| text.parse().map_err(|_| invalid_digest(text)))
    }

    /// The digests of a list.
    pub fn digests(&mut self, key: &'static str) -> Vec<Digest> {
        let texts = self.texts(key);
        let mut digests = Vec::with_capacity(texts.len());
        for (text, span) in texts {
            match text.parse() {
                Ok(digest) => digests.push(digest),
                Err(_) => self.report(Fault { span, ..invalid_digest(text) }),
            }
        }
        digests
    }

    /// One of a list of words; an unknown one is reported with the nearest known one.
    pub fn word<T: Copy>(
        &mut self,
        key: &'static str,
        all: &[T],
        as_str: impl Fn(T) -> &'static str,
    ) -> Option<T> {
        self.read_with(key, |text| {
            all.iter().copied().find(|value| as_str(*value) == text).ok_or_else(|| {
                let known: Vec<&str> = all.iter().map(|value| as_str(*value)).collect();
                let fault = Fault::new("unknown-value", Span::default()).saying(
                    Phrase::new("unknown-value").with("key", key).with("text", shortened(text)),
                );
                fault.hinting(match meant(key, text, known.iter().copied()) {
                    Some(word) => Phrase::new("unknown-value-nearest").with("word", word),
                    None => Phrase::new("unknown-value-hint").with("words", known.join(", ")),
                })
            })
        })
    }
}

fn invalid_number(text: &str) -> Fault {
    Fault::new("invalid-number", Span::default())
        .saying(Phrase::new("invalid-number").with("text", shortened(text)))
        .hinting(Phrase::new("invalid-number-hint"))
}

fn below_zero(key: &'static str, text: &str) -> Fault {
    Fault::new("invalid-number", Span::default())
        .saying(Phrase::new("number-below-zero").with("text", shortened(text)).with("key", key))
        .hinting(Phrase::new("number-below-zero-hint"))
}

fn no_share(text: &str) -> Fault {
    Fault::new("invalid-number", Span::default())
        .saying(Phrase::new("no-share").with("text", shortened(text)))
        .hinting(Phrase::new("no-share-hint"))
}

fn invalid_digest(text: &str) -> Fault {
    Fault::new("invalid-digest", Span::default())
        .saying(Phrase::new("invalid-digest").with("text", shortened(text)))
        .hinting(Phrase::new("invalid-digest-hint"))
}
