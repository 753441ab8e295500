//! Data-quality findings.

use async_graphql::{Context, Object, SimpleObject};
use entity::Term;
use store::check::{Finding as Found, Rule, Severity, run};
use store::cursor::Binding;
use store::{Condition, Cursor};

use super::context::Ctx;
use super::edges::{self, Targets};
use super::page::{Listing, PageArgs, PageInfo};
use super::quantity::Decimal;
use super::record::Record;
use super::term::Named;
use crate::Result;

/// Root field of findings.
#[derive(Default)]
pub struct FindingQuery;

/// A data-quality finding (tarkistushavainto). Checks warn, they do not correct.
#[derive(SimpleObject)]
#[graphql(serial)]
pub struct Finding {
    /// What it is about.
    rule: Named<Rule>,
    /// How much it matters.
    severity: Named<Severity>,
    /// The record it is about.
    record: Record,
    /// Figure as stated. Null for findings that are about no figures.
    stated: Option<Decimal>,
    /// Figure as found, by adding or counting what is held. Null for findings that are about no figures.
    found: Option<Decimal>,
    /// Field, code or indicator it is about. Null where it is about the record as a whole.
    detail: Option<String>,
}

/// A finding with its place in the list.
#[derive(SimpleObject)]
#[graphql(serial)]
pub struct FindingEdge {
    /// Place in this list; holds as long as the data do not change.
    cursor: String,
    /// The finding.
    node: Finding,
}

/// Part of the list of findings.
pub struct FindingConnection {
    findings: Vec<(usize, Found)>,
    targets: Targets,
    binding: Binding,
    total: usize,
}

fn cursor(place: usize) -> Cursor {
    Cursor { keys: Vec::new(), id: i64::try_from(place).unwrap_or(i64::MAX) }
}

impl FindingConnection {
    fn finding(&self, found: &Found) -> Option<Finding> {
        Some(Finding {
            rule: Named(found.rule),
            severity: Named(found.rule.severity()),
            record: self.targets.record(Some(found.record))?,
            stated: found.stated.map(Decimal),
            found: found.found.map(Decimal),
            detail: found.detail.clone(),
        })
    }
}

/// Part of a list: its findings, where it stands in the whole, and how many there are in all.
#[Object(serial)]
impl FindingConnection {
    /// The findings of this part with their cursors.
    async fn edges(&self) -> Vec<FindingEdge> {
        let edge = |(place, found): &(usize, Found)| {
            Some(FindingEdge { cursor: cursor(*place).encode(self.binding), node: self.finding(found)? })
        };
        self.findings.iter().filter_map(edge).collect()
    }

    /// The findings of this part.
    async fn nodes(&self) -> Vec<Finding> {
        self.findings.iter().filter_map(|(_, found)| self.finding(found)).collect()
    }

    /// Whether the list goes on, and the cursors to go on with.
    async fn page_info(&self) -> PageInfo {
        let place = |found: Option<&(usize, Found)>| found.map(|(place, _)| *place);
        let (first, last) = (place(self.findings.first()), place(self.findings.last()));
        let encode = |place: Option<usize>| place.map(|place| cursor(place).encode(self.binding));
        PageInfo {
            has_next_page: last.is_some_and(|last| last + 1 < self.total),
            has_previous_page: first.is_some_and(|first| first > 0),
            start_cursor: encode(first),
            end_cursor: encode(last),
        }
    }

    /// Number of findings in all, under the same rules.
    async fn total_count(&self) -> i64 {
        i64::try_from(self.total).unwrap_or(i64::MAX)
    }
}

#[Object]
impl FindingQuery {
    /// What the checks of data quality find: sums that do not add up, seats against people, teams against areas, codes no
    /// longer in force, periods outside of their records', records without source, missing and ambiguous values. Of all rules,
    /// or of those given.
    async fn findings(
        &self,
        ctx: &Context<'_>,
        rules: Option<Vec<Named<Rule>>>,
        first: Option<i32>,
        after: Option<String>,
        last: Option<i32>,
        before: Option<String>,
    ) -> Result<FindingConnection> {
        let scope = ctx.lens(None, None).await?;
        let page = PageArgs { first, after, last, before };
        let (selection, binding) = Listing { scope, filter: Condition::all(), order: Vec::new(), page }.selection(ctx)?;
        let mut all = Vec::new();
        for (rule, ..) in Rule::ALL {
            if rules.as_ref().is_none_or(|wanted| wanted.contains(&Named(*rule))) {
                all.extend(run(ctx.db(), *rule).await?);
            }
        }
        let total = all.len();
        let window = selection.window;
        let place = |cursor: &Cursor| usize::try_from(cursor.id).unwrap_or(0);
        let from = window.after.as_ref().map_or(0, |cursor| place(cursor) + 1);
        let to = window.before.as_ref().map_or(total, place).min(total);
        let size = usize::try_from(window.size).unwrap_or(usize::MAX);
        let range = if window.backward { to.saturating_sub(size).max(from)..to } else { from..from.saturating_add(size).min(to) };
        let findings: Vec<(usize, Found)> = all.into_iter().enumerate().filter(|(place, _)| range.contains(place)).collect();
        let targets = edges::targets(ctx, scope, findings.iter().map(|(_, found)| found.record).collect()).await?;
        Ok(FindingConnection { findings, targets, binding, total })
    }
}
