//! The peer's statements. `{listed r}` stands for what anybody may see, in force on the day `$1`.

/// What a record must be to be listed on the day `$1`.
fn listed(sql: &str) -> String {
    ["r", "s", "i"].into_iter().fold(sql.to_owned(), |sql, alias| {
        let dated = if alias == "i" { "" } else { " and A.valid_from <= $1 and A.valid_to > $1" };
        let rule = format!("A.status = 'PUBLISHED' and A.visibility = 'PUBLIC' and A.scenario_id is null{dated}");
        sql.replace(&format!("{{listed {alias}}}"), &rule.replace("A.", &format!("{alias}.")))
    })
}

/// The statements for one database.
pub struct Statements {
    pub flat: String,
    pub parents: String,
    pub points: String,
    pub services: String,
    pub near: String,
    pub map: String,
}

impl Statements {
    /// In the form that PostgreSQL runs fast.
    pub fn postgres() -> Self {
        let each = |inner: &str| {
            format!("select k.k, p.* from unnest($2::bigint[]) k(k) cross join lateral ({inner}) p").replace("PARENT", "k.k")
        };
        Self {
            points: listed(&each(&format!("{POINT} {POINTS_OF}"))),
            services: listed(&each(&format!("{SERVICE} {SERVICES_OF}"))),
            ..Self::common()
        }
    }

    /// In the form that SQLite runs fast.
    pub fn sqlite() -> Self {
        let points = format!(
            "select k.value, t0.id, r0.uid, r0.names, t0.lon, t0.lat
            from json_each($2) k cross join service_point t0 cross join record r0
            where t0.id in (select t.id {POINTS_OF}) and r0.id = t0.id"
        );
        let services = format!(
            "select k.value, s0.uid, s0.names from json_each($2) k cross join record s0 where s0.id in (select s.id {SERVICES_OF})"
        );
        let parent = |sql: String| listed(&sql.replace("PARENT", "k.value"));
        Self { points: parent(points), services: parent(services), ..Self::common() }
    }

    fn common() -> Self {
        Self {
            flat: listed(FLAT),
            parents: listed(PARENTS),
            points: String::new(),
            services: String::new(),
            near: listed(NEAR),
            map: listed(MAP),
        }
    }
}

const FLAT: &str = "
select r.names, t.code, t.lon, t.lat, r.valid_from, r.valid_to
from municipality t join record r on r.id = t.id
left join name n on n.record_id = r.id and n.sorts = true and n.valid_from <= $1 and n.valid_to > $1
where {listed r}
and r.id in (select m.record_id from name m where m.folded >= $2 and m.folded <= $3 and m.valid_from <= $1 and m.valid_to > $1)
order by n.sort_key nulls last, t.id limit 21";

const PARENTS: &str = "
select r.id, r.uid, r.names
from municipality t join record r on r.id = t.id
left join name n on n.record_id = r.id and n.sorts = true and n.valid_from <= $1 and n.valid_to > $1
where {listed r} order by n.sort_key nulls last, t.id limit 50";

const POINT: &str = "select t.id, r.uid, r.names, t.lon, t.lat";
const POINTS_OF: &str = "from service_point t join record r on r.id = t.id
where t.municipality_id = PARENT and {listed r} order by t.id limit 10";

const SERVICE: &str = "select s.uid, s.names";
const SERVICES_OF: &str = "from service_at_point e join record s on s.id = e.service_id
where e.service_point_id = PARENT and e.valid_from <= $1 and e.valid_to > $1 and {listed s} order by s.id limit 3";

const NEAR: &str = "
select r.uid, r.names, t.lon, t.lat, mt.code, m.names, o.uid, o.names
from place pl cross join service_point t cross join record r
left join municipality mt on mt.id = t.municipality_id
left join record m on m.id = mt.id and m.status = 'PUBLISHED' and m.visibility = 'PUBLIC'
left join record o on o.id = t.organization_id and o.status = 'PUBLISHED' and o.visibility = 'PUBLIC'
where pl.lat between $2 and $3 and pl.lon between $8 and $9 and {listed r}
and (pl.x - $4) * (pl.x - $4) + (pl.y - $5) * (pl.y - $5) + (pl.z - $6) * (pl.z - $6) <= $7
and t.id = pl.record_id and r.id = t.id
order by (pl.x - $4) * (pl.x - $4) + (pl.y - $5) * (pl.y - $5) + (pl.z - $6) * (pl.z - $6), t.id limit 20";

const MAP: &str = "
select o.value_min, m.code, r.names
from observation o join record i on i.id = o.indicator_id
left join record r on r.id = o.subject_id and r.status = 'PUBLISHED' and r.visibility = 'PUBLIC'
left join municipality m on m.id = r.id
where o.indicator_id = (select id from indicator where code = $2) and o.period_from = $3 and o.scenario_id is null
and {listed i} and o.period_from <= $1
order by o.id limit 300";
