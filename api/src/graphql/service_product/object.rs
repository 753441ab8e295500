//! A service product's fields.

use async_graphql::{Context, SimpleObject};
use entity::product_item::{self, ProductItemKind};

use super::ServiceProduct;
use crate::Result;
use crate::graphql::edges;
use crate::graphql::money::Money;
use crate::graphql::term::Named;
use crate::graphql::text::{Words, words};

/// A line of a product card (tuotekortin kohta).
#[derive(SimpleObject)]
#[graphql(serial)]
pub struct ProductItem {
    /// What kind of line.
    kind: Named<ProductItemKind>,
    /// Place among the lines of its kind, counted from 1.
    position: i32,
    /// What it says.
    text: Words,
}

crate::noun_object! {
    /// A product as a provider describes it to a purchaser (palvelutuote): goal, content, outputs, quality, reporting, price.
    ServiceProduct("ServiceProduct") {
        fields {
            /// Group of products (tuoteryhmä), as written. Null where the source gives none.
            async fn product_group(&self) -> Option<Words> {
                words(self.own().product_group.as_ref())
            }

            /// Whether a description card exists.
            async fn has_card(&self) -> bool {
                self.own().has_card
            }

            /// Description. Null where there is no card.
            async fn description(&self) -> Option<Words> {
                words(self.own().description.as_ref())
            }

            /// Goal. Null where there is no card.
            async fn goal(&self) -> Option<Words> {
                words(self.own().goal.as_ref())
            }

            /// Price. Null where no source gives it; a citation of the field `price` says when a source masks it.
            async fn price(&self) -> Option<Money> {
                Money::of(self.own().price_minor, self.own().currency.as_ref(), self.own().net)
            }

            /// Lines of its card; of one kind when given.
            async fn items(&self, ctx: &Context<'_>, kind: Option<Named<ProductItemKind>>) -> Result<Vec<ProductItem>> {
                let mut items = edges::of::<product_item::Entity, _>(self, ctx, |_, row| {
                    let wanted = kind.is_none_or(|kind| kind.0 == row.kind);
                    wanted.then(|| ProductItem { kind: Named(row.kind), position: row.position, text: Words(row.text.clone()) })
                })
                .await?;
                items.sort_by_key(|item| (item.kind.0, item.position));
                Ok(items)
            }
        }
        links {
            /// Service it realizes. Null where no source says.
            service: service = |row| row.own.service_id;
            /// Organization that produces it. Null where no source says.
            organization: organization = |row| row.own.organization_id;
        }
        connections {}
    }
}
