//! What a command is run with: the terminal, the clock, the vault, the environment.

use std::path::{Path, PathBuf};
use std::sync::{Once, OnceLock};

use jiff::Timestamp;
use jiff::tz::TimeZone;

use super::options::Global;
use crate::assess::AsOf;
use crate::clock::Clock;
use crate::failure::{Failure, FailureKind};
use crate::ledger::{IdentityOverride, Person};
use crate::locale::Locale;
use crate::model::{Client, Language};
use crate::note::parse_moment;
use crate::phrase::Phrase;
use crate::render::TextStyle;
use crate::ui::Ui;
use crate::vault::{Vault, find_root};

/// What a command is run with.
pub(super) struct Session {
    pub(super) ui: Ui,
    clock: Clock,
    folder: PathBuf,
    /// The language that was asked for, by flag or environment.
    asked: Option<Language>,
    /// Who commits, where the environment says so.
    identity: IdentityOverride,
    /// Now, read once: everything in one run happens at the same moment.
    now: OnceLock<Timestamp>,
    /// That what was written is not in git yet is said once, however much is written.
    not_in_git: Once,
    /// The exit code of the first thing that could not be done while the rest was.
    undone: OnceLock<u8>,
}

impl Session {
    /// Reads the environment and the options of every command.
    ///
    /// The terminal is there even where the options are not sound, so that it can be said.
    pub(super) fn start(global: Global) -> Result<Self, (Ui, Failure)> {
        // A variable that is set to nothing is not set.
        let speak = global.speak.filter(|code| !code.trim().is_empty());
        let now = global.now.filter(|moment| !moment.trim().is_empty());
        let vault = global.vault.filter(|folder| !folder.as_os_str().is_empty());
        let asked = speak.as_deref().and_then(Language::from_code);
        let system = ["LC_ALL", "LC_MESSAGES", "LANG"]
            .iter()
            .find_map(|name| variable(name))
            .and_then(|code| Language::from_code(&code));
        let ui = Ui::new(Locale::of(asked.or(system).unwrap_or_default()));
        if let (Some(code), None) = (&speak, asked) {
            let failure = Failure::new(
                FailureKind::Usage,
                Phrase::new("unknown-language").with("code", code.as_str()),
            );
            return Err((ui, failure));
        }
        let epoch = variable("SOURCE_DATE_EPOCH");
        let clock = match Clock::from_settings(now.as_deref(), epoch.as_deref()) {
            Ok(clock) => clock,
            Err(failure) => return Err((ui, failure)),
        };
        let folder = match vault.map_or_else(current_folder, Ok) {
            Ok(folder) => folder,
            Err(failure) => return Err((ui, failure)),
        };
        let identity = IdentityOverride {
            author_name: variable("GIT_AUTHOR_NAME"),
            author_email: variable("GIT_AUTHOR_EMAIL"),
            committer_name: variable("GIT_COMMITTER_NAME"),
            committer_email: variable("GIT_COMMITTER_EMAIL"),
        };
        Ok(Self {
            ui,
            clock,
            folder,
            asked,
            identity,
            now: OnceLock::new(),
            not_in_git: Once::new(),
            undone: OnceLock::new(),
        })
    }

    /// The same in another folder, at a fixed moment, as somebody else.
    pub(super) fn elsewhere(&self, folder: PathBuf, now: &str, person: &Person) -> Self {
        let (name, email) = (Some(person.name.clone()), Some(person.email.clone()));
        let identity = IdentityOverride {
            author_name: name.clone(),
            author_email: email.clone(),
            committer_name: name,
            committer_email: email,
        };
        let clock = Clock::Fixed(now.to_owned());
        Self {
            ui: self.ui,
            clock,
            folder,
            asked: self.asked,
            identity,
            now: OnceLock::new(),
            not_in_git: Once::new(),
            undone: OnceLock::new(),
        }
    }

