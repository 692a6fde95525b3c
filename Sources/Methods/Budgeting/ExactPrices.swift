/// The prices of the rounds so far as exact fractions of one common denominator.
///
/// What a payer has left is the share less what it paid, and what it paid in a round is that round's price times its points. So the price of the next
/// round is (cost - what those have left who pay their last) / (points of those who pay in full), and what those have left is a sum of whole
/// multiples of the share and of earlier prices: only small whole numbers meet the large ones, and nothing is ever divided. The common denominator is the
/// number of voters times the divisors of all rounds.
struct ExactPrices {
    /// The common denominator.
    private(set) var denominator: WideInteger

    /// Everybody's share, as a numerator.
    private(set) var share: WideInteger

    /// The price of one unit of weight in each round, as numerators.
    private(set) var prices: [WideInteger] = []

    /// The share is `money` over `voters`, above zero.
    init(money: WideInteger, voters: Int) {
        share = money
        denominator = WideInteger(voters)
    }

    /// `constant` + `shares` shares + the sum of `multiples[k]` prices of round k, as a numerator.
    func value(_ form: PriceForm) -> WideInteger {
        var sum = denominator * form.constant + share * form.shares
        for (round, multiple) in form.multiples where multiple != 0 { sum = sum + prices[round] * multiple }
        return sum
    }

    /// Enters the next round's price: `form` divided by `divisor`, which is above zero.
    mutating func append(_ form: PriceForm, over divisor: Int) {
        let next = value(form)
        guard divisor != 1 else { return prices.append(next) }
        for round in prices.indices { prices[round] = prices[round] * divisor }
        share = share * divisor
        denominator = denominator * divisor
        prices.append(next)
    }
}

/// A sum of whole multiples: of one, of everybody's share, and of the prices of earlier rounds.
struct PriceForm {
    var constant = 0
    var shares = 0
    /// The multiple of each round's price, ascending by round, each round at most once.
    var multiples: [(round: Int, multiple: Int)] = []
}

/// A cost, less what some payers have left in all before a round.
struct FormSum {
    private let round: Int
    private var constant: Int
    private var shares = 0

    /// One more than there were rounds before this one: what is not paid before goes into the last, which nobody reads.
    private var multiples: [Int]

    init(cost: Int, round: Int) {
        constant = cost
        self.round = round
        multiples = Array(repeating: 0, count: round + 1)
    }

    /// Takes what the voters behind these payers have left, as long as they never paid their last before.
    ///
    /// That is everybody's share, less the prices of what they name that was bought before. Without branches, for whether somebody names what was bought is
    /// a toss. No sum that is read exceeds the points of all voters for one candidate.
    mutating func takeLeft(of payers: [Int], _ ballots: WeightedBallots, roundOf: [Int]) {
        let last = UInt(round)
        multiples.withUnsafeMutableBufferPointer { multiples in
            for payer in payers {
                let count = ballots.counts[payer]
                shares -= count
                for place in ballots.range(payer) {
                    // A candidate that was not bought has -1, without a sign more than any round.
                    let paidIn = Int(min(UInt(bitPattern: roundOf[Int(ballots.candidates[place])]), last))
                    multiples[paidIn] &+= ballots.points(at: place) &* count
                }
            }
        }
    }

    var form: PriceForm {
        PriceForm(
            constant: constant, shares: shares, multiples: multiples.dropLast().enumerated().filter { $0.element != 0 }.map { ($0.offset, $0.element) })
    }
}

/// The exact price of a candidate that is not yet bought.
struct ExactQuote {
    let form: PriceForm
    let divisor: Int
    let isUncapped: Bool

    /// To within 2^-50 of it.
    func approximation(_ prices: ExactPrices) -> Double {
        ExactFraction(prices.value(form), over: prices.denominator * divisor)?.approximation ?? .infinity
    }
}
