import HashTreeCollections
import Journal
import Organisation

/// What may be said about a region, a unit and the organisation itself.
extension Register {
    /// - Parameter since: since when there is such a region; `nil` for before the records begin. Only the first time.
    func describe(_ region: Region, as id: ID<Region>, since: Day?, today: Day) throws(Refusal) -> [Proposal] {
        if region.code.isEmpty { throw Refusal("pages.refusal.required", field: "code") }
        if region.name.isEmpty { throw Refusal("pages.refusal.required", field: "name") }
        if let other = self.region(code: region.code), other != id {
            throw Refusal("membership.refusal.region-code", ["code": region.code], field: "code")
        }
        if regions[id] == region { return [] }
        return [Proposal(Register.self, .regionDescribed(id: id, region), on: try first(regions[id] == nil, since, today))]
    }

    func describe(_ unit: Unit, as id: ID<Unit>, since: Day?, today: Day) throws(Refusal) -> [Proposal] {
        if unit.name.isEmpty { throw Refusal("pages.refusal.required", field: "name") }
        if let region = unit.region, regions[region] == nil { throw Refusal("membership.refusal.no-such-region", field: "region") }
        switch unit.answersTo {
        case .unit(let superior):
            guard units[superior] != nil else { throw Refusal("pages.refusal.choose", field: "answers-to") }
            if reaches(id, from: superior) { throw Refusal("membership.refusal.answers-to-itself", field: "answers-to") }
        case .body(let body):
            guard bodies[body] != nil else { throw Refusal("pages.refusal.choose", field: "answers-to") }
        case nil: break
        }
        if units[id] == unit { return [] }
        return [Proposal(Register.self, .unitDescribed(id: id, unit), on: try first(units[id] == nil, since, today))]
    }

    func close(_ id: ID<Unit>, because reason: String) throws(Refusal) -> [Proposal] {
        guard units[id] != nil else { throw Refusal("pages.refusal.gone") }
        guard !reason.isEmpty else { throw Refusal("pages.refusal.required", field: "because") }
        let below = units(under: .unit(id)).count
        if below > 0 { throw Refusal("membership.refusal.unit-has-units", ["count": "\(below)"]) }
        return [Proposal(Register.self, .unitClosed(id: id, because: Prose(reason)))]
    }

    func describe(_ profile: Profile) throws(Refusal) -> [Proposal] {
        if profile.name.isEmpty { throw Refusal("pages.refusal.required", field: "name") }
        if profile.languages.isEmpty { throw Refusal("membership.refusal.no-language", field: "languages") }
        guard (1...12).contains(profile.financialYearStarts) else { throw Refusal("pages.refusal.choose", field: "financial-year") }
        return profile == self.profile ? [] : [Proposal(Register.self, .profileDescribed(profile))]
    }

    /// The day from which a description holds: for a new thing since when it is there, for a known one today.
    func first(_ isNew: Bool, _ since: Day?, _ today: Day) throws(Refusal) -> Day? {
        if let since, since > today { throw Refusal("membership.refusal.since-future", field: "since") }
        return isNew ? since ?? .beginning : nil
    }

    /// Whether one comes to `unit` by going upwards.
    private func reaches(_ unit: ID<Unit>, from start: ID<Unit>) -> Bool {
        var place: ID<Unit>? = start
        for _ in 0...units.count {
            if place == unit { return true }
            guard let here = place, case .unit(let superior)? = units[here]?.answersTo else { return false }
            place = superior
        }
        return true
    }
}
