//! Membership of one municipality in one family over time, from the lists of some years. What a list says is stated;
//! what follows from two lists that agree, or from a known day between two that do not, is derived; the rest is open.

use std::collections::{BTreeMap, BTreeSet};

use chrono::NaiveDate;
use entity::citation::Certainty;
use entity::region::Coverage;
use entity::time::FAR_FUTURE;

use crate::finland::new_year;

/// A period in one region.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Span {
    pub(super) code: String,
    pub(super) from: NaiveDate,
    pub(super) to: NaiveDate,
    pub(super) certainty: Certainty,
}

/// The years of a family's lists.
pub(super) struct Lists {
    /// In order.
    pub(super) years: Vec<i32>,
    /// Whether what the last one says holds on.
    pub(super) open: bool,
}

/// Spans of a municipality in force from `life.0` to `life.1`, with `points` by list year. `moved` knows the day of a
/// move between two regions. Years after which it is not known where the municipality is go to `holes`.
pub(super) fn spans(
    lists: &Lists,
    points: &BTreeMap<i32, String>,
    life: (NaiveDate, NaiveDate),
    moved: impl Fn(&str, &str) -> Option<NaiveDate>,
    holes: &mut BTreeSet<i32>,
) -> Vec<Span> {
    let mut spans = Vec::from_iter(born(lists, points, life.0));
    for (index, year) in lists.years.iter().enumerate() {
        let here = points.get(year);
        let (end, next) = (new_year(year + 1), lists.years.get(index + 1));
        if let Some(code) = here {
            let to = if next.is_none() && lists.open { FAR_FUTURE } else { end };
            push(&mut spans, code, new_year(*year), to, Certainty::Stated);
        }
        let Some(next) = next.filter(|next| new_year(**next) > end) else { continue };
        let until = new_year(*next);
        match (here, points.get(next)) {
            (Some(code), Some(same)) if code == same => {
                let certainty = if next - year == 2 { Certainty::Stated } else { Certainty::Derived };
                push(&mut spans, code, end, until, certainty);
            }
            (Some(code), Some(other)) => match moved(code, other).filter(|day| (end..until).contains(day)) {
                Some(day) => {
                    push(&mut spans, code, end, day, Certainty::Derived);
                    push(&mut spans, other, day, until, Certainty::Derived);
                }
                None => _ = holes.insert(*year),
            },
            (Some(code), None) if life.1 <= until => push(&mut spans, code, end, life.1, Certainty::Derived),
            (None, Some(_)) if new_year(*year) < life.0 => {}
            (None, None) => {}
            _ => _ = holes.insert(*year),
        }
    }
    spans.retain_mut(|span| clip(span, life));
    spans
}

/// From its birth, if that is after the last list before its first one, a municipality is where that one has it.
fn born(lists: &Lists, points: &BTreeMap<i32, String>, from: NaiveDate) -> Option<Span> {
    let (first, code) = points.first_key_value()?;
    let to = new_year(*first);
    let before = lists.years.iter().rev().find(|year| *year < first)?;
    let span = Span { code: code.clone(), from, to, certainty: Certainty::Derived };
    Some(span).filter(|_| new_year(*before) < from && from < to)
}

/// Cuts a span to a period; false where nothing is left.
pub(super) fn clip(span: &mut Span, (from, to): (NaiveDate, NaiveDate)) -> bool {
    span.from = span.from.max(from);
    span.to = span.to.min(to);
    span.from < span.to
}

fn push(spans: &mut Vec<Span>, code: &str, from: NaiveDate, to: NaiveDate, certainty: Certainty) {
    match spans.last_mut() {
        _ if from >= to => {}
        Some(last) if last.code == code && last.to == from && last.certainty == certainty => last.to = to,
        _ => spans.push(Span { code: code.to_owned(), from, to, certainty }),
    }
}

/// The periods for which the membership of all municipalities is known.
pub(super) fn coverage(lists: &Lists, holes: &BTreeSet<i32>) -> Vec<Coverage> {
    let mut periods: Vec<Coverage> = Vec::new();
    let mut push = |from: NaiveDate, to: Option<NaiveDate>, certainty| match periods.last_mut() {
        _ if to.is_some_and(|to| to <= from) => {}
        Some(last) if last.to == Some(from) && last.certainty == certainty => last.to = to,
        _ => periods.push(Coverage { from, to, certainty }),
    };
    for (index, year) in lists.years.iter().enumerate() {
        let (end, next) = (new_year(year + 1), lists.years.get(index + 1));
        let to = if next.is_none() && lists.open { None } else { Some(end) };
        push(new_year(*year), to, Certainty::Stated);
        if let Some(next) = next.filter(|_| !holes.contains(year)) {
            push(end, Some(new_year(*next)), Certainty::Derived);
        }
    }
    periods
}
