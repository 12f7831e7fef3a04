//! `casefile screen`: the questions before a yes.

use super::Outcome;
use super::options::Writing;
use super::output::{Output, TextOrJson};
use super::recording::{self, NewFile};
use super::session::Session;
use super::turn::in_turn;
use crate::assess::{Counts, screen};
use crate::failure::{Failure, FailureKind};
use crate::ledger::Message;
use crate::model::{ClientId, Question, REFER_TO};
use crate::note::edit::set_in_map;
use crate::note::nearest;
use crate::phrase::Phrase;
use crate::render;
use crate::report::{ScreeningView, Unread};
use crate::survey::Survey;
use crate::vault::{ClientFolder, Questions, Vault, files};

/// Answer the questions before a yes, and see what the answers mean: go, ask, or decline.
///
/// On a terminal, what is unanswered is asked, one by one; Enter leaves a question open. Answers go
/// into the client note, below `screening:`, where you can write them by hand as well.
#[derive(Debug, clap::Args)]
pub(super) struct Args {
    /// The client: its id, or the beginning of it.
    #[arg(required_unless_present = "questions")]
    client: Option<String>,
    /// Answer a question in the client note: goals=realistic, decided-by="someone else, his
    /// brother", refer-to=NAME.
    #[arg(short, long = "answer", value_name = "QUESTION=ANSWER")]
    answers: Vec<String>,
    /// Ask nothing; show what is known.
    #[arg(long)]
    no_ask: bool,
    /// Print the questions for the client alone, in the client's language, ready to paste.
    #[arg(long, conflicts_with_all = ["answers", "format"])]
    to_send: bool,
    /// Print the note of questions in force, to be changed and saved as screening.md.
    #[arg(long, conflicts_with_all = ["client", "answers", "to_send", "format"])]
    questions: bool,
    /// How to print the answer.
    #[arg(short, long, value_enum, conflicts_with = "answers")]
    format: Option<TextOrJson>,
    #[command(flatten)]
    output: Output,
    #[command(flatten)]
    writing: Writing,
}

pub(super) fn run(args: &Args, session: &mut Session) -> Result<Outcome, Failure> {
    let vault = session.vault()?;
    let survey = Survey::of(&vault);
    let questions = survey.questions();
    let Some(client) = &args.client else {
        args.output.write(session, &questions.text)?;
        return Ok(Outcome::Done);
    };
    let id = vault.find_client(client)?;
    let folder = survey.client(&id);
    let given: Vec<(String, String)> = args
        .answers
        .iter()
        .map(|answer| parse_answer(answer, questions))
        .collect::<Result<_, _>>()?;
    if !given.is_empty() {
        write_answers(session, &vault, &id, &given, args.writing)?;
        let after = view(&survey.client(&id), questions);
        let text = render::screening_text(&after, session.ui.locale(), session.text_style());
        // Where nothing is written, the note is the answer, and its verdict is not known yet.
        if !args.writing.dry_run {
            session.ui.remark_text(text.lines().next().unwrap_or_default());
        }
        return Ok(Outcome::Done);
    }
    let asks =
        !args.no_ask && !args.to_send && args.format.is_none() && args.output.output.is_none();
    let folder = if asks && session.ui.can_ask() {
        let given = ask_open(session, &folder, questions)?;
        if !given.is_empty() {
            write_answers(session, &vault, &id, &given, args.writing)?;
        }
        survey.client(&id)
    } else {
        folder
    };
    let view = view(&folder, questions);
    let text = if args.to_send {
        if view.to_send.is_empty() {
            session.ui.remark(&Phrase::new("screen-nothing-to-send").with("client", id.as_str()));
        }
        render::to_send_text(&view)
    } else {
        match args.output.format(args.format)? {
            TextOrJson::Text => {
                render::screening_text(&view, session.ui.locale(), session.text_style())
            }
            TextOrJson::Json => render::json(&view)?,
        }
    };
    args.output.write(session, &text)?;
    Ok(Outcome::Done)
}

fn view(folder: &ClientFolder, questions: &Questions) -> ScreeningView {
    let client = &folder.case.client;
    let screened = screen(&questions.set, &client.screening);
    ScreeningView::of(client, &questions.set, &screened).with_unread(Unread::of(&folder.faults))
}

