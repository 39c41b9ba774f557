// errors: 6
//! A list of numbers takes numbers, and a list of text takes text.
//! The notes show how to convert.

use truto_core::{DateFilter, Filter, unified_endpoint};

#[unified_endpoint(GET, "/unified/crm/deals", paginated)]
pub struct ListDeals {
    pub stages: Option<Vec<u32>>,
    pub owners: Option<Vec<String>>,
    pub amount: Option<Filter<u32>>,
    pub created_at: Option<DateFilter>,
}

fn main() {
    let numbers: &[u32] = &[1, 2];
    let cursor: Option<&str> = None;
    let _ = ListDeals::builder().stages(numbers);
    let _ = ListDeals::builder().stages(1);
    let _ = ListDeals::builder().owners(numbers);
    let _ = ListDeals::builder().amount(Filter::one_of(numbers));
    let _ = ListDeals::builder().created_at(DateFilter::gt(1_704_067_200));
    let _ = ListDeals::builder().next_cursor(cursor);
}
