import HashTreeCollections
import Journal
import Methods
import Organisation
import Pages

/// The units of the register in the order in which they are read, and what follows from what is laid down of them.
struct UnitFigures: Sendable {
    /// Whoever says that it informs a unit, and since when.
    struct Informant: Sendable {
        let unit: ID<Unit>
        let since: Day
    }

    let units: [ID<Unit>]
    /// Whether anything is laid down of any of them.
    let isAnythingLaidDown: Bool
    /// `nil` for more units than are looked through.
    let flows: UnitFlows?
    /// By whom a unit hears, in the same order.
    let informants: [ID<Unit>: [Informant]]

    init(_ units: [ID<Unit>], in organisation: Organisation) {
        let register = organisation[Register.self], records = organisation[UnitPractices.self].records, places = Dictionary(units.enumerated().map { ($1, $0) }) { first, _ in first }
        self.units = units
        isAnythingLaidDown = units.contains { records[$0] != nil }
        let superiors = units.map { unit -> UnitFlows.Superior in
            // Whoever is no longer there is nobody.
            guard let superior = register.units[unit]?.answersTo, superior.isThere(in: register) else { return .nobody }
            if case .unit(let above) = superior { return places[above].map { .unit($0) } ?? .nobody }
            return .other
        }
        var links: [Link] = [], informants: [ID<Unit>: [Informant]] = [:]
        for (place, unit) in units.enumerated() {
            guard let record = records[unit] else { continue }
            for (flow, since) in zip(record.practice.flows, record.flowsSince) {
                guard let other = places[flow.to] else { continue }
                links.append(Link(from: place, to: other))
                informants[flow.to, default: []].append(Informant(unit: unit, since: since))
            }
        }
        self.informants = informants
        flows = UnitFlows(superiors: superiors, isKnown: units.map { records[$0]?.practice.isFlowKnown ?? false }, flows: links)
    }
}

/// What follows, in sentences.
struct UnitSentences {
    let visit: Visit
    let figures: UnitFigures

    private var say: Say { visit.say }
    /// Of more pairs it says how many they are.
    private static let mostPairs = 5

    private func name(_ place: Int) -> String { visit.plain(visit.register.name(of: figures.units[place])) }

    private func sentence(_ key: String, _ places: [Int]) -> [String] {
        places.isEmpty ? [] : [say("assessments.units.find.\(key)", count: places.count, ["units": say.list(places.map(name))])]
    }

    /// What stands out; empty where nothing does. Where nothing is laid down of any unit, only what the register says by itself.
    var all: [String] {
        guard let flows = figures.flows else { return [say("assessments.units.find.too-many", count: UnitFlows.most)] }
        let command = flows.circles.map { say("assessments.units.find.circle", ["units": say.list(($0 + $0.prefix(1)).map(name))]) } + sentence("headless", flows.headless)
        guard figures.isAnythingLaidDown else { return command }
        let unknown = flows.isKnown.indices.filter { !flows.isKnown[$0] }
        return command + sentence("uninformed", flows.uninformed) + sentence("silent", flows.silent) + pairs("apart", "pair", flows.apart) + pairs("one-way", "from-to", flows.oneWay)
            + sentence("unknown", figures.units.count > 1 ? unknown : [])
    }

    /// That nothing stands out: of one unit alone there is no more to say.
    var nothing: String { say(figures.flows?.isWhole == true ? "assessments.units.find.nothing" : "assessments.units.find.alone") }

    private func pairs(_ key: String, _ pair: String, _ links: [Link]) -> [String] {
        if links.isEmpty { return [] }
        let named = links.prefix(UnitSentences.mostPairs).map { say("assessments.units.find.\(pair)", ["one": name($0.from), "other": name($0.to)]) }, rest = links.count - named.count
        let first = say("assessments.units.find.\(key)", count: links.count, ["pairs": say.list(named)])
        return [rest > 0 ? "\(first) \(say("assessments.units.find.more-pairs", count: rest))" : first]
    }
}
