//! How a vault begins.

use super::Transcript;
use crate::sandbox::Sandbox;

#[test]
fn init() {
    let mut transcript = Transcript::new("init", Sandbox::with_identity());
    transcript.say("A new folder.");
    transcript.go("").run("casefile init cases --language fr");
    transcript.go("cases").run("cat casefile.toml .gitattributes");
    transcript.run("git log --format='%h %an %aI %s' && git status --short");
    transcript.say("A vault that is there.");
    transcript.run("casefile init");
    transcript.run("git log --oneline");
    transcript.say("Words that cannot be meant.");
    transcript.go("").run("casefile init other --language xx");
    transcript.run("casefile init cases --example");
    transcript.run("ls");
    transcript.check();
}

#[test]
fn init_in_a_repository() {
    let mut transcript = Transcript::new("init-in-a-repository", Sandbox::with_commit());
    transcript.sandbox.write(".gitattributes", "*.png binary");
    transcript.sandbox.write("staged", "mine\n");
    transcript.sandbox.git(&["add", "staged"]);
    transcript.run("casefile init");
    transcript.run("cat .gitattributes");
    transcript.run("git log --format='%h %s' && git status --short");
    transcript.say("And in a folder of it.");
    transcript.run("casefile init below/cases");
    transcript.run("git log -1 --format='%h %s' --name-only && git status --short");
    transcript.check();
}

#[test]
fn init_where_git_knows_nobody() {
    let mut transcript = Transcript::new("init-without-identity", Sandbox::bare_home());
    transcript.run("casefile init");
    transcript.run("git status --short && casefile");
    transcript
        .run("git config --global user.name J && git config --global user.email j@example.org");
    transcript.run("casefile record | cut -d' ' -f2- && git status --short");
    transcript.run(
        "CASEFILE_LANGUAGE=fr HOME=/nowhere GIT_CONFIG_GLOBAL=/dev/null casefile init ../other",
    );
    transcript.check();
}

#[test]
fn the_story() {
    let mut transcript = Transcript::new("demo", Sandbox::with_identity());
    transcript.go("").run("casefile demo");
    transcript.run("casefile demo --keep kept | tail -3");
    transcript.run("git -C kept log --format='%h %s' -2");
    transcript.run("CASEFILE_LANGUAGE=fr casefile demo | head -12");
    transcript.check();
}
