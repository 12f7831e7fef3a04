//! The letters that there are, and the one that fits a client now.

use super::super::session::Session;
use super::super::surveying::{self, Known};
use super::super::{Outcome, output::TextOrJson};
use super::Args;
use crate::exit::Plan;
use crate::failure::{Failure, FailureKind};
use crate::letter::advise;
use crate::phrase::Phrase;
use crate::render::{self, LETTERS};
use crate::report::LettersView;
use crate::vault::Vault;

pub(super) fn run(
    args: &Args,
    client: Option<&str>,
    session: &mut Session,
) -> Result<Outcome, Failure> {
    let Some(client) = client else {
        let own = match session.vault() {
            Ok(vault) => listed(&vault, session)?,
            Err(failure) if failure.kind == FailureKind::NotFound => Vec::new(),
            Err(failure) => return Err(failure),
        };
        return show(args, session, &LettersView::of(&own));
    };
    surveying::about_files(session, client, None, |session, known| {
        let own = listed(known.vault, session)?;
        let assessment = known.assessment();
        let plan = plan(known)?;
        let case = known.as_of.known(known.case);
        let advice = advise(&case, &assessment, &plan.owed, &plan.telling);
        let id = &case.client.id;
        let view = LettersView::of(&own).advising(id, &advice, &plan, known.catalogue);
        show(args, session, &view)
    })
}

/// The exit plan of a client: money, deliverables, access, the end, how to say it.
pub(super) fn plan(known: &Known<'_>) -> Result<Plan, Failure> {
    let terms = surveying::client_terms(known.vault, &known.case.client)?;
    Ok(Plan::of(known.case, &known.assessment(), &terms, &known.vault.settings().exit))
}

fn show(args: &Args, session: &Session, view: &LettersView) -> Result<Outcome, Failure> {
    let text = match args.output.format(args.format)? {
        TextOrJson::Text => render::letters_text(view, session.ui.locale(), session.text_style()),
        TextOrJson::Json => render::json_said(view, session.ui.locale())?,
    };
    args.output.write(session, &text)?;
    Ok(Outcome::Done)
}

/// The vault's own letters; says which files are named so that nothing finds them.
fn listed(vault: &Vault, session: &Session) -> Result<Vec<String>, Failure> {
    let (names, misnamed) = own_letters(vault)?;
    for path in misnamed {
        session.ui.remark(&Phrase::new("letter-misnamed").with("path", path));
    }
    Ok(names)
}

/// The names of letters for which the vault has templates, sorted, and the files below
/// `templates/letters/` that are named like none.
pub(super) fn own_letters(vault: &Vault) -> Result<(Vec<String>, Vec<String>), Failure> {
    let (folder, ending) = LETTERS;
    let (mut names, mut misnamed) = (Vec::new(), Vec::new());
    for path in vault.own_templates()?.into_keys() {
        let Some(name) = path.strip_prefix(folder) else { continue };
        let letter = name.strip_suffix(ending).and_then(|name| name.rsplit_once('.'));
        match letter {
            Some((letter, "en" | "fr" | "fr-tu")) if !letter.starts_with("talk-") => {
                names.push(letter.to_owned());
            }
            Some((_, "en" | "fr" | "fr-tu")) => {}
            _ => misnamed.push(path),
        }
    }
    names.sort();
    names.dedup();
    Ok((names, misnamed))
}
