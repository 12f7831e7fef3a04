//! A time-stamping authority made of `openssl`, in a folder of the sandbox.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};

use casefile::anchor::{as_response, nonce_of};

use crate::sandbox::Sandbox;

const CONFIG: &str = "\
[ca]\ndefault_ca=c\n[c]\ndatabase=index.txt\nrand_serial=yes\nnew_certs_dir=.\ndefault_md=sha256\n\
policy=p\nunique_subject=no\ncopy_extensions=none\n[p]\ncommonName=supplied\n\
[authority]\nbasicConstraints=critical,CA:TRUE\nkeyUsage=critical,keyCertSign,cRLSign\n\
subjectKeyIdentifier=hash\n\
[leaf]\nbasicConstraints=critical,CA:FALSE\nsubjectKeyIdentifier=hash\n\
[stamping]\nbasicConstraints=critical,CA:FALSE\nkeyUsage=critical,digitalSignature\n\
extendedKeyUsage=critical,timeStamping\nsubjectKeyIdentifier=hash\n\
[listed]\nbasicConstraints=critical,CA:FALSE\nkeyUsage=critical,digitalSignature\n\
extendedKeyUsage=critical,timeStamping\ncrlDistributionPoints=URI:http://crl.example/tsa.crl\n\
[no-lists]\nbasicConstraints=critical,CA:TRUE\nkeyUsage=critical,keyCertSign\n\
[delta]\n2.5.29.27=critical,DER:020101\n[indirect]\nissuingDistributionPoint=critical,@i\n\
[i]\nindirectCRL=TRUE\n[partial]\nissuingDistributionPoint=critical,@p1\n\
[p1]\nonlysomereasons=keyCompromise\n[users]\nissuingDistributionPoint=critical,@p2\n\
[p2]\nonlyuser=TRUE\nfullname=URI:http://crl.example/tsa.crl\n\
[elsewhere]\nissuingDistributionPoint=critical,@p3\n[p3]\nfullname=URI:http://other.example/\n\
[strange-list]\n1.2.3.4.5=critical,DER:0500\n\
[not-critical]\nextendedKeyUsage=timeStamping\n\
[other-use]\nextendedKeyUsage=critical,codeSigning\n\
[two-uses]\nextendedKeyUsage=critical,timeStamping,codeSigning\n\
[strange]\nextendedKeyUsage=critical,timeStamping\n1.2.3.4.5=critical,DER:0500\n\
[ts]\nserial=serial\ncrypto_device=builtin\nsigner_digest=sha256\ndefault_policy=1.2.3.4.1\n\
digests=sha256,sha512\naccuracy=secs:1\nordering=no\ntsa_name=yes\ness_cert_id_chain=no\n\
ess_cert_id_alg=sha256\nclock_precision_digits=3\n\
[ts-old]\nserial=serial\ncrypto_device=builtin\nsigner_digest=sha512\ndefault_policy=1.2.3.4.1\n\
digests=sha256\nordering=yes\ntsa_name=no\ness_cert_id_chain=yes\ness_cert_id_alg=sha1\n";

/// An authority: a folder with keys and certificates, each under a name.
pub(super) struct Authority<'s> {
    sandbox: &'s Sandbox,
    folder: PathBuf,
}

/// A certificate to be made.
pub(super) struct Wanted<'w> {
    pub(super) name: &'w str,
    /// Its section of extensions.
    pub(super) section: &'w str,
    /// Who issues it; itself where that is its own name.
    pub(super) issuer: &'w str,
    pub(super) key: &'w str,
    /// From and to, as `openssl ca` takes them.
    pub(super) valid: [&'w str; 2],
}

pub(super) const VALID: [&str; 2] = ["20200101000000Z", "20400101000000Z"];

impl<'s> Authority<'s> {
    /// An empty folder.
    pub(super) fn empty(sandbox: &'s Sandbox, name: &str) -> Self {
        let folder = sandbox.home().join(name);
        fs::create_dir(&folder).unwrap();
        fs::write(folder.join("c.cnf"), CONFIG).unwrap();
        fs::write(folder.join("index.txt"), "").unwrap();
        fs::write(folder.join("serial"), "01\n").unwrap();
        Self { sandbox, folder }
    }

    /// A root and a signer of time stamps.
    pub(super) fn new(sandbox: &'s Sandbox) -> Self {
        Self::with(sandbox, "tsa", "p256", false)
    }

