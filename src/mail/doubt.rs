//! What is not as a message says.

/// Something about a message that is not as it says, or that could not be read.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, serde::Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Doubt {
    /// Its bytes are not in the character set it names; they were read in the likeliest one.
    Charset,
    /// It was taken for another character set on its way (`Ã©`); its text is mended here, and the
    /// file has it as it came.
    Mended,
    /// Some of its characters were lost on its way, and nobody can tell which.
    Lost,
    /// Its date is no day, or one that no message was sent on: taken as unknown.
    Date,
    /// It is nested too deep, or has too many parts: only its beginning was read.
    Parts,
    /// It is longer than any message: the rest was left out.
    Length,
    /// It ends too soon, or is damaged, in a part below a transfer encoding: what stands before that
    /// was read.
    Incomplete,
}
