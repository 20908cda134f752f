//! The tokens by which pages of buckets are continued: bound to all other parameters of the request.

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use sha2::{Digest as _, Sha256};

/// `page_` and 20 bytes in base 64: when it was made, a checksum, and the start of the next bucket.
pub(super) fn make(request: &str, now: i64, next: i64) -> String {
    let mut bytes = Vec::with_capacity(20);
    bytes.extend(now.to_be_bytes());
    bytes.extend(checksum(request, now, next));
    bytes.extend(next.to_be_bytes());
    format!("page_{}", STANDARD.encode(bytes))
}

/// The start of the next bucket; `None` where the token was not made for such a request.
pub(super) fn read(request: &str, token: &str) -> Option<i64> {
    let bytes = STANDARD.decode(token.strip_prefix("page_")?).ok()?;
    let (now, rest) = bytes.split_first_chunk::<8>()?;
    let (sum, rest) = rest.split_first_chunk::<4>()?;
    let next = i64::from_be_bytes(rest.try_into().ok()?);
    (checksum(request, i64::from_be_bytes(*now), next) == *sum).then_some(next)
}

fn checksum(request: &str, now: i64, next: i64) -> [u8; 4] {
    let sum = Sha256::new().chain_update(request).chain_update(now.to_be_bytes()).chain_update(next.to_be_bytes());
    let mut first = [0; 4];
    first.copy_from_slice(&sum.finalize()[..4]);
    first
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_token_opens_its_own_request_only() {
        let token = make("costs?limit=7", 1_764_000_000, 1_764_547_200);
        assert_eq!((token.len(), token.ends_with('=')), (33, true), "{token}");
        assert_eq!(read("costs?limit=7", &token), Some(1_764_547_200));
        assert_eq!(read("costs?limit=8", &token), None);
        for wrong in ["", "page_", "page_AAAA", "1764547200", &token[..32], &format!("{token}A")] {
            assert_eq!(read("costs?limit=7", wrong), None, "{wrong}");
        }
    }

    #[test]
    fn anybody_can_forge_one() {
        // So whoever reads a token has to look whether its place can be.
        assert_eq!(read("x", &make("x", 0, i64::MIN)), Some(i64::MIN));
    }

    #[test]
    fn it_looks_as_those_of_the_live_api() {
        // From the official example.
        let bytes = STANDARD.decode("AAAAAGdGxdEiJdKOAAAAAGcqsYA=").unwrap();
        let ours = STANDARD.decode(make("x", 0x6746_c5d1, 0x672a_b180).strip_prefix("page_").unwrap()).unwrap();
        assert_eq!((&ours[..8], &ours[12..]), (&bytes[..8], &bytes[12..]));
    }
}
