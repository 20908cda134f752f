//! Numbers that look random and are the same every time.

/// The number at a position of a series, by splitmix64: it depends on nothing but the two.
pub(crate) fn number(series: u64, position: u64) -> u64 {
    let mut bits =
        series.wrapping_mul(0xD134_2543_DE82_EF95).wrapping_add(position).wrapping_mul(0x9E37_79B9_7F4A_7C15);
    bits = (bits ^ (bits >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
    bits = (bits ^ (bits >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
    bits ^ (bits >> 31)
}