    /// The same by a kind of key, with or without an authority in between.
    pub(super) fn with(sandbox: &'s Sandbox, name: &str, key: &str, between: bool) -> Self {
        let made = Self::empty(sandbox, name);
        made.root("root", VALID);
        let mut issuer = "root";
        if between {
            let (name, section, valid) = ("between", "authority", VALID);
            made.issue(&Wanted { name, section, issuer, key, valid });
            issuer = "between";
        }
        let (name, section, valid) = ("signer", "stamping", VALID);
        made.issue(&Wanted { name, section, issuer, key, valid });
        made
    }

    /// A root, an authority in between and a signer that names where its list is.
    pub(super) fn listed(sandbox: &'s Sandbox, name: &str, key: &str) -> Self {
        let made = Self::empty(sandbox, name);
        made.root("root", VALID);
        for (name, section, issuer) in
            [("between", "authority", "root"), ("signer", "listed", "between")]
        {
            made.issue(&Wanted { name, section, issuer, key, valid: VALID });
        }
        made
    }

    /// Revokes a certificate at a moment, written as `openssl ca` writes it: `261121090000Z`.
    pub(super) fn revoke(&self, name: &str, issuer: &str, at: &str, reason: Option<&str>) {
        let [revoked, issuer_key, issuer_pem] =
            [format!("{name}.pem"), format!("{issuer}.key"), format!("{issuer}.pem")];
        let mut arguments = vec!["ca", "-config", "c.cnf", "-revoke", &revoked];
        arguments.extend(["-keyfile", &issuer_key, "-cert", &issuer_pem]);
        arguments.extend(reason.iter().flat_map(|reason| ["-crl_reason", *reason]));
        self.openssl(&arguments);
        let index = fs::read_to_string(self.file("index.txt")).unwrap();
        let subject = format!("/CN=Example {name}");
        let dated = index.lines().map(|line| {
            let mut fields: Vec<&str> = line.split('\t').collect();
            let reason = fields[2].split_once(',').map(|(_, reason)| reason);
            let moment = reason.map_or(at.to_owned(), |reason| format!("{at},{reason}"));
            if fields[0] == "R" && fields[5] == subject {
                fields[2] = &moment;
            }
            fields.join("\t") + "\n"
        });
        fs::write(self.file("index.txt"), dated.collect::<String>()).unwrap();
    }

    /// Makes a list of what was revoked, by `openssl ca`; `section` has its extensions.
    pub(super) fn list(&self, issuer: &str, of: [&str; 2], section: Option<&str>) -> PathBuf {
        let [issuer_key, issuer_pem, list] =
            ["key", "pem", "crl"].map(|end| format!("{issuer}.{end}"));
        let mut arguments = vec!["ca", "-gencrl", "-config", "c.cnf", "-keyfile", &issuer_key];
        arguments.extend(["-cert", &issuer_pem, "-out", &list]);
        arguments.extend(["-crl_lastupdate", of[0], "-crl_nextupdate", of[1]]);
        arguments.extend(section.iter().flat_map(|section| ["-crlexts", *section]));
        self.openssl(&arguments);
        self.file(&list)
    }

    /// What `openssl verify` says of a certificate, held against a list alone.
    pub(super) fn verify(&self, name: &str, list: &str) -> String {
        let certificate = format!("{name}.pem");
        let mut arguments = vec!["verify", "-no_check_time", "-crl_check", "-CRLfile", list];
        arguments.extend(["-CAfile", "root.pem", "-untrusted", "between.pem", &certificate]);
        let output = self.try_openssl(&arguments);
        [output.stdout, output.stderr].map(|said| String::from_utf8(said).unwrap()).concat()
    }

    pub(super) fn root(&self, name: &str, valid: [&str; 2]) {
        self.issue(&Wanted { name, section: "authority", issuer: name, key: "p256", valid });
    }

    pub(super) fn file(&self, name: &str) -> PathBuf {
        self.folder.join(name)
    }

    fn try_openssl(&self, arguments: &[&str]) -> Output {
        let mut command: Command = self.sandbox.command("openssl");
        command.current_dir(&self.folder).args(arguments).output().unwrap()
    }

    pub(super) fn openssl(&self, arguments: &[&str]) {
        let output = self.try_openssl(arguments);
        let said = String::from_utf8_lossy(&output.stderr);
        assert!(output.status.success(), "openssl {arguments:?}: {said}");
    }

