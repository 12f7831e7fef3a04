//! Decisions along the life of one client.

use super::Transcript;

/// What a decision of each kind takes beside the client and the kind.
const KINDS: [(&str, &str); 9] = [
    ("accept", ""),
    ("decline", ""),
    ("boundary", "--statement S --covers time-boundary --consequence C --told email"),
    ("keep", ""),
    ("exit", ""),
    ("announce", "--told email"),
    ("close", ""),
    ("reopen", ""),
    ("amend", "--supersedes DECISION"),
];

/// A vault with one prospect, whose first incidents are on file.
fn prospect(name: &'static str) -> Transcript {
    let transcript = Transcript::empty(name);
    transcript.sandbox.write(
        "clients/cobalt-dental/cobalt-dental.md",
        "---\ntype: client\nname: Cobalt Dental\nlanguage: en\n---\n",
    );
    transcript.sandbox.write(
        "clients/cobalt-dental/2026-04-11-late-call.md",
        "---\ntype: incident\ndate: 2026-04-11T22:40\nflags: [time-boundary]\nseverity: medium\nstatus: confirmed\n---\nA call at 22:40.\n",
    );
    transcript.sandbox.casefile(&["record", "-m", "first notes"]);
    transcript
}

/// The path of the newest decision of the one client.
fn newest(transcript: &Transcript) -> String {
    let log = ["log", "-1", "--format=", "--name-only"];
    transcript.sandbox.git(&log).trim().to_owned()
}

/// The same as `decide … --supersedes` takes it.
fn id_of(path: &str) -> String {
    path.rsplit('/').next().unwrap().trim_end_matches(".md").to_owned()
}

/// Tries every kind without writing; only refusals say something.
fn try_every_kind(transcript: &mut Transcript, at: &str, decision: &str) {
    for (kind, options) in KINDS {
        let options = options.replace("DECISION", decision);
        let line = format!("casefile --now {at} decide cobalt {kind} {options} -m M --dry-run");
        transcript.run(&format!("{} >/dev/null", line.replace("  ", " ")));
    }
}

#[test]
fn each_stage_allows_its_decisions_and_no_others() {
    let mut transcript = prospect("decide-stages");
    let mut day = 1;
    let mut decision = "2026-05-01-none-aaaa".to_owned();
    let steps = [
        ("A prospect.", ""),
        ("Declined.", "decline"),
        ("A prospect again.", "reopen"),
        ("Engaged.", "accept"),
        (
            "On notice.",
            "boundary --statement 'No calls.' --covers time-boundary --consequence 'I leave.' --told email --review-by 2026-06-20",
        ),
        ("Engaged, kept.", "keep"),
        ("Leaving, after the cooling-off period.", "exit"),
        ("Told.", "announce --told phone"),
        ("Closed.", "close"),
        ("Engaged again.", "reopen"),
    ];
    for (stage, step) in steps {
        if !step.is_empty() {
            let now = format!("2026-05-{day:02}T10:00");
            transcript
                .run(&format!("casefile --now {now} decide cobalt {step} -m Why 2>/dev/null"));
            decision = id_of(&newest(&transcript));
        }
        day += 2;
        transcript.say(stage);
        try_every_kind(&mut transcript, &format!("2026-05-{day:02}T09:00"), &decision);
    }
    transcript.run(
        "casefile --now 2026-05-30 status && casefile --now 2026-05-30 audit verify | head -1",
    );
    transcript.check();
}