/// `goals=realistic`, refused where there is no such question or it takes no such answer.
fn parse_answer(text: &str, questions: &Questions) -> Result<(String, String), Failure> {
    let usage = |message: Phrase| Failure::new(FailureKind::Usage, message);
    let Some((id, answer)) = text.split_once('=').map(|(id, answer)| (id.trim(), answer.trim()))
    else {
        return Err(usage(Phrase::new("screen-no-equals").with("text", text))
            .hint(Phrase::new("screen-no-equals-hint")));
    };
    if id == REFER_TO {
        return Ok((id.to_owned(), answer.to_owned()));
    }
    let Some(question) = questions.set.get(id) else {
        let known = || questions.set.questions.iter().map(|question| question.id.as_str());
        let hint = match nearest(id, known()) {
            Some(near) => Phrase::new("unknown-question-nearest").with("question", near),
            None => Phrase::new("unknown-question-hint")
                .with("questions", known().collect::<Vec<_>>().join("`, `")),
        };
        return Err(usage(Phrase::new("unknown-question").with("question", id)).hint(hint));
    };
    if !question.takes(answer) {
        return Err(usage(not_taken(question, answer)).hint(words_of(question)));
    }
    Ok((id.to_owned(), answer.to_owned()))
}

fn not_taken(question: &Question, answer: &str) -> Phrase {
    Phrase::new("unknown-answer").with("question", question.id.as_str()).with("answer", answer)
}

fn words_of(question: &Question) -> Phrase {
    let words: Vec<&str> = question.answers.iter().map(|known| known.word.as_str()).collect();
    Phrase::new("unknown-answer-hint").with("words", words.join("`, `"))
}

/// Asks what is unanswered; what stays unanswered is not among the answers.
fn ask_open(
    session: &Session,
    folder: &ClientFolder,
    questions: &Questions,
) -> Result<Vec<(String, String)>, Failure> {
    let screened = screen(&questions.set, &folder.case.client.screening);
    let language = session.ui.locale().language();
    let mut given = Vec::new();
    for answered in screened.answers.iter().filter(|one| one.counts() == Counts::Open) {
        let question = answered.question;
        let mut words: Vec<String> =
            question.answers.iter().map(|known| known.word.clone()).collect();
        words.extend(
            question.free.then(|| session.ui.locale().say(&Phrase::new("screen-any-text"))),
        );
        let ask = Phrase::new("screen-question")
            .with("question", question.ask.in_language(language).unwrap_or(&question.id))
            .with("words", words.join(", "));
        while let Some(answer) = session.ui.ask(&ask)? {
            if question.takes(&answer) {
                given.push((question.id.clone(), answer));
                break;
            }
            session.ui.remark(&not_taken(question, &answer));
        }
    }
    Ok(given)
}

/// Writes answers into the client note, each by the bytes it needs.
fn write_answers(
    session: &Session,
    vault: &Vault,
    id: &ClientId,
    given: &[(String, String)],
    writing: Writing,
) -> Result<(), Failure> {
    in_turn(vault, writing, false, |turn| {
        let folder = Survey::of(vault).client(id);
        let path = folder.client_note.ok_or_else(|| {
            Failure::new(
                FailureKind::NotFound,
                Phrase::new("no-client-note").with("client", id.as_str()),
            )
            .hint(Phrase::new("no-client-note-hint").with("client", id.as_str()))
        })?;
        let bytes = files::read(&vault.root().join(&path))?.unwrap_or_default();
        let mut text = String::from_utf8(bytes.clone()).map_err(|_| {
            Failure::new(
                FailureKind::Refused,
                Phrase::new("note-not-utf8").with("note", path.as_str()),
            )
        })?;
        for (question, answer) in given {
            text = set_in_map(&text, "screening", question, answer).map_err(|error| {
                let message = Phrase::new("cannot-edit").with("note", path.as_str());
                Failure::new(FailureKind::Refused, message)
                    .because(error)
                    .hint(Phrase::new("cannot-answer-hint").with("question", question.as_str()))
            })?;
        }
        let said: Vec<String> =
            given.iter().map(|(question, answer)| format!("{question}: {answer}")).collect();
        let message = Message {
            client: Some(id.clone()),
            action: "screening".to_owned(),
            statement: said.join("; "),
            style: vault.settings().ledger.subject,
            ..Message::default()
        };
        let note = NewFile::replacing(path, bytes, text);
        recording::write(session, vault, turn, &[note], message, writing)
    })
}
