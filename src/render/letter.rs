//! Letters through their templates.

use super::{RenderError, Templates};
use crate::letter::LETTER_STARTS;
use crate::locale::Locale;
use crate::model::{Language, Pronoun};
use crate::report::LetterView;

/// Where the templates of letters lie, and how their names end.
pub const LETTERS: (&str, &str) = ("letters/", ".txt");

/// The name of the template of a letter in a language: `letters/boundary.fr.txt`, and
/// `letters/boundary.fr-tu.txt` where the client is addressed familiarly and it is there; `None`
/// where there is none.
fn template(
    templates: &Templates,
    letter: &str,
    language: Language,
    pronoun: Pronoun,
) -> Option<String> {
    let (folder, ending) = LETTERS;
    let code = language.code();
    let familiar = (language == Language::Fr && pronoun == Pronoun::Tu)
        .then(|| format!("{folder}{letter}.{code}-tu{ending}"));
    let plain = format!("{folder}{letter}.{code}{ending}");
    familiar.into_iter().chain([plain]).find(|name| templates.source(name).is_some())
}

/// Whether there is a template of this letter in a language.
pub fn has_letter(templates: &Templates, letter: &str, language: Language) -> bool {
    template(templates, letter, language, Pronoun::Vous).is_some()
}

/// A letter as text.
///
/// # Errors
/// Where its template is missing or faulty.
pub fn letter_text(templates: &Templates, view: &LetterView) -> Result<String, RenderError> {
    let name = template(templates, &view.letter, view.language, view.pronoun);
    let name = name.unwrap_or_else(|| view.letter.clone());
    let text = templates.render(&name, view, Locale::of(view.language))?;
    Ok(tidy(&text))
}

/// Points for a talk, and the letter that goes out after it.
///
/// # Errors
/// Where a template is missing or faulty.
pub fn talk_text(
    templates: &Templates,
    talk: &str,
    spoken: &LetterView,
    after: &LetterView,
) -> Result<String, RenderError> {
    let points = LetterView { letter: talk.to_owned(), ..spoken.clone() };
    let points = letter_text(templates, &points)?;
    let letter = letter_text(templates, after)?;
    Ok(format!("{points}\n{LETTER_STARTS}\n\n{letter}"))
}

/// No blank lines at the ends, none doubled, and no space before a line's end: parts of a template
/// that do not apply leave gaps.
fn tidy(text: &str) -> String {
    let mut tidy = String::with_capacity(text.len());
    for line in text.lines().map(str::trim_end) {
        if !line.is_empty() || !(tidy.is_empty() || tidy.ends_with("\n\n")) {
            tidy.push_str(line);
            tidy.push('\n');
        }
    }
    let end = tidy.trim_end().len();
    tidy.truncate(end);
    tidy + "\n"
}

#[cfg(test)]
mod tests {
    use super::tidy;

    #[test]
    fn gaps_of_parts_that_do_not_apply_are_closed() {
        assert_eq!(tidy("\n\nHello \n\n\n\nBye\n- a\n\n"), "Hello\n\nBye\n- a\n");
        assert_eq!(tidy(""), "\n");
    }
}
