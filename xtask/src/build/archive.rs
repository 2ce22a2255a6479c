//! Zip files that are the same to the byte however often and wherever they are made.

use std::io::{Cursor, Write};

use anyhow::{Context, Result};
use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, DateTime, ZipWriter};

/// What may be read by everybody and changed by its owner: an upload keeps it.
const MODE: u32 = 0o644;

/// An archive of files by their names, in this order, all of the same moment.
pub(super) fn zip(files: &[(String, Vec<u8>)]) -> Result<Vec<u8>> {
    let mut archive = ZipWriter::new(Cursor::new(Vec::new()));
    let options = SimpleFileOptions::default()
        .compression_method(CompressionMethod::Deflated)
        .compression_level(Some(9))
        .last_modified_time(DateTime::default())
        .unix_permissions(MODE);
    for (name, bytes) in files {
        archive
            .start_file(name.as_str(), options)
            .with_context(|| format!("cannot pack {name}"))?;
        archive.write_all(bytes).with_context(|| format!("cannot pack {name}"))?;
    }
    Ok(archive.finish().context("cannot close an archive")?.into_inner())
}

#[cfg(test)]
mod tests {
    use std::io::Read;

    use zip::ZipArchive;

    use super::*;

    #[test]
    fn what_goes_in_comes_out_and_twice_the_same() -> Result<()> {
        let files = [("a/b.txt".to_owned(), b"one".to_vec()), ("c".to_owned(), vec![7; 9_000])];
        let packed = zip(&files)?;
        assert_eq!(packed, zip(&files)?);
        let mut archive = ZipArchive::new(Cursor::new(packed))?;
        assert_eq!(archive.len(), files.len());
        for (name, bytes) in files {
            let mut found = Vec::new();
            archive.by_name(&name)?.read_to_end(&mut found)?;
            assert_eq!(found, bytes, "{name}");
        }
        Ok(())
    }
}
