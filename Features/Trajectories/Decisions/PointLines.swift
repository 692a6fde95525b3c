import Exchange
import Journal
import Organisation
import Pages

/// The points of a series as people write them: a line each, a year (or a day) and a value, apart by a blank, a tab or a semicolon.
struct PointLines {
    /// - Throws: with the line that cannot be read.
    static func read(_ text: String, in language: Language, field: String) throws(Refusal) -> [TrajectoryPoint] {
        var points: [TrajectoryPoint] = [], lines: [Double: Int] = [:]
        for (place, line) in text.split(separator: "\n", omittingEmptySubsequences: false).enumerated() {
            let parts = line.split(maxSplits: 1, whereSeparator: { $0 == ";" || $0 == "\t" || $0 == " " }).map { $0.trimming() }
            if parts.allSatisfy(\.isEmpty) { continue }
            func refused(_ key: String, _ more: [String: String] = [:]) -> Refusal {
                Refusal("trajectories.refusal.\(key)", more.merging(["line": "\(place + 1)"]) { own, _ in own }, field: field, ofFieldAlone: true)
            }
            guard parts.count == 2 else { throw refused("no-value", ["text": String(line.prefix(40))]) }
            guard let time = WrittenYear.reading(parts[0]), TrajectoryPoint.years.contains(time) else { throw refused("no-time", ["text": String(parts[0].prefix(40))]) }
            guard let value = WrittenNumber(parts[1], decimalMark: language.decimalMark)?.value, abs(value) <= 1e15 else {
                throw refused("no-number", ["text": String(parts[1].prefix(40))])
            }
            if let other = lines[time] { throw refused("twice", ["other": "\(other)"]) }
            lines[time] = place + 1
            points.append(TrajectoryPoint(time: time, value: value))
            if points.count > TrajectoryPoint.most { throw refused("many", ["most": "\(TrajectoryPoint.most)"]) }
        }
        return points.sorted { $0.time < $1.time }
    }

    static func written(_ points: [TrajectoryPoint], in language: Language) -> String {
        points.map { "\(plainDigits($0.time, .point)) \(plainDigits($0.value, language.decimalMark))" }.joined(separator: "\n")
    }
}

extension Substring {
    fileprivate func trimming() -> String {
        func isOuter(_ character: Character) -> Bool { character.isWhitespace || character == ";" }
        return String(drop(while: isOuter).reversed().drop(while: isOuter).reversed())
    }
}
