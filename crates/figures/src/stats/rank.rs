//! Ranks, ties sharing one.

/// The rank of each value, 1 for the largest; equal values share a rank and `None` has none.
///
/// After a tie the next rank counts the tied ones: 1, 2, 2, 4.
pub fn ranks(values: &[Option<f64>]) -> Vec<Option<usize>> {
    values
        .iter()
        .map(|value| {
            let own = (*value)?;
            Some(1 + values.iter().flatten().filter(|other| **other > own).count())
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ties_share_a_rank_and_blanks_have_none() {
        let values = [Some(5.0), None, Some(9.0), Some(5.0), Some(1.0)];
        assert_eq!(ranks(&values), [Some(2), None, Some(1), Some(2), Some(4)]);
        assert_eq!(ranks(&[]), Vec::<Option<usize>>::new());
    }
}
