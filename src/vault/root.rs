//! Where the vault is, and its settings.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use super::read::try_read_text;
use super::{
    PastFiles, ReadText, VaultError, VaultFile, files, listing, parse_settings, read_text,
};
use crate::model::{ClientId, Settings, composed};
use crate::note::{PlacedFault, nearest};

/// The file whose presence marks a vault.
pub const SETTINGS_FILE: &str = "casefile.toml";

/// A vault whose settings were read.
#[derive(Clone, Debug)]
pub struct Vault {
    root: PathBuf,
    settings: Settings,
    settings_text: String,
    faults: Vec<PlacedFault>,
    /// What stands in the place of the files on disk: those of another day.
    past: Option<Arc<PastFiles>>,
}

/// The vault at `start` or in the nearest folder above it.
///
/// # Errors
/// [`VaultError::NotFound`] where there is none.
pub fn find_root(start: &Path) -> Result<PathBuf, VaultError> {
    start
        .ancestors()
        .find(|folder| folder.join(SETTINGS_FILE).is_file())
        .map(Path::to_path_buf)
        .ok_or_else(|| VaultError::NotFound(start.to_path_buf()))
}

impl Vault {
    /// Opens the vault whose root is this folder; faulty settings are kept for `check`.
    ///
    /// # Errors
    /// Where the file of the settings cannot be read.
    pub fn open(root: PathBuf) -> Result<Self, VaultError> {
        let path = root.join(SETTINGS_FILE);
        let read = try_read_text(&path).map_err(|source| VaultError::Read { path, source })?;
        let settings_text = read.text;
        let mut faults = read.faults;
        // Of a file that is no text there is nothing more to say.
        let (settings, of_settings) = parse_settings(&settings_text);
        if faults.is_empty() || !settings_text.is_empty() {
            faults.extend(of_settings);
        }
        let faults = crate::note::place(SETTINGS_FILE, &settings_text, faults);
        Ok(Self { root, settings, settings_text, faults, past: None })
    }

    /// The vault as it was with these files, by the settings among them; where there are none,
    /// by today's. Nothing on disk is read any more but templates, which say how an answer
    /// looks and not what it is.
    pub fn as_it_was(&self, files: PastFiles) -> Self {
        let settings = files.settings().map(|text| {
            let (settings, faults) = parse_settings(&text);
            let faults = crate::note::place(SETTINGS_FILE, &text, faults);
            (settings, text, faults)
        });
        let (settings, settings_text, faults) = settings
            .unwrap_or_else(|| (self.settings.clone(), self.settings_text.clone(), Vec::new()));
        let past = Some(Arc::new(files));
        Self { root: self.root.clone(), settings, settings_text, faults, past }
    }

    /// The files that stand in the place of those on disk.
    pub(super) fn past(&self) -> Option<&PastFiles> {
        self.past.as_deref()
    }

    /// Reads a note or a table.
    pub fn read(&self, file: &VaultFile) -> ReadText {
        match self.past() {
            Some(past) => past.read(&file.path),
            None => read_text(&file.full(&self.root)),
        }
    }

    /// The same, refused where a setting cannot be understood.
    ///
    /// # Errors
    /// [`VaultError::Settings`] with every fault.
    pub fn with_sound_settings(self) -> Result<Self, VaultError> {
        if self.faults.is_empty() { Ok(self) } else { Err(VaultError::Settings(self.faults)) }
    }

    /// The folder.
    pub fn root(&self) -> &Path {
        &self.root
    }

    /// The name of the folder; empty where the system cannot say.
    pub fn name(&self) -> String {
        let name = self.root.file_name().unwrap_or_default();
        name.to_string_lossy().into_owned()
    }

    /// The settings; defaults stand for those that cannot be understood.
    pub const fn settings(&self) -> &Settings {
        &self.settings
    }

    /// The text of the settings file.
    pub fn settings_text(&self) -> &str {
        &self.settings_text
    }

    /// Faults of the settings.
    pub fn setting_faults(&self) -> &[PlacedFault] {
        &self.faults
    }

    /// The vault's own templates by file name, those of letters as `letters/…`. Links are not
    /// followed and other folders not entered: a template that asks for `../letter.txt` finds
    /// nothing.
    ///
    /// # Errors
    /// Where `templates/` or a file in it cannot be read as text.
    pub fn own_templates(&self) -> Result<BTreeMap<String, String>, VaultError> {
        let mut templates = BTreeMap::new();
        for below in ["", "letters/"] {
            let folder = self.root.join("templates").join(below);
            if files::link_on_the_way(&self.root, &folder).is_some() {
                continue;
            }
            for name in listing::plain_files(&folder)? {
                let path = folder.join(&name);
                let text = std::fs::read_to_string(&path)
                    .map_err(|source| VaultError::Read { path, source })?;
                templates.insert(format!("{below}{name}"), text);
            }
        }
        Ok(templates)
    }

    /// The client of this id, or of the only id that begins with `name`.
    ///
    /// # Errors
    /// Where there is none, or more than one; with the nearest name.
    pub fn find_client(&self, name: &str) -> Result<ClientId, VaultError> {
        let name = name.trim_end_matches('/');
        let ids = self.client_ids()?;
        if let Some(id) = ids.iter().find(|id| id.as_str() == name) {
            return Ok(id.clone());
        }
        // However its accents are written, a name typed in full is that of one client.
        let mut same = ids.iter().filter(|id| composed(id.as_str()) == composed(name));
        if let (Some(id), None) = (same.next(), same.next()) {
            return Ok(id.clone());
        }
        let lower = |name: &str| composed(name).to_lowercase();
        let begins = |id: &&ClientId| lower(id.as_str()).starts_with(&lower(name));
        let matching: Vec<&ClientId> =
            ids.iter().filter(|_| !name.is_empty()).filter(begins).collect();
        match matching[..] {
            [id] => Ok(id.clone()),
            [] => Err(VaultError::UnknownClient {
                name: name.to_owned(),
                nearest: nearest(name, ids.iter().map(ClientId::as_str)).map(str::to_owned),
                known: ids.iter().map(ToString::to_string).collect(),
            }),
            _ => Err(VaultError::AmbiguousClient {
                name: name.to_owned(),
                matching: matching.iter().map(ToString::to_string).collect(),
            }),
        }
    }
}
