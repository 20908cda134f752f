//! Certificates in PEM form, read as far as it takes to know that they are some and how long they hold.
//!
//! The armour, the base64 inside, and of the DER the way to the validity. No signature is checked and no name is read: the
//! sandbox lets nobody in by a certificate.

use jiff::civil::DateTime;
use jiff::tz::TimeZone;
use orgwarden_api::model::Timestamp;

const BEGIN: &str = "-----BEGIN CERTIFICATE-----";
const END: &str = "-----END CERTIFICATE-----";

/// Since when and until when a certificate holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Validity {
    pub(crate) from: Timestamp,
    pub(crate) to: Timestamp,
}

/// Reads the validity of the one certificate in a text; says what is wrong with the text otherwise.
pub(crate) fn validity(text: &str) -> Result<Validity, &'static str> {
    if text.contains("PRIVATE KEY-----") {
        return Err("it holds a private key, which must never leave its place");
    }
    let (_, rest) = text.split_once(BEGIN).ok_or("it has no line 'BEGIN CERTIFICATE'")?;
    let (inside, rest) = rest.split_once(END).ok_or("it has no line 'END CERTIFICATE'")?;
    if rest.contains(BEGIN) {
        return Err("it holds more than one certificate");
    }
    let der = base64(inside).ok_or("what stands between its first and last line is not base64")?;
    dates(&der).ok_or("it is not an X.509 certificate")
}

fn base64(text: &str) -> Option<Vec<u8>> {
    let mut letters: Vec<u8> = text.bytes().filter(|letter| !letter.is_ascii_whitespace()).collect();
    if letters.is_empty() || !letters.len().is_multiple_of(4) {
        return None;
    }
    let padding = letters.iter().rev().take_while(|letter| **letter == b'=').count();
    if padding > 2 {
        return None;
    }
    letters.truncate(letters.len() - padding);
    let (mut bytes, mut held, mut bits) = (Vec::with_capacity(letters.len() * 3 / 4), 0u32, 0);
    for letter in letters {
        let value = match letter {
            b'A'..=b'Z' => letter - b'A',
            b'a'..=b'z' => letter - b'a' + 26,
            b'0'..=b'9' => letter - b'0' + 52,
            b'+' => 62,
            b'/' => 63,
            _ => return None,
        };
        held = held << 6 | u32::from(value);
        bits += 6;
        if bits >= 8 {
            bits -= 8;
            bytes.push(u8::try_from(held >> bits & 0xff).ok()?);
        }
    }
    Some(bytes)
}

const INTEGER: u8 = 0x02;
const UTC_TIME: u8 = 0x17;
const GENERALIZED_TIME: u8 = 0x18;
const SEQUENCE: u8 = 0x30;
const VERSION: u8 = 0xa0;

/// One element of DER.
struct Element<'a> {
    tag: u8,
    content: &'a [u8],
}

/// Takes the first element.
fn take<'a>(bytes: &mut &'a [u8]) -> Option<Element<'a>> {
    let (&tag, rest) = bytes.split_first()?;
    let (&first, mut rest) = rest.split_first()?;
    let mut length = usize::from(first);
    if first >= 0x80 {
        let count = usize::from(first & 0x7f);
        if count == 0 || count > 4 {
            return None;
        }
        let (digits, after) = rest.split_at_checked(count)?;
        length =
            digits.iter().try_fold(0usize, |length, digit| length.checked_mul(256)?.checked_add((*digit).into()))?;
        rest = after;
    }
    let (content, rest) = rest.split_at_checked(length)?;
    *bytes = rest;
    Some(Element { tag, content })
}

/// Takes the first element if it is of this kind.
fn expect<'a>(bytes: &mut &'a [u8], tag: u8) -> Option<&'a [u8]> {
    take(bytes).filter(|element| element.tag == tag).map(|element| element.content)
}

fn dates(mut der: &[u8]) -> Option<Validity> {
    let mut certificate = expect(&mut der, SEQUENCE).filter(|_| der.is_empty())?;
    let mut signed = expect(&mut certificate, SEQUENCE)?;
    expect(&mut certificate, SEQUENCE)?;
    if signed.first() == Some(&VERSION) {
        take(&mut signed)?;
    }
    expect(&mut signed, INTEGER)?; // the serial number
    expect(&mut signed, SEQUENCE)?; // the algorithm
    expect(&mut signed, SEQUENCE)?; // the issuer
    let mut validity = expect(&mut signed, SEQUENCE)?;
    expect(&mut signed, SEQUENCE)?; // the subject
    expect(&mut signed, SEQUENCE)?; // its key
    let (from, to) = (time(&take(&mut validity)?)?, time(&take(&mut validity)?)?);
    validity.is_empty().then_some(Validity { from, to })
}

/// `YYMMDDHHMMSSZ`, whose years are 1950 to 2049, or `YYYYMMDDHHMMSSZ`.
fn time(element: &Element<'_>) -> Option<Timestamp> {
    let text = std::str::from_utf8(element.content).ok()?;
    let text = match element.tag {
        UTC_TIME if text.len() == 13 => {
            let century = if text < "5" { "20" } else { "19" };
            format!("{century}{text}")
        }
        GENERALIZED_TIME if text.len() == 15 => text.to_owned(),
        _ => return None,
    };
    let moment = DateTime::strptime("%Y%m%d%H%M%SZ", &text).ok()?;
    Some(Timestamp::new(TimeZone::UTC.to_timestamp(moment).ok()?.as_second()))
}

#[cfg(test)]
mod tests {
    use super::*;

    const DEMO: &str = include_str!("seed/certificate.pem");

    #[test]
    fn a_real_certificate_tells_how_long_it_holds() {
        let validity = validity(DEMO).unwrap();
        assert_eq!(validity.from.to_string(), "2025-01-01T00:00:00Z");
        assert_eq!(validity.to.to_string(), "2055-01-01T00:00:00Z");
        let framed = format!("subject=Acme\r\n{}", DEMO.replace('\n', "\r\n"));
        assert_eq!(super::validity(&framed), Ok(validity));
    }

    #[test]
    fn what_is_no_certificate_is_told_apart() {
        let inside = DEMO.replace([' ', '\n'], "");
        let truncated = format!("{BEGIN}\n{}\n{END}", &inside[BEGIN.len() - 1..BEGIN.len() + 199]);
        for (text, why) in [
            (String::new(), "BEGIN"),
            (BEGIN.to_owned(), "END"),
            (format!("{BEGIN}\n{END}"), "base64"),
            (format!("{BEGIN}\nMIID!A==\n{END}"), "base64"),
            (format!("{BEGIN}\nAAAA\n{END}"), "X.509"),
            (truncated, "X.509"),
            (format!("{DEMO}{DEMO}"), "more than one"),
            (format!("-----BEGIN PRIVATE KEY-----\nAAAA\n-----END PRIVATE KEY-----\n{DEMO}"), "private key"),
        ] {
            assert!(validity(&text).unwrap_err().contains(why), "{text}");
        }
    }

    #[test]
    fn base64_takes_all_letters_and_nothing_else() {
        assert_eq!(base64("AP/+\nYQ=="), Some(vec![0x00, 0xff, 0xfe, b'a']));
        for bad in ["", "AAA", "A===", "A=AA", "AA-_"] {
            assert_eq!(base64(bad), None, "{bad}");
        }
    }
}
