//! Failures of the vault, with what to do.

use super::{Failure, FailureKind};
use crate::phrase::Phrase;
use crate::vault::VaultError;
use crate::vault::files::FileError;

impl From<VaultError> for Failure {
    fn from(error: VaultError) -> Self {
        match error {
            VaultError::NotFound(path) => Self::new(
                FailureKind::NotFound,
                Phrase::new("no-vault").with("path", path.display().to_string()),
            )
            .hint(Phrase::new("no-vault-hint")),
            VaultError::Read { path, source } => cannot_read(&path.display().to_string(), source),
            VaultError::File(error) => error.into(),
            VaultError::Write { path, source } => cannot_write(&path.display().to_string(), source),
            VaultError::Settings(faults) => Self::new(
                FailureKind::Usage,
                Phrase::new("faulty-settings").with("count", faults.len()),
            )
            .hint(Phrase::new("faulty-settings-hint")),
            VaultError::Jurisdiction { path, what } => Self::new(
                FailureKind::Usage,
                Phrase::new("faulty-jurisdiction").with("path", path.display().to_string()),
            )
            .because(std::io::Error::other(what))
            .hint(Phrase::new("faulty-jurisdiction-hint")),
            VaultError::UnknownClient { name, nearest, known } => {
                let failure = Self::new(
                    FailureKind::NotFound,
                    Phrase::new("unknown-client-name").with("name", name.as_str()),
                );
                match nearest {
                    Some(near) => {
                        failure.hint(Phrase::new("unknown-client-nearest").with("name", near))
                    }
                    None if known.is_empty() => failure
                        .hint(Phrase::new("unknown-client-none-yet").with("name", name.as_str())),
                    None => failure
                        .hint(Phrase::new("unknown-client-known").with("names", known.join(", "))),
                }
            }
            VaultError::AmbiguousClient { name, matching } => {
                Self::new(FailureKind::NotFound, Phrase::new("ambiguous-client").with("name", name))
                    .hint(Phrase::new("ambiguous-client-hint").with("names", matching.join(", ")))
            }
        }
    }
}

impl From<FileError> for Failure {
    fn from(error: FileError) -> Self {
        let path = error.path.display().to_string();
        if error.is_already_there() {
            return Self::new(FailureKind::Taken, Phrase::new("already-there").with("path", path))
                .hint(Phrase::new("already-there-hint"));
        }
        match error.action {
            "read" | "list" => cannot_read(&path, error.source),
            _ => cannot_write(&path, error.source),
        }
    }
}

fn cannot_read(path: &str, source: std::io::Error) -> Failure {
    Failure::new(FailureKind::Files, Phrase::new("cannot-read").with("path", path))
        .because(source)
        .hint(Phrase::new("cannot-read-hint"))
}

fn cannot_write(path: &str, source: std::io::Error) -> Failure {
    Failure::new(FailureKind::Files, Phrase::new("cannot-write").with("path", path))
        .because(source)
        .hint(Phrase::new("cannot-write-hint"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_was_tried_is_what_is_said() {
        let said = |action| {
            let source = std::io::Error::from(std::io::ErrorKind::PermissionDenied);
            Failure::from(FileError::new(action, "x", source)).message
        };
        for (action, key) in
            [("read", "cannot-read"), ("list", "cannot-read"), ("replace", "cannot-write")]
        {
            assert_eq!(said(action), Phrase::new(key).with("path", "x"));
        }
    }
}
