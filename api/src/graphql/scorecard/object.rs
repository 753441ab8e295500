//! A scorecard's fields.

use async_graphql::{Context, SimpleObject};
use entity::scorecard_item::{self, Perspective};

use super::Scorecard;
use crate::Result;
use crate::graphql::edges;
use crate::graphql::indicator::Indicator;
use crate::graphql::quantity::Quantity;
use crate::graphql::term::Named;
use crate::graphql::text::{Words, words};

/// A line of a scorecard (tuloskortin rivi).
#[derive(SimpleObject)]
#[graphql(serial)]
pub struct ScorecardItem {
    /// Perspective.
    perspective: Named<Perspective>,
    /// Place on the card, counted from 1.
    position: i32,
    /// Block that groups success factors. Null where the card has none.
    block: Option<Words>,
    /// Success factor (menestystekijä). Null where the card has none.
    success_factor: Option<Words>,
    /// Number as written. Null where the card has none.
    number: Option<String>,
    /// Measure (mittari). Null where the card has none.
    measure: Option<Words>,
    /// Where its data come from (tietolähde). Null where the card does not say.
    data_source: Option<Words>,
    /// Target (tavoitetaso). Null where the card sets none.
    target: Option<Quantity>,
    /// Concrete means. Null where the card names none.
    means: Option<Words>,
    /// Indicator that holds its values. Null where none is held.
    indicator: Option<Indicator>,
}

fn item(targets: &edges::Targets, row: &scorecard_item::Model) -> ScorecardItem {
    ScorecardItem {
        perspective: Named(row.perspective),
        position: row.position,
        block: words(row.block.as_ref()),
        success_factor: words(row.success_factor.as_ref()),
        number: row.number.clone(),
        measure: words(row.measure.as_ref()),
        data_source: words(row.data_source.as_ref()),
        target: row.target.as_ref().map(Quantity::from),
        means: words(row.means.as_ref()),
        indicator: targets.item(row.indicator_id),
    }
}

crate::noun_object! {
    /// A scorecard (tuloskortti): success factors and measures by perspective.
    Scorecard("Scorecard") {
        fields {
            /// Whether it is a template.
            async fn template(&self) -> bool {
                self.own().template
            }

            /// Its columns, as the source heads them. Null where no source says.
            async fn columns(&self) -> Option<Words> {
                words(self.own().columns.as_ref())
            }

            /// Its lines, in order; of one perspective when given.
            async fn items(&self, ctx: &Context<'_>, perspective: Option<Named<Perspective>>) -> Result<Vec<ScorecardItem>> {
                let mut items = edges::of::<scorecard_item::Entity, _>(self, ctx, |targets, row| {
                    perspective.is_none_or(|wanted| wanted.0 == row.perspective).then(|| item(targets, row))
                })
                .await?;
                items.sort_by_key(|item| item.position);
                Ok(items)
            }
        }
        links {
            /// Organization whose scorecard it is. Null where no source says.
            organization: organization = |row| row.own.organization_id;
        }
        connections {}
    }
}
