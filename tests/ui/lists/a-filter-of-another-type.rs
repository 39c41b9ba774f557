// errors: 1
//! A number is compared with numbers.

use truto_core::{Filter, unified_endpoint};

#[unified_endpoint(GET, "/unified/crm/opportunities", paginated)]
pub struct ListOpportunities {
    pub amount: Option<Filter<u32>>,
}

fn main() {
    let _ = ListOpportunities::builder().amount(Filter::gt(10).and_lt("20"));
}
