//! What the law says about late payment: built-in files, and what a vault adds to them.

use std::collections::BTreeMap;
use std::path::PathBuf;

use include_dir::{Dir, include_dir};
use rust_decimal::Decimal;
use serde::Deserialize;

use super::{Vault, VaultError, VaultFile, files};
use crate::finding::Span;
use crate::model::{Currency, FixedSum, HalfYear, InBoth, Jurisdiction, Money, RateOf};
use crate::note::{Fault, PlacedFault, place_at_start};
use crate::phrase::Phrase;

static BUILT_IN: Dir<'static> = include_dir!("$CARGO_MANIFEST_DIR/templates/late-interest");

/// The folder of a vault whose files add to the built-in ones.
const FOLDER: &str = "late-interest";

/// A file as it is written; amounts and rates are text, so that they are exact.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
struct Written {
    name: Option<WrittenInBoth>,
    about: Option<WrittenInBoth>,
    law: Option<String>,
    rates_source: Option<String>,
    checked: Option<String>,
    margin: Option<String>,
    rate_of: Option<String>,
    compensation: Option<Vec<WrittenSum>>,
    reminders: Option<Vec<u16>>,
    #[serde(default)]
    rates: BTreeMap<String, String>,
}

#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct WrittenInBoth {
    en: String,
    fr: String,
}

#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct WrittenSum {
    from: String,
    sum: String,
}

/// The words that `late-interest` of a client note can name beside a rate and `none`.
pub fn jurisdiction_names() -> Vec<String> {
    let stem = |file: &include_dir::File<'_>| Some(file.path().file_stem()?.to_str()?.to_owned());
    let mut names: Vec<String> = BUILT_IN.files().filter_map(stem).collect();
    names.sort();
    names
}

/// A built-in file; `None` where there is none of this name.
pub fn built_in_jurisdiction(name: &str) -> Option<Jurisdiction> {
    let text = BUILT_IN.get_file(format!("{name}.toml"))?.contents_utf8()?;
    understood(name, parsed(text).ok()?, None).ok()
}

impl Vault {
    /// What the law says under this name: the built-in file, and what the vault's own adds;
    /// `None` where there is neither.
    ///
    /// # Errors
    /// Where the vault's own file cannot be read, or says what cannot be understood.
    pub fn jurisdiction(&self, name: &str) -> Result<Option<Jurisdiction>, VaultError> {
        let own = format!("{FOLDER}/{name}.toml");
        let path = self.root().join(&own);
        let built_in =
            BUILT_IN.get_file(format!("{name}.toml")).and_then(|file| file.contents_utf8());
        let bytes = match files::link_on_the_way(self.root(), &path) {
            Some(_) => None,
            None => files::read(&path)?,
        };
        let Some(bytes) = bytes else { return Ok(built_in_jurisdiction(name)) };
        let refuse = |what: String| VaultError::Jurisdiction { path: PathBuf::from(&own), what };
        let text = String::from_utf8(bytes).map_err(|error| refuse(error.to_string()))?;
        let added = parsed(&text).map_err(refuse)?;
        let base = built_in.map_or_else(|| Ok(Written::default()), parsed).map_err(refuse)?;
        understood(name, base.with(added), Some(own.clone())).map(Some).map_err(refuse)
    }
}

impl Vault {
    /// The fault of a file on late payment; `None` for a sound one and for any other file.
    pub fn check_jurisdiction(&self, file: &VaultFile) -> Option<PlacedFault> {
        let name = file.path.strip_prefix(FOLDER)?.strip_prefix('/')?.strip_suffix(".toml")?;
        let what = match self.jurisdiction(name) {
            Ok(_) => return None,
            Err(VaultError::Jurisdiction { what, .. }) => what,
            Err(other) => other.to_string(),
        };
        let fault = Fault::new("faulty-late-interest", Span::default())
            .saying(Phrase::new("faulty-late-interest").with("what", what))
            .hinting(Phrase::new("faulty-late-interest-hint"));
        Some(place_at_start(&file.path, fault))
    }
}

fn parsed(text: &str) -> Result<Written, String> {
    toml::from_str(text).map_err(|error| {
        let line = error.span().map(|span| text[..span.start].matches('\n').count() + 1);
        let at = line.map_or_else(String::new, |line| format!("line {line}: "));
        format!("{at}{}", error.message())
    })
}

impl Written {
    /// The same with what another file adds, key by key and rate by rate.
    fn with(mut self, added: Self) -> Self {
        self.rates.extend(added.rates);
        Self {
            name: added.name.or(self.name),
            about: added.about.or(self.about),
            law: added.law.or(self.law),
            rates_source: added.rates_source.or(self.rates_source),
            checked: added.checked.or(self.checked),
            margin: added.margin.or(self.margin),
            rate_of: added.rate_of.or(self.rate_of),
            compensation: added.compensation.or(self.compensation),
            reminders: added.reminders.or(self.reminders),
            rates: self.rates,
        }
    }
}

