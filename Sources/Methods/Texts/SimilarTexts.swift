import Foundation

/// Finds, among many short texts, those that say nearly the same as another, in any language and without knowing which.
///
/// Texts are bags of word beginnings (`TextFeatures`) weighed by how rare they are among all (tf-idf with logarithms), compared by the cosine. On top of that two texts
/// are compared by their neighbourhoods: those near to one and to the other (cosines of at least 0.05, the 20 nearest, itself with 1). So paraphrases that share few words
/// with one another but many with third texts are found, and a text in a crowd needs more to be told from it. For two texts without common neighbours and a cosine c it is
/// 2c / (1 + c²). One word in common is not enough. Where the words are much the same but one says *not* and the other does not, the likeness counts two fifths.
///
/// The number of neighbours, the threshold and the two fifths were set on the labelled pairs kept for tuning (`Features/Scan/Tests/Goldens/similar`), and nowhere else.
package struct SimilarTexts: Sendable {
    package struct Match: Equatable, Sendable {
        /// Of the text, in the order given.
        package var index: Int
        /// 0 to 1.
        package var likeness: Double
        /// Nearly the same words, of which one side negates what the other says.
        package var isContrary: Bool
    }

    /// From where on a reader would want to see it beside what is being written.
    package static let notable = 0.38
    /// From where on it is worth a question whether it is the same. Set so that in conversations about one subject two questions of three are asked rightly.
    package static let nearlySame = 0.6

    private static let neighbours = 20
    private static let leastCosine = 0.05
    /// Words are much the same from here on, so that a *not* tells them apart.
    private static let sameWords = 0.28
    private static let contraryShare = 0.4

    private struct Weighed: Sendable { var feature: Int, weight: Double }
    private struct Posting: Sendable { var text: Int, weight: Double }

    private var ids: [String: Int] = [:]
    private var frequencies: [Int] = []
    private var texts: [[Weighed]] = []
    private var postings: [[Posting]] = []
    private var negations: [Int] = []

    /// - Parameter folded: lower case without accents, words apart by single spaces.
    package init(_ folded: [String]) {
        let counted = folded.map { TextFeatures($0) }
        negations = counted.map(\.negations)
        for features in counted {
            for name in features.counts.keys {
                if let id = ids[name] {
                    frequencies[id] += 1
                } else {
                    ids[name] = frequencies.count
                    frequencies.append(1)
                }
            }
        }
        postings = Array(repeating: [], count: frequencies.count)
        for (place, features) in counted.enumerated() {
            let weighed = vector(of: features)
            texts.append(weighed)
            for item in weighed { postings[item.feature].append(Posting(text: place, weight: item.weight)) }
        }
    }

    /// The nearest ones, the likest first.
    ///
    /// - Parameters:
    ///   - folded: as those given.
    ///   - excluding: texts that are not to be found, such as the one that is asked about.
    package func similar(to folded: String, excluding: Set<Int> = [], most: Int = 5) -> [Match] {
        let features = TextFeatures(folded), own = vector(of: features)
        let near = nearest(to: own, excluding: excluding)
        let matches = near.filter { isEnough($0.place, own) }.map { place, cosine in
            let isContrary = cosine > SimilarTexts.sameWords && negations[place] != features.negations
            let likeness = likeness(of: near, to: place, cosine, excluding)
            return Match(index: place, likeness: isContrary ? likeness * SimilarTexts.contraryShare : likeness, isContrary: isContrary)
        }
        return Array(matches.sorted { ($1.likeness, $0.index) < ($0.likeness, $1.index) }.prefix(most))
    }

    /// One word in common says nothing of two texts, unless one of them has no more.
    private func isEnough(_ place: Int, _ own: [Weighed]) -> Bool {
        let mine = Set(own.map(\.feature)), shared = texts[place].count { mine.contains($0.feature) }
        return shared >= 2 || mine.count == 1 || texts[place].count == 1
    }

    /// The cosine of two neighbourhoods, each text near to itself with 1.
    private func likeness(of near: [(place: Int, cosine: Double)], to place: Int, _ cosine: Double, _ excluding: Set<Int>) -> Double {
        let others = nearest(to: texts[place], excluding: excluding.union([place])), byPlace = Dictionary(uniqueKeysWithValues: others.map { ($0.place, $0.cosine) })
        var shared = 2 * cosine, mine = 1.0, theirs = 1 + cosine * cosine
        for (other, value) in near {
            mine += value * value
            if other != place, let far = byPlace[other] { shared += value * far }
        }
        for other in others { theirs += other.cosine * other.cosine }
        return min(1, shared / (mine * theirs).squareRoot())
    }

    private func nearest(to weighed: [Weighed], excluding: Set<Int>) -> [(place: Int, cosine: Double)] {
        // Nearly all of the time goes into these sums: one place for each text, without a look-up or a check, for postings name texts that there are.
        let near = withUnsafeTemporaryAllocation(of: Double.self, capacity: texts.count) { cosines in
            cosines.initialize(repeating: 0)
            for item in weighed where item.feature < postings.count {
                let weight = item.weight
                postings[item.feature].withUnsafeBufferPointer { postings in
                    for posting in postings { cosines[posting.text] += weight * posting.weight }
                }
            }
            return cosines.indices.compactMap { cosines[$0] >= SimilarTexts.leastCosine ? (place: $0, cosine: cosines[$0]) : nil }
        }
        let others = near.filter { !excluding.contains($0.place) }.sorted { ($1.cosine, $0.place) < ($0.cosine, $1.place) }
        return Array(others.prefix(SimilarTexts.neighbours))
    }

    /// Of length 1; features that no text has count for the length alone.
    private func vector(of features: TextFeatures) -> [Weighed] {
        let count = Double(negations.count)
        var weighed: [Weighed] = [], unknown = frequencies.count
        for (name, times) in features.counts.sorted(by: { $0.key < $1.key }) {
            let id = ids[name], rarity = log((count + 1) / (Double(id.map { frequencies[$0] } ?? 0) + 0.5))
            guard rarity > 0 else { continue }
            weighed.append(Weighed(feature: id ?? unknown, weight: (1 + log(Double(times))) * rarity))
            if id == nil { unknown += 1 }
        }
        let length = weighed.reduce(0) { $0 + $1.weight * $1.weight }.squareRoot()
        return length == 0 ? [] : weighed.map { Weighed(feature: $0.feature, weight: $0.weight / length) }
    }
}
