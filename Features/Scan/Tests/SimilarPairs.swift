import Exchange
import Foundation
import Methods
import Pages
import Testing

@testable import Scan

/// Pairs of real texts that a reader called the same or not (`Goldens/similar`), and what is found of them.
struct SimilarPairs {
    struct Pair {
        let source: String
        let first: Int, second: Int
        let isSame: Bool
    }

    struct Measure: CustomStringConvertible {
        var found = 0, same = 0, foundSame = 0
        var recall: Double { same == 0 ? 0 : Double(foundSame) / Double(same) }
        var precision: Double { found == 0 ? 0 : Double(foundSame) / Double(found) }
        var description: String { "\(foundSame) of \(same) found, \(found) shown: recall \(recall), precision \(precision)" }
    }

    private var groups: [String: [String]] = [:]
    private var places: [String: Int] = [:]
    private var pairs: [(group: String, pair: Pair)] = []

    private static let shared = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "../../../../shared/data").standardizedFileURL
    static var isThere: Bool { FileManager.default.fileExists(atPath: shared.appending(path: "polis/dev").path) }

    init(_ file: String) throws {
        let folder = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "Goldens/similar")
        for conversation in try FileManager.default.contentsOfDirectory(atPath: SimilarPairs.shared.appending(path: "polis/dev").path).sorted() where !conversation.hasSuffix(".csv") {
            try read("polis/dev/\(conversation)/comments.csv", into: "polis \(conversation)", name: "comment-id") { $0["comment-body"] ?? "" }
        }
        try read("decide_madrid/dev/proposals.csv", into: "decide_madrid ", name: "id") { "\($0["title"] ?? "") \($0["summary"] ?? "")" }
        let table = try CSVTable(bytes: [UInt8](Data(contentsOf: folder.appending(path: file))), limits: .standard, kind: "pairs")
        for row in table.rows {
            let group = "\(row["source"] ?? "") \(row["conversation"] ?? "")"
            let first = try #require(places["\(group)/\(row["first"] ?? "")"]), second = try #require(places["\(group)/\(row["second"] ?? "")"])
            pairs.append((group, Pair(source: row["source"] ?? "", first: first, second: second, isSame: row["same"] == "1")))
        }
    }

    private mutating func read(_ path: String, into group: String, name: String, _ text: (CSVTable.Row) -> String) throws {
        let table = try CSVTable(bytes: [UInt8](Data(contentsOf: SimilarPairs.shared.appending(path: path))), limits: .standard, kind: "texts")
        for row in table.rows {
            places["\(group)/\(row[name] ?? "")"] = groups[group]?.count ?? 0
            groups[group, default: []].append(FoldedText(text(row)).text)
        }
    }

    /// As if each text were sent when all the others are there; rightly where a reader found one that is the same.
    func heldBack() -> (texts: Int, heldBack: Int, rightly: Int) {
        var found = (texts: 0, heldBack: 0, rightly: 0)
        for (group, texts) in groups {
            let index = SimilarTexts(texts), same = Set(pairs.filter { $0.group == group }.flatMap { [[$0.pair.first, $0.pair.second], [$0.pair.second, $0.pair.first]] })
            for place in texts.indices {
                let near = index.similar(to: texts[place], excluding: [place]).filter { $0.likeness >= SimilarTexts.nearlySame }
                found.texts += 1
                found.heldBack += near.isEmpty ? 0 : 1
                found.rightly += near.contains { same.contains([place, $0.index]) } ? 1 : 0
            }
        }
        return found
    }

    /// As it is when somebody types the first and the second is there already.
    func measured() -> [String: Measure] {
        var measures: [String: Measure] = [:]
        for (group, texts) in groups.sorted(by: { $0.key < $1.key }) {
            let index = SimilarTexts(texts)
            for item in pairs where item.group == group {
                let matches = index.similar(to: texts[item.pair.first], excluding: [item.pair.first])
                let isFound = matches.contains { $0.likeness >= SimilarTexts.notable && $0.index == item.pair.second }
                for name in [item.pair.source, "all"] {
                    measures[name, default: Measure()].same += item.pair.isSame ? 1 : 0
                    measures[name, default: Measure()].found += isFound ? 1 : 0
                    measures[name, default: Measure()].foundSame += isFound && item.pair.isSame ? 1 : 0
                }
            }
        }
        return measures
    }
}

@Suite("Similar signals: what a reader would call the same", .enabled(if: SimilarPairs.isThere, "the shared data are not beside the project"))
struct SimilarPairsTests {
    /// What was wanted is a recall of 0.7 at a precision of 0.8. It is reached on the pairs by which it was made, and missed on those that were kept until it was done (measured once) and on the
    /// second set of them. `Goldens/similar/README.md` tells what else was tried.
    @Test(
        "on the pairs by which it was made, and on those that were kept until it was done",
        arguments: [("similar-tuning.csv", 0.7, 0.8), ("similar-final.csv", 0.64, 0.78), ("similar-final-2.csv", 0.57, 0.74)])
    func pairs(_ file: String, _ recall: Double, _ precision: Double) throws {
        let measures = try SimilarPairs(file).measured(), all = try #require(measures["all"])
        #expect(all.recall >= recall && all.precision >= precision, "\(measures)")
    }

    @Test("of all texts, about one subject each, few are held back with a question whether they are the same, and two of three of these rightly")
    func heldBack() throws {
        let asked = try SimilarPairs("similar-found.csv").heldBack()
        #expect(asked.texts == 906 && asked.heldBack < asked.texts / 4 && Double(asked.rightly) / Double(asked.heldBack) >= 0.65, "\(asked)")
    }
}
