//! An indicator's fields.

use async_graphql::Context;

use super::Indicator;
use super::class_break::{ClassBreak, ClassMethod, breaks};
use crate::Result;
use crate::graphql::observation::{ObservationFilter, ObservationOrder, Observations, of_subject};
use crate::graphql::page::PageArgs;
use crate::graphql::text::{Words, words};
use crate::graphql::time::Date;

crate::noun_object! {
    /// What is measured (tunnusluku): its unit and definition, and its observations.
    Indicator("Indicator") {
        fields {
            /// Short code, unique, such as `population`.
            async fn code(&self) -> &str {
                &self.own().code
            }

            /// Unit of the values.
            async fn unit(&self) -> Words {
                Words(self.own().unit.clone())
            }

            /// Definition. Null where no source says.
            async fn definition(&self) -> Option<Words> {
                words(self.own().definition.as_ref())
            }

            /// Whether values of areas may be summed; if not, they are to be averaged, weighted by `weightedBy` where given.
            async fn additive(&self) -> bool {
                self.own().additive
            }

            /// Digits after the point with which values are given.
            async fn decimals(&self) -> i32 {
                self.own().decimals
            }

            /// Classes of the values of one period, for a map. Where a source gives only counts by class, these as stated;
            /// otherwise computed from the exact values. `period` is the first day of the reference period, without it the
            /// newest that is no forecast. At most 20 classes; fewer come where values are too few.
            async fn class_breaks(
                &self,
                ctx: &Context<'_>,
                period: Option<Date>,
                #[graphql(default = 5)] classes: i32,
                #[graphql(default_with = "ClassMethod::Quantile")] method: ClassMethod,
            ) -> Result<Vec<ClassBreak>> {
                breaks(self, ctx, period, classes, method).await
            }

            /// Its values.
            #[expect(clippy::too_many_arguments, reason = "the arguments of a connection")]
            async fn observations(
                &self,
                ctx: &Context<'_>,
                filter: Option<Box<ObservationFilter>>,
                order_by: Option<Vec<ObservationOrder>>,
                first: Option<i32>,
                after: Option<String>,
                last: Option<i32>,
                before: Option<String>,
            ) -> Result<Observations> {
                of_subject(self, ctx, "indicator_id", (filter, order_by), PageArgs { first, after, last, before }).await
            }
        }
        links {
            /// Indicator to weight by where values are averaged. Null where none is needed or known.
            weighted_by: indicator = |row| row.own.weighted_by_id;
        }
        connections {}
    }
}
