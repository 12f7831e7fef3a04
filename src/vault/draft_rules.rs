//! The rules about drafts: built in, and the user's own below `templates/draft-rules/`.

use include_dir::{Dir, include_dir};

use super::{Vault, read_plain_text};
use crate::note::Note;
use crate::signal::{DraftRules, read_draft_rules};

static BUILT_IN: Dir<'static> = include_dir!("$CARGO_MANIFEST_DIR/templates/draft-rules");

/// The built-in rules about drafts, sorted by id.
pub fn built_in_draft_rules() -> Vec<DraftRules> {
    let mut rules: Vec<DraftRules> = BUILT_IN
        .files()
        .filter_map(|file| {
            let note = Note::parse(file.path().to_str()?, file.contents_utf8()?, &mut Vec::new());
            Some(read_draft_rules(&note, false, &mut Vec::new()))
        })
        .collect();
    rules.sort_by(|a, b| a.set.id.cmp(&b.set.id));
    rules
}

impl Vault {
    /// The rules about drafts; a note of the vault wins over a built-in one of its name.
    pub fn draft_rules(&self) -> Vec<DraftRules> {
        let mut rules = built_in_draft_rules();
        let (files, _) = self.other_files();
        let own = files
            .iter()
            .filter(|file| file.path.starts_with("templates/draft-rules/") && file.is_note());
        for file in own {
            let read = read_plain_text(&file.full(self.root()));
            let note = Note::parse(&file.path, &read.text, &mut Vec::new());
            let own = read_draft_rules(&note, true, &mut Vec::new());
            rules.retain(|rules| rules.set.id != own.set.id);
            rules.push(own);
        }
        rules
    }
}
