//! The example vault, embedded in the program.

use include_dir::{Dir, DirEntry, include_dir};

static EXAMPLE: Dir<'static> = include_dir!("$CARGO_MANIFEST_DIR/vault-example");

/// The files of the example vault: path below the vault and bytes, sorted by path.
pub fn example_files() -> Vec<(String, &'static [u8])> {
    let mut files = Vec::new();
    collect(&EXAMPLE, &mut files);
    files.sort();
    files
}

fn collect(folder: &Dir<'static>, files: &mut Vec<(String, &'static [u8])>) {
    for entry in folder.entries() {
        match entry {
            DirEntry::Dir(folder) => collect(folder, files),
            DirEntry::File(file) => {
                let path: Vec<_> = file.path().iter().map(|part| part.to_string_lossy()).collect();
                files.push((path.join("/"), file.contents()));
            }
        }
    }
}
