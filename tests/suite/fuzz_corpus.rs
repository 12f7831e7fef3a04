//! What the fuzz targets kept, run again without the fuzzer: see `fuzz/README.md`.

use std::fs;
use std::path::Path;

use casefile::fuzzing;

/// What a target does with the bytes of a file.
type Target = fn(&[u8]);

/// Runs every kept file of a target; says which one it was where something does not hold.
#[track_caller]
fn run(target: &str, function: Target) {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("fuzz/corpus").join(target);
    let mut files = 0;
    for entry in fs::read_dir(&folder).unwrap() {
        let path = entry.unwrap().path();
        let bytes = fs::read(&path).unwrap();
        let outcome = std::panic::catch_unwind(|| function(&bytes));
        assert!(outcome.is_ok(), "fuzz/corpus/{target}/{:?}", path.file_name().unwrap());
        files += 1;
    }
    assert!(files >= 10, "{target} has {files} files");
}

fn names_in(folder: &str) -> Vec<String> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("fuzz").join(folder);
    let names = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path());
    let stem = |path: std::path::PathBuf| path.file_stem().unwrap().to_str().unwrap().to_owned();
    let mut names: Vec<String> = names.map(stem).collect();
    names.sort();
    names
}

#[test]
fn what_fuzzing_kept_still_holds() {
    let targets: [(&str, Target); 13] = [
        ("allowed_signers", fuzzing::allowed_signers),
        ("chat", fuzzing::chat),
        ("damage", fuzzing::damage),
        ("mail", fuzzing::mail),
        ("note", fuzzing::note),
        ("ots", fuzzing::ots),
        ("query", fuzzing::query),
        ("revocation_list", fuzzing::revocation_list),
        ("statement", fuzzing::statement),
        ("table", fuzzing::table),
        ("token", fuzzing::token),
        ("trailers", fuzzing::trailers),
        ("trees", fuzzing::trees),
    ];
    let listed: Vec<&str> = targets.iter().map(|(name, _)| *name).collect();
    assert_eq!(names_in("corpus"), listed);
    assert_eq!(names_in("targets"), listed);
    for (target, function) in targets {
        run(target, function);
    }
}
