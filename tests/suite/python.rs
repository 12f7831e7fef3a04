//! Programs of others from PyPI: each in an environment of its own, made once, below the target
//! folder.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::sync::Mutex;

/// The Python of an environment that has `packages`, such as `bagit==1.9.0`; a changed list makes
/// an environment anew.
pub(crate) fn python_with(packages: &[&str]) -> PathBuf {
    static MAKING: Mutex<()> = Mutex::new(());
    let name = packages.join("-").replace("==", "-");
    let home = Path::new(env!("CARGO_TARGET_TMPDIR")).join(name);
    let python = home.join("bin/python");
    let _turn = MAKING.lock().unwrap_or_else(std::sync::PoisonError::into_inner);
    if home.join("ready").exists() {
        return python;
    }
    let run = |program: &Path, words: &[&str]| {
        let output = Command::new(program).args(words).output();
        let output = output.unwrap_or_else(|error| {
            panic!("this test needs python3 with venv (`{}`: {error})", program.display())
        });
        let said = String::from_utf8_lossy(&output.stderr);
        assert!(output.status.success(), "this test needs python3 and {packages:?}: {said}");
    };
    run(Path::new("python3"), &["-m", "venv", "--clear", home.to_str().unwrap()]);
    run(&python, &[&["-m", "pip", "install", "--quiet"], packages].concat());
    fs::write(home.join("ready"), "").unwrap();
    python
}
