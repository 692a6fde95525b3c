import HashTreeCollections
import Journal
import Organisation
import Pages

/// From the signs behind a reason to the version, from it to its initiatives, from these to what of the plans carries them out.
func innovationThread(_ organisation: Organisation) -> Thread {
    let innovation = organisation[Innovation.self]
    var thread = Thread()
    func strand(_ from: Reference, _ to: Reference, _ kind: String, _ audience: Audience) {
        thread.strands.append(Strand(from: from, to: to, kind: "innovationstrategy.strand.\(kind)", audience: audience))
    }
    for (id, strategy) in innovation.strategiesInOrder {
        let reference = Reference(Innovation.self, id), audience = innovation.audience(of: id), figures = innovation.figures(of: id)
        let gaps = innovation.adoption(of: id) == nil ? figures?.gaps.map { "innovationstrategy.gap.\($0.rawValue)" } ?? [] : []
        thread.nodes.append(Node(reference, kind: "innovationstrategy.strategy", code: "", title: strategy.title, path: InnovationPath.strategy(id), audience: audience, gaps: gaps))
        if let plan = strategy.plan { strand(reference, Reference(Plan.self, plan), "serves", audience) }
        for signal in Set(strategy.reasons.flatMap(\.signals)).sorted() { strand(signal, reference, "reason", audience) }
        // Of things that are gone, or not for a reader, the house shows no strand.
        for thing in Set(strategy.crisis.flatMap(\.things)).sorted() { strand(reference, thing, "crisis", audience) }
        let lonely = Set(figures?.unenabled.map(\.id) ?? [])
        for (initiative, described) in innovation.initiatives(of: id) {
            let own = Reference(Innovation.self, initiative)
            thread.nodes.append(
                Node(
                    own, kind: "innovationstrategy.initiative", title: described.title, path: InnovationPath.initiative(initiative), audience: audience,
                    gaps: lonely.contains(initiative) ? ["innovationstrategy.gap.enabler"] : []))
            strand(reference, own, "carried-by", audience)
            for enabler in described.enablers { strand(Reference(Innovation.self, enabler), own, "enables", audience) }
            if let thing = described.thing { strand(own, thing, "done-by", audience) }
        }
    }
    return thread
}

/// Drafts in which something is missing before a body can adopt them.
func innovationTasks(_ visit: Visit) -> [TaskItem] {
    guard Access.planners.admits(visit.viewer) else { return [] }
    let innovation = visit.present[Innovation.self]
    return innovation.strategiesInOrder.compactMap { id, strategy in
        guard innovation.adoption(of: id) == nil, let figures = innovation.figures(of: id), !figures.gaps.isEmpty else { return nil }
        return TaskItem(
            Saying("innovationstrategy.task.incomplete", ["n": .count(figures.gaps.count), "title": .content(strategy.title)]), path: InnovationPath.strategy(id), audience: .planners,
            count: figures.gaps.count)
    }
}

func innovationSearch(_ organisation: Organisation) -> [SearchDocument] {
    let innovation = organisation[Innovation.self]
    let strategies = innovation.strategiesInOrder.map { id, strategy in
        SearchDocument(
            Reference(Innovation.self, id), kind: "innovationstrategy.strategy", title: strategy.title, path: InnovationPath.strategy(id),
            fields: searched(strategy), audience: innovation.audience(of: id),
            form: innovation.adoption(of: id) == nil ? SearchDocument.Form(InnovationPath.strategy(id, "edit")) : nil)
    }
    let initiatives = innovation.initiatives.sorted { $0.key < $1.key }.map { id, initiative in
        SearchDocument(
            Reference(Innovation.self, id), kind: "innovationstrategy.initiative", title: initiative.title, path: InnovationPath.initiative(id),
            fields: [.init("innovationstrategy.field.initiative-text", initiative.text), .init("innovationstrategy.field.explore-because", initiative.exploreBecause)]
                + initiative.positions.map { SearchDocument.Field("innovationstrategy.field.part", $0.part) }, audience: innovation.audience(of: id),
            form: innovation.adoption(of: initiative.strategy) == nil ? SearchDocument.Form(InnovationPath.initiative(id, "edit")) : nil)
    }
    let statements = innovation.statementsInOrder.map { id, statement in
        SearchDocument(
            Reference(Innovation.self, id), kind: "innovationstrategy.statement", title: statement.source, path: "\(InnovationPath.front)#statements",
            fields: [.init("innovationstrategy.field.statement", statement.text)], audience: .everyone, form: nil)
    }
    return strategies + initiatives + statements
}

