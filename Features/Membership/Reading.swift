import HashTreeCollections
import Journal
import Organisation

/// The register read in the ways that these pages need.
extension Register {
    func units(under superior: Unit.Superior) -> [(id: ID<Unit>, unit: Unit)] {
        units.filter { $0.value.answersTo == superior }.map { ($0.key, $0.value) }.sorted { $0.id < $1.id }
    }

    /// Units that answer to nobody, or to somebody who is no longer there.
    var unitsWithoutSuperior: [(id: ID<Unit>, unit: Unit)] {
        units.filter { !isThere($0.value.answersTo) }.map { ($0.key, $0.value) }.sorted { $0.id < $1.id }
    }

    func isThere(_ superior: Unit.Superior?) -> Bool {
        switch superior {
        case .unit(let id): units[id] != nil
        case .body(let id): bodies[id] != nil
        case nil: false
        }
    }

    func bodies(under body: ID<Body>) -> [(id: ID<Body>, body: Body)] {
        bodies.filter { $0.value.reportsTo == body }.map { ($0.key, $0.value) }.sorted { $0.id < $1.id }
    }

    /// By beginning, the newest first.
    func mandates(where isWanted: (Mandate) -> Bool) -> [(id: ID<Mandate>, mandate: Mandate)] {
        mandates.filter { isWanted($0.value) }.map { ($0.key, $0.value) }.sorted { ($1.mandate.from, $0.id) < ($0.mandate.from, $1.id) }
    }

    func mandates(runningOn day: Day, in body: ID<Body>) -> [(id: ID<Mandate>, mandate: Mandate)] {
        mandates { $0.body == body && $0.isRunning(on: day) }
    }
}

extension Body {
    var seatsInAll: Int { seats.reduce(0) { $0 + $1.count } }

    /// Seats that belong to no region.
    var otherSeats: Int { seats.filter { $0.region == nil }.reduce(0) { $0 + $1.count } }

    func seats(of region: ID<Region>?) -> Int {
        guard let region else { return 0 }
        return seats.filter { $0.region == region }.reduce(0) { $0 + $1.count }
    }
}
