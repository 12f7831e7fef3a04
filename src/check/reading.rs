//! The rules whose faults are found while text becomes values, in `note` and `vault`.

use super::{Finds, Rule};
use crate::finding::Level;

/// The rules of reading, sorted by code.
pub(super) const READING: [Rule; 57] = [
    warning(
        "bare-time",
        "A time without quotes is a number of minutes to older readers of YAML, so another program shows something else.",
    ),
    warning(
        "bare-truth",
        "A bare `no` or `yes` is false or true to older readers of YAML, so another program loses the word.",
    ),
    error(
        "before-issued",
        "An invoice cannot be due or paid before it was issued; one of the dates is wrong, and lateness is counted from them.",
    ),
    warning(
        "byte-order-mark",
        "Many readers of front matter see none in a file that begins with a byte order mark.",
    ),
    warning(
        "cut-by-hash",
        "Behind a space, `#` begins a comment: the rest of the line is not part of the value.",
    ),
    error(
        "dots-close",
        "Front matter ends with `---`; most readers do not see an end in `...` and take the whole note for front matter.",
    ),
    error(
        "duplicate-key",
        "Of two keys of the same name readers take the first or the last; nobody can say which one was meant.",
    ),
    error(
        "ended-before-start",
        "Access cannot be ended before it was given, nor a deposit before it was received; one of the dates is wrong.",
    ),
    error(
        "faulty-late-interest",
        "A file on late payment that cannot be understood gives no rate, and `owed` refuses to guess one.",
    ),
    error(
        "faulty-revocation-list",
        "A list of revoked certificates that cannot be used does not show whether those that vouch for a time stamp were revoked.",
    ),
    error(
        "front-matter-too-large",
        "Front matter of this size is no note that a person wrote, and reading it could take all memory.",
    ),
    warning(
        "implausible-date",
        "A year before 1990 or after 2100 is nearly always a slip of the finger, and ages are counted from it.",
    ),
    error(
        "invalid-date",
        "A date is written year-month-day; any other order is read differently by different people.",
    ),
    error(
        "invalid-digest",
        "A digest is what ties a note to the bytes it is about; a damaged one ties it to nothing.",
    ),
    error(
        "invalid-hours",
        "Agreed hours decide whether a message came outside of them; hours that cannot be read decide nothing.",
    ),
    error("invalid-late-interest", "Interest is asked for in writing; it must be clear which."),
    error(
        "invalid-money",
        "Money is exact: a comma means thousands to some readers and decimals to others.",
    ),
    error("invalid-number", "A value that is no number cannot be counted."),
    error(
        "invalid-period",
        "Notice, payment terms and reply times are computed from their length; one that cannot be read is no agreement.",
    ),
    error(
        "invalid-utf8",
        "Bytes that are not UTF-8 are shown differently by every editor; the note cannot be quoted exactly.",
    ),
    warning(
        "leading-zero",
        "A number with a leading zero is octal or loses its zero in other programs.",
    ),
    error(
        "missing-key",
        "Without this key the note cannot say what it records, so it counts nothing.",
    ),
    error(
        "misspelt-type",
        "Only `type` says what a note is. Where it is misspelt the note is a free note, which is never wrong and counts nothing.",
    ),
    warning(
        "no-flag",
        "Notes below `flags/` are read as red flags; this one says it is something else.",
    ),
    error(
        "not-a-map",
        "Front matter consists of keys and values; a list or a sentence in its place says nothing.",
    ),
    error("not-text", "A file with zero bytes is no text; an original belongs into `evidence/`."),
    warning(
        "note-is-folder",
        "A folder whose name ends in `.md` looks like a note to people and is none.",
    ),
    error(
        "note-too-large",
        "A note of this size is no note that a person wrote; an original belongs into `evidence/`.",
    ),
    warning(
        "repeated-flag",
        "A red flag counts once for each incident; a second mention adds nothing.",
    ),
    error("settings-syntax", "Settings that cannot be read would silently be defaults."),
    error("settings-value", "A setting that cannot be understood would silently be its default."),
    error(
        "settings-without-format",
        "The format's number says how the vault is to be read, in twenty years too.",
    ),
    error("signal-empty", "A signal without a word to look for would speak always or never."),
    error(
        "signal-kind",
        "A signal looks for exactly one thing; with none or several, nobody can say when it speaks.",
    ),
    error(
        "signal-pattern",
        "A pattern that cannot be read looks for nothing, so the red flag stays silent.",
    ),
    warning(
        "smart-quotes",
        "Typographic quotes do not quote in YAML: they become part of the value.",
    ),
    warning(
        "symbolic-link",
        "Links are not followed: they may lead out of the vault, or in circles.",
    ),
    error("tab-indent", "YAML does not allow tabs for indentation; what follows is not read."),
    error(
        "table-header",
        "The first line of a table names its columns. Where it lacks one that every row needs nothing of the table counts; where one is misspelt its values are lost.",
    ),
    error(
        "text-before-front-matter",
        "Front matter is only seen at the very start of a note; this one records nothing.",
    ),
    warning(
        "time-does-not-exist",
        "On this day the clock was put forward over this time; the moment is not clear.",
    ),
    warning(
        "time-exists-twice",
        "On this day the clock was put back and this time came twice; the moment is not clear.",
    ),
    error(
        "too-many-cells",
        "A line with more cells than the header has shifted; an amount with a decimal comma does this.",
    ),
    error(
        "two-currencies",
        "An invoice whose amount names one currency and whose `currency` another asks for two different sums.",
    ),
    error(
        "unclosed-front-matter",
        "Front matter without a closing `---` is not seen by any reader; the note records nothing.",
    ),
    warning(
        "undated-message",
        "Nobody can say what a message came before or after that has no date; until it has one it suggests nothing and counts nowhere.",
    ),
    error(
        "unknown-currency",
        "An amount in a currency that does not exist cannot be added or converted.",
    ),
    warning("unknown-key", "A misspelt key is kept, and read by nobody."),
    error("unknown-setting", "A misspelt setting would silently be its default."),
    error(
        "unknown-value",
        "The value is none of the words that this key takes, so it counts as absent.",
    ),
    error(
        "unknown-zone",
        "Local times are on the client's clock; without a zone they are on another one.",
    ),
    warning(
        "unlinkable-name",
        "Links to a file cannot hold these characters, so nothing can point to it.",
    ),
    error(
        "unquoted-link",
        "Without quotes `[[link]]` is a list of a list to YAML, and the link is lost.",
    ),
    error("unreadable", "A file that cannot be read is missing from every report."),
    error("wrong-type", "The key takes another kind of value, so this one counts as absent."),
    error(
        "yaml-alias",
        "Anchors and aliases are not expanded: a few lines of them can fill all memory.",
    ),
    error("yaml-syntax", "What follows a fault of syntax is not read."),
];

const fn error(code: &'static str, why: &'static str) -> Rule {
    Rule { code, level: Level::Error, why, finds: Finds::WhileReading }
}

const fn warning(code: &'static str, why: &'static str) -> Rule {
    Rule { code, level: Level::Warning, why, finds: Finds::WhileReading }
}
