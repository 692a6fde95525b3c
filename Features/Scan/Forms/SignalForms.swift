import HashTreeCollections
import Journal
import Organisation
import Pages

/// The forms of a signal: what was seen, what is done about it, what one makes of it.
enum SignalForms {
    static let rating = Access.roles([.administrator, .planner, .projectOwner, .auditor, .gatekeeper] + Role.ofAdministrations)

    static let new = Route.form(ScanPath.newSignal, .participants, show: start, decide: SignalDecisions.add)
    static let edit = Route.form("scan/signals/{signal}/edit", .participants, show: describe, decide: SignalDecisions.change)

    static let placing = Route.form("scan/signals/{signal}/place", .planners, show: place, decide: SignalDecisions.place)
    static let judging = Route.form("scan/signals/{signal}/rate", rating, show: rate, decide: SignalDecisions.rate)

    static let routes: [Route] = [
        new, edit, placing, judging,
        .form("scan/signals/{signal}/merge", .planners, show: merge, decide: SignalDecisions.merge),
        .form("scan/signals/{signal}/separate", .planners, show: separate, decide: SignalDecisions.separate),
    ]

    private static func start(_ visit: Visit) throws -> Form {
        let say = visit.say
        var signal = Signal(title: .empty, firstSeen: visit.times.today)
        signal.aspect = visit.query["aspect"].flatMap { ID<Aspect>($0) }
        return Form(
            say("scan.new-signal"), lede: say("scan.new-signal-lede"), place: ScanPath.scan, trail: visit.signalTrail(), submit: say("scan.add-signal"), cancel: ScanPath.signals,
            fields: SignalFields(visit: visit, signal: signal).new)
    }

    private static func describe(_ visit: Visit) throws -> Form {
        let (id, signal) = try visit.standingSignal()
        guard visit.viewer.mayDescribe(id, visit.scan) else { throw Missing() }
        return Form(
            visit.say("scan.edit-signal"), place: ScanPath.scan, trail: visit.signalTrail(id, signal), submit: visit.say("pages.save"), cancel: ScanPath.signal(id),
            fields: SignalFields(visit: visit, signal: signal).all)
    }

    private static func place(_ visit: Visit) throws -> Form {
        let (id, signal) = try visit.standingSignal(), say = visit.say, standing = visit.scan.standings[id]?.last?.standing
        let choices = SignalStanding.Status.allCases.map { Choice($0.rawValue, say("scan.status.\($0.rawValue)")) }
        return Form(
            say("scan.place"), lede: say("scan.place-lede"), place: ScanPath.scan, trail: visit.signalTrail(id, signal), submit: say("pages.save"), cancel: ScanPath.signal(id),
            fields: [
                Field("status", say("scan.field.status"), .oneOf(choices, inRow: false), value: (standing?.status ?? .watching).rawValue, required: true, help: say("scan.field.status-help")),
                Field("review", say("scan.field.review"), .day, value: visit.reviewSuggested(after: standing), help: say("scan.field.review-help")),
                .localized("because", say("scan.field.because"), .empty, rows: 3, languages: visit.languages, help: say("scan.field.because-help")),
            ])
    }

    private static func merge(_ visit: Visit) throws -> Form {
        let (id, signal) = try visit.standingSignal(), say = visit.say
        let others = visit.nearest(to: id, signal).map { visit.choice($0.id, $0.signal.title) }
        return Form(
            say("scan.merge"), lede: say("scan.merge-lede"), place: ScanPath.scan, trail: visit.signalTrail(id, signal), submit: say("scan.merge-it"), cancel: ScanPath.signal(id),
            fields: [
                Field("into", say("scan.field.into"), .choice([Choice("", "–")] + others), value: visit.query["into"] ?? "", required: true),
                .why(say("scan.field.why")),
            ])
    }

    private static func separate(_ visit: Visit) throws -> Form {
        let (id, signal) = try visit.signal(), say = visit.say
        guard visit.scan.merged[id] != nil else { throw Missing() }
        return Form(
            say("scan.separate"), lede: say("scan.separate-lede"), place: ScanPath.scan, trail: visit.signalTrail(id, signal), submit: say("scan.separate-it"), cancel: ScanPath.signal(id),
            fields: [.why(say("scan.field.why"))])
    }

    private static func rate(_ visit: Visit) throws -> Form {
        let (id, signal) = try visit.standingSignal(), say = visit.say
        guard visit.viewer.mayRate, visit.viewer.account != nil else { throw Missing() }
        // For several the form begins empty: what one of them gave must not be saved for another.
        let present = visit.onlyRater.flatMap { visit.scan.ratings[id]?[$0]?.rating }
        let axis = visit.scan.present.flatMap { visit.scan.editions[$0]?.axis } ?? .impact
        func scale(_ name: String, _ value: Int?) -> Field {
            Field(
                name, say("scan.rate.\(name)"), .oneOf([Choice("", say("scan.rate.none"))] + Estimate.range.map { Choice("\($0)", say("scan.rate.\(name).\($0)")) }, inRow: false),
                value: value.map { "\($0)" } ?? "")
        }
        let first = axis == .impact ? scale("impact", present?.impact) : scale("desirability", present?.desirability)
        return Form(
            say("scan.rate"), lede: visit.plain(signal.title), place: ScanPath.scan, trail: visit.signalTrail(id, signal), submit: say("scan.rate-it"), cancel: ScanPath.signal(id),
            fields: [visit.raterField, visit.takeBackField, first, scale("likelihood", present?.likelihood)].compactMap { $0 }
        ) {
            if !signal.text.isEmpty { p(.class("prose")) { visit.text(signal.text) } }
            p(.class("note")) { say("scan.rate-note") }
        }
    }
}

extension Visit {
    /// The signal in the address where it stands by itself.
    fileprivate func standingSignal() throws(Missing) -> (id: ID<Signal>, signal: Signal) {
        let found = try signal()
        guard scan.merged[found.id] == nil else { throw Missing() }
        return found
    }

    /// Those that tell of much the same first: a list of thousands would be read by nobody. One that was asked for in the address stands first.
    fileprivate func nearest(to id: ID<Signal>, _ signal: Signal) -> [SignalLists.Item] {
        let text = signal.wordings.map(\.whole).joined(separator: " ")
        let asked = query["into"].flatMap { ID<Signal>($0) }.map { [$0] } ?? [], like = similarSignals.like(text, but: id, most: 20, least: 0).map(\.id)
        var listed: Set<ID<Signal>> = [id], nearest: [SignalLists.Item] = []
        for other in asked + like + scan.standing.map(\.id) where nearest.count < 60 && scan.merged[other] == nil {
            if listed.insert(other).inserted, let signal = scan.signals[other] { nearest.append((other, signal)) }
        }
        return nearest
    }

    /// The review that stands, or one in half a year: twice between two editions of a scan that is renewed every year.
    fileprivate func reviewSuggested(after standing: SignalStanding?) -> String {
        let stands = standing?.reviewOn.flatMap { $0 > times.today ? $0 : nil }
        return "\(stands ?? times.today.adding(days: 182))"
    }
}