#[test]
fn a_boundary_needs_its_parts() {
    let mut transcript = prospect("decide-boundary");
    transcript.run("casefile --now 2026-04-20T09:00 decide cobalt accept -m 'Good people.'");
    let boundary = "casefile --now 2026-05-02T10:15 decide cobalt boundary";
    let parts = [
        " --statement 'No calls outside Monday to Friday, 09:00 to 17:30.'",
        " --covers time-boundary",
        " --consequence \"I give thirty days' notice.\"",
        " --told email",
    ];
    transcript.say("One part after the other.");
    let mut line = boundary.to_owned();
    for part in parts {
        transcript.run(&line);
        line.push_str(part);
    }
    transcript.say("Parts that cannot be meant.");
    transcript.run(&line.replace("time-boundary", "time-boundry"));
    transcript.run(&line.replace("email", "pigeon"));
    transcript.run(&format!("{line} --review-by 2026-05-02"));
    transcript.run(&format!("{line} --review-by soon"));
    transcript.run(&format!("{line} --review-by 2206-06-02"));
    transcript.run(&format!("{line} --told-on 2026-05-20"));
    transcript.run(&format!("{line} --because 2026-04-12-late-call"));
    transcript.run(&format!("{boundary} --told-on 2026-05-01"));
    transcript.run(&format!("{line} --told-evidence ../not-there.eml"));
    transcript.run("git status --short -uall");
    transcript.say("Shown first, then written, then recorded by hand.");
    transcript.run(&format!("{line} -m 'Third call in two weeks.' --dry-run"));
    transcript.run(&format!("{line} -m 'Third call in two weeks.' --no-commit"));
    transcript.run("git status --short -uall");
    transcript.run("casefile audit verify cobalt");
    transcript.run("casefile --now 2026-05-02T11:00 record");
    transcript.run("git log -1 --format=%B");
    transcript.say("A renewal, with the sent text as an exhibit.");
    transcript.sandbox.write("../mail.eml", "To: Cobalt\r\n\r\nNo calls, please.\r\n");
    let line = line.replace("05-02T10", "06-02T10");
    transcript.run(&format!("{line} --told-evidence ../mail.eml --because none"));
    transcript.run(&format!("cat {}", "clients/cobalt-dental/decisions/2026-06-02-boundary-*.md"));
    transcript.run("git show --stat=100 --format=%B");
    transcript.run("casefile --now 2026-06-03 check");
    transcript.check();
}

#[test]
fn never_in_anger() {
    let mut transcript = prospect("decide-exit");
    transcript.say("A decision says why.");
    transcript.run("casefile --now 2026-04-20T09:00 decide cobalt accept");
    transcript.run("casefile --now 2026-04-20T09:00 decide cobalt accept -m ' ' --statement ''");
    transcript.run("casefile --speak fr --now 2026-04-20T09:00 decide cobalt decline");
    transcript
        .run("casefile --now 2026-04-20T09:00 decide cobalt accept --statement 'Good people.'");
    transcript.run("casefile --now 2026-05-10T18:00 decide cobalt exit -m 'Enough.'");
    let announce = "decide cobalt announce --told email -m Told";
    transcript.run("casefile --now 2026-05-10T18:10 decide cobalt announce -m Told");
    transcript.run(&format!("casefile --now 2026-05-10T18:10 {announce}"));
    transcript.run(&format!("casefile --now 2026-05-11T17:59:30 {announce}"));
    transcript.run(&format!("casefile --now 2026-05-11T18:00 {announce} --dry-run"));
    transcript.say("A confirmed deal-breaker waives it, and the decision says so.");
    transcript.run("casefile --now 2026-05-10T20:00 log cobalt threat -m 'Refund or review.' --severity high --our-part none");
    transcript.run(&format!("casefile --now 2026-05-10T20:05 {announce}"));
    transcript.run("cat clients/cobalt-dental/decisions/2026-05-10-announce-*.md");
    transcript.say("They changed: kept after all, and the trail shows both.");
    transcript
        .run("casefile --now 2026-05-20T09:00 decide cobalt keep -m 'They called and meant it.'");
    transcript.run(
        "casefile --now 2026-05-20T09:00 decide cobalt amend --supersedes 2026-05-20-keep-aaaa -m Sam",
    );
    let keep = id_of(&newest(&transcript));
    transcript.run(&format!(
        "casefile --now 2026-05-21T09:00 decide cobalt amend --supersedes {keep}.md -m 'It was Sam who called.'"
    ));
    transcript.run("casefile audit cobalt");
    transcript.run("casefile decide cobalt retire");
    transcript.run("casefile decide cobalt");
    transcript.check();
}
