//! Arrangements: how services are organized.

use async_graphql::SimpleObject;
use entity::service::ServiceLevel;
use entity::service_arrangement::{ArrangementStatus, Model, ProvisionModel};

use super::Service;
use crate::graphql::edges::Targets;
use crate::graphql::organization::Organization;
use crate::graphql::record::Record;
use crate::graphql::region::Region;
use crate::graphql::scenario::Scenario;
use crate::graphql::service_area::ServiceArea;
use crate::graphql::term::Named;
use crate::graphql::text::{Words, words};
use crate::graphql::time::Validity;

/// How a service is organized (palvelun järjestäminen): where, by whom, on which level and in which model; real or planned.
#[derive(SimpleObject)]
#[graphql(serial)]
pub struct ServiceArrangement {
    /// The service.
    service: Service,
    /// Area it is for. Null where the source names none.
    service_area: Option<ServiceArea>,
    /// Region it is for. Null where the source names none.
    region: Option<Region>,
    /// Organization or committee that organizes (järjestäjä). Null where no source says.
    organizer: Option<Record>,
    /// Organization that produces (palveluntuottaja); several producers are several arrangements. Null where no source says.
    producer: Option<Organization>,
    /// Plan it belongs to. Null: it is real.
    scenario: Option<Scenario>,
    /// Level. Null where no source says.
    level: Option<Named<ServiceLevel>>,
    /// Model. Null where no source says.
    model: Option<Named<ProvisionModel>>,
    /// Whether it exists.
    status: Named<ArrangementStatus>,
    /// Number of the phase, where the plan has phases. Null otherwise.
    phase: Option<i32>,
    /// What the source adds. Null where it adds nothing.
    note: Option<Words>,
    /// Period.
    validity: Validity,
}

/// Shows an arrangement of a service.
pub(super) fn show(service: &Service, targets: &Targets, row: &Model) -> ServiceArrangement {
    ServiceArrangement {
        service: service.clone(),
        service_area: targets.item(row.service_area_id),
        region: targets.item(row.region_id),
        organizer: targets.record(row.organizer_id),
        producer: targets.item(row.producer_id),
        scenario: targets.item(row.scenario_id),
        level: row.level.map(Named),
        model: row.model.map(Named),
        status: Named(row.status),
        phase: row.phase,
        note: words(row.note.as_ref()),
        validity: Validity::of(row),
    }
}
