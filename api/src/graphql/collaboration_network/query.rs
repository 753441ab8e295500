//! Root fields of collaboration networks.

use super::CollaborationNetwork;
use super::input::{CollaborationNetworkFilter, CollaborationNetworkOrder};

crate::noun_one! {
    CollaborationNetworkQuery,
    /// One collaboration network (yhteistyöverkosto), by its id or whole name.
    collaboration_network: CollaborationNetwork
}

crate::noun_list! {
    CollaborationNetworksQuery,
    /// Collaboration networks (yhteistyöverkostot) in force on the day of the lens.
    collaboration_networks: collaboration_network[CollaborationNetworkFilter, CollaborationNetworkOrder]
}
