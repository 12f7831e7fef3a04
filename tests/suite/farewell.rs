//! The end told and closed: the draft that rested, what was sent, what is open, and what comes after.

use crate::sandbox::Sandbox;
use crate::transcripts::Transcript;

#[test]
fn a_draft_rests_and_is_announced_with_what_was_sent() {
    let mut transcript = Transcript::example("announce");
    let vault = &transcript.sandbox;
    let nova = "clients/atelier-nova/atelier-nova.md";
    let furnished = "channel: email\nsubstitute: Camille Roy (camille@studio-roy.example)\n";
    vault.write(nova, vault.read(nova).replacen("channel: email\n", furnished, 1));
    transcript.say("The evening of the decision.");
    let evening = "casefile --now 2026-11-19T20:40";
    transcript.run(&format!("{evening} draft atelier direct --channel email"));
    transcript.run(&format!("{evening} agenda --until 2026-11-21"));
    let announce = "decide atelier announce --draft 2026-11-19-direct -m 'Sent this morning.'";
    transcript.run(&format!("{evening} {announce}"));
    transcript.run(&format!("CASEFILE_LANGUAGE=fr {evening} {announce}"));
    transcript.say("The next morning.");
    let morning = "casefile --now 2026-11-20T09:40";
    transcript.run(&format!("{morning} agenda --until 2026-11-21"));
    transcript.say("Not what was sent.");
    transcript.run(&format!("{morning} decide atelier announce --draft nothing.md -m Sent"));
    transcript.run(&format!("{morning} decide atelier announce --draft {nova} -m Sent"));
    transcript.run(&format!("{morning} decide atelier announce --sent ../letter.txt -m Sent"));
    transcript.run(&format!("{morning} decide atelier announce --at 2026-11-20T09:30 -m Sent"));
    transcript.run(&format!("{morning} {announce} --at 2026-11-25"));
    transcript.run("casefile draft moulin boundary --channel email");
    let of_another = "clients/moulin-lacaze/drafts/2026-11-20-boundary.md";
    transcript.run(&format!("{morning} decide atelier announce --draft {of_another} -m Sent"));
    transcript.say("Sent.");
    transcript.run(&format!("{morning} {announce} --at 2026-11-20T09:30"));
    transcript.run("grep told clients/atelier-nova/decisions/*announce*");
    transcript.run("cat clients/atelier-nova/evidence/2026-11-20-direct-*.txt.md");
    transcript.run("tail -c +1 clients/atelier-nova/evidence/2026-11-20-direct-*.txt | head -3");
    transcript.run(&format!("{morning} draft atelier | tail -2"));
    transcript.run("casefile audit verify atelier | head -1");
    transcript.run("casefile check");
    transcript.check();
}

#[test]
fn the_bytes_that_were_sent_are_kept_exactly() {
    let sandbox = Sandbox::with_example();
    let note = "---\r\ntype: draft\r\nchannel: chat\r\n---\r\n- Say it.\r\n\r\n\
                <!-- casefile:letter -->\r\n\r\nBonjour L\u{e9}a,\r\n\r\nC'est fini.  \r\n";
    sandbox.write("clients/atelier-nova/drafts/mine.md", note);
    sandbox.casefile(&[
        "--now",
        "2026-11-20T09:40",
        "decide",
        "atelier",
        "announce",
        "--draft",
        "mine",
        "-m",
        "Sent.",
    ]);
    let files = sandbox.files();
    let kept = |path: &&std::path::PathBuf| {
        path.to_string_lossy().contains("evidence/2026-11-20-mine-")
            && path.extension().is_some_and(|ending| ending == "txt")
    };
    let (_, bytes) = files.iter().find(|(path, _)| kept(path)).unwrap();
    assert_eq!(String::from_utf8_lossy(bytes), "Bonjour L\u{e9}a,\r\n\r\nC'est fini.  \r\n");
    let decision = sandbox.git(&["show", "--format=", "HEAD"]);
    assert!(decision.contains("how: chat"), "{decision}");
    assert_eq!(sandbox.read("clients/atelier-nova/drafts/mine.md"), note);
}

#[test]
fn a_case_is_closed_when_nothing_is_open_or_is_left_open() {
    let mut transcript = Transcript::example("close");
    let told =
        "casefile --now 2026-11-20T09:40 decide atelier announce --told phone -m Told 2>/dev/null";
    transcript.sandbox.casefile(&["--now", "2026-11-20T09:35", "plan", "atelier"]);
    transcript.run(told);
    let close = "casefile --now 2026-12-21T10:00 decide atelier close -m 'Nothing more will come.'";
    transcript.run(close);
    transcript.say("Steps are ticked, access ended, the work handed over; one invoice stays.");
    transcript.run("sed -i 's/- \\[ \\]/- [x]/' clients/atelier-nova/exit-plan.md");
    transcript.run(
        "sed -i 's/state: owed/state: delivered/; s/done: 60%/done: 0%/; s/, since: \\(.*\\)}/, since: \\1, ended: 2026-12-20}/' clients/atelier-nova/atelier-nova.md",
    );
    transcript.run(&format!("CASEFILE_LANGUAGE=fr {close}"));
    transcript.run(&format!("{close} --leave-open 2026-03"));
    transcript.run(&format!("{close} --leave-open everything"));
    transcript.run(&format!("{close} --leave-open 2026-030"));
    transcript.run("grep left-open clients/atelier-nova/decisions/*close*");
    transcript.say("What comes afterwards is logged, and reopens nothing.");
    transcript.run("casefile --now 2026-12-28T09:00 status -f json | grep -A3 '\"atelier-nova\"'");
    transcript.run("casefile --now 2026-12-28T09:00 log atelier aggressive-tone --quote 'Vous me le paierez.' -m 'Un message, sans suite.' --severity medium --date 2026-12-27T22:10");
    transcript.run("casefile --now 2026-12-28T09:00 status | grep -A1 Atelier");
    transcript.run("casefile --now 2026-12-28T09:00 draft atelier | tail -1");
    transcript.run("casefile --now 2026-12-28T09:00 report atelier | head -12");
    transcript.run("casefile --now 2026-12-28T09:00 postmortem atelier && grep -A9 '^| Signal' clients/atelier-nova/postmortem.md");
    transcript.run("casefile --now 2026-12-28T09:00 decide atelier close -m Again");
    transcript.check();
}
