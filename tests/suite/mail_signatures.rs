//! `audit mail`, on messages that another implementation of DKIM signed.

use std::fs;
use std::process::Command;

use serde_json::Value;

use crate::python::python_with;
use crate::sandbox::Sandbox;

const MESSAGE: &str = "From: =?utf-8?q?L=C3=A9a?= Martin <lea@atelier-nova.example>\r\n\
    To: Jenna <jenna@example.org>\r\n\
    Subject: Facture 2026-030\r\n\
    Date: Fri, 20 Nov 2026 09:12:00 +0100\r\n\
    \r\n\
    Bonjour Jenna,  \r\n\
    \r\n\
    nous ne payerons pas cette facture.\r\n\
    \r\n\
    \r\n";

const EVIDENCE: &str = "clients/atelier-nova/evidence";

/// Signs a message with dkimpy: standard input to standard output; `KIND`, `WAYS` and `LENGTH`
/// say how. The key's record goes to `RECORD`, in two pieces, as `dig +short` prints it.
const SIGN: &str = r#"
import base64, os, subprocess, sys
import dkim, nacl.signing
kind, ways = os.environ['KIND'], os.environ['WAYS'].encode().split(b'/')
if kind == 'rsa':
    key = subprocess.run(['openssl', 'genrsa', os.environ['BITS']], check=True, capture_output=True).stdout
    der = subprocess.run(['openssl', 'rsa', '-pubout', '-outform', 'DER'], input=key, check=True, capture_output=True).stdout
    record = 'v=DKIM1; k=rsa; p=' + base64.b64encode(der).decode()
else:
    seed = nacl.signing.SigningKey.generate()
    key = base64.b64encode(bytes(seed))
    record = 'v=DKIM1; k=ed25519; p=' + base64.b64encode(bytes(seed.verify_key)).decode()
message = sys.stdin.buffer.read()
signed = dkim.sign(message, b's1', b'atelier-nova.example', key, canonicalize=tuple(ways),
    include_headers=[b'from', b'to', b'subject', b'date'], length=os.environ['LENGTH'] == 'yes',
    signature_algorithm=(kind + '-sha256').encode())
open(os.environ['RECORD'], 'w').write('"%s" "%s"\n' % (record[:60], record[60:]))
sys.stdout.buffer.write(signed + message)
"#;

struct Way<'w> {
    kind: &'w str,
    ways: &'w str,
    length: bool,
    bits: &'w str,
}

/// The signed message, and its key as it is published.
fn signed(sandbox: &Sandbox, way: &Way<'_>) -> (Vec<u8>, String) {
    let python = python_with(&["dkimpy==1.1.8", "pynacl==1.6.2"]);
    let (input, record) = (sandbox.home().join("m.eml"), sandbox.home().join("record"));
    fs::write(&input, MESSAGE).unwrap();
    let output = Command::new(python)
        .args(["-c", SIGN])
        .env("KIND", way.kind)
        .env("WAYS", way.ways)
        .env("BITS", way.bits)
        .env("LENGTH", if way.length { "yes" } else { "no" })
        .env("RECORD", &record)
        .stdin(fs::File::open(&input).unwrap())
        .output()
        .unwrap();
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    (output.stdout, fs::read_to_string(record).unwrap())
}

const PLAIN: Way<'_> = Way { kind: "rsa", ways: "relaxed/relaxed", length: false, bits: "2048" };

/// The answer as JSON for a vault with one message, and the exit code.
fn audit(sandbox: &Sandbox) -> (Value, i32) {
    let output = sandbox.try_casefile(&["audit", "mail", "atelier-nova", "-f", "json"]);
    let value: Value = serde_json::from_slice(&output.stdout).unwrap();
    (value, output.status.code().unwrap())
}