fn understood(id: &str, written: Written, own: Option<String>) -> Result<Jurisdiction, String> {
    let missing = |key: &str| format!("`{key}` is missing");
    let in_both = |text: WrittenInBoth| InBoth { en: text.en, fr: text.fr };
    let checked = written.checked.ok_or_else(|| missing("checked"))?;
    let rate_of = match written.rate_of.as_deref() {
        None | Some("half-year") => RateOf::HalfYear,
        Some("first-day") => RateOf::FirstDay,
        Some(other) => {
            return Err(format!("`rate-of` is `half-year` or `first-day`, not `{other}`"));
        }
    };
    let mut rates = BTreeMap::new();
    for (half, rate) in &written.rates {
        let half = HalfYear::parse(half)
            .ok_or_else(|| format!("`{half}` is no half-year such as `2026-H1`"))?;
        rates.insert(half, number("rates", rate)?);
    }
    let mut compensation = Vec::new();
    for sum in written.compensation.unwrap_or_default() {
        let from = number("from", &sum.from)?;
        compensation.push(FixedSum { from, sum: money(&sum.sum)? });
    }
    compensation.sort_by_key(|sum| sum.from);
    Ok(Jurisdiction {
        id: id.to_owned(),
        name: written.name.map(in_both).ok_or_else(|| missing("name"))?,
        about: written.about.map(in_both).unwrap_or_default(),
        law: written.law.ok_or_else(|| missing("law"))?,
        rates_source: written.rates_source.ok_or_else(|| missing("rates-source"))?,
        checked: checked
            .parse()
            .map_err(|_| format!("`checked` is a day such as `2026-02-05`, not `{checked}`"))?,
        margin: written.margin.map(|margin| number("margin", &margin)).transpose()?,
        rate_of,
        rates,
        compensation,
        reminders: written.reminders.unwrap_or_else(|| crate::model::REMINDERS.to_vec()),
        own,
    })
}

/// A number of percent or of money: not negative, below a million.
fn number(key: &str, text: &str) -> Result<Decimal, String> {
    Decimal::from_str_exact(text)
        .ok()
        .filter(|number| !number.is_sign_negative() && *number < Decimal::from(1_000_000))
        .ok_or_else(|| format!("`{key}` is a number such as \"2.15\", not `{text}`"))
}

fn money(text: &str) -> Result<Money, String> {
    let parts = text.split_once(' ');
    let read = parts.and_then(|(amount, code)| {
        Some(Money { amount: number("sum", amount).ok()?, currency: Currency::from_code(code)? })
    });
    read.ok_or_else(|| format!("`sum` is an amount such as \"40.00 EUR\", not `{text}`"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_built_in_file_is_understood_and_names_its_source() {
        assert_eq!(jurisdiction_names(), ["eu", "fr", "uk", "us"]);
        for name in jurisdiction_names() {
            let law = built_in_jurisdiction(&name).expect("a sound file");
            assert!(!law.law.is_empty() && !law.rates_source.is_empty(), "{name}");
            assert!(!law.about.en.is_empty() && !law.about.fr.is_empty(), "{name}");
            // Without a gap: every half-year from the first to the last has a rate.
            let halves: Vec<HalfYear> = law.rates.keys().copied().collect();
            for pair in halves.windows(2) {
                let next = jiff::ToSpan::day(1);
                assert_eq!(HalfYear::of(pair[0].last().saturating_add(next)), pair[1], "{name}");
            }
        }
    }

    #[test]
    fn a_vault_adds_rates_and_changes_what_it_names() {
        let folder = tempfile::tempdir().expect("a folder");
        let root = folder.path();
        std::fs::create_dir_all(root.join("late-interest")).expect("a folder");
        std::fs::write(root.join("casefile.toml"), "format = 1\n").expect("the settings");
        let vault = Vault::open(root.to_path_buf()).expect("a vault");
        let write = |text: &str| std::fs::write(root.join("late-interest/eu.toml"), text);
        write("margin = \"9\"\n[rates]\n2026-H2 = \"2.40\"\n").expect("a file");
        let law = vault.jurisdiction("eu").expect("understood").expect("a law");
        assert_eq!(law.margin, Some(Decimal::from(9)));
        assert_eq!(law.known_until().map(|day| day.to_string()).as_deref(), Some("2026-12-31"));
        assert_eq!(law.own.as_deref(), Some("late-interest/eu.toml"));
        assert_eq!(law.compensation.len(), 1);
        assert_eq!(vault.jurisdiction("xx").expect("nothing there"), None);
        for (text, said) in [
            ("margin = 9\n", "line 1: invalid type: integer `9`, expected a string"),
            ("margn = \"9\"\n", "line 1: unknown field `margn`"),
            ("margin = \"9%\"\n", "`margin` is a number"),
            ("[rates]\n2026-H3 = \"1\"\n", "no half-year"),
            ("[rates]\n2026-H1 = \"-1\"\n", "`rates` is a number"),
            ("compensation = [{ from = \"0\", sum = \"40 €\" }]\n", "`sum` is an amount"),
        ] {
            write(text).expect("a file");
            let error = vault.jurisdiction("eu").expect_err(text).to_string();
            assert!(error.contains(said), "{error}");
        }
    }
}
