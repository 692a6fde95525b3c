import Testing

@testable import Methods

@Suite("Surveys of a finite population")
struct SurveyTests {
    @Test("Of 183, 125 answers are needed for five points and 64 for ten")
    func sizes() {
        #expect(sampleSize(population: 183, margin: 0.05, share: 0.5, z: Confidence.z95) == 125)
        #expect(sampleSize(population: 183, margin: 0.10, share: 0.5, z: Confidence.z95) == 64)
        let regions = [52, 33, 33, 24, 23, 18].map { sampleSize(population: $0, margin: 0.10, share: 0.5, z: Confidence.z95) }
        #expect(regions == [34, 25, 25, 20, 19, 16])
        #expect(sampleSize(population: 1, margin: 0.05, share: 0.5, z: Confidence.z95) == 1)
        #expect(sampleSize(population: 0, margin: 0.05, share: 0.5, z: Confidence.z95) == nil)
        #expect(sampleSize(population: 5, margin: .leastNonzeroMagnitude, share: 0.5, z: Confidence.z95) == 5)
        #expect(sampleSize(population: 5, margin: .nan, share: 0.5, z: Confidence.z95) == nil)
    }

    @Test("54 of 183 answers leave 11.23 points, 62 of 185 leave 10.18, all of them none")
    func margins() throws {
        let some = try #require(marginOfError(responses: 54, population: 183, share: 0.5, z: Confidence.z95))
        #expect(abs(some - 0.1123) < 0.00005)
        let cycle = try #require(marginOfError(responses: 62, population: 185, share: 0.5, z: Confidence.z95))
        #expect(abs(cycle - 0.1018) < 0.00005)
        #expect(marginOfError(responses: 7, population: 7, share: 0.5, z: Confidence.z95) == 0)
        #expect(marginOfError(responses: 1, population: 1, share: 0.5, z: Confidence.z95) == 0)
        #expect(marginOfError(responses: 0, population: 7, share: 0.5, z: Confidence.z95) == nil)
        #expect(marginOfError(responses: 8, population: 7, share: 0.5, z: Confidence.z95) == nil)
    }

    @Test("Whoever did not answer could have said either")
    func bounds() {
        #expect(nonResponseBounds(yes: 30, responses: 54, population: 180) == 30.0 / 180...156.0 / 180)
        #expect(nonResponseBounds(yes: 5, responses: 5, population: 5) == 1...1)
        #expect(nonResponseBounds(yes: 6, responses: 5, population: 5) == nil)
        #expect(nonResponseBounds(yes: 0, responses: 0, population: 0) == nil)
    }

    @Test("Answers by region: 89 weighted ones are worth 82.01, a design effect of 1.0852")
    func kish() throws {
        let population = [52, 33, 33, 24, 23, 18], responses = [26, 10, 20, 8, 12, 13]
        let weights = try #require(postStratification(population: population, responses: responses))
        let each = zip(weights, responses).flatMap { Array(repeating: $0 ?? 0, count: $1) }
        let loss = try #require(WeightingLoss(weights: each))
        #expect(each.count == 89)
        #expect(abs(each.reduce(0, +) - 183) < 1e-9)
        #expect(abs(loss.effectiveSize - 82.01) < 0.005)
        #expect(abs(loss.designEffect - 1.0852) < 0.00005)
        #expect(WeightingLoss(weights: [2, 2, 2]) == WeightingLoss(weights: [1e300, 1e300, 1e300]))
        #expect(WeightingLoss(weights: []) == nil && WeightingLoss(weights: [0]) == nil && WeightingLoss(weights: [-1, 2]) == nil)
        #expect(postStratification(population: [5, 0], responses: [0, 0]) == [nil, nil])
        #expect(postStratification(population: [5], responses: [1, 2]) == nil)
    }

    @Test("Rates and the largest difference of shares")
    func representativeness() throws {
        let found = try #require(Representativeness(population: [60, 40, 0], responses: [10, 10, 0]))
        #expect(found.groups.map(\.rate) == [10.0 / 60, 0.25, nil])
        #expect(abs(found.largestDifference - 0.1) < 1e-12)
        #expect(found.rate == 0.2)
        #expect(Representativeness(population: [1], responses: [2]) == nil)
        #expect(Representativeness(population: [1], responses: [0]) == nil)
    }

    @Test("Raking fits two margins at once")
    func raking() throws {
        // Eight answers by region and size; the population has 60 and 40 by region, 30 and 70 by size.
        let regions = [0, 0, 0, 0, 0, 1, 1, 1], sizes = [0, 0, 0, 1, 1, 0, 1, 1]
        let raking = try #require(Raking(categories: [regions, sizes], margins: [[60, 40], [30, 70]], tolerance: 1e-9, mostRounds: 100))
        #expect(raking.hasConverged && raking.empty.isEmpty)
        for (column, margin) in [(regions, [60.0, 40]), (sizes, [30.0, 70])] {
            for category in 0...1 {
                let sum = zip(raking.weights, column).reduce(0) { $0 + ($1.1 == category ? $1.0 : 0) }
                #expect(abs(sum - margin[category]) < 1e-6)
            }
        }
        // Odds between cells stay as they were before: that is what raking keeps.
        let w = raking.weights
        #expect(abs((w[0] * w[6]) / (w[3] * w[5]) - 1) < 1e-9)
    }

