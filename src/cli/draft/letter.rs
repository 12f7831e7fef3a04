//! A letter written from the case, as a draft for the user to edit.

use std::collections::HashSet;

use super::super::notes;
use super::super::recording::{self, NewFile};
use super::super::session::Session;
use super::super::surveying::{self, Known};
use super::super::{Outcome, output::TextOrJson};
use super::Args;
use super::list::{own_letters, plan};
use crate::assess::Assessment;
use crate::exit::{Plan, Tone};
use crate::failure::{Failure, FailureKind};
use crate::ledger::{Ledger, Message};
use crate::letter::{GAPS, Letter, marks};
use crate::locale::Locale;
use crate::model::{Case, Channel, Language};
use crate::note::Kind;
use crate::note::compose::FrontMatter;
use crate::note::nearest;
use crate::phrase::Phrase;
use crate::render::{self, Templates};
use crate::report::{GapView, LetterDraftView, LetterView, Manner};

pub(super) fn run(
    args: &Args,
    client: &str,
    letter: &str,
    session: &mut Session,
) -> Result<Outcome, Failure> {
    surveying::about_files(session, client, None, |session, known| {
        let templates = surveying::templates(known.vault)?;
        let (own, _) = own_letters(known.vault)?;
        let name = name_of(letter, &own)?;
        let assessment = known.assessment();
        let writing = Composing {
            name,
            letter: Letter::from_name(name),
            case: known.as_of.known(known.case),
            plan: plan(known)?,
            assessment,
            templates,
            known,
        };
        let draft = writing.draft(args, session)?;
        put(args, session, known, &draft)?;
        Ok(Outcome::Done)
    })
}

/// The name of a letter that there is.
fn name_of<'n>(typed: &'n str, own: &[String]) -> Result<&'n str, Failure> {
    let names =
        || Letter::ALL.map(Letter::as_str).into_iter().chain(own.iter().map(String::as_str));
    if names().any(|name| name == typed) {
        return Ok(typed);
    }
    let failure =
        Failure::new(FailureKind::Usage, Phrase::new("unknown-letter").with("name", typed));
    Err(failure.hint(match nearest(typed, names()) {
        Some(near) => Phrase::new("unknown-letter-nearest").with("name", near),
        None => {
            let names: Vec<&str> = names().collect();
            Phrase::new("unknown-letter-known").with("names", names.join(", "))
        }
    }))
}

/// A letter being written.
struct Composing<'c> {
    name: &'c str,
    /// The built-in letter of this name; `None` for one of the vault's own.
    letter: Option<Letter>,
    case: Case,
    plan: Plan,
    assessment: Assessment,
    templates: Templates,
    known: &'c Known<'c>,
}

/// A letter that is written, not yet on file.
struct Draft {
    view: LetterView,
    /// What its written part is checked as.
    kind: Option<&'static str>,
    recipient: Option<String>,
    text: String,
}

impl Composing<'_> {
    fn draft(&self, args: &Args, session: &Session) -> Result<Draft, Failure> {
        let (tone, channel) = (self.tone(args)?, self.channel(args)?);
        let language = args.language.unwrap_or(self.case.client.language);
        self.check_language(language)?;
        let author = author(self.known, session);
        let manner = Manner { language, tone, channel, after_call: false, author };
        let view = self.view(self.name, manner.clone());
        let talk = self.letter.and_then(Letter::talk).filter(|_| channel.is_spoken());
        let (text, written) = match (talk, self.letter) {
            (Some(talk), Some(letter)) => {
                let manner = Manner { channel: Channel::Email, after_call: true, ..manner };
                let written = letter.after_talk();
                let mut after = self.view(written.as_str(), manner);
                // What was asked in a talk ends nothing, even where the end is decided.
                after.ending = letter.ends();
                (render::talk_text(&self.templates, talk, &view, &after)?, Some(written))
            }
            _ => (render::letter_text(&self.templates, &view)?, self.letter),
        };
        Ok(Draft {
            recipient: self.recipient(&view),
            kind: written.map(|letter| letter.kind().as_str()),
            text,
            view,
        })
    }

    fn view(&self, name: &str, manner: Manner) -> LetterView {
        let catalogue = self.known.catalogue;
        LetterView::of(name, manner, &self.case, &self.assessment, &self.plan, catalogue)
    }

    /// The tone that is asked for, else the letter's own, else the advice.
    fn tone(&self, args: &Args) -> Result<Tone, Failure> {
        let own = self.letter.and_then(Letter::tone);
        let other =
            |letter: Letter| Phrase::new("letter-other-tone-hint").with("letter", letter.as_str());
        match (args.tone.map(Tone::from), own) {
            (Some(asked), Some(own)) if asked != own => {
                let message = Phrase::new("letter-other-tone").with("letter", self.name);
                let hint = match own {
                    Tone::Empathetic if self.letter.is_some_and(Letter::ends) => {
                        other(Letter::Direct)
                    }
                    Tone::Direct => other(Letter::MutualFit),
                    Tone::Empathetic => Phrase::new("letter-one-tone-hint"),
                };
                Err(Failure::new(FailureKind::Usage, message).hint(hint))
            }
            (asked, own) => Ok(asked.or(own).unwrap_or(self.plan.telling.tone)),
        }
    }

    /// The channel that is asked for, else what suits the letter and the case.
    fn channel(&self, args: &Args) -> Result<Channel, Failure> {
        let used = self.case.client.channel;
        let Some(letter) = self.letter else {
            let written = used.filter(|used| !used.is_spoken());
            return Ok(args.channel.or(written).unwrap_or(Channel::Email));
        };
        let suits = letter.channel(self.plan.telling.channel, used);
        match args.channel {
            Some(channel) if channel.is_spoken() && letter.talk().is_none() => {
                let message = Phrase::new("letter-in-writing").with("letter", self.name);
                Err(Failure::new(FailureKind::Usage, message)
                    .hint(Phrase::new("letter-in-writing-hint")))
            }
            asked => Ok(asked.unwrap_or(suits)),
        }
    }

    fn check_language(&self, language: Language) -> Result<(), Failure> {
        if render::has_letter(&self.templates, self.name, language) {
            return Ok(());
        }
        let (folder, ending) = render::LETTERS;
        let code = language.code();
        let message =
            Phrase::new("letter-not-in-language").with("letter", self.name).with("language", code);
        let path = format!("templates/{folder}{}.{code}{ending}", self.name);
        Err(Failure::new(FailureKind::NotFound, message)
            .hint(Phrase::new("letter-not-in-language-hint").with("path", path)))
    }

    /// Who it is for.
    fn recipient(&self, view: &LetterView) -> Option<String> {
        match self.letter {
            Some(Letter::Platform) => view.platform.clone(),
            _ => self.case.client.contact.clone(),
        }
    }
}

