//! How a list is sorted: terms over columns, and the keyset predicate that continues after a row.

use std::cmp::Ordering;

use entity::time::{FAR_FUTURE, FAR_PAST};
use sea_orm::sea_query::{CaseStatement, Condition, Expr, ExprTrait, NullOrdering, Order, SelectStatement, Value};
use sea_orm::{DbErr, QueryResult};
use serde::{Deserialize, Serialize};

use crate::{At, Cursor};

/// Type of a sort column, for reading its value back.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// Text compared by bytes.
    Text,
    /// Whole number of 64 bits.
    Int,
    /// Whole number of 32 bits.
    Int32,
    /// Floating point.
    Real,
    /// Date.
    Date,
    /// Collation key.
    Bytes,
}

/// One term of an order.
#[derive(Clone, Debug)]
pub struct Term {
    /// What is compared.
    pub expr: Expr,
    /// Largest first.
    pub descending: bool,
    /// Type of the value.
    pub kind: Kind,
    /// Whether the term needs the sorting name joined as `n0`.
    pub by_name: bool,
}

impl Term {
    /// By the name valid on the day, in Finnish order.
    #[must_use]
    pub fn name(descending: bool) -> Self {
        Self { expr: Expr::col(("n0", "sort_key")), descending, kind: Kind::Bytes, by_name: true }
    }

    /// By a column of the noun's own table.
    #[must_use]
    pub fn own(column: &'static str, kind: Kind, descending: bool) -> Self {
        Self { expr: At::ROOT.own(column), descending, kind, by_name: false }
    }

    /// By a column of the noun's own table that holds a word of a vocabulary: in the order in which its values are declared.
    #[must_use]
    pub fn vocabulary<T: entity::Term>(column: &'static str, descending: bool) -> Self {
        let column = At::ROOT.own(column);
        let places = (1..).zip(T::ALL).fold(CaseStatement::new(), |places, (place, (_, written, _)): (i32, _)| {
            places.case(column.clone().eq(Expr::cust(format!("'{written}'"))), Expr::cust(place.to_string()))
        });
        Self { expr: places.into(), descending, kind: Kind::Int32, by_name: false }
    }

    /// By a column of the registry.
    #[must_use]
    pub fn record(column: &'static str, kind: Kind, descending: bool) -> Self {
        Self { expr: At::ROOT.record(column), descending, kind, by_name: false }
    }

    /// By any expression.
    #[must_use]
    pub fn expr(expr: Expr, kind: Kind, descending: bool) -> Self {
        Self { expr, descending, kind, by_name: false }
    }
}

/// Value of a sort term in one row; kept in cursors.
#[derive(Clone, Debug, PartialEq, PartialOrd, Serialize, Deserialize)]
#[serde(untagged)]
pub enum Key {
    /// No value: after all others.
    Null(()),
    /// Whole number.
    Int(i64),
    /// Floating point.
    Real(f64),
    /// Text or ISO date.
    Text(String),
    /// Collation key.
    Bytes(Vec<u8>),
}

impl Key {
    /// Reads the value of a term from a row.
    ///
    /// # Errors
    /// When the column does not hold what the term's kind says.
    pub fn read(row: &QueryResult, index: usize, kind: Kind) -> Result<Self, DbErr> {
        fn or_null<T>(value: Option<T>, key: impl Fn(T) -> Key) -> Key {
            value.map_or(Key::Null(()), key)
        }
        Ok(match kind {
            Kind::Text => or_null(row.try_get_by_index(index)?, Key::Text),
            Kind::Int => or_null(row.try_get_by_index(index)?, Key::Int),
            Kind::Int32 => or_null(row.try_get_by_index::<Option<i32>>(index)?, |int| Key::Int(int.into())),
            Kind::Real => or_null(row.try_get_by_index(index)?, Key::Real),
            Kind::Bytes => or_null(row.try_get_by_index(index)?, Key::Bytes),
            Kind::Date => or_null(row.try_get_by_index::<Option<chrono::NaiveDate>>(index)?, |day| Key::Text(day.to_string())),
        })
    }

    /// The value to compare with in SQL; none if it does not fit the kind (a forged cursor).
    fn value(&self, kind: Kind) -> Option<Value> {
        Some(match (self, kind) {
            (Self::Text(text), Kind::Text) if !text.contains('\0') => text.clone().into(),
            (Self::Text(text), Kind::Date) => {
                let day = text.parse::<chrono::NaiveDate>().ok()?;
                Some(day).filter(|day| (FAR_PAST..=FAR_FUTURE).contains(day))?.into()
            }
            (Self::Int(int), Kind::Int32) => i32::try_from(*int).ok()?.into(),
            (Self::Int(int), Kind::Int) => (*int).into(),
            (Self::Int(int), Kind::Real) => (*int as f64).into(),
            (Self::Real(real), Kind::Real) => (*real).into(),
            (Self::Bytes(bytes), Kind::Bytes) => bytes.clone().into(),
            _ => return None,
        })
    }

    fn is_null(&self) -> bool {
        matches!(self, Self::Null(()))
    }
}

/// Adds the order to a statement, nulls last, with the record's key as the last word; turned round for paging backward.
pub fn sort(statement: &mut SelectStatement, terms: &[Term], id: Expr, backward: bool) {
    for term in terms {
        let order = if term.descending == backward { Order::Asc } else { Order::Desc };
        let nulls = if backward { NullOrdering::First } else { NullOrdering::Last };
        statement.order_by_expr_with_nulls(term.expr.clone(), order, nulls);
    }
    statement.order_by_expr(id, if backward { Order::Desc } else { Order::Asc });
}

/// Rows that come after (or, backward, before) the row with these keys. None if the keys do not fit the terms.
#[must_use]
pub fn beyond(terms: &[Term], keys: &[Key], id: (Expr, i64), backward: bool) -> Option<Condition> {
    if terms.len() != keys.len() {
        return None;
    }
    let mut any = Condition::any();
    let mut equal = Condition::all();
    for (term, key) in terms.iter().zip(keys) {
        if key.is_null() {
            if backward {
                any = any.add(equal.clone().add(term.expr.clone().is_not_null()));
            }
            equal = equal.add(term.expr.clone().is_null());
            continue;
        }
        let value = key.value(term.kind)?;
        let further =
            if term.descending == backward { term.expr.clone().gt(value.clone()) } else { term.expr.clone().lt(value.clone()) };
        let further = if backward { further } else { further.or(term.expr.clone().is_null()) };
        any = any.add(equal.clone().add(further));
        equal = equal.add(term.expr.clone().eq(value));
    }
    let (column, id) = id;
    let last = if backward { column.lt(id) } else { column.gt(id) };
    Some(any.add(equal.add(last)))
}

/// Compares two rows as [`sort`] does in SQL.
#[must_use]
pub fn compare(terms: &[Term], left: &Cursor, right: &Cursor, backward: bool) -> Ordering {
    let mut by = Ordering::Equal;
    for (term, (a, b)) in terms.iter().zip(left.keys.iter().zip(&right.keys)) {
        by = by.then_with(|| match (a.is_null(), b.is_null()) {
            (false, false) if term.descending => b.partial_cmp(a).unwrap_or(Ordering::Equal),
            (false, false) => a.partial_cmp(b).unwrap_or(Ordering::Equal),
            (a, b) => a.cmp(&b),
        });
    }
    let by = by.then(left.id.cmp(&right.id));
    if backward { by.reverse() } else { by }
}
