//! What `audit verify` prints, and that its commands do what it says.

use std::fs;

use crate::sandbox::Sandbox;

fn verify(sandbox: &Sandbox) -> (Option<i32>, String) {
    let tried = sandbox.try_casefile(&["audit", "verify"]);
    (tried.status.code(), String::from_utf8(tried.stdout).unwrap())
}

/// The lines below a record that are commands.
fn commands(said: &str) -> Vec<&str> {
    let is_command = |line: &&str| line.starts_with("git ");
    said.lines().filter_map(|line| line.strip_prefix("  ")).filter(is_command).collect()
}

fn run(sandbox: &Sandbox, command: &str) -> String {
    let output =
        sandbox.command("sh").current_dir(sandbox.vault()).args(["-c", command]).output().unwrap();
    assert!(output.status.success(), "`{command}`: {}", String::from_utf8_lossy(&output.stderr));
    String::from_utf8_lossy(&output.stdout).into_owned()
}

#[test]
fn records_of_which_the_same_is_said_stand_together() {
    let sandbox = Sandbox::with_example();
    let (code, said) = verify(&sandbox);
    assert_eq!(code, Some(0));
    let decisions = said.lines().filter(|line| line.starts_with("  clients/")).count();
    let heads = said.lines().filter(|line| line.starts_with("UNSIGNED, INTACT")).count();
    assert!(decisions == 8 && heads < 4, "{said}");
    let french = sandbox.casefile(&["--speak", "fr", "audit", "verify"]);
    assert!(french.contains("UNSIGNED, INTACT (non signée, intacte)"), "{french}");
}

#[test]
fn the_commands_below_a_record_show_and_mend_what_happened() {
    let sandbox = Sandbox::with_example();
    let path = "clients/harbour-and-finch/decisions/2026-07-13-boundary-7smk.md";
    let text = sandbox.read(path);
    let change = || sandbox.write(path, format!("{text}One word more.\n"));

    change();
    let (code, said) = verify(&sandbox);
    assert_eq!(code, Some(1));
    assert_eq!(commands(&said), [format!("git restore -- {path}")], "{said}");
    run(&sandbox, commands(&said)[0]);
    assert_eq!(sandbox.read(path), text);

    change();
    sandbox.git(&["commit", "-qam", "tidy up"]);
    let (code, said) = verify(&sandbox);
    assert_eq!(code, Some(1));
    assert!(said.contains("names the bytes first recorded"), "{said}");
    assert!(run(&sandbox, commands(&said)[0]).contains("+One word more."), "{said}");
    run(&sandbox, commands(&said)[1]);
    assert_eq!(sandbox.read(path), text);
    sandbox.git(&["commit", "-qam", "as it was"]);
    let (code, said) = verify(&sandbox);
    assert_eq!((code, commands(&said).len()), (Some(0), 0), "{said}");
    assert!(
        said.lines().nth(1).unwrap().starts_with("One record was changed or removed on the way"),
        "{said}"
    );

    fs::remove_file(sandbox.vault().join(path)).unwrap();
    sandbox.git(&["commit", "-qam", "gone"]);
    let (code, said) = verify(&sandbox);
    assert_eq!(code, Some(1));
    assert!(run(&sandbox, commands(&said)[0]).contains(path), "{said}");
    run(&sandbox, commands(&said)[1]);
    assert_eq!(sandbox.read(path), text);
}

#[test]
fn what_is_named_and_is_not_there_is_refused() {
    let sandbox = Sandbox::with_example();
    for (option, hint) in
        [("--allowed-signers", "an address and a public key"), ("--roots", "root certificates")]
    {
        let tried = sandbox.try_casefile(&["audit", "verify", option, "nowhere"]);
        let said = String::from_utf8_lossy(&tried.stderr);
        assert_eq!(tried.status.code(), Some(2), "{said}");
        assert!(said.contains("nowhere`") && said.contains(hint), "{said}");
        assert!(tried.stdout.is_empty());
    }
}
