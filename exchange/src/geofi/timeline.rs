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
    /// Regions in each of them.
    pub(super) codes: BTreeMap<i32, BTreeSet<String>>,
}

impl Lists {
    fn has(&self, year: i32, code: &str) -> bool {
        self.codes.get(&year).is_some_and(|codes| codes.contains(code))
    }
}

/// Spans of a municipality in force from `life.0` to `life.1`, with `points` by list year. `moved` knows the day of a
/// move out of a region. Years after which it is not known where the municipality is go to `holes`.
pub(super) fn spans(
    lists: &Lists,
    points: &BTreeMap<i32, String>,
    life: (NaiveDate, NaiveDate),
    moved: impl Fn(&str) -> Option<NaiveDate>,
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
            (Some(code), Some(other)) => match moved(code).filter(|day| (end..until).contains(day)) {
                Some(day) => {
                    push(&mut spans, code, end, day, Certainty::Derived);
                    push(&mut spans, other, day, until, Certainty::Derived);
                }
                None => _ = holes.insert(*year),
            },
            (Some(code), None) if life.1 <= until && (lists.has(*next, code) || moved(code).is_some_and(|day| life.1 <= day)) => {
                push(&mut spans, code, end, life.1, Certainty::Derived);
            }
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

#[cfg(test)]
mod tests {
    use super::*;

    const ALWAYS: (NaiveDate, NaiveDate) = (entity::time::FAR_PAST, FAR_FUTURE);

    fn lists(years: &[i32]) -> Lists {
        let codes = years.iter().map(|year| (*year, ["A", "B"].map(str::to_owned).into())).collect();
        Lists { years: years.to_vec(), open: true, codes }
    }

    fn told(
        years: &[i32],
        points: &[(i32, &str)],
        life: (NaiveDate, NaiveDate),
        day: Option<NaiveDate>,
    ) -> (Vec<String>, Vec<i32>) {
        let points = points.iter().map(|(year, code)| (*year, (*code).to_owned())).collect();
        let mut holes = BTreeSet::new();
        let spans = spans(&lists(years), &points, life, |_| day, &mut holes);
        let spans = spans.iter().map(|span| format!("{} {} {} {}", span.code, span.from, span.to, span.certainty));
        (spans.collect(), holes.into_iter().collect())
    }

    #[test]
    fn lists_that_agree_are_bridged() {
        let (spans, holes) = told(&[2005, 2013, 2015], &[(2005, "A"), (2013, "A"), (2015, "A")], ALWAYS, None);
        assert_eq!(
            spans,
            ["A 2005-01-01 2006-01-01 STATED", "A 2006-01-01 2013-01-01 DERIVED", "A 2013-01-01 9999-12-31 STATED"]
        );
        assert!(holes.is_empty());
    }

    #[test]
    fn between_lists_that_differ_nothing_is_said_unless_the_day_is_known() {
        let points = [(2015, "A"), (2017, "B")];
        let (spans, holes) = told(&[2015, 2017], &points, ALWAYS, None);
        assert_eq!(spans, ["A 2015-01-01 2016-01-01 STATED", "B 2017-01-01 9999-12-31 STATED"]);
        assert_eq!(holes, [2015]);
        let (spans, holes) = told(&[2015, 2017], &points, ALWAYS, Some(new_year(2016)));
        assert_eq!(spans[1], "B 2016-01-01 2017-01-01 DERIVED");
        assert!(holes.is_empty());
    }

    #[test]
    fn birth_and_end_lie_between_lists() {
        let life = (new_year(2009), new_year(2015));
        let (spans, holes) = told(&[2005, 2011, 2017], &[(2011, "A")], life, None);
        assert_eq!(
            spans,
            ["A 2009-01-01 2011-01-01 DERIVED", "A 2011-01-01 2012-01-01 STATED", "A 2012-01-01 2015-01-01 DERIVED"]
        );
        assert!(holes.is_empty());
    }

    #[test]
    fn coverage_leaves_out_the_holes() {
        let periods = coverage(&lists(&[2013, 2015, 2017, 2018]), &BTreeSet::from([2015]));
        let told: Vec<String> =
            periods.iter().map(|period| format!("{} {:?} {}", period.from, period.to, period.certainty)).collect();
        assert_eq!(
            told,
            [
                "2013-01-01 Some(2014-01-01) STATED",
                "2014-01-01 Some(2015-01-01) DERIVED",
                "2015-01-01 Some(2016-01-01) STATED",
                "2017-01-01 None STATED",
            ]
        );
    }
}
