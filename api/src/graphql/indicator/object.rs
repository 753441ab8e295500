//! An indicator's fields.

use async_graphql::Context;
use entity::Noun;
use entity::region::RegionFamily;
use store::observation::Subjects;

use super::Indicator;
use super::class_break::{ClassBreak, ClassMethod, Wanted, breaks};
use crate::Result;
use crate::graphql::term::Named;
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

            /// Classes of the values that subjects of one noun have for one period, for a map. Regions are of many families
            /// that overlap: with `noun: REGION` say which. Where a source gives only counts by class, these as stated, whatever
            /// the noun; otherwise computed from the exact values. `period` is the first day of the reference period, without it
            /// the newest that is no forecast. At most 20 classes; fewer come where values are too few.
            async fn class_breaks(
                &self,
                ctx: &Context<'_>,
                period: Option<Date>,
                #[graphql(default_with = "Named(Noun::Municipality)")] noun: Named<Noun>,
                family: Option<Named<RegionFamily>>,
                #[graphql(default = 5)] classes: i32,
                #[graphql(default_with = "ClassMethod::Quantile")] method: ClassMethod,
            ) -> Result<Vec<ClassBreak>> {
                let subjects = Subjects { noun: noun.0, family: family.map(|family| family.0) };
                breaks(self, ctx, Wanted { period, subjects, classes, method }).await
            }
        }
        links {
            /// Indicator to weight by where values are averaged. Null where none is needed or known.
            weighted_by: indicator = |row| row.own.weighted_by_id;
        }
        connections {}
    }
}
