/// How a budget that Equal Shares leaves partly unspent is completed.
package enum BudgetCompletion: String, Sendable, CaseIterable {
    /// Not at all.
    case none

    /// Everybody's share is raised by one unit of money, again and again, until the outcome no longer fits into the budget or nothing more would fit in.
    case add1

    /// What still fits in is bought greedily, with the same utility.
    case greedy

    /// First the one, then the other.
    case add1Greedy = "add1-greedy"
}

/// The Method of Equal Shares: the budget is divided equally among voters, and candidates are bought by those who name them.
///
/// Each round buys the candidate with the least price rho for one unit of utility: the least rho at which its supporters' payments, min(what is left,
/// rho x utility), reach its cost; of equal ones the lower number. It ends when no candidate's supporters have enough left. All comparisons are exact.
/// Add1 answers what unit steps answer: the last outcome before one costs more than the budget, or the first to which nothing could be added.
/// Sources: Peters and Skowron, "Proportionality and the Limits of Welfarism", EC 2020; Peters, Pierczynski and Skowron, "Proportional Participatory
/// Budgeting with Additive Utilities", NeurIPS 2021; Add1 as on equalshares.net.
///
/// Of a large election two raises are found out at a time, on two threads for as long as it takes.
package func equalShares(_ election: BudgetElection, utility: BudgetUtility, completion: BudgetCompletion) -> EqualSharesOutcome {
    equalShares(election, utility: utility, completion: completion, looksAhead: election.ballots.candidates.count >= 50_000)
}

/// The same, whether or not two raises are found out at a time.
func equalShares(_ election: BudgetElection, utility: BudgetUtility, completion: BudgetCompletion, looksAhead: Bool) -> EqualSharesOutcome {
    guard election.ballots.voterCount > 0 else { return EqualSharesOutcome(election: election, utility: utility) }
    // Of a small election all ballots lie near one another anyway.
    let grouped = looksAhead ? GroupedBallots(election.ballots) : nil
    let run = EqualSharesRun(election, ballots: grouped?.ballots ?? election.ballots, utility: utility)
    var outcome: EqualSharesOutcome
    switch completion {
    case .none, .greedy:
        run.run(raise: 0)
        outcome = EqualSharesOutcome(run, of: election, utility: utility, places: grouped?.places)
    case .add1, .add1Greedy:
        var raising = ShareRaising(run, looksAhead: looksAhead)
        raising.finish()
        outcome = EqualSharesOutcome(raising.lastRun, of: election, utility: utility, places: grouped?.places)
    }
    if completion == .greedy || completion == .add1Greedy {
        outcome.completion = greedy(election, utility: utility, beginningWith: outcome.bought)
    }
    return outcome
}
