//! The key that `gpg.ssh.defaultKeyCommand` names where no key is set.
//!
//! Owns: running that command as git does, without a shell. Must not: choose among keys; the
//! first line counts.

use std::path::Path;
use std::process::{Command, Stdio};

use git2::Config;

use super::error::LedgerError;
use super::sign::failure;

const SETTING: &str = "gpg.ssh.defaultKeyCommand";

/// The public key that the command prints first.
pub(super) fn default_key(config: &Config, folder: &Path) -> Result<String, LedgerError> {
    let line = config.get_string(SETTING).map_err(|_| LedgerError::NoSigningKey)?;
    let failed = |message: &dyn std::fmt::Display| failure(SETTING.as_ref(), message);
    let words = split(&line).ok_or_else(|| failed(&"a quote or a character is missing"))?;
    let Some((program, arguments)) = words.split_first().filter(|(first, _)| !first.is_empty())
    else {
        return Err(LedgerError::NoSigningKey);
    };
    let output = Command::new(program)
        .args(arguments)
        .current_dir(folder)
        .stdin(Stdio::null())
        .output()
        .map_err(|error| failed(&format!("{program}: {error}")))?;
    if !output.status.success() {
        return Err(failed(&String::from_utf8_lossy(&output.stderr).trim()));
    }
    let said = String::from_utf8_lossy(&output.stdout);
    let first = said.lines().next().unwrap_or_default();
    match first.strip_prefix("key::") {
        Some(key) => Ok(key.to_owned()),
        None if first.starts_with("ssh-") => Ok(first.to_owned()),
        None => Err(failed(&"it printed no key")),
    }
}

/// The words of a command line as git splits it; `None` where a quote stays open or the line
/// ends with a backslash.
fn split(line: &str) -> Option<Vec<String>> {
    let mut words = vec![String::new()];
    let mut quote = None;
    let mut letters = line.trim().chars().peekable();
    while let Some(letter) = letters.next() {
        let word = words.last_mut()?;
        match (letter, quote) {
            (letter, None) if letter.is_ascii_whitespace() => {
                if !letters.peek().is_some_and(char::is_ascii_whitespace) {
                    words.push(String::new());
                }
            }
            ('\'' | '"', None) => quote = Some(letter),
            (letter, Some(open)) if letter == open => quote = None,
            ('\\', None | Some('"')) => word.push(letters.next()?),
            (letter, _) => word.push(letter),
        }
    }
    quote.is_none().then_some(words)
}

#[cfg(test)]
mod tests {
    use super::split;

    #[test]
    fn a_command_is_split_as_git_does() {
        for (line, words) in [
            ("ssh-add -L", &["ssh-add", "-L"][..]),
            ("  a   b ", &["a", "b"]),
            ("'a b' \"c 'd\" e\\ f", &["a b", "c 'd", "e f"]),
            ("a'b'\"c\"", &["abc"]),
            (r#"'a\b' "a\"b""#, &["a\\b", "a\"b"]),
            ("a ''", &["a", ""]),
        ] {
            assert_eq!(split(line).unwrap(), words, "{line}");
        }
        assert_eq!((split("a 'b"), split("a \\")), (None, None));
    }
}
