import Exchange
import HashTreeCollections
import Journal
import Methods
import Organisation
import Pages

/// What the page shows, as a table for machines; and the ballots themselves, without names, so that anybody can count them again.
enum CountFiles {
    static let table = Route.file("priorities/{round}/count.csv", .everyone) { visit in
        let reading = try RoundReading(visit)
        guard let count = reading.count else { throw Missing() }
        return file(reading, count)
    }

    private static func file(_ reading: RoundReading, _ count: RoundCount) -> File {
        var writer = CSVWriter(separator: .comma, formulaGuard: true, byteOrderMark: true, decimalMark: .point)
        let regions = count.byRegion.indices.filter { count.byRegion[$0].isShown && count.byRegion[$0].ranking != nil }
        let names = regions.map { count.byRegion[$0].region.flatMap { reading.visit.register.regions[$0]?.code } ?? "-" }
        let head = ["candidate", "name", "support", "borda"] + Round.Rule.allCases.map { "place_\($0.rawValue)" } + Round.Rule.allCases.map { "place_by_region_\($0.rawValue)" }
        writer.write((head + ["guaranteed", "class", "proposed", "adopted", "reason"] + names.map { "place_in_\($0)" }).map { .text($0) })
        let adoption = reading.adopted?.adoption, proposed = adoption?.proposed ?? count.proposed, reason = adoption?.because.map { reading.visit.plain($0) } ?? ""
        for (place, id) in count.votes.candidates.enumerated() {
            let cells: [String] =
                [id.text, reading.visit.plain(reading.visit.title(of: id)), number(count.support(of: place)), number(count.members.bordaShare(of: place))]
                + Round.Rule.allCases.map { count.place(of: place, by: $0).map(String.init) ?? "" }
                + Round.Rule.allCases.map { count.place(of: place, by: $0, .regions).map(String.init) ?? "" }
                + [
                    count.guaranteed.map { $0.selected.contains(place) ? "1" : "0" } ?? "", count.classes?[place].rawValue ?? "",
                    proposed.contains(id) ? "1" : "0", reading.priorities.place(of: id).map(String.init) ?? "", reason,
                ]
                + regions.map { count.byRegion[$0].ranking.map { "\($0.places[place])" } ?? "" }
            writer.write(cells.map { CSVCell($0) })
        }
        return File(name: "priorities-\(reading.id).csv", type: "text/csv; charset=utf-8", bytes: writer.bytes)
    }

    private static func number(_ share: Double) -> String { plainDigits((share * 10_000).rounded() / 10_000, .point) }

    /// Single ballots are rows of one Member: once no more come in, so that no new one shows, they go out to planners, and to whoever may read each of them anyway.
    static func mayHaveBallots(_ reading: RoundReading) -> Bool {
        guard let box = reading.box, box.isClosed, reading.count != nil else { return false }
        return Access.planners.admits(reading.visit.viewer) || box.ballots.allSatisfy { reading.visit.viewer.belongs(to: $0.audience) }
    }

    static let ballots = Route.file("priorities/{round}/ballots.toi", .everyone) { visit in
        let reading = try RoundReading(visit)
        guard mayHaveBallots(reading), let count = reading.count else { throw Missing() }
        return File(name: "ballots-\(reading.id).toi", type: "text/plain; charset=utf-8", bytes: Array(preflib(reading, count).utf8))
    }

    /// PrefLib's format for orders with ties that name some only: how many cast a ballot, then the alternatives by their numbers.
    private static func preflib(_ reading: RoundReading, _ count: RoundCount) -> String {
        let ballots = Dictionary(grouping: count.votes.votes.map(\.tiers).filter { !$0.isEmpty }) { $0 }.mapValues(\.count)
            .sorted { ($1.value, line($0.key)) < ($0.value, line($1.key)) }
        // One line, whatever was typed.
        func calm(_ text: String) -> String { text.split(whereSeparator: \.isNewline).joined(separator: " ") }
        let names = count.votes.candidates.enumerated().map { "# ALTERNATIVE NAME \($0.offset + 1): \(calm(reading.visit.plain(reading.visit.title(of: $0.element))))" }
        let head = [
            "# FILE NAME: ballots-\(reading.id).toi", "# TITLE: \(calm(reading.visit.plain(reading.round.title)))", "# DATA TYPE: toi",
            "# NUMBER ALTERNATIVES: \(count.votes.candidates.count)", "# NUMBER VOTERS: \(ballots.reduce(0) { $0 + $1.value })", "# NUMBER UNIQUE ORDERS: \(ballots.count)",
            // An order of nothing has no line: whoever counts shares adds them.
            "# BALLOTS WITHOUT AN ALTERNATIVE: \(count.votes.votes.count { $0.tiers.isEmpty })",
        ]
        return (head + names + ballots.map { "\($0.value): \(line($0.key))" }).joined(separator: "\n") + "\n"
    }

    private static func line(_ tiers: [[Int]]) -> String {
        tiers.map { tier in tier.count == 1 ? "\(tier[0] + 1)" : "{\(tier.map { "\($0 + 1)" }.joined(separator: ","))}" }.joined(separator: ",")
    }
}
