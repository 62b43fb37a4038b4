//! How votes and comments are spread over the ideas of a town: by a power law, as in the open data of real boards. One
//! idea in a hundred holds more than half of all votes, and most hold hardly any. The shape is the same at every size,
//! and the shares add up exactly. It knows nothing of tables: it only writes SQL that both databases understand.

/// The tail of the law: the share of a rank falls as `rank^-1.2`.
const TAIL: f64 = 0.2;
/// The first of so many ideas stand nearly level; the law begins behind them.
const LEVEL: f64 = 2_000.0;
/// Scatters the ranks over the numbers: a prime that divides none of the sizes.
const SCATTER: u32 = 7_919;

/// A law for so many ideas. Number 1 stands outside it: it is the page that is measured, and is the same at every size.
#[derive(Debug, Clone, Copy)]
pub(super) struct Skew {
    ideas: u32,
}

impl Skew {
    pub(super) const fn new(ideas: u32) -> Self {
        Self { ideas }
    }

    /// How many idea `n` gets, as SQL, when number 1 gets `first` and all together get `mean` times as many as there are
    /// ideas. A share is the step between two sums that are rounded, so that nothing is lost.
    pub(super) fn share(self, n: &str, mean: u32, first: u32) -> String {
        let others = self.ideas.saturating_sub(1).max(1);
        let all = f64::from(mean * self.ideas - first);
        let start = f64::from(others) / LEVEL;
        let (top, bottom) = (start.powf(-TAIL), (start + f64::from(others)).powf(-TAIL));
        let scale = all / (top - bottom);
        let rank = format!("((({n}) - 2) * {SCATTER} % {others})");
        let up_to = |behind: u32| {
            let place = format!("CAST({rank} + {behind} AS DOUBLE PRECISION) + CAST({start:.6} AS DOUBLE PRECISION)");
            let left = format!("power({place}, CAST(-{TAIL} AS DOUBLE PRECISION))");
            format!(
                "CAST(round((CAST({top:.12} AS DOUBLE PRECISION) - {left}) * CAST({scale:.6} AS DOUBLE PRECISION)) AS BIGINT)"
            )
        };
        format!("CASE WHEN {n} = 1 THEN {first} ELSE {} - {} END", up_to(1), up_to(0))
    }
}