    /// Says that what was written is not in git yet.
    pub(super) fn say_not_in_git(&self) {
        self.not_in_git.call_once(|| self.ui.remark(&Phrase::new("not-in-git-yet")));
    }

    /// Says what could not be done, and goes on with the rest: the exit code tells it in the end.
    pub(super) fn report(&self, failure: &Failure) {
        self.undone.get_or_init(|| failure.exit_code());
        self.ui.report(failure);
    }

    /// The exit code of a command that did all it could, and not all that it was asked.
    pub(super) fn undone(&self) -> Option<u8> {
        self.undone.get().copied()
    }

    /// How terminal text looks.
    pub(super) fn text_style(&self) -> TextStyle {
        TextStyle { width: self.ui.width(), colour: self.ui.colours_answer() }
    }

    /// The folder the command looks from.
    pub(super) fn folder(&self) -> &Path {
        &self.folder
    }

    /// The vault, whatever its settings; from here on we speak its language.
    pub(super) fn any_vault(&mut self) -> Result<Vault, Failure> {
        let start = self.folder.canonicalize().map_err(|error| {
            let path = self.folder.display().to_string();
            Failure::new(FailureKind::NotFound, Phrase::new("cannot-read").with("path", path))
                .because(error)
                .hint(Phrase::new("path-missing-hint"))
        })?;
        let vault = Vault::open(find_root(&start)?)?;
        self.now(&vault.settings().zone);
        self.speak_as_in(&vault);
        Ok(vault)
    }

    /// From here on we speak the language that was asked for, else the vault's.
    pub(super) fn speak_as_in(&mut self, vault: &Vault) {
        if let Some(language) = self.asked.or(vault.settings().language) {
            self.ui.speak(Locale::of(language));
        }
    }

    /// The vault, refused where its settings are not sound.
    pub(super) fn vault(&mut self) -> Result<Vault, Failure> {
        Ok(self.any_vault()?.with_sound_settings()?)
    }

    /// Now; the same moment during the whole run. A fixed local time is on the clock of the
    /// zone that asks first: the vault's.
    pub(super) fn now(&self, zone: &TimeZone) -> Timestamp {
        *self.now.get_or_init(|| self.clock.now(zone))
    }

    /// Now on a client's clock.
    pub(super) fn now_of(&self, client: &Client) -> AsOf {
        AsOf::at_instant(self.now(&client.zone), &client.zone)
    }

    /// The moment a report is asked for: the end of a day, or now.
    pub(super) fn as_of(&self, day: Option<&str>, zone: &TimeZone) -> Result<AsOf, Failure> {
        let Some(text) = day else {
            return Ok(AsOf::at_instant(self.now(zone), zone));
        };
        let moment = parse_moment(text, zone).ok_or_else(|| {
            Failure::new(FailureKind::Usage, Phrase::new("not-a-moment").with("text", text))
                .hint(Phrase::new("not-a-moment-hint"))
        })?;
        Ok(match moment.time {
            Some(_) => AsOf::at_instant(moment.at, zone),
            None => AsOf::end_of(moment.day, zone),
        })
    }

    /// What the environment says of who commits.
    pub(super) const fn identity_override(&self) -> &IdentityOverride {
        &self.identity
    }

    /// The user's editor: `VISUAL`, then `EDITOR`.
    pub(super) fn editor(&self) -> Option<String> {
        variable("VISUAL").or_else(|| variable("EDITOR"))
    }
}

/// An environment variable that is set to something.
fn variable(name: &str) -> Option<String> {
    std::env::var(name).ok().filter(|value| !value.trim().is_empty())
}

#[expect(clippy::disallowed_methods, reason = "this is the one place that asks where we are")]
fn current_folder() -> Result<PathBuf, Failure> {
    std::env::current_dir().map_err(|error| {
        Failure::new(FailureKind::Files, Phrase::new("no-current-folder")).because(error)
    })
}
