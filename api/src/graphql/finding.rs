//! Data-quality findings.

use async_graphql::{Context, ID, Object, SimpleObject};
use entity::{Noun, Term};
use store::check::{Asked, Finding as Found, Rule, Severity, run};
use store::cursor::Binding;
use store::order::Key;
use store::{Condition, Cursor, Database, Page, Scope, Window};

use super::context::Ctx;
use super::edges::{self, Targets};
use super::id;
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
    page: Page<Found>,
    targets: Targets,
    binding: Binding,
}

/// Where a finding stands: its rule's place in the vocabulary, and its place among what the rule finds.
fn cursor(rule: usize, place: usize) -> Cursor {
    let whole = |number: usize| i64::try_from(number).unwrap_or(i64::MAX);
    Cursor { keys: vec![Key::Int(whole(rule))], id: whole(place) }
}

/// Rule and place of a cursor.
fn place(cursor: &Cursor) -> Result<(usize, usize)> {
    match cursor.keys[..] {
        [Key::Int(rule)] => Ok((usize::try_from(rule).unwrap_or(0), usize::try_from(cursor.id).unwrap_or(0))),
        _ => Err(store::Error::Cursor("this is not a cursor of this list").into()),
    }
}

/// The findings of a window, rule by rule from where it begins: a rule that the page does not reach is not run.
async fn read(db: &Database, scope: &Scope, rules: &[(usize, Rule)], asked: &Asked, window: &Window) -> Result<Page<Found>> {
    let after = window.after.as_ref().map(place).transpose()?;
    let before = window.before.as_ref().map(place).transpose()?;
    let wanted = usize::try_from(window.size).unwrap_or(usize::MAX).saturating_add(1);
    let mut order: Vec<&(usize, Rule)> = rules.iter().collect();
    if window.backward {
        order.reverse();
    }
    let mut rows = Vec::new();
    for (number, rule) in order {
        if rows.len() >= wanted || after.is_some_and(|(rule, _)| *number < rule) || before.is_some_and(|(rule, _)| *number > rule)
        {
            continue;
        }
        let found = (0..).map(|place| (*number, place)).zip(run(db, scope, *rule, asked).await?);
        let inside = |at: &(usize, usize)| after.is_none_or(|after| *at > after) && before.is_none_or(|before| *at < before);
        let mut found: Vec<_> =
            found.filter(|(at, _)| inside(at)).map(|((rule, place), row)| (cursor(rule, place), row)).collect();
        if window.backward {
            found.reverse();
        }
        rows.extend(found);
    }
    rows.truncate(wanted);
    Ok(Page::of(rows, window))
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
        let edge = |(cursor, found): &(Cursor, Found)| {
            Some(FindingEdge { cursor: cursor.encode(self.binding), node: self.finding(found)? })
        };
        self.page.rows.iter().filter_map(edge).collect()
    }

    /// The findings of this part.
    async fn nodes(&self) -> Vec<Finding> {
        self.page.rows.iter().filter_map(|(_, found)| self.finding(found)).collect()
    }

    /// Whether the list goes on, and the cursors to go on with.
    async fn page_info(&self) -> PageInfo {
        let encode = |row: Option<&(Cursor, Found)>| row.map(|(cursor, _)| cursor.encode(self.binding));
        PageInfo {
            has_next_page: self.page.has_next,
            has_previous_page: self.page.has_previous,
            start_cursor: encode(self.page.rows.first()),
            end_cursor: encode(self.page.rows.last()),
        }
    }

    /// Number of findings in all, under the same rules. Costs a statement of its own.
    async fn total_count(&self) -> i64 {
        self.page.total.unwrap_or_default()
    }
}

#[Object]
impl FindingQuery {
    /// What the checks of data quality find: sums that do not add up, seats against people, teams against areas, codes no
    /// longer in force, periods outside of their records', records without source, missing and ambiguous values. Of some rules,
    /// of some severities, about records of some `nouns`, about records that rest on one document (`source`, its id: taken from it
    /// as a whole, or with a citation of their own that names it), where these are given.
    #[expect(clippy::too_many_arguments, reason = "the arguments of a connection")]
    async fn findings(
        &self,
        ctx: &Context<'_>,
        rules: Option<Vec<Named<Rule>>>,
        severity: Option<Vec<Named<Severity>>>,
        nouns: Option<Vec<Named<Noun>>>,
        source: Option<ID>,
        first: Option<i32>,
        after: Option<String>,
        last: Option<i32>,
        before: Option<String>,
    ) -> Result<FindingConnection> {
        let scope = ctx.lens(None, None).await?;
        let page = PageArgs { first, after, last, before };
        let (selection, binding) = Listing { scope, filter: Condition::all(), order: Vec::new(), page }.selection(ctx)?;
        let source = source.map(|id| id::decode_as(Noun::SourceDocument, &id)).transpose()?;
        // Nothing rests on a record of another noun.
        let rules = if source == Some(None) { Some(Vec::new()) } else { rules };
        let wanted = |rule: &Rule| {
            rules.as_ref().is_none_or(|rules| rules.contains(&Named(*rule)))
                && severity.as_ref().is_none_or(|listed| listed.contains(&Named(rule.severity())))
        };
        let rules: Vec<(usize, Rule)> =
            Rule::ALL.iter().map(|(rule, ..)| *rule).enumerate().filter(|(_, rule)| wanted(rule)).collect();
        let nouns = nouns.map(|nouns| nouns.into_iter().map(|noun| noun.0).collect());
        let asked = Asked { nouns, source: source.flatten() };
        let mut page = Page::default();
        if selection.rows {
            page = read(ctx.db(), &scope, &rules, &asked, &selection.window).await?;
        }
        if selection.count {
            let rules: Vec<Rule> = rules.iter().map(|(_, rule)| *rule).collect();
            page.total = Some(store::check::count(ctx.db(), &scope, &rules, &asked).await?);
        }
        let targets = edges::targets(ctx, scope, page.rows.iter().map(|(_, found)| found.record).collect()).await?;
        Ok(FindingConnection { page, targets, binding })
    }
}
