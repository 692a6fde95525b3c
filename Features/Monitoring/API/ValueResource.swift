import HashTreeCollections
import Journal
import Organisation
import Pages

/// The values of an indicator for programs: those of the organisation as a whole, and those of each Member.
enum ValueResource {
    static let resource: Resource = {
        var resource = Resource(
            "Value", "What was reported on an indicator for a period: of the organisation as a whole, or of one Member.", path: "indicators/{indicator}/values",
            items: ["{period}", "{period}/{member}"], .everyone, properties,
            all: { visit in
                let id: ID<Indicator> = try visit.id("indicator")
                let indicator = try visit.reached(id)
                return visit.organisation[Values.self].all(of: id).filter { visit.reads(id, indicator, of: Reporter($0.member)) }.map { ($0.key, $0) }
            },
            find: { visit in
                let named = try NamedValue(visit.parameters.namingIndicator, in: visit.organisation)
                guard visit.reads(named.id, named.indicator, of: named.reporter) else { throw Missing() }
                let found = visit.organisation[Values.self].standing(of: named.id, in: named.periodID, member: named.reporter.member)
                guard let found else { throw Missing() }
                return found
            })
        let roles = Access.roles(reportingRoles)
        resource.writes = [
            Write(.put, "Reports a value, or reports it anew.", roles, isReporting: true, input: ValueInput.one, decide: putValue),
            Write(
                .remove, "Takes a value back; the journal keeps that it was there.", roles, isReporting: true,
                parameters: [QueryParameter("because", .text(most: 2000), "Why it is taken back.", required: true)], decide: removeValue),
            several(roles),
        ]
        return resource
    }()

    private static func several(_ roles: Access) -> Write {
        var write = Write(
            .record, "Reports several values of the indicator at once: all of them or none. Each says which position it replaces, unless all may overwrite.",
            roles, isReporting: true, input: ValueInput.several, decide: recordValues)
        write.unmet = unmet
        return write
    }

    /// Those that would replace another value than the one that was read; what cannot be seen, or names nothing, is not found here.
    @Sendable private static func unmet(_ json: JSON, _ visit: Visit) throws -> [Unmet] {
        let id: ID<Indicator> = try visit.id("indicator")
        let indicator = try visit.reached(id)
        let values = visit.organisation[Values.self], mayOverwrite = json["overwrite"] == .flag(true)
        return (json["values"]?.items ?? []).enumerated().compactMap { place, row in
            guard let period = row["period"]?.text.flatMap({ ID<ReportingPeriod>($0) }) else { return nil }
            let member = row["member"]?.text.flatMap { ID<Member>($0) }
            // Nothing is said of what is not found: the decision says that.
            guard visit.reads(id, indicator, of: Reporter(member)) else { return nil }
            let standing = values.standing(of: id, in: period, member: member)
            let position = standing?.value?.position, replaces = row["replaces"]?.amount.flatMap { Int(exactly: $0) }
            if replaces == position || (replaces == nil && mayOverwrite) { return nil }
            let current = position == nil ? nil : standing.map { properties.json($0, visit) }
            return Unmet("/values/\(place)/replaces", replaces == nil ? .noVersion : .otherVersion, current: current)
        }
    }

    private static let properties: [Property<StandingValue>] = [
        Property("indicator", .identifier, "Of which indicator.") { .of($0.indicator) },
        Property("period", .identifier, "For which period.") { .of($0.period) },
        Property("member", .nullable(.identifier), "Of which Member; null for the organisation as a whole.") { .of($0.member) },
        Property("amount", .nullable(.number(-Double.greatestFiniteMagnitude...Double.greatestFiniteMagnitude)), "The number reported; null for a text.") {
            .of($0.value?.amount)
        },
        Property("text", .nullable(.text(most: 4000)), "The text reported; null for a number, or where it was erased.") { .of($0.value?.text) },
        Property("note", .nullable(.text(most: 4000)), "Remarks.") { .of($0.value?.note) },
        Property("evidence", .text(most: 500), "Where it can be verified.") { .text($0.value?.evidence ?? "") },
        Property("judgement", .nullable(.object(judgementParts)), "Whether a target that is a text is met, as somebody judged.") { thing, visit in
            thing.judgement.map { ["isMet": .flag($0.met), "because": .of($0.because), "by": visit.json($0.by)] } ?? .null
        },
        Property("by", .nullable(.object(Visit.personParts)), "Who recorded it.") { thing, visit in thing.value.map { visit.json($0.by) } ?? .null },
        Property("at", .nullable(.moment), "When it was recorded.") { .of($0.value?.at) },
        Property("position", .nullable(.integer(1...Int(UInt32.max))), "Where in the journal: another as soon as another value stands here.") { .of($0.value?.position) },
    ]

    private static let judgementParts = [
        Part("isMet", .flag, "Whether it is met.", required: true), Part("because", .nullable(.text(most: 2000)), "Why.", required: true),
        Part("by", .object(Visit.personParts), "Who judged.", required: true),
    ]
}

/// What stands in one place: a value, a judgement, or both.
struct StandingValue: Sendable {
    let indicator: ID<Indicator>
    let period: ID<ReportingPeriod>
    let member: ID<Member>?
    let value: ReportedValue?
    let judgement: Judgement?

    var key: String { "\(period)" + (member.map { "/\($0)" } ?? "") }
}

extension Values {
    fileprivate func standing(of indicator: ID<Indicator>, in period: ID<ReportingPeriod>, member: ID<Member>?) -> StandingValue? {
        let value = value(of: indicator, in: period, member: member), judgement = member == nil ? judgement(of: indicator, in: period) : nil
        guard value != nil || judgement != nil else { return nil }
        return StandingValue(indicator: indicator, period: period, member: member, value: value, judgement: judgement)
    }

    fileprivate func all(of indicator: ID<Indicator>) -> [StandingValue] {
        periods(of: indicator).flatMap { period in
            ([nil] + reporters(of: indicator, in: period).map { $0 }).compactMap { standing(of: indicator, in: period, member: $0) }
        }
    }
}

extension [String: String] {
    /// The same with the indicator under the name that this feature's pages have for it.
    var namingIndicator: [String: String] { merging(["id": self["indicator"] ?? ""]) { _, new in new } }
}
