//! `casefile.toml` into settings. One table says which settings there are.
//!
//! No setting can run a program: a vault may come from someone else.

use jiff::tz::TimeZone;
use toml::Spanned;
use toml::de::{DeTable, DeValue};

use crate::finding::Span;
use crate::model::{
    CommitPolicy, Currency, FlagId, FlagSettings, Ignore, Language, Settings, SignPolicy,
    SubjectStyle,
};
use crate::note::{Fault, nearest, parse_half_life};
use crate::phrase::Phrase;

/// A setting: its name, what it takes (a phrase), and how it is taken.
struct Setting<T> {
    name: &'static str,
    takes: &'static str,
    take: fn(&mut T, &DeValue<'_>) -> Option<()>,
}

/// The format of vaults that this program reads.
const FORMAT: &str = "1";

const TOP: [Setting<Settings>; 5] = [
    Setting {
        name: "format",
        takes: "takes-format",
        take: |_, value| (value.as_integer()?.as_str() == FORMAT).then_some(()),
    },
    Setting {
        name: "language",
        takes: "takes-language",
        take: |settings, value| {
            settings.language = Some(Language::from_code(value.as_str()?)?);
            Some(())
        },
    },
    Setting {
        name: "timezone",
        takes: "takes-zone",
        take: |settings, value| {
            settings.zone = TimeZone::get(value.as_str()?).ok()?;
            Some(())
        },
    },
    Setting {
        name: "currency",
        takes: "takes-currency",
        take: |settings, value| {
            settings.currency = Currency::from_code(value.as_str()?)?;
            Some(())
        },
    },
    Setting {
        name: "author",
        takes: "takes-text",
        take: |settings, value| {
            settings.author = Some(value.as_str()?.to_owned());
            Some(())
        },
    },
];

const SCORE: [Setting<Settings>; 7] = [
    Setting {
        name: "half-life",
        takes: "takes-half-life",
        take: |settings, value| {
            settings.score.half_life = parse_half_life(value.as_str()?)?;
            Some(())
        },
    },
    Setting {
        name: "watch",
        takes: "takes-number",
        take: |settings, value| {
            settings.score.watch = number(value)?;
            Some(())
        },
    },
    Setting {
        name: "boundary",
        takes: "takes-number",
        take: |settings, value| {
            settings.score.boundary = number(value)?;
            Some(())
        },
    },
    Setting {
        name: "exit",
        takes: "takes-number",
        take: |settings, value| {
            settings.score.exit = number(value)?;
            Some(())
        },
    },
    Setting {
        name: "repeat",
        takes: "takes-factor",
        take: |settings, value| {
            settings.score.repeat = number(value).filter(|factor| *factor >= 1.0)?;
            Some(())
        },
    },
    Setting {
        name: "variety",
        takes: "takes-number",
        take: |settings, value| {
            settings.score.variety = number(value)?;
            Some(())
        },
    },
    Setting {
        name: "variety-limit",
        takes: "takes-factor",
        take: |settings, value| {
            settings.score.variety_limit = number(value).filter(|factor| *factor >= 1.0)?;
            Some(())
        },
    },
];

const DECIDE: [Setting<Settings>; 2] = [
    Setting {
        name: "cooling-off",
        takes: "takes-hours",
        take: |settings, value| {
            settings.decide.cooling_off_hours = hours(value.as_str()?)?;
            Some(())
        },
    },
    Setting {
        name: "review",
        takes: "takes-days",
        take: |settings, value| {
            settings.decide.review_days = days(value.as_str()?)?;
            Some(())
        },
    },
];

const LEDGER: [Setting<Settings>; 3] = [
    Setting {
        name: "commit",
        takes: "takes-commit",
        take: |settings, value| {
            settings.ledger.commit = match value.as_str()? {
                "decisions" => CommitPolicy::Decisions,
                "records" => CommitPolicy::Records,
                "never" => CommitPolicy::Never,
                _ => return None,
            };
            Some(())
        },
    },
    Setting {
        name: "sign",
        takes: "takes-sign",
        take: |settings, value| {
            settings.ledger.sign = match value.as_str()? {
                "auto" => SignPolicy::Auto,
                "required" => SignPolicy::Required,
                "never" => SignPolicy::Never,
                _ => return None,
            };
            Some(())
        },
    },
    Setting {
        name: "subject",
        takes: "takes-subject",
        take: |settings, value| {
            settings.ledger.subject = match value.as_str()? {
                "full" => SubjectStyle::Full,
                "terse" => SubjectStyle::Terse,
                _ => return None,
            };
            Some(())
        },
    },
];

const CHECK: [Setting<Settings>; 1] = [Setting {
    name: "ignore",
    takes: "takes-ignore",
    take: |settings, value| {
        for item in value.as_array()? {
            settings.ignored.push(ignore(item.get_ref().as_table()?)?);
        }
        Some(())
    },
}];

const FLAG: [Setting<FlagSettings>; 4] = [
    Setting {
        name: "weight",
        takes: "takes-number",
        take: |flag, value| {
            flag.weight = Some(number(value)?);
            Some(())
        },
    },
    Setting {
        name: "half-life",
        takes: "takes-half-life",
        take: |flag, value| {
            flag.half_life = Some(parse_half_life(value.as_str()?)?);
            Some(())
        },
    },
    Setting {
        name: "deal-breaker",
        takes: "takes-truth",
        take: |flag, value| {
            flag.deal_breaker = Some(value.as_bool()?);
            Some(())
        },
    },
    Setting {
        name: "off",
        takes: "takes-truth",
        take: |flag, value| {
            flag.off = value.as_bool()?;
            Some(())
        },
    },
];

const SECTIONS: [(&str, &[Setting<Settings>]); 4] =
    [("score", &SCORE), ("decide", &DECIDE), ("ledger", &LEDGER), ("check", &CHECK)];

/// Reads the settings; what cannot be understood keeps its default and becomes a fault.
pub fn parse_settings(text: &str) -> (Settings, Vec<Fault>) {
    let mut settings = Settings::default();
    let mut faults = Vec::new();
    let (table, errors) = DeTable::parse_recoverable(text);
    for error in errors {
        let span = error.span().map_or_else(Span::default, Span::from);
        faults.push(
            Fault::new("settings-syntax", span)
                .saying(Phrase::new("settings-syntax").with("what", error.message())),
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

fn number(value: &DeValue<'_>) -> Option<f64> {
    let text = value
        .as_float()
        .map(toml::de::DeFloat::as_str)
        .or_else(|| value.as_integer().map(toml::de::DeInteger::as_str))?;
    text.parse().ok().filter(|number: &f64| number.is_finite() && *number >= 0.0)
}

/// `24 hours`, `2 days`.
fn hours(text: &str) -> Option<u32> {
    let (number, unit) = text.trim().split_once(' ')?;
    let number: u32 = number.parse().ok()?;
    match unit.trim() {
        "hour" | "hours" => Some(number),
        "day" | "days" => number.checked_mul(24),
        _ => None,
    }
}

fn days(text: &str) -> Option<u16> {
    let days = parse_half_life(text)??;
    u16::try_from(days).ok()
}

fn ignore(table: &DeTable<'_>) -> Option<Ignore> {
    let text = |key: &str| {
        let (_, value) = table.iter().find(|(name, _)| name.get_ref() == key)?;
        value.get_ref().as_str().map(str::to_owned)
    };
    let reason = text("reason").filter(|reason| !reason.trim().is_empty())?;
    let known = ["code", "path", "reason"];
    let only_known = table.iter().all(|(name, _)| known.contains(&name.get_ref().as_ref()));
    only_known.then_some(Ignore { code: text("code")?, path: text("path"), reason })
}

#[cfg(test)]
mod tests {
    use super::*;

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
        assert_eq!((flag.weight, flag.half_life), (Some(3.5), Some(None)));
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
