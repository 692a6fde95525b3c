import HashTreeCollections
import Journal
import Methods
import Organisation
import Pages

/// The parts of a whole: what they add up to, each by itself, and what does not count. Of an indicator that this reader may not
/// see nothing is said but that it is there.
struct ProgressParts: Sendable {
    private let visit: Visit
    private let whole: Whole
    private let standings: Standings

    init(_ visit: Visit, _ whole: Whole, _ standings: Standings) {
        self.visit = visit
        self.whole = whole
        self.standings = standings
    }

    private var say: Say { visit.say }
    private var counted: [Whole.Part] { whole.parts.filter(\.isCounted) }
    /// At any depth.
    private var undisclosed: Int {
        whole.leaves.count { !visit.sees($0) && standings.indicators[$0].map { $0.rating != .noData } ?? false }
    }

    /// How the score and the coverage come about, term by term where every term may be read.
    func sum(_ precision: Precision) -> [String] {
        let isOpen = counted.allSatisfy(isShown)
        var all: [String] = []
        if let score = precision.told(whole.rollUp.score) {
            let isExact = precision == .exact && counted.allSatisfy { $0.precision { visit.sees($0) } == .exact }
            all.append(isOpen && isExact ? terms(score) : say("monitoring.progress.mean", ["score": visit.score(score)]))
        }
        if undisclosed > 0 { all.append(say("monitoring.progress.undisclosed", count: undisclosed)) }
        if precision == .rounded { all.append(say("monitoring.progress.rounded")) }
        let weights = ["coverage": say.percent(whole.rollUp.coverage), "least": say.percent(Measuring.leastCoverage)]
        all.append(
            isOpen
                ? say(
                    "monitoring.progress.coverage",
                    weights.merging(["with": weight(counted), "all": weight(whole.parts)]) { one, _ in one })
                : say("monitoring.progress.coverage-only", weights))
        return all
    }

    private func terms(_ score: Double) -> String {
        let terms = counted.map { "\(visit.score($0.child.weight)) × \(visit.score(clamped($0.child.score)))" }.joined(separator: " + ")
        let weights = counted.map { visit.score($0.child.weight) }.joined(separator: " + ")
        return say("monitoring.progress.sum", ["terms": terms, "weights": weights, "score": visit.score(score)])
    }

    private func weight(_ parts: [Whole.Part]) -> String { visit.score(parts.map(\.child.weight).reduce(0, +)) }

    var table: Markup {
        let weights = whole.parts.map(\.child.weight).reduce(0, +)
        return scrollingTable(say("monitoring.parts-caption"), id: "parts") {
            headings([
                (say("monitoring.part"), false), (say("monitoring.sheet.weight"), true), (say("monitoring.share"), true),
                (say("monitoring.score"), true), (say("monitoring.expected"), true), (say("pages.status"), false),
            ])
            tbody { for part in whole.parts where isShown(part) { row(part, of: weights) } }
        }
    }

    /// An objective's figures stand here as they stand on its own page.
    private func row(_ part: Whole.Part, of weights: Double) -> Markup {
        let precision = standings.precision(of: part, toldTo: visit)
        func figure(_ value: Double?) -> String {
            part.isCounted ? precision.told(clamped(value)).map { visit.score($0) } ?? say("monitoring.not-told") : "–"
        }
        return tr {
            th(.scope("row")) { link(visit.path(path(of: part.thing))) { visit.title(of: part.thing) } }
            td(.class("n")) { visit.score(part.child.weight) }
            td(.class("n")) { weights > 0 ? say.percent(part.child.weight / weights) : "–" }
            td(.class("n")) { figure(part.child.score) }
            td(.class("n")) { figure(part.child.expected) }
            td { statusMark(StatusMark(part.child.rating.standing, label: say("pages.status.\(word(of: part, precision))"))) }
        }
    }

    /// Beside a score that is too little for a status.
    private func word(of part: Whole.Part, _ precision: Precision) -> String {
        part.child.rating == .noData && precision.told(part.child.score) != nil ? "too-little" : part.child.rating.word
    }

    /// Who does not count, by name and with the reason.
    @MarkupBuilder var leftOut: Markup {
        let left = whole.parts.filter { !$0.isCounted && isShown($0) }
        let hidden = whole.parts.count { !$0.isCounted && !isShown($0) }
        if !left.isEmpty || hidden > 0 {
            sheet(say("monitoring.left-out")) {
                ul {
                    for part in left {
                        li {
                            link(visit.path(path(of: part.thing))) { visit.title(of: part.thing) }
                            "\(say.language.colon) "
                            part.gap.map { say("monitoring.why.\($0.rawValue)") } ?? say("monitoring.why-below")
                        }
                    }
                    if hidden > 0 { li { say("monitoring.not-disclosed", count: hidden) } }
                }
            }
        }
    }

    private func isShown(_ part: Whole.Part) -> Bool {
        guard case .indicator(let id) = part.thing else { return true }
        return visit.sees(id)
    }

    private func path(of thing: Whole.Thing) -> String {
        switch thing {
        case .indicator(let id): "indicators/\(id)/how"
        case .objective(let id): "progress/\(id)"
        case .perspective(let id): "progress/\(id)"
        }
    }

    private func clamped(_ score: Double?) -> Double { min(max(score ?? 0, 0), 100) }
}
