//! Sorting by places, so that only one kind of list is ever sorted.

use std::cmp::Ordering;

/// The places 0 to `len` in order; equal ones keep theirs.
///
/// Every figure sorts through this one function: the compiler makes a copy of a sort for each type
/// and closure otherwise, several kilobytes apiece in the page.
pub fn order(len: usize, compare: &dyn Fn(usize, usize) -> Ordering) -> Vec<usize> {
    let mut places: Vec<usize> = (0..len).collect();
    let mut width = 1;
    // Runs of twice the width are merged from their sorted halves. The library's sort does the same
    // and weighs a kilobyte more.
    while width < len {
        let mut merged = Vec::with_capacity(len);
        for run in places.chunks(2 * width) {
            let (left, right) = run.split_at(width.min(run.len()));
            let (mut left, mut right) = (left.iter().peekable(), right.iter().peekable());
            while let Some(next) = match (left.peek(), right.peek()) {
                (Some(a), Some(b)) if compare(**a, **b) == Ordering::Greater => right.next(),
                (Some(_), _) => left.next(),
                (None, _) => right.next(),
            } {
                merged.push(*next);
            }
        }
        places = merged;
        width *= 2;
    }
    places
}

/// Sorts a list by its places; equal ones keep theirs.
pub fn sort<T: Clone>(list: &mut Vec<T>, compare: &dyn Fn(&T, &T) -> Ordering) {
    let places = order(list.len(), &|a, b| match (list.get(a), list.get(b)) {
        (Some(a), Some(b)) => compare(a, b),
        _ => Ordering::Equal,
    });
    *list = places.into_iter().filter_map(|at| list.get(at).cloned()).collect();
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

    #[test]
    fn it_sorts_as_the_library_does() {
        for len in [1, 2, 3, 7, 8, 9, 43, 331, 1_000] {
            let value = |i: usize| i * 7919 % 97;
            let mut sorted: Vec<usize> = (0..len).collect();
            sorted.sort_by_key(|i| value(*i));
            assert_eq!(order(len, &|a, b| value(a).cmp(&value(b))), sorted);
            let mut list: Vec<usize> = (0..len).collect();
            sort(&mut list, &|a, b| value(*a).cmp(&value(*b)));
            assert_eq!(list, sorted);
        }
    }
}
