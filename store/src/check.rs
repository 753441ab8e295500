//! Data-quality findings: checks warn, they never correct. Each rule is one statement that both databases read.

use entity::{Noun, RecordId, Term as _, term};
use sea_orm::{ConnectionTrait, DbBackend, Statement};
use uuid::Uuid;

use crate::{Result, Scope};

term! {
    /// How much a finding matters (havainnon vakavuus).
    Severity {
        /// Contradicts itself: to be mended.
        Error = "ERROR",
        /// Figures or periods that do not agree: to be looked at.
        Warning = "WARNING",
        /// Known to be missing or ambiguous in the source: to be read with care.
        Info = "INFO",
    }
}

term! {
    /// What a finding is about (tarkistussääntö).
    Rule {
        /// Values of the parts of an organization do not add up to its own value.
        SumDiffers = "SUM_DIFFERS",
        /// Seats of the bodies of an initiative do not add up to the stated number of people.
        SeatsDiffer = "SEATS_DIFFER",
        /// The stated number of area teams is not the number of service areas.
        TeamsDiffer = "TEAMS_DIFFER",
        /// Something in force is tied to a municipality whose code is no longer in force.
        CodeEnded = "CODE_ENDED",
        /// A membership lasts longer than the member or the region.
        PeriodOutside = "PERIOD_OUTSIDE",
        /// A record without any source.
        Uncited = "UNCITED",
        /// An existing arrangement of a service without organizer and producer.
        NoProducer = "NO_PRODUCER",
        /// The source has a place for a value but no value.
        MissingValue = "MISSING_VALUE",
        /// The source can be read in more than one way.
        AmbiguousValue = "AMBIGUOUS_VALUE",
    }
}

impl Rule {
    /// How much findings of the rule matter.
    #[must_use]
    pub fn severity(self) -> Severity {
        match self {
            Self::PeriodOutside => Severity::Error,
            Self::MissingValue | Self::AmbiguousValue => Severity::Info,
            _ => Severity::Warning,
        }
    }

    /// Statement that selects the record, and up to two figures (millionths) or a text that the finding is about.
    fn sql(self) -> &'static str {
        match self {
            Self::SumDiffers => {
                // The values of parts are few and are gathered first: a planner that knows nothing of the tables may otherwise
                // pair all values of an indicator with each other.
                "with part as materialized (
                  select o.parent_id, c.indicator_id, c.period_from, c.period_to, c.value_min
                  from organization o join observation c on c.subject_id = o.id where c.scenario_id is null)
                 select p.subject_id as record, max(p.value_min) as stated, cast(sum(c.value_min) as bigint) as found, i.code as detail
                 from part c join observation p on p.subject_id = c.parent_id and p.indicator_id = c.indicator_id
                  and p.period_from = c.period_from and p.period_to = c.period_to and p.scenario_id is null
                 join indicator i on i.id = p.indicator_id and i.additive
                 group by p.id, p.subject_id, i.code having max(p.value_min) <> sum(c.value_min)"
            }
            Self::SeatsDiffer => {
                "select o.subject_id as record, max(o.value_min) as stated, cast(sum(cast(c.seats ->> 'min' as bigint)) as bigint) as found,
                  i.code as detail
                 from observation o join indicator i on i.id = o.indicator_id and i.code = 'structure.participants'
                 join initiative_party p on p.initiative_id = o.subject_id
                 join committee c on c.parent_id = p.party_id and c.seats is not null
                 group by o.id, o.subject_id, i.code having max(o.value_min) <> sum(cast(c.seats ->> 'min' as bigint))"
            }
            Self::TeamsDiffer => {
                "select o.subject_id as record, max(o.value_min) as stated, cast(count(a.id) as bigint) * 1000000 as found, i.code as detail
                 from observation o join indicator i on i.id = o.indicator_id and i.code = 'structure.area-teams'
                 join service_area a on a.region_id = o.subject_id
                 join record r on r.id = a.id and coalesce(r.scenario_id, 0) = coalesce(o.scenario_id, 0)
                 group by o.id, o.subject_id, i.code having max(o.value_min) <> count(a.id) * 1000000"
            }
            Self::CodeEnded => {
                "select r.id as record, cast(null as bigint) as stated, cast(null as bigint) as found, m.code as detail
                 from (select id, municipality_id from organization union select id, municipality_id from service_point) t
                 join record r on r.id = t.id join municipality m on m.id = t.municipality_id
                 join record rm on rm.id = m.id where rm.valid_to < r.valid_to"
            }
            Self::PeriodOutside => {
                "select e.region_id as record, cast(null as bigint) as stated, cast(null as bigint) as found, m.code as detail
                 from region_member e join record r on r.id = e.region_id join record rm on rm.id = e.municipality_id
                 join municipality m on m.id = e.municipality_id
                 where e.valid_to > rm.valid_to or e.valid_from < rm.valid_from or e.valid_to > r.valid_to or e.valid_from < r.valid_from"
            }
            Self::Uncited => {
                "select r.id as record, cast(null as bigint) as stated, cast(null as bigint) as found, cast(null as text) as detail
                 from record r where r.source_id is null and r.noun <> 'SOURCE_DOCUMENT'
                 and not exists (select 1 from citation c where c.record_id = r.id)"
            }
            Self::NoProducer => {
                "select a.service_id as record, cast(null as bigint) as stated, cast(null as bigint) as found, a.model as detail
                 from service_arrangement a where a.status = 'EXISTING' and a.producer_id is null and a.organizer_id is null"
            }
            Self::MissingValue => {
                "select c.record_id as record, cast(null as bigint) as stated, cast(null as bigint) as found, c.field as detail
                 from citation c where c.certainty = 'MISSING'"
            }
            Self::AmbiguousValue => {
                "select c.record_id as record, cast(null as bigint) as stated, cast(null as bigint) as found, c.field as detail
                 from citation c where c.certainty = 'AMBIGUOUS'"
            }
        }
    }

    /// The same, as far as the viewer sees the records and they are asked for. `$1` is the document they rest on.
    fn seen(self, scope: &Scope, asked: &Asked) -> String {
        let visible = |record: &str| {
            let open = format!(" and {record}.status = 'PUBLISHED' and {record}.visibility = 'PUBLIC'");
            if scope.restricted { String::new() } else { open }
        };
        let mut seen = visible("v");
        if let Some(nouns) = &asked.nouns {
            let listed: Vec<String> = nouns.iter().map(|noun| format!("'{}'", noun.as_str())).collect();
            seen += &if listed.is_empty() { " and 1 = 0".to_owned() } else { format!(" and v.noun in ({})", listed.join(", ")) };
        }
        if asked.source.is_some() {
            let document = format!("(select d.id from record d where d.uid = $1{})", visible("d"));
            let cited = format!("select c.record_id from citation c where c.document_id = {document}");
            seen += &format!(" and (v.source_id = {document} or v.id in ({cited}))");
        }
        let found = self.sql();
        format!(
            "select f.record, f.stated, f.found, f.detail from ({found}) f join record v on v.id = f.record where 1 = 1{seen}"
        )
    }
}

