//! The questions before a yes: built in, or the user's own in `screening.md`.

use super::{Vault, VaultFile};
use crate::model::QuestionSet;
use crate::note::{Note, PlacedFault, place, read_question_set};

/// The note at the vault's root that takes the place of the built-in questions.
pub const SCREENING_FILE: &str = "screening.md";

static BUILT_IN: &str = include_str!("../../templates/screening.md");

/// The questions of a vault.
#[derive(Clone, Debug)]
pub struct Questions {
    /// The questions in force.
    pub set: QuestionSet,
    /// The text of the note they come from.
    pub text: String,
    /// Whether the note is the vault's own.
    pub is_own: bool,
    /// Faults of the vault's own note.
    pub faults: Vec<PlacedFault>,
}

/// The built-in questions.
pub fn built_in_questions() -> QuestionSet {
    let note = Note::parse(SCREENING_FILE, BUILT_IN, &mut Vec::new());
    let none = QuestionSet { questions: Vec::new(), go_with: 0, decline_from: 1 };
    read_question_set(&note, &mut Vec::new()).unwrap_or(none)
}

impl Vault {
    /// The questions in force; where the vault's own note asks nothing, the built-in ones.
    pub fn questions(&self, files: &[VaultFile]) -> Questions {
        let built_in = |faults| Questions {
            set: built_in_questions(),
            text: BUILT_IN.to_owned(),
            is_own: false,
            faults,
        };
        let Some(file) = files.iter().find(|file| file.path == SCREENING_FILE) else {
            return built_in(Vec::new());
        };
        let read = self.read(file);
        let mut faults = read.faults;
        let note = Note::parse(&file.path, &read.text, &mut faults);
        let set = read_question_set(&note, &mut faults);
        let faults = place(&file.path, &read.text, faults);
        match set {
            Some(set) => Questions { set, text: read.text, is_own: true, faults },
            None => built_in(faults),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::Weighs;

    #[test]
    fn the_built_in_questions_are_whole_and_in_both_languages() {
        let mut faults = Vec::new();
        let note = Note::parse(SCREENING_FILE, BUILT_IN, &mut faults);
        let set = read_question_set(&note, &mut faults).expect("questions");
        assert_eq!(faults, []);
        let whole = |names: &crate::model::Names| names.en.is_some() && names.fr.is_some();
        for question in &set.questions {
            assert!(whole(&question.ask), "{}", question.id);
            assert!(question.send.as_ref().is_none_or(whole), "{}", question.id);
            for answer in &question.answers {
                let needs_reason = answer.weighs != Weighs::Open;
                assert!(!needs_reason || whole(&answer.because), "{} {}", question.id, answer.word);
            }
        }
        assert_eq!(set, built_in_questions());
        assert!(set.questions.len() >= 10);
    }
}
