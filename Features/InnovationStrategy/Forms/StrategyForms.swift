import HashTreeCollections
import Journal
import Organisation
import Pages

/// The forms by which planners write a version of the strategy.
enum StrategyForms {
    static let routes: [Route] =
        [.form(InnovationPath.new, .planners, show: start, decide: StrategyDecisions.start([.frame]))]
        + StrategyPart.allCases.map { part in .form("innovation/strategies/{strategy}/\(part.address)", .planners, show: describe(part), decide: StrategyDecisions.change([part])) } + [
            .form("innovation/strategies/{strategy}/renew", .planners, show: renew, decide: StrategyDecisions.renew),
            .form("innovation/strategies/{strategy}/withdraw", .planners, show: withdraw, decide: StrategyDecisions.withdraw),
        ]

    private static func start(_ visit: Visit) throws -> Form {
        var strategy = Strategy(title: .empty)
        strategy.plan = visit.plan.plan(runningOn: visit.times.today).flatMap { visit.sees($0) ? $0 : nil }
        return Form(
            visit.say("innovationstrategy.new"), lede: visit.say("innovationstrategy.new-lede"), place: InnovationPath.front, trail: visit.innovationTrail(),
            submit: visit.say("pages.save"), cancel: InnovationPath.front, fields: StrategyFields(visit: visit, strategy: strategy).fields(.frame))
    }

    private static func describe(_ part: StrategyPart) -> @Sendable (Visit) throws -> Form {
        { visit in
            let (id, strategy) = try visit.strategy()
            return Form(
                visit.say("innovationstrategy.part.\(part.rawValue)"), lede: visit.say("innovationstrategy.part.\(part.rawValue)-lede"), place: InnovationPath.front,
                trail: visit.innovationTrail(id), submit: visit.say("pages.save"), cancel: InnovationPath.strategy(id), fields: StrategyFields(visit: visit, strategy: strategy).fields(part)
            ).closed(ifAdopted: id, visit)
        }
    }

    /// All parts in one, as programs fill them in.
    @Sendable static func whole(_ visit: Visit) throws -> Form {
        let strategy = visit.parameters["strategy"] == nil ? Strategy(title: .empty) : try visit.draft().strategy, fields = StrategyFields(visit: visit, strategy: strategy)
        return Form(visit.say("innovationstrategy.new"), place: nil, submit: "", cancel: "", fields: StrategyPart.allCases.flatMap(fields.fields))
    }

    private static func renew(_ visit: Visit) throws -> Form {
        let (id, _) = try visit.strategy(), say = visit.say
        guard visit.innovation.adoption(of: id) != nil else { throw Missing() }
        return Form(
            say("innovationstrategy.renew"), lede: say("innovationstrategy.renew-lede"), place: InnovationPath.front, trail: visit.innovationTrail(id), submit: say("innovationstrategy.renew-it"),
            cancel: InnovationPath.strategy(id), fields: [])
    }

    private static func withdraw(_ visit: Visit) throws -> Form {
        let (id, _) = try visit.draft(), say = visit.say
        return .withdrawing(
            say("innovationstrategy.withdraw"), lede: visit.name(of: id), place: InnovationPath.front, trail: visit.innovationTrail(id), cancel: InnovationPath.strategy(id), say)
    }
}

extension Form {
    /// Who was writing when a body adopted the version gets back what was written, and is told where it can go.
    func closed(ifAdopted id: ID<Strategy>, _ visit: Visit) -> Form {
        guard visit.innovation.adoption(of: id) != nil else { return self }
        var form = self
        form.isClosed = true
        form.preface = group {
            div(.class("notice warn")) {
                p { visit.say("innovationstrategy.adopted-now") }
                p { link(visit.path(InnovationPath.strategy(id, "renew"))) { visit.say("innovationstrategy.renew") } }
            }
            preface
        }
        return form
    }
}

extension StrategyPart {
    /// The last step of its address.
    var address: String { self == .frame ? "edit" : rawValue }
}
