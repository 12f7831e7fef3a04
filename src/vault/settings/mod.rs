//! `casefile.toml` into settings. One table says which settings there are.
//!
//! No setting can run a program: a vault may come from someone else.

mod known;
mod named;

use toml::Spanned;
use toml::de::{DeTable, DeValue};

pub use named::{NamedInSettings, named_in_settings};

use crate::finding::Span;
use crate::model::{FlagId, FlagSettings, Settings};
use crate::note::{Fault, nearest};
use crate::phrase::Phrase;
use known::{FLAG, SECTIONS, Setting, TOP};

/// Reads the settings; what cannot be understood keeps its default and becomes a fault.
pub fn parse_settings(text: &str) -> (Settings, Vec<Fault>) {
    let mut settings = Settings::default();
    let mut faults = Vec::new();
    let (table, errors) = DeTable::parse_recoverable(text);
    for error in errors {
        let span = error.span().map_or_else(Span::default, Span::from);
        faults.push(
            Fault::new("settings-syntax", span)
                .saying(Phrase::new("settings-syntax").with("what", error.message()))
                .hinting(Phrase::new("settings-syntax-hint")),
        );
    }
    let table = table.into_inner();
    let mut top: Vec<&str> = TOP.iter().map(|setting| setting.name).collect();
    top.extend(SECTIONS.map(|(name, _)| name));
    top.push("flags");
    for (key, value) in &table {
        let name = key.get_ref().as_ref();
        let section = SECTIONS.iter().find(|(section, _)| *section == name);
        if let Some((_, known)) = section {
            take_table(value, known, &mut settings, &mut faults);
        } else if name == "flags" {
            take_flags(value, &mut settings, &mut faults);
        } else if let Some(setting) = TOP.iter().find(|setting| setting.name == name) {
            take(setting, value, &mut settings, &mut faults);
        } else {
            faults.push(unknown(key, &top));
        }
    }
    if !table.iter().any(|(key, _)| key.get_ref() == "format") {
        faults.push(
            Fault::new("settings-without-format", Span::default())
                .hinting(Phrase::new("settings-without-format-hint")),
        );
    }
    let score = settings.score;
    if !(score.watch <= score.boundary && score.boundary <= score.exit) {
        faults.push(
            Fault::new("settings-value", Span::default())
                .saying(Phrase::new("settings-thresholds-order"))
                .hinting(Phrase::new("settings-thresholds-order-hint")),
        );
    }
    (settings, faults)
}

fn take_flags(value: &Spanned<DeValue<'_>>, settings: &mut Settings, faults: &mut Vec<Fault>) {
    let Some(table) = value.get_ref().as_table() else {
        faults.push(refused("flags", "takes-table", value.span().into()));
        return;
    };
    for (id, value) in table {
        let mut flag = FlagSettings::default();
        take_table(value, &FLAG, &mut flag, faults);
        settings.flags.insert(FlagId::new(id.get_ref().as_ref()), flag);
    }
}

fn take_table<T>(
    value: &Spanned<DeValue<'_>>,
    known: &[Setting<T>],
    into: &mut T,
    faults: &mut Vec<Fault>,
) {
    let Some(table) = value.get_ref().as_table() else {
        faults.push(refused("section", "takes-table", value.span().into()));
        return;
    };
    let names: Vec<&str> = known.iter().map(|setting| setting.name).collect();
    for (key, value) in table {
        match known.iter().find(|setting| setting.name == key.get_ref().as_ref()) {
            Some(setting) => take(setting, value, into, faults),
            None => faults.push(unknown(key, &names)),
        }
    }
}

fn take<T>(
    setting: &Setting<T>,
    value: &Spanned<DeValue<'_>>,
    into: &mut T,
    faults: &mut Vec<Fault>,
) {
    if (setting.take)(into, value.get_ref()).is_none() {
        faults.push(refused(setting.name, setting.takes, value.span().into()));
    }
}

fn refused(name: &'static str, takes: &'static str, span: Span) -> Fault {
    Fault::new("settings-value", span)
        .saying(Phrase::new("settings-value").with("name", name))
        .hinting(Phrase::new("settings-value-hint").with("takes", Phrase::new(takes)))
}

fn unknown(key: &Spanned<std::borrow::Cow<'_, str>>, known: &[&str]) -> Fault {
    let name = key.get_ref().as_ref();
    let fault = Fault::new("unknown-setting", key.span().into())
        .saying(Phrase::new("unknown-setting").with("name", name));
    fault.hinting(match nearest(name, known.iter().copied()) {
        Some(word) => Phrase::new("unknown-setting-nearest").with("word", word),
        None => Phrase::new("unknown-setting-hint").with("words", known.join(", ")),
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::HalfLife;
    use crate::model::Language;

    fn codes(text: &str) -> Vec<&'static str> {
        parse_settings(text).1.into_iter().map(|fault| fault.code).collect()
    }

    #[test]
    fn every_section_is_read() {
        let (settings, faults) = parse_settings(
            "format = 1\nlanguage = \"fr\"\n[score]\nwatch = 5\n[flags.scope-creep]\nweight = 3.5\n\
             half-life = \"never\"\n[decide]\ncooling-off = \"2 days\"\n[check]\n\
             ignore = [{ code = \"mind-reading\", reason = \"my style\" }]\n",
        );
        assert_eq!(faults, []);
        assert_eq!(settings.language, Some(Language::Fr));
        assert_eq!(settings.decide.cooling_off_hours, 48);
        assert_eq!(settings.ignored.len(), 1);
        let flag = &settings.flags[&FlagId::new("scope-creep")];
        assert_eq!((flag.weight, flag.half_life), (Some(3.5), Some(HalfLife::Never)));
    }

    #[test]
    fn what_is_not_understood_is_named() {
        assert_eq!(codes("format = 1\nlangage = \"fr\"\n"), ["unknown-setting"]);
        assert_eq!(codes("format = 2\n"), ["settings-value"]);
        assert_eq!(codes("format = 1\n[score]\nwatch = 30\n"), ["settings-value"]);
        assert_eq!(codes("format = 1\n[check]\nignore = [{ code = \"x\" }]\n"), ["settings-value"]);
        assert_eq!(codes("language = \"en\"\n"), ["settings-without-format"]);
        assert_eq!(codes("format = = 1\n").first(), Some(&"settings-syntax"));
    }
}