    /// Makes a key and a certificate.
    pub(super) fn issue(&self, wanted: &Wanted<'_>) {
        let Wanted { name, section, issuer, key, valid: [from, to] } = *wanted;
        let [own_key, request, own] = ["key", "csr", "pem"].map(|end| format!("{name}.{end}"));
        let [issuer_key, issuer_pem] = ["key", "pem"].map(|end| format!("{issuer}.{end}"));
        match key {
            "rsa" => self.openssl(&["genrsa", "-out", &own_key, "2048"]),
            key => {
                let curve = if key == "p384" { "secp384r1" } else { "prime256v1" };
                self.openssl(&["ecparam", "-name", curve, "-genkey", "-noout", "-out", &own_key]);
            }
        }
        let subject = format!("/CN=Example {name}");
        self.openssl(&[
            "req", "-new", "-key", &own_key, "-subj", &subject, "-config", "c.cnf", "-out",
            &request,
        ]);
        let mut arguments =
            vec!["ca", "-batch", "-notext", "-config", "c.cnf", "-extensions", section];
        arguments.extend(["-startdate", from, "-enddate", to, "-in", &request, "-out", &own]);
        arguments.extend(["-keyfile", &issuer_key]);
        if name == issuer {
            arguments.push("-selfsign");
        } else {
            arguments.extend(["-cert", &issuer_pem]);
        }
        self.openssl(&arguments);
    }

    /// Answers a request as `openssl ts` does, by the machine's clock.
    pub(super) fn reply(&self, request: &Path, section: &str, answer: &str) -> PathBuf {
        let request = request.to_str().unwrap();
        let mut arguments = vec!["ts", "-reply", "-config", "c.cnf", "-section", section];
        arguments.extend(["-queryfile", request, "-inkey", "signer.key", "-signer", "signer.pem"]);
        arguments.extend(["-out", answer]);
        if self.file("between.pem").exists() {
            arguments.extend(["-chain", "between.pem"]);
        }
        self.openssl(&arguments);
        self.file(answer)
    }

    /// Answers a request at the moment it is for the program under test, whatever the machine's
    /// clock says.
    pub(super) fn answer(&self, request: &Path) -> PathBuf {
        let (digest, nonce) = nonce_of(&fs::read(request).unwrap()).unwrap();
        let said = info(&digest.to_hex(), "20261120080000Z", Some(&nonce));
        let bare = fs::read(self.forge(&said, &["signer"], "bare.der")).unwrap();
        fs::write(self.file("answer.tsr"), as_response(&bare).unwrap()).unwrap();
        self.file("answer.tsr")
    }

    /// Signs a time stamp that says anything, with any certificate, as no authority would.
    pub(super) fn forge(&self, info: &[u8], signers: &[&str], answer: &str) -> PathBuf {
        fs::write(self.file("info.der"), info).unwrap();
        let mut arguments = vec!["cms", "-sign", "-binary", "-nodetach", "-nosmimecap", "-cades"];
        arguments.extend(["-md", "sha256", "-outform", "DER", "-in", "info.der", "-out", answer]);
        arguments.extend(["-econtent_type", "1.2.840.113549.1.9.16.1.4"]);
        let files: Vec<[String; 2]> =
            signers.iter().map(|one| [format!("{one}.pem"), format!("{one}.key")]).collect();
        if self.file("between.pem").exists() {
            arguments.extend(["-certfile", "between.pem"]);
        }
        for [certificate, key] in &files {
            arguments.extend(["-signer", certificate, "-inkey", key]);
        }
        self.openssl(&arguments);
        self.file(answer)
    }
}

/// A `TSTInfo`: what a time stamp says.
pub(super) fn info(digest: &str, at: &str, nonce: Option<&[u8]>) -> Vec<u8> {
    let octets: Vec<u8> = (0..digest.len() / 2)
        .map(|at| u8::from_str_radix(&digest[at * 2..at * 2 + 2], 16).unwrap())
        .collect();
    let sha256 = [6, 9, 0x60, 0x86, 0x48, 1, 0x65, 3, 4, 2, 1];
    let mut fields = vec![
        der(2, &[1]),
        der(6, &[0x2a, 3, 4, 1]),
        der(0x30, &[der(0x30, &sha256), der(4, &octets)].concat()),
        der(2, &[7]),
        der(0x18, at.as_bytes()),
    ];
    fields.extend(nonce.map(|nonce| der(2, nonce)));
    der(0x30, &fields.concat())
}

pub(super) fn der(tag: u8, value: &[u8]) -> Vec<u8> {
    let length = u8::try_from(value.len()).unwrap();
    let long: &[u8] = if length > 0x7f { &[0x81] } else { &[] };
    [&[tag], long, &[length], value].concat()
}
