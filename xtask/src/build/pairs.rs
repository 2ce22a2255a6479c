//! Writes what often comes in a row as one sign: the pair that is most frequent gets a byte that does not occur, then the next one,
//! in which the last may take part, until none is free. LZMA has less to name then, and the one file becomes 1.3 KB smaller.

use std::collections::HashMap;

/// What `www/embed/join.js` writes out again: how many signs there are, each with the two that it stands for, and the signs.
pub(super) fn pair(bytes: &[u8]) -> Vec<u8> {
    let free = (0..=u8::MAX).rev().filter(|sign| !bytes.contains(sign)).collect::<Vec<_>>();
    let mut rest = bytes.to_vec();
    let mut table = Vec::new();
    for sign in free {
        let Some(pair) = most_frequent(&rest) else { break };
        table.push([sign, pair.0, pair.1]);
        rest = replaced(&rest, pair, sign);
    }
    // Of 256 bytes, those in a pair are not free: never more than fit into a byte.
    let count = u8::try_from(table.len()).unwrap_or_default();
    [vec![count], table.concat(), rest].concat()
}

/// The first of those of which there are most; one that comes once is no saving.
fn most_frequent(bytes: &[u8]) -> Option<(u8, u8)> {
    let mut counts: HashMap<(u8, u8), usize> = HashMap::new();
    for (&first, &second) in bytes.iter().zip(bytes.iter().skip(1)) {
        *counts.entry((first, second)).or_default() += 1;
    }
    let (pair, count) =
        counts.into_iter().max_by(|(a, in_a), (b, in_b)| in_a.cmp(in_b).then(b.cmp(a)))?;
    (count > 1).then_some(pair)
}

fn replaced(bytes: &[u8], pair: (u8, u8), sign: u8) -> Vec<u8> {
    let mut signs = Vec::new();
    let mut rest = bytes;
    while let [first, tail @ ..] = rest {
        rest = tail;
        match tail {
            [second, after @ ..] if (*first, *second) == pair => {
                signs.push(sign);
                rest = after;
            }
            _ => signs.push(*first),
        }
    }
    signs
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_most_frequent_pair_is_one_sign_and_so_is_a_pair_of_signs() {
        let signs = pair(b"abababab, ab");
        assert_eq!(signs, [&[2, 255, b'a', b'b', 254, 255, 255, 254, 254][..], b", \xff"].concat());
    }

    #[test]
    fn what_comes_once_stays_as_it_is() {
        assert_eq!(pair(b"abc"), [&[0], &b"abc"[..]].concat());
        assert_eq!(pair(b""), [0]);
    }

    #[test]
    fn where_no_byte_is_free_nothing_is_paired() {
        let all = (0..=u8::MAX).chain(0..=u8::MAX).collect::<Vec<_>>();
        assert_eq!(pair(&all), [vec![0], all].concat());
    }
}
