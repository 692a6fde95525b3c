import HashTreeCollections
import Journal
import Organisation
import Pages

/// The forms by which planners describe a risk, name what answers it, close it and take it back.
enum RiskForms {
    static let new = Route.form(RiskPath.new, .planners, show: start, decide: RiskDecisions.add)
    static let edit = Route.form("risks/{risk}/edit", .planners, show: describe, decide: RiskDecisions.change)

    static let routes: [Route] = [
        new, edit,
        .form("risks/{risk}/answer", .planners, show: answer, decide: RiskDecisions.answer),
        .form("risks/{risk}/close", .planners, show: close, decide: RiskDecisions.close),
        .form("risks/{risk}/reopen", .planners, show: reopen, decide: RiskDecisions.reopen),
        .form("risks/{risk}/withdraw", .planners, show: withdraw, decide: RiskDecisions.withdraw),
    ]

    private static func start(_ visit: Visit) throws -> Form {
        let say = visit.say
        var risk = Risk(title: .empty, readers: visit.risks.account?.readers ?? .participants)
        risk.category = visit.query["category"].flatMap { ID<RiskCategory>($0) }
        // From the page of a signal, which is filled in.
        risk.signals = [visit.query["signal"].flatMap { Reference($0) }].compactMap { $0 }.filter { visit.node($0)?.isSignal == true }
        return Form(
            say("risks.new"), lede: say("risks.new-lede"), place: RiskPath.risks, trail: visit.riskTrail(), submit: say("risks.record"), cancel: RiskPath.risks,
            fields: RiskFields(visit: visit, risk: risk).all
        ) {
            if let signal = risk.signals.first.flatMap({ visit.nodeLink($0) }) {
                p(.class("note")) {
                    say("risks.seen-in"); " "; signal
                }
            }
        }
    }

    private static func describe(_ visit: Visit) throws -> Form {
        let (id, risk) = try visit.openRisk()
        return Form(
            visit.say("risks.edit"), place: RiskPath.risks, trail: visit.riskTrail(id, risk), submit: visit.say("pages.save"), cancel: RiskPath.risk(id),
            fields: RiskFields(visit: visit, risk: risk).all)
    }

    private static func answer(_ visit: Visit) throws -> Form {
        let (id, risk) = try visit.openRisk()
        return Form(
            visit.say("risks.answer"), lede: visit.plain(risk.title), place: RiskPath.risks, trail: visit.riskTrail(id, risk), submit: visit.say("pages.save"), cancel: RiskPath.risk(id),
            fields: [RiskFields(visit: visit, risk: risk).answers])
    }

    private static func close(_ visit: Visit) throws -> Form {
        let (id, risk) = try visit.openRisk(), say = visit.say
        let ways = Closing.How.allCases.map { Choice($0.rawValue, say("risks.closing.\($0.rawValue)")) }
        return Form(
            say("risks.close"), lede: say("risks.close-lede"), place: RiskPath.risks, trail: visit.riskTrail(id, risk), submit: say("risks.close-it"), cancel: RiskPath.risk(id),
            fields: [
                Field("how", say("risks.field.how"), .oneOf(ways, inRow: false), required: true), Field("on", say("risks.field.closed-on"), .day, value: "\(visit.times.today)", required: true),
                .localized("because", say("risks.field.because"), .empty, rows: 3, languages: visit.languages, required: true),
            ])
    }

    private static func reopen(_ visit: Visit) throws -> Form {
        let (id, risk) = try visit.risk(), say = visit.say
        guard visit.risks.isClosed(id) else { throw Missing() }
        return Form(
            say("risks.reopen"), lede: say("risks.reopen-lede"), place: RiskPath.risks, trail: visit.riskTrail(id, risk), submit: say("risks.reopen"), cancel: RiskPath.risk(id),
            fields: [.why(say("risks.field.because"))])
    }

    private static func withdraw(_ visit: Visit) throws -> Form {
        let (id, risk) = try visit.risk(), say = visit.say
        return .withdrawing(
            say("risks.withdraw"), lede: say("risks.withdraw-lede"), place: RiskPath.risks, trail: visit.riskTrail(id, risk), cancel: RiskPath.risk(id), say)
    }
}