    @Test("Raking says what it cannot fit")
    func rakingFails() throws {
        let raking = try #require(Raking(categories: [[0, 0], [0, 1]], margins: [[5, 5], [5, 5]], tolerance: 1e-6, mostRounds: 50))
        #expect(!raking.hasConverged)
        #expect(raking.empty == [Raking.Empty(margin: 0, category: 1)])
        #expect(raking.rounds == 50)
        #expect(Raking(categories: [[0], [0]], margins: [[5], [6]], tolerance: 1e-6, mostRounds: 50) == nil)
        #expect(Raking(categories: [[2]], margins: [[5, 5]], tolerance: 1e-6, mostRounds: 50) == nil)
        #expect(Raking(categories: [[-1]], margins: [[5, 5]], tolerance: 1e-6, mostRounds: 50) == nil)
        #expect(Raking(categories: [], margins: [], tolerance: 1e-6, mostRounds: 50) == nil)
    }

    @Test("Weights beyond four times the median are cut and the others raised, so that the sum stays")
    func trimming() throws {
        let found = try #require(TrimmedWeights([1, 1, 1, 1, 10], limit: TrimmedWeights.standardLimit))
        #expect(found.weights == [2.5, 2.5, 2.5, 2.5, 4])
        #expect(found.trimmed == 1)
        #expect(TrimmedWeights([1, 2, 3], limit: 4)?.weights == [1, 2, 3])
        #expect(TrimmedWeights([0, 0, 3], limit: 4) == nil)
        #expect(TrimmedWeights([], limit: 4) == nil)
    }

    @Test("Webster gives 24 seats as 7, 5, 4, 3, 3, 2 and 19 as 6, 3, 3, 3, 2, 2")
    func webster() {
        // Europe, Asia/Pacific, Americas, East and Southern Africa, West and Central Africa, Middle East and North Africa.
        let sizes = [52, 33, 33, 24, 23, 18]
        #expect(apportion(seats: 24, bySize: sizes) == [7, 5, 4, 3, 3, 2])
        #expect(apportion(seats: 19, bySize: sizes) == [6, 3, 3, 3, 2, 2])
        #expect(apportion(seats: 0, bySize: []) == [])
        #expect(apportion(seats: 1, bySize: [0, 0]) == nil)
        #expect(apportion(seats: 3, bySize: [.max, .max]) == [2, 1])
        #expect(apportion(seats: -1, bySize: [1]) == nil)
    }
}

@Suite struct QuantileTests {
    @Test func withoutWeightsItIsTypeSeven() {
        #expect(quantile(0.5, of: [10.0, 30, 10, 20]) == 15 && quantile(0.25, of: [1.0, 2, 3, 4, 5]) == 2 && quantile(0.9, of: [0.0, 10]) == 9)
        #expect(quantile(0, of: [3.0, 1]) == 1 && quantile(1, of: [3.0, 1]) == 3 && quantile(0.3, of: [7.0]) == 7)
        #expect(quantile(0.5, of: [Double]()) == nil && quantile(1.1, of: [1.0]) == nil && quantile(0.5, of: [Double.infinity]) == nil)
    }

    @Test func whatWeighsTwiceCountsTwice() throws {
        // Effective number (1 + 1 + 2)²/6 = 8/3; the middle part of length one goes from 5/6 to 11/6, the first two values reach 2/3 and 4/3: half each of 20 and 40.
        let weighted = try #require(quantile(0.5, of: [(10, 1), (20, 1), (40, 2)]))
        #expect(abs(weighted - 30) < 1e-9)
        #expect(quantile(0.5, of: [(1, 0), (5, 3), (9, 0)]) == 5 && quantile(0.5, of: [(1, 0)]) == nil && quantile(0.5, of: [(1, -1), (2, 2)]) == nil)
    }

    @Test func theMiddleStepIsOneThatSomebodyChose() {
        #expect(middleStep([1, 0, 0, 0, 1]) == 0 && middleStep([1, 1, 3]) == 2 && middleStep([0, 0]) == nil && middleStep([]) == nil && middleStep([-1, 2]) == nil)
    }

    @Test func weightsWidenTheMargin() throws {
        let plain = try #require(marginOfError(responses: 54, population: 183, share: 0.5, z: Confidence.z95))
        let weighted = try #require(marginOfError(responses: 54, population: 183, share: 0.5, z: Confidence.z95, designEffect: 1.44))
        #expect(abs(weighted / plain - 1.2) < 1e-12 && marginOfError(responses: 54, population: 183, share: 0.5, z: 2, designEffect: 0) == nil)
    }

    @Test func topsOfFewStayFew() {
        #expect(consensus(ofTops: [[0, 1], [0], [0], [0, 2], []], candidateCount: 4, thresholds: .standard) == [.common, .regional, .regional, Consensus.none])
        #expect(consensus(ofTops: [], candidateCount: 1, thresholds: .standard) == nil && consensus(ofTops: [[3]], candidateCount: 2, thresholds: .standard) == nil)
    }
}
