//! Sorting by places, so that only one kind of list is ever sorted.

use std::cmp::Ordering;

/// The places 0 to `len` in order; equal ones keep theirs.
///
/// Every figure sorts through this one function: the compiler makes a copy of a sort for each type
/// and closure otherwise, several kilobytes apiece in the page.
pub fn order(len: usize, compare: &dyn Fn(usize, usize) -> Ordering) -> Vec<usize> {
    let mut places: Vec<usize> = Vec::with_capacity(len);
    for next in 0..len {
        // Few things are ever sorted here, and the library's sort weighs 1.5 kB more than this one.
        let at = places.partition_point(|place| compare(*place, next) != Ordering::Greater);
        places.insert(at, next);
    }
    places
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn equal_places_keep_their_order() {
        let values = [3, 1, 2, 1];
        assert_eq!(order(4, &|a, b| values[a].cmp(&values[b])), [1, 3, 2, 0]);
        assert!(order(0, &|_, _| Ordering::Equal).is_empty());
    }
}
