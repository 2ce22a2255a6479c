//! Packs the module the way `www/embed/lzma.js` unpacks it: a sixth smaller than the densest gzip.

use std::io::Write;

use anyhow::{Context, Result, ensure};
use liblzma::stream::{LzmaOptions, Stream};
use liblzma::write::XzEncoder;

/// The level of the encoder: the densest.
const DENSEST: u32 = 9 | (1 << 31);
/// How many bits of the byte before choose the chances of a literal. Found by trying them all on the module.
const LITERAL_BITS: u32 = 1;
/// How many bits of the position do: instructions begin anywhere.
const POSITION_BITS: u32 = 0;
/// Where the header has the length of what is packed.
const LENGTH: std::ops::Range<usize> = 5..13;

/// A whole .lzma file.
pub(super) fn pack(bytes: &[u8]) -> Result<Vec<u8>> {
    let mut options = LzmaOptions::new_preset(DENSEST)?;
    options.literal_context_bits(LITERAL_BITS).position_bits(POSITION_BITS);
    let stream = Stream::new_lzma_encoder(&options)?;
    let mut encoder = XzEncoder::new_stream(Vec::new(), stream);
    encoder.write_all(bytes).context("the WebAssembly cannot be packed")?;
    let mut packed = encoder.finish()?;
    // The encoder does not know the length when it writes the header.
    let length = packed.get_mut(LENGTH).context("a packed file has no header")?;
    length.copy_from_slice(&u64::try_from(bytes.len())?.to_le_bytes());
    ensure!(u32::try_from(bytes.len()).is_ok(), "the WebAssembly is larger than any browser takes");
    Ok(packed)
}

#[cfg(test)]
mod tests {
    use std::fs;

    use base64::Engine as _;
    use base64::engine::general_purpose::STANDARD as BASE64;
    use rand::{Rng, SeedableRng};
    use rand_chacha::ChaCha8Rng;

    use super::*;
    use crate::tools;
    use crate::workspace::Workspace;

    /// Bytes of every kind: none, one, runs, noise, text, and text with noise in it.
    fn samples() -> Vec<Vec<u8>> {
        let mut random = ChaCha8Rng::seed_from_u64(7);
        let mut noise = vec![0; 3_000];
        random.fill_bytes(&mut noise);
        let text = include_str!("pack.rs").repeat(3).into_bytes();
        let mut mixed = text.clone();
        for (place, byte) in noise.iter().enumerate() {
            if let Some(slot) = mixed.get_mut(place * 5) {
                *slot = *byte;
            }
        }
        vec![Vec::new(), vec![0], vec![7; 70_000], noise, text, mixed]
    }

    #[test]
    fn the_browsers_side_unpacks_what_is_packed() -> Result<()> {
        let workspace = Workspace::here()?;
        let mut files = Vec::new();
        for (number, sample) in samples().iter().enumerate() {
            let path = workspace.scratch()?.join(format!("packed-{number}"));
            fs::write(&path, pack(sample)?)?;
            files.push(path.display().to_string());
        }
        let unpacked = tools::node(&workspace, "xtask/unpack.mjs", &files)?;
        let expected = samples().iter().map(|sample| BASE64.encode(sample)).collect::<Vec<_>>();
        assert_eq!(unpacked.lines().collect::<Vec<_>>(), expected);
        Ok(())
    }
}
