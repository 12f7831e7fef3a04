//! Suggestions that the user refused, remembered by their phrases, as text in the vault.

use std::collections::BTreeSet;

use jiff::civil::Date;

use crate::model::Digest;
use crate::signal::Normal;

/// The phrases that were refused, each for one red flag.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Refused(BTreeSet<Digest>);

/// What stands before the digest on a line.
const MARK: &str = "<!-- sha256:";

impl Refused {
    /// Reads the lines of a note; other lines are the user's.
    pub fn parse(text: &str) -> Self {
        let digest = |line: &str| {
            let hex = line.strip_prefix("- ")?.rsplit_once(MARK)?.1;
            hex.split_once(" -->")?.0.parse().ok()
        };
        Self(text.lines().filter_map(digest).collect())
    }

    /// Whether this phrase is refused for this red flag.
    pub fn has(&self, flag: &str, phrase: &str) -> bool {
        self.0.contains(&digest(flag, phrase))
    }

    /// The line that remembers a phrase, with its line break.
    pub fn line(flag: &str, phrase: &str, because: &str, day: Date) -> String {
        let one = |text: &str| text.split_whitespace().collect::<Vec<_>>().join(" ");
        // Nobody's words end the comment or begin one.
        let plain = |text: &str| one(text).replace("<!--", "<! --").replace("-->", "-- >");
        let hex = digest(flag, phrase).to_hex();
        format!("- {day} `{flag}` “{}”: {} {MARK}{hex} -->\n", plain(phrase), plain(because))
    }
}

/// The digest of a phrase as it is matched: case, accents and spaces make no difference.
fn digest(flag: &str, phrase: &str) -> Digest {
    Digest::of(format!("{flag}\n{}", Normal::of(phrase.trim(), None).text).as_bytes())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_refused_phrase_is_known_again_however_it_is_written() {
        let day = Date::constant(2026, 11, 28);
        let line = Refused::line("threat", "Payez -->\nou sinon", "une  blague\n", day);
        assert_eq!(line.lines().count(), 1);
        assert!(line.starts_with("- 2026-11-28 `threat` “Payez -- > ou sinon”: une blague <!--"));
        let refused = Refused::parse(&format!("# Mine\n\n{line}- a thought\n"));
        assert!(refused.has("threat", "PAYEZ  -->\nou  sinon"));
        assert!(!refused.has("ultimatum", "Payez -->\nou sinon"));
        assert_eq!(refused.0.len(), 1);
    }
}
