import HashTreeCollections
import Journal
import Organisation

/// What may be said about a body, and who may hold its seats.
extension Register {
    func describe(_ body: Body, as id: ID<Body>, since: Day?, today: Day) throws(Refusal) -> [Proposal] {
        if body.name.isEmpty { throw Refusal("pages.refusal.required", field: "name") }
        for rule in body.seats {
            if let region = rule.region, regions[region] == nil { throw Refusal("membership.refusal.no-such-region", field: rule.field) }
            if rule.count < 0 { throw Refusal("membership.refusal.seats-below-zero", field: rule.field) }
        }
        if let years = body.mandateYears, !(1...50).contains(years) { throw Refusal("pages.refusal.out-of-range", field: "mandate-years") }
        if let superior = body.reportsTo {
            guard bodies[superior] != nil else { throw Refusal("pages.refusal.choose", field: "reports-to") }
            if reaches(id, from: superior) { throw Refusal("membership.refusal.reports-to-itself", field: "reports-to") }
        }
        if bodies[id] == body { return [] }
        return [Proposal(Register.self, .bodyDescribed(id: id, body), on: try first(bodies[id] == nil, since, today))]
    }

    /// Gives a seat or an office, or says anew until when it is held. Without an end it runs as long as the body's mandates do.
    func give(_ mandate: Mandate, as id: ID<Mandate>, today: Day) throws(Refusal) -> [Proposal] {
        guard let body = bodies[mandate.body] else { throw Refusal("pages.refusal.gone") }
        guard let member = self[mandate.member] else { throw Refusal("membership.refusal.mandate-member", field: "member") }
        if member.standing == .observer { throw Refusal("membership.refusal.mandate-observer", field: "member") }
        var mandate = mandate
        if mandate.until == nil, let years = body.mandateYears { mandate.until = mandate.from.adding(years: years).adding(days: -1) }
        if mandates[id] == mandate { return [] }
        try check(mandate, against: body)
        try checkSeat(mandate, of: member, in: body)
        let others = mandates.filter { $0.key != id && $0.value.body == mandate.body }.map(\.value)
        try check(mandate, in: body, beside: others)
        try checkSeats(mandate, instead: mandates[id], of: member, in: body, beside: others)
        let given = Proposal(Register.self, .mandateGiven(id: id, mandate), on: min(mandate.from, today))
        guard let before = mandates[id] else { return [given] }
        let now = Proposal(Register.self, .mandateGiven(id: id, mandate))
        return mandate.from < min(before.from, today) ? [given, now] : [now]
    }

    func withdraw(_ id: ID<Mandate>, on day: Day, because reason: String, today: Day) throws(Refusal) -> [Proposal] {
        guard let mandate = mandates[id] else { throw Refusal("pages.refusal.gone") }
        guard !reason.isEmpty else { throw Refusal("pages.refusal.required", field: "because") }
        if let until = mandate.until, day > until { throw Refusal("membership.refusal.mandate-over", ["day": "\(until)"], field: "on") }
        if day < min(mandate.from, today) {
            throw Refusal("membership.refusal.withdrawn-before-from", ["day": "\(mandate.from)"], field: "on")
        }
        return [Proposal(Register.self, .mandateWithdrawn(id: id, because: Prose(reason)), on: day)]
    }

    private func check(_ mandate: Mandate, against body: Body) throws(Refusal) {
        guard let until = mandate.until else { return }
        if until < mandate.from { throw Refusal("membership.refusal.until-before-from", field: "until") }
        if let years = body.mandateYears, until >= mandate.from.adding(years: years) {
            let last = mandate.from.adding(years: years).adding(days: -1)
            throw Refusal("membership.refusal.mandate-too-long", ["years": "\(years)", "day": "\(last)"], field: "until")
        }
    }

    /// Offices stand in the other seats or in the region's; ordinary seats in the region's or the other ones.
    private func checkSeat(_ mandate: Mandate, of member: Member, in body: Body) throws(Refusal) {
        if body.isPlenary {
            if mandate.office == .seat { throw Refusal("membership.refusal.plenary", field: "office") }
            return
        }
        if body.seatsInAll == 0 { throw Refusal("membership.refusal.no-seats", field: "member") }
        if body.seats(of: member.region) + body.otherSeats == 0 {
            throw Refusal(
                "membership.refusal.outside-seats", ["region": member.region.flatMap { regions[$0]?.code } ?? "–"], field: "member")
        }
    }

    private func check(_ mandate: Mandate, in body: Body, beside others: [Mandate]) throws(Refusal) {
        let ofMember = others.filter { $0.member == mandate.member }
        if ofMember.contains(where: { $0.office == mandate.office && $0.overlaps(mandate) }) {
            throw Refusal("membership.refusal.mandate-twice", field: "from")
        }
        if body.isRenewableOnce, ofMember.filter({ $0.office == mandate.office }).count >= 2 {
            throw Refusal("membership.refusal.renewed-once", field: "member")
        }
    }

    /// On no day more people than seats: what a region's own seats do not hold shares the other seats with all other regions.
    private func checkSeats(_ mandate: Mandate, instead before: Mandate?, of member: Member, in body: Body, beside others: [Mandate]) throws(Refusal) {
        guard !body.isPlenary else { return }
        let changes = [mandate.from] + others.map(\.from).filter { mandate.isRunning(on: $0) }
        for day in changes {
            let with = seatsLacking(in: body, for: others + [mandate], on: day)
            // Where too many were seated before, what does not make it worse may still be put right.
            if with > 0, with > seatsLacking(in: body, for: others + [before].compactMap { $0 }, on: day) {
                throw Refusal("membership.refusal.seats-taken", ["count": "\(body.seats(of: member.region) + body.otherSeats)"], field: "member")
            }
        }
    }

    /// Who holds an office and a seat holds one seat.
    private func seatsLacking(in body: Body, for mandates: [Mandate], on day: Day) -> Int {
        let seated = Set(mandates.filter { $0.isRunning(on: day) }.map(\.member))
        let byRegion = Dictionary(grouping: seated) { described[$0]?.region }
        let beyond = byRegion.map { region, members in max(0, members.count - body.seats(of: region)) }.reduce(0, +)
        return beyond - body.otherSeats
    }

    private func reaches(_ body: ID<Body>, from start: ID<Body>) -> Bool {
        var place: ID<Body>? = start
        for _ in 0...bodies.count {
            if place == body { return true }
            guard let here = place, let superior = bodies[here]?.reportsTo else { return false }
            place = superior
        }
        return true
    }
}

extension Mandate {
    func overlaps(_ other: Mandate) -> Bool {
        from <= other.until ?? Day(number: .max) && other.from <= until ?? Day(number: .max)
    }
}

extension SeatRule {
    /// The form's field that asks for it.
    var field: String { region.map { "seats-\($0)" } ?? "seats-other" }
}
