//! What documents say that is no figure and no structure: policy lines, benefits, risks, findings (väittämä).

use sea_orm::entity::prelude::*;
use serde::{Deserialize, Serialize};

use crate::{RecordId, Text};

noun!(Statement, refs: [subject_id -> Any], dated: false, says: text);

term! {
    /// Kind of statement (väittämän laji).
    StatementKind {
        /// Goal (tavoite).
        Goal = "GOAL",
        /// Policy line (linjaus).
        PolicyLine = "POLICY_LINE",
        /// Measure to take (toimenpide).
        Measure = "MEASURE",
        /// Target of a study (selvityskohde).
        StudyTarget = "STUDY_TARGET",
        /// Area of content (sisältöalue).
        ContentArea = "CONTENT_AREA",
        /// Benefit (hyöty).
        Benefit = "BENEFIT",
        /// Risk (riski).
        Risk = "RISK",
        /// Challenge (haaste).
        Challenge = "CHALLENGE",
        /// Issue to be resolved (ratkaistava asia).
        IssueToResolve = "ISSUE_TO_RESOLVE",
        /// Decision that is needed (päätöstarve).
        DecisionNeeded = "DECISION_NEEDED",
        /// Open question (avoin kysymys).
        OpenQuestion = "OPEN_QUESTION",
        /// Proposal (ehdotus).
        Proposal = "PROPOSAL",
        /// Need of training (koulutustarve).
        TrainingNeed = "TRAINING_NEED",
        /// Next step (jatkotoimi).
        NextStep = "NEXT_STEP",
        /// Finding of a study (havainto).
        Finding = "FINDING",
        /// Division of labour between levels of government (työnjako, yhdyspinta).
        DivisionOfLabour = "DIVISION_OF_LABOUR",
        /// Characteristic of a model or concept (ominaispiirre).
        Characteristic = "CHARACTERISTIC",
        /// Requirement, such as what a report must hold (vaatimus).
        Requirement = "REQUIREMENT",
    }
}

term! {
    /// Level of government (hallinnon taso).
    GovernmentLevel {
        /// State (valtio).
        State = "STATE",
        /// Region (maakunta).
        Region = "REGION",
        /// Municipality (kunta).
        Municipality = "MUNICIPALITY",
    }
}

/// What documents say that is no figure and no structure: policy lines, benefits, risks, findings (väittämä).
#[derive(Clone, Debug, PartialEq, DeriveEntityModel, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[sea_orm(table_name = "statement")]
pub struct Model {
    /// Key in the registry.
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: RecordId,
    /// What kind of statement.
    pub kind: StatementKind,
    /// Theme within its kind, as a short word such as `SUCCESS`.
    #[serde(default)]
    pub theme: Option<String>,
    /// Place in its list.
    #[serde(default)]
    pub position: Option<i32>,
    /// What it says.
    #[sea_orm(column_type = "JsonBinary")]
    pub text: Text,
    /// Record it is about.
    #[serde(default)]
    pub subject_id: Option<RecordId>,
    /// First level, for a division of labour.
    #[serde(default)]
    pub level_a: Option<GovernmentLevel>,
    /// Second level, for a division of labour.
    #[serde(default)]
    pub level_b: Option<GovernmentLevel>,
    /// Topic, for a division of labour.
    #[sea_orm(column_type = "JsonBinary", nullable)]
    #[serde(default)]
    pub topic: Option<Text>,
    /// How it works.
    #[sea_orm(column_type = "JsonBinary", nullable)]
    #[serde(default)]
    pub mechanism: Option<Text>,
    /// How often.
    #[sea_orm(column_type = "JsonBinary", nullable)]
    #[serde(default)]
    pub cadence: Option<Text>,
}
