//! Which settings there are: name, what each takes, and how it is taken.

use jiff::tz::TimeZone;
use toml::de::{DeTable, DeValue};

use crate::model::{
    AnchorPolicy, CommitPolicy, Currency, FlagSettings, Ignore, Language, Money, Settings,
    SignPolicy, SubjectStyle,
};
use crate::note::parse_half_life;

/// A setting: its name, what it takes (a phrase), and how it is taken.
pub(super) struct Setting<T> {
    pub(super) name: &'static str,
    pub(super) takes: &'static str,
    pub(super) take: fn(&mut T, &DeValue<'_>) -> Option<()>,
}

/// The format of vaults that this program reads.
const FORMAT: &str = "1";

pub(super) const TOP: [Setting<Settings>; 5] = [
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
            settings.score.half_life = Some(parse_half_life(value.as_str()?)?);
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

const EXIT: [Setting<Settings>; 2] = [
    Setting {
        name: "reserve",
        takes: "takes-money",
        take: |settings, value| {
            settings.exit.reserve = Some(money(value.as_str()?)?);
            Some(())
        },
    },
    Setting {
        name: "spending",
        takes: "takes-money",
        take: |settings, value| {
            settings.exit.spending = Some(money(value.as_str()?)?);
            Some(())
        },
    },
];

const LEDGER: [Setting<Settings>; 4] = [
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
    Setting {
        name: "anchor",
        takes: "takes-anchor",
        take: |settings, value| {
            settings.ledger.anchor = match value.as_str()? {
                "auto" => AnchorPolicy::Auto,
                "always" => AnchorPolicy::Always,
                "never" => AnchorPolicy::Never,
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

pub(super) const FLAG: [Setting<FlagSettings>; 4] = [
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

pub(super) const SECTIONS: [(&str, &[Setting<Settings>]); 5] = [
    ("score", &SCORE),
    ("decide", &DECIDE),
    ("exit", &EXIT),
    ("ledger", &LEDGER),
    ("check", &CHECK),
];

/// An amount with its currency, not negative: `8000 EUR`.
fn money(text: &str) -> Option<Money> {
    let (amount, code) = text.split_once(' ')?;
    let amount = rust_decimal::Decimal::from_str_exact(amount).ok()?;
    let currency = Currency::from_code(code)?;
    (!amount.is_sign_negative()).then_some(Money { amount, currency })
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
    let days = parse_half_life(text)?.days()?;
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
