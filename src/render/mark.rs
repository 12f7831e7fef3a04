//! How a file tells that it is an answer of ours, so that the next answer may take its place.

/// The last line of a Markdown or HTML answer; no reader shows it.
pub const MARK: &str = "<!-- made by casefile -->\n";

/// Whether these are bytes that casefile wrote as an answer, or none at all. Text for a
/// terminal has no mark and is not recognised.
pub fn is_an_answer(bytes: &[u8]) -> bool {
    let starts = |text: &str| bytes.starts_with(text.as_bytes());
    let is_sarif = || memchr::memmem::find(bytes, b"\"name\": \"casefile\"").is_some();
    let is_json = starts("{\n  \"schema\": ") || starts("{\n  \"$schema\": ") && is_sarif();
    let is_calendar = starts("BEGIN:VCALENDAR\r\n")
        && memchr::memmem::find(bytes, b"\r\nPRODID:-//casefile//").is_some();
    let is_export = starts("vault,client,") || starts("{\"vault\":");
    bytes.is_empty() || is_export || bytes.ends_with(MARK.as_bytes()) || is_json || is_calendar
}
