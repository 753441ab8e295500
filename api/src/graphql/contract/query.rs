//! Root fields of contracts.

use super::Contract;
use super::input::{ContractFilter, ContractOrder};

crate::noun_one! {
    ContractQuery,
    /// One contract (sopimus), by its id or whole name; by a code, see `record`.
    contract: Contract
}

crate::noun_list! {
    ContractsQuery,
    /// Contracts (sopimukset) in force on the day of the lens, templates among them.
    contracts: contract[ContractFilter, ContractOrder]
}