private func searched(_ strategy: Strategy) -> [SearchDocument.Field] {
    var fields = [SearchDocument.Field("innovationstrategy.field.text", strategy.text)]
    for question in LeadershipAnswers.Question.allCases { fields.append(.init("innovationstrategy.question.\(question.rawValue)", strategy.answers[question])) }
    for reason in strategy.reasons { fields.append(.init("innovationstrategy.reasons", reason.text)) }
    for axis in MapAxis.allCases { for time in MapTime.allCases { fields.append(.init("innovationstrategy.axis.\(axis.rawValue)", strategy.map[axis, time])) } }
    for action in strategy.crisis { fields.append(.init("innovationstrategy.crisis", action.text)) }
    return fields
}

/// What happened, in a sentence.
func tellInnovation(_ event: Innovation.Event, _ organisation: Organisation) -> Told {
    let innovation = organisation[Innovation.self]
    func told(_ key: String, _ about: Reference, _ title: Localized, _ audience: Audience, _ more: [String: Saying.Argument] = [:]) -> Told {
        Told(Saying("innovationstrategy.told.\(key)", more.merging(["title": .content(title)]) { own, _ in own }), about: [about], audience: audience)
    }
    func ofStrategy(_ key: String, _ id: ID<Strategy>, _ more: [String: Saying.Argument] = [:]) -> Told {
        told(key, Reference(Innovation.self, id), innovation.title(of: id), innovation.audience(of: id), more)
    }
    switch event {
    case .strategyDescribed(let id, let strategy):
        let now = innovation.audience(of: id), then = strategy.readers.audience
        return told("described", Reference(Innovation.self, id), strategy.title, now == then ? now : .both(then, now), ["number": .count(strategy.number)])
    case .initiativeDescribed(let id, let initiative):
        // Whoever may read it now reads what it says today; what it said before may have been for few.
        let now = innovation.audience(of: initiative.strategy), then = innovation.strictest[initiative.strategy]?.audience ?? .staff
        return told("initiative", Reference(Innovation.self, id), initiative.title, innovation.initiatives[id] == initiative || now == then ? now : .both(then, now))
    case .initiativeRemoved(let id, let because):
        return told("removed", Reference(Innovation.self, id), innovation.title(of: id), .both(.staff, innovation.audience(of: id)), ["because": .prose(because)])
    case .strategyAdopted(let id, let adoption):
        let body = organisation[Register.self].name(of: adoption.body)
        return ofStrategy("adopted", id, ["body": .content(body), "day": .day(adoption.on), "document": .content(adoption.document)])
    case .adoptionWithdrawn(let id, _, let because):
        return told("adoption-withdrawn", Reference(Innovation.self, id), innovation.title(of: id), .both(.staff, innovation.audience(of: id)), ["because": .prose(because)])
    case .strategyWithdrawn(let id, let because):
        return told("withdrawn", Reference(Innovation.self, id), innovation.title(of: id), .both(.staff, innovation.audience(of: id)), ["because": .prose(because)])
    case .statementRecorded(let id, let statement): return told("statement", Reference(Innovation.self, id), statement.source, .everyone)
    case .statementRemoved(let id, let because):
        let source = (innovation.statements[id] ?? innovation.formerStatements[id])?.source ?? Localized(id.text)
        return told("statement-removed", Reference(Innovation.self, id), source, .everyone, ["because": .prose(because)])
    }
}