/// Which findings of a rule; without a word all that the scope shows.
#[derive(Clone, Debug, Default)]
pub struct Asked {
    /// Those about records of one of these nouns.
    pub nouns: Option<Vec<Noun>>,
    /// Those about records that rest on this document: taken from it as a whole, or with a citation of their own that names it.
    pub source: Option<Uuid>,
}

impl Asked {
    fn statement(&self, backend: DbBackend, sql: String) -> Statement {
        match self.source {
            Some(document) => Statement::from_sql_and_values(backend, sql, [document.into()]),
            None => Statement::from_string(backend, sql),
        }
    }
}

/// A data-quality finding.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Finding {
    /// Which rule found it.
    pub rule: Rule,
    /// The record it is about.
    pub record: RecordId,
    /// Stated figure, in millionths.
    pub stated: Option<i64>,
    /// Figure found, in millionths.
    pub found: Option<i64>,
    /// Field, code or indicator it is about.
    pub detail: Option<String>,
}

/// How many findings the rules have in all among the records that the scope shows and that are asked for, in one statement.
///
/// # Errors
/// When the database fails.
pub async fn count(db: &impl ConnectionTrait, scope: &Scope, rules: &[Rule], asked: &Asked) -> Result<i64> {
    if rules.is_empty() {
        return Ok(0);
    }
    let counts: Vec<String> =
        rules.iter().map(|rule| format!("(select count(*) from ({}) seen)", rule.seen(scope, asked))).collect();
    let sum = asked.statement(db.get_database_backend(), format!("select {}", counts.join(" + ")));
    let row = db.query_one_raw(sum).await?;
    Ok(row.map(|row| row.try_get_by_index(0)).transpose()?.unwrap_or_default())
}

/// What a rule finds among the records that the scope shows and that are asked for, of whatever day, in the order of the records.
///
/// # Errors
/// When the database fails.
pub async fn run(db: &impl ConnectionTrait, scope: &Scope, rule: Rule, asked: &Asked) -> Result<Vec<Finding>> {
    let statement = asked.statement(db.get_database_backend(), rule.seen(scope, asked));
    let mut findings = Vec::new();
    for row in db.query_all_raw(statement).await? {
        findings.push(Finding {
            rule,
            record: row.try_get_by_index(0)?,
            stated: row.try_get_by_index(1)?,
            found: row.try_get_by_index(2)?,
            detail: row.try_get_by_index(3)?,
        });
    }
    findings.sort_by(|a, b| (a.record, &a.detail).cmp(&(b.record, &b.detail)));
    Ok(findings)
}
