import Foundation
import HashTreeCollections
import Journal

/// Snapshots: the columns packed, names said once, and everything in one order, so that equal states are equal bytes.
extension Values: Codable {
    private enum Key: String, CodingKey { case members, people, columns }

    package init(from decoder: any Decoder) throws {
        let container = try decoder.container(keyedBy: Key.self)
        self.init()
        for member in try container.decode([ID<Member>].self, forKey: .members) { _ = members.number(of: member) }
        for person in try container.decode([Actor].self, forKey: .people) { _ = people.number(of: person) }
        for packed in try container.decode([PackedColumn].self, forKey: .columns) {
            guard let column = packed.column else {
                throw DecodingError.dataCorruptedError(forKey: .columns, in: container, debugDescription: "a column of values is cut off")
            }
            series[packed.indicator, default: [:]][packed.period] = column
        }
    }

    package func encode(to encoder: any Encoder) throws {
        let memberOrder = Order(members)
        let personOrder = Order(people)
        var columns: [PackedColumn] = []
        for (indicator, periods) in series.sorted(by: { $0.key < $1.key }) {
            for (period, column) in periods.sorted(by: { $0.key < $1.key }) {
                columns.append(PackedColumn(indicator, period, column.renumbered(places: memberOrder.numbers, people: personOrder.numbers)))
            }
        }
        var container = encoder.container(keyedBy: Key.self)
        try container.encode(memberOrder.things, forKey: .members)
        try container.encode(personOrder.things, forKey: .people)
        try container.encode(columns, forKey: .columns)
    }
}

/// Interned things sorted, and the new number of each old one.
private struct Order<Thing: Hashable & Sendable & CustomStringConvertible> {
    var things: [Thing]
    var numbers: [UInt32]

    init(_ interned: Interned<Thing>) {
        let sorted = interned.things.enumerated().sorted {
            $0.element.description.utf8.lexicographicallyPrecedes($1.element.description.utf8)
        }
        things = sorted.map(\.element)
        numbers = [UInt32](repeating: 0, count: sorted.count + 1)
        for (new, old) in sorted.enumerated() { numbers[old.offset + 1] = UInt32(clamping: new + 1) }
    }
}

extension ValueColumn {
    fileprivate func renumbered(places: [UInt32], people: [UInt32]) -> ValueColumn {
        func trace(_ old: Trace) -> Trace { Trace(position: old.position, by: people[Int(old.by)], at: old.at) }
        var copy = ValueColumn()
        copy.cells = cells.map { Cell(amount: $0.amount, place: places[Int($0.place)], trace: trace($0.trace)) }.sorted {
            $0.place < $1.place
        }
        for (place, words) in words { copy.words[places[Int(place)]] = words }
        copy.verdict = verdict.map { Verdict(met: $0.met, because: $0.because, trace: trace($0.trace)) }
        return copy
    }
}
