//! `missing-exhibit`, `exhibit-changed` and `unlisted-exhibit`: an original, the note about it
//! and the digest in that note belong together.

use std::collections::BTreeSet;

use crate::check::{Anchored, CaseView, Finds, Rule, Surroundings};
use crate::finding::{Level, Span};
use crate::model::{Case, composed};
use crate::note::Fault;
use crate::phrase::Phrase;

pub(super) const MISSING: Rule = Rule {
    code: "missing-exhibit",
    level: Level::Error,
    why: "The note of an exhibit vouches for a file. Without the file there is nothing to show.",
    finds: Finds::InCase(find_missing),
};

pub(super) const CHANGED: Rule = Rule {
    code: "exhibit-changed",
    level: Level::Error,
    why: "An original is kept byte for byte. One whose digest differs from that of the day it \
          was kept is no original any more.",
    finds: Finds::InCase(find_changed),
};

pub(super) const UNLISTED: Rule = Rule {
    code: "unlisted-exhibit",
    level: Level::Warning,
    why: "Only the digest in an exhibit note shows later that a file was not changed. A file \
          without such a note proves little.",
    finds: Finds::InCase(find_unlisted),
};

/// The paths of the files that exhibit notes are about, accents in one form.
pub(crate) fn exhibited_files(case: &Case) -> BTreeSet<String> {
    case.exhibits.iter().map(|exhibit| composed(&exhibit.path()).into_owned()).collect()
}

fn find_missing(view: &CaseView<'_>, surroundings: &Surroundings<'_>, found: &mut Vec<Anchored>) {
    for exhibit in &view.case.exhibits {
        // One that is kept apart need not be on this machine.
        if exhibit.is_detached() || surroundings.files.has_file(&exhibit.path()) {
            continue;
        }
        found.push(Anchored::new(
            &exhibit.note,
            "file",
            Fault::new("missing-exhibit", Span::default())
                .saying(Phrase::new("missing-exhibit").with("file", exhibit.file.as_str()))
                .hinting(Phrase::new("missing-exhibit-hint")),
        ));
    }
}

fn find_changed(view: &CaseView<'_>, _: &Surroundings<'_>, found: &mut Vec<Anchored>) {
    for exhibit in &view.case.exhibits {
        let path = exhibit.path();
        let as_written =
            |(file, digest): (&String, _)| (composed(file) == composed(&path)).then_some(digest);
        let of_file = view.evidence.get(&path);
        let Some(digest) = of_file.or_else(|| view.evidence.iter().find_map(as_written)) else {
            continue;
        };
        if *digest == exhibit.digest {
            continue;
        }
        let file = exhibit.file.as_str();
        let (saying, hint) = if exhibit.is_detached() {
            // Its note may name any file of the machine, whose digest is nobody's business.
            let saying = Phrase::new("exhibit-changed-detached").with("file", file);
            (saying, Phrase::new("exhibit-changed-detached-hint"))
        } else {
            let saying = Phrase::new("exhibit-changed").with("file", file);
            (saying.with("digest", digest.to_hex()), Phrase::new("exhibit-changed-hint"))
        };
        found.push(Anchored::new(
            &exhibit.note,
            "sha256",
            Fault::new("exhibit-changed", Span::default()).saying(saying).hinting(hint),
        ));
    }
}

fn find_unlisted(view: &CaseView<'_>, _: &Surroundings<'_>, found: &mut Vec<Anchored>) {
    let listed = exhibited_files(view.case);
    let unlisted = view.evidence.keys().filter(|path| !listed.contains(composed(path).as_ref()));
    for path in unlisted.filter(|path| !path.contains("/evidence/dkim/")) {
        let name = path.rsplit('/').next().unwrap_or(path);
        found.push(Anchored::new(
            path,
            None,
            Fault::new("unlisted-exhibit", Span::default())
                .saying(Phrase::new("unlisted-exhibit").with("file", name))
                .hinting(Phrase::new("unlisted-exhibit-hint").with("note", format!("{name}.md"))),
        ));
    }
}
