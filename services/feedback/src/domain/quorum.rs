//! Whether enough members are there to decide.

/// Who could be there, and who is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Quorum {
    /// Members on the day of the meeting.
    pub(crate) members: u32,
    /// Of them, those who are present.
    pub(crate) present: u32,
    /// How many must be.
    pub(crate) needed: u32,
}

impl Quorum {
    /// The quorum of so many members, of whom so many of a hundred must be present.
    pub(crate) fn new(members: u32, present: u32, percent: u32) -> Self {
        let needed = (u64::from(members) * u64::from(percent)).div_ceil(100).max(1);
        Self { members, present, needed: u32::try_from(needed).unwrap_or(u32::MAX) }
    }

    /// Whether so many are.
    pub(crate) fn reached(self) -> bool {
        self.present >= self.needed
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::domain::committee::{MAX_MEMBERS, USUAL_QUORUM_PERCENT};

    #[test]
    fn nobody_decides_alone_by_accident() {
        assert!(!Quorum::new(0, 0, 51).reached(), "an empty committee decides nothing");
        assert_eq!(Quorum::new(1, 0, 1).needed, 1);
        assert_eq!((Quorum::new(6, 3, 51).reached(), Quorum::new(6, 4, 51).reached()), (false, true));
    }

    #[test]
    fn what_is_usual_is_more_than_half() {
        for members in 1..=u32::try_from(MAX_MEMBERS).unwrap_or(0) {
            assert_eq!(Quorum::new(members, 0, USUAL_QUORUM_PERCENT).needed, members / 2 + 1, "{members}");
        }
    }

    proptest! {
        #[test]
        fn the_share_is_met_and_no_less_would_do(members in 1_u32..5_000, percent in 1_u32..=100) {
            let needed = Quorum::new(members, 0, percent).needed;
            prop_assert!((1..=members).contains(&needed));
            prop_assert!(needed * 100 >= members * percent);
            prop_assert!(needed == 1 || (needed - 1) * 100 < members * percent);
        }

        #[test]
        fn who_comes_never_undoes_a_quorum(members in 1_u32..500, present in 0_u32..500, percent in 1_u32..=100) {
            let before = Quorum::new(members, present, percent).reached();
            prop_assert!(!before || Quorum::new(members, present + 1, percent).reached());
        }

        #[test]
        fn a_higher_share_never_needs_fewer(members in 1_u32..500, percent in 1_u32..100) {
            prop_assert!(Quorum::new(members, 0, percent).needed <= Quorum::new(members, 0, percent + 1).needed);
        }
    }
}
