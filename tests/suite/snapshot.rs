//! Text held against a file of the repository, byte for byte.

use std::path::Path;

use snapbox::Data;
use snapbox::assert::{Assert, DEFAULT_ACTION_ENV};

/// Asserts that a text is what `tests/<name>` holds; `SNAPSHOTS=overwrite` writes it there.
#[track_caller]
pub(crate) fn assert_snapshot(text: &str, name: &str) {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests").join(name);
    // Raw: nothing of the text is a wildcard.
    let expected = Data::read_from(&path, None).raw();
    Assert::new().action_env(DEFAULT_ACTION_ENV).eq(Data::text(text).raw(), expected);
}
