import Journal
import Organisation

/// The results chain of an objective (results-based management): what goes in, what is done, what comes out, and what changes by it.
/// The first three are in the organisation's hands; outcomes it influences; to impact it contributes.
struct ResultsChain {
    struct Link {
        let level: Indicator.Level
        var actions: [(id: ID<Action>, action: Action)] = []
        var deliverables: [(id: ID<Deliverable>, deliverable: Deliverable)] = []
        var indicators: [(id: ID<Indicator>, indicator: Indicator)] = []

        var isEmpty: Bool { actions.isEmpty && deliverables.isEmpty && indicators.isEmpty }
    }

    /// From inputs to impact.
    let links: [Link]

    /// - Parameter indicators: those that the reader may see.
    init(
        actions: [(id: ID<Action>, action: Action)], deliverables: [(id: ID<Deliverable>, deliverable: Deliverable)],
        indicators: [(id: ID<Indicator>, indicator: Indicator)]
    ) {
        links = Indicator.Level.allCases.map { level in
            var link = Link(level: level, indicators: indicators.filter { $0.indicator.level == level })
            if level == .activity { link.actions = actions }
            if level == .output { link.deliverables = deliverables }
            return link
        }
    }

    /// Nothing in the middle is normal; nothing at the end is not.
    var lacksOutcome: Bool { links.allSatisfy { !$0.level.isOutcome || $0.indicators.isEmpty } }
}
