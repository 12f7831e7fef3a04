//! Names whose accents are written apart (NFD), as macOS writes them, and composed (NFC), as
//! keyboards do: the same name to people, and to casefile.

use unicode_normalization::UnicodeNormalization as _;

use crate::sandbox::Sandbox;

const CLIENT: &str = "café-d-angle";
const FLAG: &str = "départ-soudain";

/// How accents are written.
type Form = fn(&str) -> String;

/// A vault in which every name of a file is written in one form, and every mention of one in the
/// other.
fn vault(of_files: Form, of_mentions: Form) -> Sandbox {
    let sandbox = Sandbox::with_identity();
    sandbox.casefile(&["init"]);
    let (client, named) = (of_files(CLIENT), of_mentions(CLIENT));
    let write = |path: &str, text: &str| {
        sandbox.write(&of_files(path), of_mentions(text));
    };
    write(
        &format!("flags/{FLAG}.md"),
        "---\ntype: flag\nname: {fr: Départ soudain, en: Sudden leaving}\nweight: 3\n---\nText.\n",
    );
    let folder = format!("clients/{client}");
    write(
        &format!("{folder}/{client}.md"),
        "---\ntype: client\nname: Café\nlanguage: fr\nsigned: 2026-01-10\n---\n",
    );
    write(
        &format!("{folder}/2026-11-02-fâché.md"),
        &format!(
            "---\ntype: incident\nclient: {named}\ndate: 2026-11-02\nflags: [{FLAG}]\nseverity: low\nstatus: suspected\nevidence: [\"[[reçu.txt]]\"]\n---\nVoir [[idée]] et [là](idée.md).\n"
        ),
    );
    write(&format!("{folder}/idée.md"), "Une idée.\n");
    sandbox.write(&of_files(&format!("{folder}/evidence/reçu.txt")), "x");
    write(
        &format!("{folder}/evidence/reçu.txt.md"),
        "---\ntype: exhibit\ndate: 2026-11-02\nfile: reçu.txt\nsha256: 2d711642b726b04401627ca9fbac32f5c8530fb1903cc4db02258717921a4881\nsize: 1\n---\n",
    );
    sandbox.write(
        "casefile.toml",
        of_mentions(&format!("format = 1\nlanguage = \"fr\"\n[flags.{FLAG:?}]\nweight = 7\n")),
    );
    sandbox
}

fn apart(text: &str) -> String {
    text.nfd().collect()
}

fn together(text: &str) -> String {
    text.nfc().collect()
}

#[test]
fn a_name_is_the_same_however_its_accents_are_written() {
    let forms: [(Form, Form); 2] = [(apart, together), (together, apart)];
    for (of_files, of_mentions) in forms {
        let sandbox = vault(of_files, of_mentions);
        let checked = sandbox.try_casefile(&["check"]);
        assert_eq!(String::from_utf8_lossy(&checked.stdout), "");
        let named = of_mentions("café");
        let explained = sandbox.casefile(&["explain", &named, "-f", "json"]);
        assert!(explained.contains("\"weight\": 7"), "{explained}");
        sandbox.casefile(&["log", &of_mentions(CLIENT), &of_mentions(FLAG), "-mÀ l'aube."]);
        sandbox.casefile(&["confirm", &named, &of_mentions("2026-11-02-fâché"), "-mOui."]);
        sandbox.casefile(&["record"]);
        let because = format!("--because={}", of_mentions("2026-11-02-fâché"));
        sandbox.casefile(&["decide", &named, "exit", &because, "-mAssez."]);
        let checked = sandbox.try_casefile(&["check"]);
        assert_eq!(String::from_utf8_lossy(&checked.stdout), "");
        sandbox.casefile(&["bundle", &named, "-o", "../out"]);
        let custody = sandbox.read("../out/data/05-custody.csv");
        assert!(custody.contains("2026-11-02"), "{custody}");
        assert!(sandbox.casefile(&["audit", "verify"]).contains("1 d"));
        let made = sandbox.casefile(&["new", &of_mentions("Bäckerei Süß")]);
        assert_eq!(made, "clients/backerei-suss/backerei-suss.md\n");
    }
}
