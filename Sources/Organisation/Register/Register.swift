import HashTreeCollections
import Journal

/// The organisation's register: what it is, its regions, members, bodies and their seats, and its own units.
package struct Register: Chapter {
    package static let name = "register"
    package static let stateVersion = 2

    package enum Event: Codable, Equatable, Sendable {
        case profileDescribed(Profile)
        case regionDescribed(id: ID<Region>, Region)
        case memberDescribed(id: ID<Member>, Member)
        /// Holds from the day on which the membership begins; the details are described separately.
        case memberJoined(id: ID<Member>)
        case memberLeft(id: ID<Member>, because: Prose)
        case bodyDescribed(id: ID<Body>, Body)
        case mandateGiven(id: ID<Mandate>, Mandate)
        case mandateWithdrawn(id: ID<Mandate>, because: Prose)
        case unitDescribed(id: ID<Unit>, Unit)
        case unitClosed(id: ID<Unit>, because: Prose)
    }

    package private(set) var profile: Profile?
    package private(set) var regions: TreeDictionary<ID<Region>, Region> = [:]
    /// Everything ever described, whether or not it is a member on this day.
    package private(set) var described: TreeDictionary<ID<Member>, Member> = [:]
    package private(set) var joined: TreeSet<ID<Member>> = []
    /// Since when those who were members no longer are.
    package private(set) var left: TreeDictionary<ID<Member>, Day> = [:]
    package private(set) var bodies: TreeDictionary<ID<Body>, Body> = [:]
    package private(set) var mandates: TreeDictionary<ID<Mandate>, Mandate> = [:]
    package private(set) var units: TreeDictionary<ID<Unit>, Unit> = [:]
    /// What was withdrawn or closed, so that what is said of it later can still name it.
    package private(set) var formerMandates: TreeDictionary<ID<Mandate>, Mandate> = [:]
    package private(set) var formerUnits: TreeDictionary<ID<Unit>, Unit> = [:]

    package init() {}

    package mutating func apply(_ event: Event, _ stamp: Stamp) {
        switch event {
        case .profileDescribed(let profile): self.profile = profile
        case .regionDescribed(let id, let region): regions[id] = region
        case .memberDescribed(let id, let member): described[id] = member
        case .memberJoined(let id):
            joined.insert(id)
            left[id] = nil
        case .memberLeft(let id, _):
            joined.remove(id)
            left[id] = stamp.on
        case .bodyDescribed(let id, let body): bodies[id] = body
        case .mandateGiven(let id, let mandate): mandates[id] = mandate
        case .mandateWithdrawn(let id, _): formerMandates[id] = mandates.removeValue(forKey: id) ?? formerMandates[id]
        case .unitDescribed(let id, let unit): units[id] = unit
        case .unitClosed(let id, _): formerUnits[id] = units.removeValue(forKey: id) ?? formerUnits[id]
        }
    }
}

extension Register {
    /// The members on this day, observers left aside.
    package var members: [(id: ID<Member>, member: Member)] {
        inOrder(.member)
    }

    package var observers: [(id: ID<Member>, member: Member)] {
        inOrder(.observer)
    }

    /// The identifiers are sorted before anything is copied.
    private func inOrder(_ standing: Member.Standing) -> [(id: ID<Member>, member: Member)] {
        joined.sorted().compactMap { id in described[id].flatMap { $0.standing == standing ? (id, $0) : nil } }
    }

    /// One of those on this day; `nil` for who is not, or not yet, there.
    package subscript(_ id: ID<Member>) -> Member? { joined.contains(id) ? described[id] : nil }

    package func members(of region: ID<Region>) -> [(id: ID<Member>, member: Member)] {
        members.filter { $0.member.region == region }
    }

    /// Regions by code.
    package var regionsInOrder: [(id: ID<Region>, region: Region)] {
        regions.map { ($0.key, $0.value) }.sorted { ($0.region.code, $0.id) < ($1.region.code, $1.id) }
    }

    package func member(code: String) -> ID<Member>? {
        let wanted = code.lowercased()
        return described.first { $0.value.code.lowercased() == wanted }?.key
    }
}

/// Names for what is said of the register's things later, whether or not they still stand; their identifiers where nobody described them.
extension Register {
    package func name(of id: ID<Member>) -> Localized { described[id]?.name ?? Localized(id.text) }
    package func name(of id: ID<Region>) -> Localized { regions[id]?.name ?? Localized(id.text) }
    package func name(of id: ID<Body>) -> Localized { bodies[id]?.name ?? Localized(id.text) }
    package func name(of id: ID<Unit>) -> Localized { (units[id] ?? formerUnits[id])?.name ?? Localized(id.text) }
    package func mandate(_ id: ID<Mandate>) -> Mandate? { mandates[id] ?? formerMandates[id] }
}
