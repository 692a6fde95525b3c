import HashTreeCollections
import Journal
import Methods
import Organisation
import Pages

/// The units of the register in the order in which they are read, and what follows from what is laid down of them.
struct UnitFigures: Sendable {
    let units: [ID<Unit>]
    /// `nil` for more units than are looked through.
    let flows: UnitFlows?

    init(_ units: [ID<Unit>], in organisation: Organisation) {
        let register = organisation[Register.self], practices = organisation[UnitPractices.self], places = Dictionary(units.enumerated().map { ($1, $0) }) { first, _ in first }
        self.units = units
        let superiors = units.map { unit -> UnitFlows.Superior in
            // Whoever is no longer there is nobody.
            guard let superior = register.units[unit]?.answersTo, superior.isThere(in: register) else { return .nobody }
            if case .unit(let above) = superior { return places[above].map { .unit($0) } ?? .nobody }
            return .other
        }
        let links = units.enumerated().flatMap { place, unit in
            (practices.records[unit]?.practice.flows ?? []).compactMap { flow in places[flow.to].map { Link(from: place, to: $0) } }
        }
        flows = UnitFlows(superiors: superiors, isDescribed: units.map { practices.records[$0] != nil }, flows: links)
    }
}

/// What follows, in sentences.
struct UnitSentences {
    let visit: Visit
    let figures: UnitFigures

    private var say: Say { visit.say }
    /// Of more pairs it says how many they are.
    private static let mostPairs = 12

    private func name(_ place: Int) -> String { visit.plain(visit.register.name(of: figures.units[place])) }

    private func sentence(_ key: String, _ places: [Int]) -> [String] {
        places.isEmpty ? [] : [say("assessments.units.find.\(key)", count: places.count, ["units": say.list(places.map(name))])]
    }

    /// What stands out; empty where nothing does. Where nothing is laid down of any unit, only what the register says by itself.
    var all: [String] {
        guard let flows = figures.flows else { return [say("assessments.units.find.too-many", count: UnitFlows.most)] }
        let command = flows.circles.map { say("assessments.units.find.circle", ["units": say.list(($0 + $0.prefix(1)).map(name))]) } + sentence("headless", flows.headless)
        guard flows.isDescribed.contains(true) else { return command }
        let unknown = flows.isDescribed.indices.filter { !flows.isDescribed[$0] }
        return command + sentence("uninformed", flows.uninformed) + sentence("silent", flows.silent) + pairs(flows.apart) + sentence("unknown", unknown)
    }

    private func pairs(_ apart: [Link]) -> [String] {
        if apart.isEmpty { return [] }
        let named = apart.prefix(UnitSentences.mostPairs).map { say("assessments.units.find.pair", ["one": name($0.from), "other": name($0.to)]) }, rest = apart.count - named.count
        let first = say("assessments.units.find.apart", count: apart.count, ["pairs": say.list(named)])
        return [rest > 0 ? "\(first) \(say("assessments.units.find.more-pairs", count: rest))" : first]
    }
}