/// The user's name: as the settings have it, else git.
fn author(known: &Known<'_>, session: &Session) -> Option<String> {
    let identity = || {
        let ledger = Ledger::open(known.vault.root()).ok()?;
        Some(ledger.identity(session.identity_override()).ok()?.author.name)
    };
    let set = known.vault.settings().author.as_deref();
    let name = set.map(|author| author.split('<').next().unwrap_or_default().trim().to_owned());
    name.filter(|name| !name.is_empty()).or_else(identity)
}

impl Draft {
    /// The draft as a note.
    fn note(&self) -> String {
        let view = &self.view;
        FrontMatter::new(Kind::Draft)
            .bare("date", &view.today.to_string())
            .text("template", &view.letter)
            .text_if("kind", self.kind)
            .bare("tone", view.tone.as_str())
            .bare("channel", view.channel.as_str())
            .bare("language", view.language.code())
            .text_if("for", self.recipient.as_deref())
            .with_body(&self.text)
    }
}

/// Writes the draft below `drafts/`, or where it is asked for; says what is left to fill in.
fn put(args: &Args, session: &Session, known: &Known<'_>, draft: &Draft) -> Result<(), Failure> {
    let client = &known.case.client;
    let gaps = gaps(draft, session);
    let path = match (&args.output.output, args.format) {
        (_, Some(TextOrJson::Json)) => {
            let view = LetterDraftView::of(&client.id, &draft.view, &draft.text, gaps);
            return args.output.write(session, &render::json(&view)?);
        }
        (_, Some(TextOrJson::Text)) | (Some(_), None) => {
            let is_note = args
                .output
                .output
                .as_ref()
                .is_some_and(|file| file.extension().is_some_and(|ending| ending == "md"));
            let text = if is_note { draft.note() } else { draft.text.clone() };
            args.output.write(session, &text)?;
            None
        }
        (None, None) => {
            let message = Message {
                client: Some(client.id.clone()),
                action: "draft".to_owned(),
                statement: draft.view.letter.clone(),
                style: known.vault.settings().ledger.subject,
                ..Message::default()
            };
            recording::write_new(session, known.vault, &message, args.writing, || {
                vec![NewFile::new(free_path(known, draft), draft.note())]
            })?;
            (!args.writing.dry_run).then_some(())
        }
    };
    for gap in &gaps {
        session.ui.remark(
            &Phrase::new("letter-gap")
                .with("mark", gap.mark.as_str())
                .with("place", gap.place.as_str()),
        );
    }
    remark_what_follows(args, session, known, draft, path.is_some());
    Ok(())
}

/// `drafts/<day>-<letter>.md`, with a number where that is taken: a draft is never written over.
fn free_path(known: &Known<'_>, draft: &Draft) -> String {
    let stem = format!(
        "clients/{}/drafts/{}-{}",
        known.case.client.id, draft.view.today, draft.view.letter
    );
    notes::free(known.vault, &stem, &HashSet::new())
}

/// The marks of a draft, each with where to write what it stands for.
fn gaps(draft: &Draft, session: &Session) -> Vec<GapView> {
    let locale = Locale::of(draft.view.language);
    let place = |mark: &str| {
        let known = GAPS.iter().find(|(gap, _)| locale.say(&Phrase::new(gap)) == mark);
        known.map_or("gap-in-draft", |(_, place)| *place)
    };
    marks(&draft.text)
        .into_iter()
        .map(|mark| GapView {
            mark: mark.to_owned(),
            place: session.ui.locale().say(&Phrase::new(place(mark))),
        })
        .collect()
}

fn remark_what_follows(
    args: &Args,
    session: &Session,
    known: &Known<'_>,
    draft: &Draft,
    written: bool,
) {
    let client = &known.case.client;
    if args.channel.is_none() && draft.view.channel.is_spoken() {
        let channel = crate::locale::word(draft.view.channel);
        session.ui.remark(&Phrase::new("letter-spoken").with("channel", channel));
    }
    let is_final = draft.view.letter == Letter::Final.as_str();
    if is_final && client.notice.is_some() && draft.view.last_day >= draft.view.today {
        session.ui.remark(&Phrase::new("letter-final-notice"));
    }
    if let (Some(decider), Some(contact)) = (&client.decision_maker, &client.contact)
        && !contact.starts_with(decider.as_str())
        && draft.view.ending
    {
        session.ui.remark(&Phrase::new("letter-decider").with("decider", decider.as_str()));
    }
    if written {
        session.ui.remark(&Phrase::new("letter-next"));
    }
}
