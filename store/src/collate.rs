//! Text made comparable in the same way on every database: sort keys and folded forms are computed here,
//! stored, and compared as bytes.

use std::sync::LazyLock;

use icu_casemap::CaseMapper;
use icu_collator::options::CollatorOptions;
use icu_collator::preferences::CollationNumericOrdering;
use icu_collator::{Collator, CollatorBorrowed, CollatorPreferences};
use icu_locale_core::locale;
use icu_normalizer::{ComposingNormalizer, DecomposingNormalizer};
use icu_properties::props::{EnumeratedProperty, GeneralCategory};

/// Version of the data behind [`sort_key`]: CLDR by the collator crate. Change it when that crate changes.
pub const COLLATION: &str = "icu4x-2.4/fi";

static FINNISH: LazyLock<CollatorBorrowed<'static>> = LazyLock::new(|| finnish(CollationNumericOrdering::False));
static NATURAL: LazyLock<CollatorBorrowed<'static>> = LazyLock::new(|| finnish(CollationNumericOrdering::True));

fn finnish(numbers: CollationNumericOrdering) -> CollatorBorrowed<'static> {
    let mut preferences = CollatorPreferences::from(&locale!("fi"));
    preferences.numeric_ordering = Some(numbers);
    Collator::try_new(preferences, CollatorOptions::default())
        .unwrap_or_else(|_| unreachable!("Finnish collation is compiled in"))
}

fn key(collator: &CollatorBorrowed<'static>, text: &str) -> Vec<u8> {
    let mut key = Vec::with_capacity(text.len() * 3);
    match collator.write_sort_key_to(text, &mut key) {
        Ok(()) => key,
    }
}

/// Key that sorts by bytes as Finnish sorts letters (CLDR `fi`).
#[must_use]
pub fn sort_key(text: &str) -> Vec<u8> {
    key(&FINNISH, text)
}

/// The same, with numbers in it by their size: `s2` before `s10`.
#[must_use]
pub fn natural_key(text: &str) -> Vec<u8> {
    key(&NATURAL, text)
}

/// Canonical composition (NFC), without spaces at either end.
#[must_use]
pub fn compose(text: &str) -> String {
    ComposingNormalizer::new_nfc().normalize(text.trim()).into_owned()
}

/// What searching compares: case folded, diacritics dropped, white space single.
#[must_use]
pub fn fold(text: &str) -> String {
    let cased = CaseMapper::new().fold_string(text).into_owned();
    let plain: String = DecomposingNormalizer::new_nfd()
        .normalize(&cased)
        .chars()
        .filter(|c| GeneralCategory::for_char(*c) != GeneralCategory::NonspacingMark)
        .collect();
    plain.split_whitespace().collect::<Vec<_>>().join(" ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn finnish_letters_sort_last_and_v_equals_w_only_by_the_end() {
        let mut names = ["Öja", "Åland", "Zell", "Ähtäri", "Aura", "Vaasa"];
        names.sort_by_key(|name| sort_key(name));
        assert_eq!(names, ["Aura", "Vaasa", "Zell", "Åland", "Ähtäri", "Öja"]);
    }

    #[test]
    fn natural_keys_read_numbers_by_their_size() {
        let mut places = ["s10", "line 12", "s15-s17", "s2", "s16", "B11", "s15", "B9", "tail #100", "tail #99"];
        places.sort_by_key(|place| natural_key(place));
        assert_eq!(places, ["B9", "B11", "line 12", "s2", "s10", "s15", "s15-s17", "s16", "tail #99", "tail #100"]);
        assert_eq!(natural_key("s02"), natural_key("s2"));
    }

    #[test]
    fn folding_reads_composed_and_decomposed_alike() {
        assert_eq!(fold("Hämeenkoski"), "hameenkoski");
        assert_eq!(fold("Ha\u{308}meenkoski"), "hameenkoski");
        assert_eq!(compose("Ha\u{308}me "), "Häme");
    }
}
