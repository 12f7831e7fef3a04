//! `unknown-ignore` and `unknown-flag-setting`: the settings name a rule or a red flag that
//! there is none of.

use crate::check::{Anchored, Finds, RULES, Rule, Surroundings, VaultView, rule};
use crate::finding::Level;
use crate::note::{Fault, nearest};
use crate::phrase::Phrase;
use crate::vault::SETTINGS_FILE;

pub(super) const IGNORE: Rule = Rule {
    code: "unknown-ignore",
    level: Level::Error,
    why: "A misspelt code ignores nothing, and the findings it was meant for come back.",
    finds: Finds::InVault(find_ignore),
};

pub(super) const FLAG: Rule = Rule {
    code: "unknown-flag-setting",
    level: Level::Error,
    why: "Settings for a red flag that the catalogue does not have change nothing, so the score \
          is not the one that was meant.",
    finds: Finds::InVault(find_flag),
};

fn find_ignore(view: &VaultView<'_>, _: &Surroundings<'_>, found: &mut Vec<Anchored>) {
    for (code, span) in &view.named.ignored {
        if rule(code).is_some() {
            continue;
        }
        let known = RULES.iter().copied().flatten().map(|rule| rule.code);
        let hint = match nearest(code, known) {
            Some(near) => Phrase::new("unknown-ignore-nearest").with("rule", near),
            None => Phrase::new("unknown-ignore-hint"),
        };
        let fault = Fault::new("unknown-ignore", *span)
            .saying(Phrase::new("unknown-ignore").with("rule", code.as_str()))
            .hinting(hint);
        found.push(Anchored::at_bytes(SETTINGS_FILE, *span, fault));
    }
}

fn find_flag(view: &VaultView<'_>, surroundings: &Surroundings<'_>, found: &mut Vec<Anchored>) {
    for (flag, span) in &view.named.flags {
        if surroundings.catalogue.get(flag).is_some() {
            continue;
        }
        let known = surroundings.catalogue.iter().map(|flag| flag.id.as_str());
        let hint = match nearest(flag, known) {
            Some(near) => Phrase::new("unknown-flag-nearest").with("flag", near),
            None => Phrase::new("unknown-flag-setting-hint"),
        };
        let fault = Fault::new("unknown-flag-setting", *span)
            .saying(Phrase::new("unknown-flag-setting").with("flag", flag.as_str()))
            .hinting(hint);
        found.push(Anchored::at_bytes(SETTINGS_FILE, *span, fault));
    }
}
