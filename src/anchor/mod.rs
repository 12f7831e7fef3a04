//! What an outside witness says of the trail: anchor statements, time stamps, Bitcoin proofs,
//! lines that were sent.
//!
//! Owns: the shapes of these files, and whether a time stamp is what it says. Pure: bytes in,
//! findings out; no files, no clock, no network.
//! Must not: know git, or which records a statement covers.
//!
//! Everything here reads what others wrote: sizes are bounded, nothing calls itself without a
//! bound, and nothing that cannot be read stops the program.

mod certificate;
mod chain;
mod extension;
mod fault;
mod line;
mod ots;
mod reason;
mod request;
mod revocation;
mod revocation_list;
mod shelf;
mod signer;
mod statement;
mod token;
mod witnessed;

#[cfg(test)]
mod tests;

pub use certificate::Certificate;
pub use chain::{Roots, Stamped};
pub use fault::{ListFault, StatementFault, TokenFault, TraceFault, fetching};
pub use line::{AnchorLine, head_of};
pub use ots::{OtsFault, OtsProof, Promise};
pub use reason::Reason;
pub use request::{nonce_of, request};
pub use revocation::{CheckedCertificate, Listed, Lists, Revocation};
pub use revocation_list::{LARGEST_LIST, RevocationList};
pub use shelf::{Proof, Shelf, Stamp, StampState, reached, stem};
pub use statement::Statement;
pub use token::{Token, as_response};
pub use witnessed::Witnessed;

/// The largest token, proof or statement that is read, in bytes.
pub const LARGEST: usize = 1 << 20;

/// The folder of a vault that holds them.
pub const FOLDER: &str = "anchors";

/// The folder with the certificates of the authorities that the user trusts.
pub const ROOTS: &str = "anchors/roots";

/// The ending of their lists of revoked certificates, which lie in the same folder.
pub const LIST: &str = ".crl";
