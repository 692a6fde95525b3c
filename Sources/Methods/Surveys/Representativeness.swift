/// How those who answered compare with all who could have, group by group.
package struct Representativeness: Equatable, Sendable {
    package struct Group: Equatable, Sendable {
        /// Answers over members; nil for a group without members.
        package let rate: Double?

        /// Its share of the answers less its share of the population.
        package let difference: Double
    }

    package let groups: [Group]

    /// Answers over population, in all.
    package let rate: Double

    /// The largest difference of shares, without its sign; 0 is exactly representative.
    package let largestDifference: Double

    /// Nil where the lists differ in length, where a group has more answers than members, and without any answer.
    package init?(population: [Int], responses: [Int]) {
        guard population.count == responses.count, zip(population, responses).allSatisfy({ 0 <= $1 && $1 <= $0 }) else { return nil }
        let all = population.reduce(0.0) { $0 + Double($1) }, answered = responses.reduce(0.0) { $0 + Double($1) }
        guard answered > 0 else { return nil }
        groups = zip(population, responses).map { members, answers in
            Group(rate: members == 0 ? nil : Double(answers) / Double(members), difference: Double(answers) / answered - Double(members) / all)
        }
        rate = answered / all
        largestDifference = groups.map { abs($0.difference) }.max() ?? 0
    }
}