fn put(sandbox: &Sandbox, message: &[u8], record: &str) {
    sandbox.write(&format!("{EVIDENCE}/m.eml"), message);
    sandbox.write(&format!("{EVIDENCE}/dkim/s1._domainkey.atelier-nova.example.txt"), record);
}

fn signature(answer: &Value) -> &Value {
    let messages = answer["messages"].as_array().unwrap();
    let message = messages.iter().find(|one| one["path"].as_str().unwrap().ends_with("/m.eml"));
    &message.unwrap()["signatures"][0]
}

#[test]
fn what_another_implementation_signed_holds_and_a_changed_word_does_not() {
    let sandbox = Sandbox::with_example();
    let ways = ["simple/simple", "simple/relaxed", "relaxed/simple", "relaxed/relaxed"];
    let ways = ways.map(|ways| Way { ways, ..PLAIN });
    for way in ways.into_iter().chain([Way { kind: "ed25519", ..PLAIN }]) {
        let (message, record) = signed(&sandbox, &way);
        let text = String::from_utf8(message).unwrap();
        let verdict = |text: &str| {
            put(&sandbox, text.as_bytes(), &record);
            let (answer, code) = audit(&sandbox);
            (signature(&answer)["verdict"].as_str().unwrap().to_owned(), code)
        };
        let holds = ("SIGNED-BY-DOMAIN".to_owned(), 0);
        assert_eq!(verdict(&text), holds, "{} {}", way.kind, way.ways);
        assert_eq!(verdict(&text.replace("\r\n", "\n")), holds, "{}", way.ways);
        let lie = text.replace("ne payerons pas", "payerons");
        assert_eq!(verdict(&lie), ("BODY-CHANGED".to_owned(), 1));
        let lie = text.replace("Facture 2026", "Facture 2027");
        assert_eq!(verdict(&lie), ("DOES-NOT-FIT".to_owned(), 1));
    }
}

#[test]
fn a_text_that_grew_after_it_was_signed_in_part_is_told() {
    let sandbox = Sandbox::with_example();
    let (mut message, record) = signed(&sandbox, &Way { length: true, bits: "1024", ..PLAIN });
    message.extend_from_slice(b"PS: sinon, un avis.\r\n");
    put(&sandbox, &message, &record);
    let (answer, code) = audit(&sandbox);
    let one = signature(&answer);
    assert_eq!((one["verdict"].as_str(), code), (Some("SIGNED-BY-DOMAIN"), 0));
    let not = one["does_not_prove"].to_string();
    assert!(not.contains("bytes of the text were there when it was signed"), "{not}");
    assert!(not.contains("1024 bits"), "{not}");
}

#[test]
fn a_key_that_is_not_on_file_is_named_with_the_command_that_fetches_it() {
    let sandbox = Sandbox::with_example();
    let (message, _) = signed(&sandbox, &PLAIN);
    sandbox.write(&format!("{EVIDENCE}/m.eml"), &message);
    let (answer, code) = audit(&sandbox);
    assert_eq!((signature(&answer)["verdict"].as_str(), code), (Some("NO-KEY"), 0));
    let file = format!("{EVIDENCE}/dkim/s1._domainkey.atelier-nova.example.txt");
    let command = format!(
        "mkdir -p {EVIDENCE}/dkim && dig +short TXT s1._domainkey.atelier-nova.example > {file}"
    );
    assert_eq!(answer["keys_wanted"][0]["command"], command.as_str());
    let text = sandbox.casefile(&["--speak", "fr", "audit", "mail", "atelier-nova"]);
    assert!(text.contains(&command), "{text}");
    assert!(text.contains("Clés à récupérer"), "{text}");
}

#[test]
fn a_client_without_messages_is_told_so() {
    let sandbox = Sandbox::with_example();
    sandbox.casefile(&["new", "Nobody Yet"]);
    let text = sandbox.casefile(&["audit", "mail", "nobody-yet"]);
    assert!(text.contains("No message (.eml) is among the exhibits."), "{text}");
}
