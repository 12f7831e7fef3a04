//! The custody list: every original, its digest, and how it came into the file.

use super::csv::cell;
use crate::bundle::BundleExhibit;

/// `05-custody.csv`: one line for each exhibit, the heads in English for programs.
///
/// An exhibit that is kept apart and not in the bundle has no file and no `sha256`, only that of
/// the day it was acquired. No cell is a formula to a spreadsheet. Moments are local to the client, as the notes have
/// them.
pub fn custody_csv(exhibits: &[BundleExhibit]) -> Vec<u8> {
    let mut writer = csv::Writer::from_writer(Vec::new());
    let heads = [
        "exhibit",
        "file",
        "sha256",
        "size",
        "acquired-when",
        "acquired-by",
        "origin",
        "path-in-vault",
        "sha256-when-acquired",
    ];
    // A writer into memory does not fail.
    let _ = writer.write_record(heads);
    for exhibit in exhibits {
        let cells = [
            exhibit.number.clone(),
            if exhibit.absent { String::new() } else { exhibit.path.clone() },
            if exhibit.absent { String::new() } else { exhibit.digest.to_hex() },
            exhibit.size.to_string(),
            exhibit.acquired.map(|moment| moment.to_string()).unwrap_or_default(),
            exhibit.by.clone().unwrap_or_default(),
            exhibit.origin.clone().unwrap_or_default(),
            exhibit.source.clone(),
            exhibit.noted.map(|digest| digest.to_hex()).unwrap_or_default(),
        ];
        let cells = cells.iter().map(|text| cell(text).into_owned());
        let _ = writer.write_record(cells);
    }
    writer.into_inner().unwrap_or_default()
}
