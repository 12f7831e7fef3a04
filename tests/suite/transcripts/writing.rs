//! Commands that write notes.

use super::Transcript;

#[test]
fn log() {
    let mut transcript = Transcript::example("log");
    transcript.sandbox.write("../mail.eml", "From: Orla\r\n\r\nCall me.\r\n");
    transcript.say("Nothing is written on the way here.");
    transcript
        .run("casefile log lantern time-boundary --date 2026-11-19T22:40 -m 'A call.' --dry-run");
    transcript.run("casefile log lantern time-boundry -m 'A call.'");
    transcript.run("casefile log lantern qqq -m 'A call.'");
    transcript.run("casefile log lantern");
    transcript.run("casefile log lantern time-boundary --severity awful -m x");
    transcript.run("casefile log lantern time-boundary --date yesterday -m x");
    transcript.run("casefile log lantern time-boundary --date 2150-01-01 -m x");
    transcript.run("casefile log lantern time-boundary --date 1200-01-01T10:00 -m x");
    transcript.run("casefile log lantern time-boundary --date 2026-11-22 -m x");
    transcript.run("casefile credit lantern --date 2027-11-19T10:00 -m x");
    transcript
        .run("CASEFILE_LANGUAGE=fr casefile log lantern time-boundary --date 2026-12-01 -m x");
    transcript.run("casefile log lantern time-boundary --date 2026-11-21 -m x --dry-run | head -3");
    transcript.run("casefile log lantern time-boundary --evidence ../not-there.eml -m x");
    transcript.run("git status --short -uall");
    transcript.say("A note, in the vault's own words for the day.");
    transcript.run(
        "casefile log lantern time-boundary,aggressive-tone --date 2026-11-19T22:40 \
         --severity high --channel phone --quote 'Where are you?' --hours 0.5 \
         --our-part 'none, the hours were agreed' --evidence ../mail.eml -m 'A call at 22:40.'",
    );
    transcript.run("cat clients/lantern-press/2026-11-19-a-call-at-22-40.md");
    transcript.run("cat clients/lantern-press/evidence/2026-11-19-mail-*.eml.md");
    transcript.run("cmp ../mail.eml clients/lantern-press/evidence/2026-11-19-mail-*.eml");
    transcript.say("The same again: another name, the exhibit once.");
    transcript.run(
        "casefile log lantern time-boundary --date 2026-11-19 --evidence ../mail.eml \
         -m 'A call at 22:40.'",
    );
    transcript.say("Without a text and without a terminal: the template, and where it is.");
    transcript.run("casefile log atelier scope-creep");
    transcript.run("cat clients/atelier-nova/2026-11-20-scope-creep.md");
    transcript.run("casefile check");
    transcript.check();
}

#[test]
fn credit_and_pulse() {
    let mut transcript = Transcript::example("credit-and-pulse");
    transcript.run("casefile credit harbour -m 'Paid a week early.'");
    transcript.run("cat clients/harbour-and-finch/2026-11-20-paid-a-week-early.md");
    transcript.run("casefile credit harbour");
    transcript.run("casefile pulse harbour");
    transcript.run("casefile pulse harbour --client-stress 4");
    transcript.run("casefile pulse harbour --client-stress 6 --work-stress 1");
    transcript.run("casefile pulse harbour --client-stress 4 --work-stress 2 --dread --sleep lost");
    transcript.run("cat clients/harbour-and-finch/2026-11-20-pulse.md");
    transcript.run("casefile credit harbour -m 'A kind word.' --date 2026-11-18 --dry-run");
    transcript.run("casefile check");
    transcript.check();
}

#[test]
fn confirm_and_dismiss() {
    let mut transcript = Transcript::example("confirm-and-dismiss");
    transcript.run("casefile confirm moulin 2026-11-04 -m 'She meant it as a joke.' --dry-run");
    transcript.run("casefile dismiss moulin 2026-11-04-patienter -m \"C'était une plaisanterie.\"");
    transcript.run("git diff");
    transcript.run("casefile confirm moulin 2026-11-04-patienter.md --no-commit");
    transcript.run("git diff --stat");
    transcript.run("casefile confirm moulin 2026-11-05-patienter");
    transcript.run("casefile confirm moulin zzz");
    transcript.sandbox.write(
        "clients/lantern-press/list.md",
        "---\ntype: incident\nincidents:\n  - {date: 2026-11-02, flags: [scope-creep]}\n---\n",
    );
    transcript.run("casefile dismiss lantern 'list#1'");
    transcript.check();
}

#[test]
fn new() {
    let mut transcript = Transcript::example("new");
    transcript.run("casefile new 'Bäckerei Süß & Söhne' --dry-run");
    transcript.run("casefile new 'Bäckerei Süß & Söhne'");
    transcript.run("casefile new 'Bäckerei Süß & Söhne'");
    transcript.run("casefile new '///'");
    transcript.run("casefile new ''");
    transcript.run("casefile check && git status --short");
    transcript.check();
}

#[test]
fn record() {
    let mut transcript = Transcript::example("record");
    transcript.run("casefile record");
    transcript.sandbox.write(
        "clients/lantern-press/2026-11-19-thanks.md",
        "---\ntype: credit\ndate: 2026-11-19\n---\nA letter.\n",
    );
    transcript.sandbox.write("clients/moulin-lacaze/2026-11-19-idea.md", "An idea.\n");
    transcript.run("casefile record lantern -m 'What the post brought' --dry-run");
    transcript.run("git log --oneline -1");
    transcript.run("casefile record lantern -m 'What the post brought'");
    transcript.run("casefile record");
    transcript.run("git log -2 --format='%h %s%n%n%b'");
    transcript.run("git status --short");
    transcript.say("Every kind of write is a commit where the settings say so.");
    transcript.run("printf '[ledger]\\ncommit = \"records\"\\n' >> casefile.toml");
    transcript.run("casefile credit lantern -m 'Another letter.'");
    transcript.run("casefile log lantern scope-creep -m 'One more page.' --dry-run");
    transcript.run("git log --oneline -1 && git status --short");
    transcript.check();
}
