//! The catalogue: a list of red flags, and one of them with what there is to know about it.

use serde::Serialize;

use super::{FlagName, SCHEMA};
use crate::assess::Catalogue;
use crate::finding::Span;
use crate::model::{Flag, FlagId, FlagOrigin, Language};
use crate::note::body::parse_body;

/// The red flags of a vault.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct FlagsView {
    /// The number of this shape.
    pub schema: u32,
    /// The red flags, sorted by id.
    pub flags: Vec<FlagView>,
}

/// A red flag.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct FlagView {
    /// Its id.
    pub id: FlagId,
    /// What it is called.
    pub name: FlagName,
    /// Points of one confirmed incident of medium severity on its day.
    pub weight: f64,
    /// Days after which an incident counts half; `None` if it never fades.
    pub half_life: Option<u32>,
    /// Whether one confirmed incident means exit.
    pub deal_breaker: bool,
    /// Whether the settings switch it off.
    pub off: bool,
    /// The user's own note; `None` for a built-in red flag.
    pub note: Option<String>,
    /// Whether the user's own note stands in place of the built-in one of this id.
    pub replaces_built_in: bool,
}

/// One red flag with what there is to know about it.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct FlagPage {
    /// The number of this shape.
    pub schema: u32,
    /// The red flag.
    #[serde(flatten)]
    pub flag: FlagView,
    /// What it looks like, innocent explanations, questions, a response: Markdown.
    pub guidance: String,
}

impl FlagsView {
    /// The red flags of a catalogue.
    pub fn of(catalogue: &Catalogue) -> Self {
        let flags = catalogue.iter().map(|flag| FlagView::of(flag, catalogue)).collect();
        Self { schema: SCHEMA, flags }
    }
}

impl FlagView {
    /// The view of a red flag of this catalogue.
    pub fn of(flag: &Flag, catalogue: &Catalogue) -> Self {
        Self {
            id: flag.id.clone(),
            name: FlagName::of(flag),
            weight: flag.weight,
            half_life: flag.half_life.unwrap_or_default().days(),
            deal_breaker: flag.deal_breaker,
            off: catalogue.is_off(flag.id.as_str()),
            note: match &flag.origin {
                FlagOrigin::BuiltIn => None,
                FlagOrigin::Vault(note) => Some(note.clone()),
            },
            replaces_built_in: catalogue.replaces_built_in(flag.id.as_str()),
        }
    }
}

impl FlagPage {
    /// The page of a red flag, its guidance in `language` where the note has it.
    pub fn of(flag: &Flag, catalogue: &Catalogue, language: Language) -> Self {
        Self {
            schema: SCHEMA,
            flag: FlagView::of(flag, catalogue),
            guidance: guidance_in(&flag.guidance, language).to_owned(),
        }
    }
}

/// The innocent explanations that a guidance gives, in `language` where it has it.
pub(super) fn innocent_explanations(guidance: &str, language: Language) -> Vec<String> {
    let part = guidance_in(guidance, language);
    let is_heading = |line: &str| {
        let line = line.trim_start_matches('#').trim().to_lowercase();
        matches!(line.as_str(), "innocent explanations" | "explications innocentes")
    };
    let below = part.lines().skip_while(|line| !(line.starts_with('#') && is_heading(line)));
    let section = below.skip(1).take_while(|line| !line.starts_with('#'));
    section.filter_map(|line| line.strip_prefix("- ")).map(|line| line.trim().to_owned()).collect()
}

/// The part of a guidance below the heading `# English` or `# Français`; all of it where there
/// is no such heading.
fn guidance_in(guidance: &str, language: Language) -> &str {
    let wanted = match language {
        Language::En => ["english", "anglais"],
        Language::Fr => ["français", "french"],
    };
    let whole = Span::new(0, guidance.len());
    let mut headings = parse_body(guidance, whole).headings;
    headings.retain(|heading| heading.level == 1);
    let found = headings
        .iter()
        .position(|heading| wanted.contains(&heading.text.trim().to_lowercase().as_str()));
    let Some(at) = found else { return guidance.trim() };
    let end = headings.get(at + 1).map_or(guidance.len(), |next| next.span.start);
    Span::new(headings[at].span.end, end).of(guidance).trim()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn guidance_is_shown_in_the_language_of_the_user() {
        let text = "# English\n\n## Looks like\nA\n\n# Français\n\n## Allure\nB\n";
        assert_eq!(guidance_in(text, Language::En), "## Looks like\nA");
        assert_eq!(guidance_in(text, Language::Fr), "## Allure\nB");
        assert_eq!(guidance_in("Only this.\n", Language::Fr), "Only this.");
    }
}
