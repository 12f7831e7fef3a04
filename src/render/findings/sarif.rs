//! Findings as SARIF 2.1.0, which code hosts and editors read.

use serde_json::{Value, json};

use super::{hint, message, path_below};
use crate::check::{Rule, rule};
use crate::finding::{Finding, Level};
use crate::locale::Locale;
use crate::render::RenderError;

/// The findings as SARIF; `prefix` is where the vault lies in the repository.
///
/// # Errors
/// Where they cannot be serialised.
pub fn findings_sarif(
    findings: &[Finding],
    prefix: &str,
    locale: &Locale,
) -> Result<String, RenderError> {
    let mut codes: Vec<&'static str> = findings.iter().map(|finding| finding.code).collect();
    codes.sort_unstable();
    codes.dedup();
    let results: Vec<Value> =
        findings.iter().map(|finding| result(finding, &codes, prefix, locale)).collect();
    crate::render::json(&json!({
        "$schema": "https://json.schemastore.org/sarif-2.1.0.json",
        "version": "2.1.0",
        "runs": [{
            "tool": {"driver": {
                "name": env!("CARGO_PKG_NAME"),
                "semanticVersion": env!("CARGO_PKG_VERSION"),
                "rules": codes.iter().map(|code| descriptor(code)).collect::<Vec<Value>>(),
            }},
            "columnKind": "unicodeCodePoints",
            "results": results,
        }],
    }))
}

fn descriptor(code: &str) -> Value {
    let why = rule(code).map_or("", |rule: &Rule| rule.why);
    let level = rule(code).map_or(Level::Error, |rule| rule.level);
    json!({
        "id": code,
        "fullDescription": {"text": if why.is_empty() { code } else { why }},
        "defaultConfiguration": {"level": level},
    })
}

fn result(finding: &Finding, codes: &[&str], prefix: &str, locale: &Locale) -> Value {
    let location = &finding.location;
    let text = match hint(finding, locale) {
        Some(hint) => format!("{}. {hint}", message(finding, locale)),
        None => message(finding, locale),
    };
    let (start, end) = (location.start, location.end);
    json!({
        "ruleId": finding.code,
        "ruleIndex": codes.iter().position(|code| *code == finding.code),
        "level": finding.level,
        "message": {"text": text},
        "locations": [{"physicalLocation": {
            "artifactLocation": {
                "uri": uri(&path_below(prefix, &location.path)),
                "uriBaseId": "%SRCROOT%",
            },
            "region": {
                "startLine": start.line,
                "startColumn": start.column,
                "endLine": end.line,
                "endColumn": end.column,
            },
        }}],
    })
}

/// A path as a relative reference: what is not unreserved is percent-encoded.
fn uri(path: &str) -> String {
    let mut uri = String::with_capacity(path.len());
    for byte in path.bytes() {
        match byte {
            b'A'..=b'Z' | b'a'..=b'z' | b'0'..=b'9' | b'-' | b'.' | b'_' | b'~' | b'/' => {
                uri.push(char::from(byte));
            }
            _ => uri.push_str(&format!("%{byte:02X}")),
        }
    }
    uri
}
