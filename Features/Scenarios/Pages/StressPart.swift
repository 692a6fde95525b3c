import HashTreeCollections
import Journal
import Methods
import Organisation
import Pages

/// Objectives against scenarios: median, lowest and highest, and from how many; the class of each, how many agree, and what follows.
struct StressPart {
    let visit: Visit
    let figures: StudyFigures

    private var say: Say { visit.say }
    private var four: [ID<Scenario>] { figures.axes?.scenarios ?? [] }

    var sheet: Markup {
        Pages.sheet(say("scenarios.stress"), id: "stress") { body }
    }

    var body: Markup {
        let tested = visit.tested(figures)
        return group {
            if tested.isEmpty {
                p { say("scenarios.no-plan") }
            } else {
                p { say("scenarios.stress-of", ["plan": visit.plain(figures.planTitle)]) }
                p { finding(tested) }
                matrix(tested)
                p(.class("help")) { say("scenarios.stress-how", count: DriverSpread.least) }
                fragile(tested)
                div(.class("actions")) { link(visit.path(ScenarioPath.study(figures.id, "stress.csv")), .class("button quiet")) { say("scenarios.as-table") } }
            }
        }
    }

    private func finding(_ tested: [StudyFigures.Tested]) -> String {
        let counts = StressTest.Verdict.allCases.map { verdict in (verdict, tested.count { $0.test.verdict == verdict }) }, none = tested.count { $0.test.verdict == nil }
        return say.list(counts.map { say("scenarios.count.\($0.0.rawValue)", count: $0.1) } + [none == 0 ? nil : say("scenarios.count.none", count: none)].compactMap { $0 }) + "."
    }

    private func matrix(_ tested: [StudyFigures.Tested]) -> Markup {
        div(.class("heat")) {
            scrollingTable(say("scenarios.matrix-caption"), id: "stress-matrix") {
                thead {
                    tr {
                        th(.scope("col")) { say("scenarios.objective") }
                        for id in four { th(.scope("col")) { visit.link(to: id) } }
                        th(.scope("col")) { say("scenarios.class") }
                    }
                }
                tbody {
                    for item in tested {
                        tr {
                            th(.scope("row")) { visit.link(to: item.id, item.title) }
                            for place in four.indices { cell(item.test, place) }
                            td { verdict(item.test) }
                        }
                    }
                }
            }
        }
    }

    private func cell(_ test: StressTest, _ place: Int) -> Markup {
        guard test.spreads.indices.contains(place), let spread = test.spreads[place] else {
            return td(.class("unknown")) { say("scenarios.cell-few", count: test.counts.indices.contains(place) ? min(test.counts[place], DriverSpread.least) : 0) }
        }
        return td(.class("step\(min(5, max(1, Int(spread.median.rounded()) + 3)))")) {
            strong { element("bdi", []) { say.signed(spread.median) } }
            " "
            small { say("scenarios.cell", ["low": say.signed(Double(spread.low)), "high": say.signed(Double(spread.high)), "n": say.number(spread.count)]) }
        }
    }

    private func verdict(_ test: StressTest) -> Markup {
        group {
            visit.mark(test.verdict)
            if test.verdict != nil {
                " "
                small { say("scenarios.agree", count: test.full, ["same": say.number(test.agreeing)]) }
                if test.hangsOnOne { small { " \(say("scenarios.hangs-on-one"))" } }
            }
        }
    }

    /// Each with the scenarios in which it fails, the reasons that were given, and what follows.
    @MarkupBuilder private func fragile(_ tested: [StudyFigures.Tested]) -> Markup {
        let fragile = tested.filter { $0.test.verdict == .fragile }
        if !fragile.isEmpty {
            h3 { say("scenarios.fragile-ones") }
            ul {
                for item in fragile {
                    li {
                        visit.link(to: item.id, item.title)
                        ". \(visit.failing(item.test, of: four))"
                        reasons(item)
                        if let answer = visit.scenarios.fragilities[figures.id]?[item.id] {
                            ConsequencePart(visit: visit, consequence: answer.consequence).markup
                        } else {
                            p(.class("gap")) { say("scenarios.fragile-unanswered") }
                        }
                        visit.control(.planners, ScenarioPath.stress(figures.id, item.id, "answer"), say("scenarios.answer-fragile"))
                    }
                }
            }
        }
    }

    /// In words of raters, without their names, for those who take part.
    @MarkupBuilder private func reasons(_ item: StudyFigures.Tested) -> Markup {
        let all = visit.viewer.belongs(to: .participants) ? four.flatMap { id in figures.reasons(for: item.id, in: id).map { (id: id, text: $0) } } : []
        if !all.isEmpty {
            details {
                summary { say("scenarios.reasons", count: all.count) }
                ul { for reason in all { li { say.naming(visit.plain(visit.title(of: reason.id)), reason.text.text ?? say("pages.erased")) } } }
            }
        }
    }
}

extension Visit {
    /// Those that this reader may know of.
    func tested(_ figures: StudyFigures) -> [StudyFigures.Tested] { figures.tested.filter { sees($0.id, keptFor: $0.keptFor) } }

    /// By shape, colour and word.
    func mark(_ verdict: StressTest.Verdict?) -> Markup {
        let name =
            switch verdict {
            case .robust: "good"
            case .contingent: "warn"
            case .fragile: "bad"
            case nil: "none"
            }
        return span(.class("state \(name)")) { say("scenarios.verdict.\(verdict?.rawValue ?? "none")") }
    }

    /// *It fails in: …*
    func failing(_ test: StressTest, of four: [ID<Scenario>]) -> String {
        let titles = zip(four, test.spreads).filter { ($0.1?.median ?? 0) < 0 }.map { plain(title(of: $0.0)) }
        return titles.isEmpty ? "" : say("scenarios.fails-in", ["list": say.list(titles)])
    }
}

extension Say {
    /// With its sign, *+1*, *0*, *−0.5*: in front of it from right to left, too.
    func signed(_ value: Double) -> String {
        let text = value > 0 ? "+\(number(value))" : value < 0 ? "−\(number(-value))" : "0"
        return language.isRightToLeft ? "\u{2066}\(text)\u{2069}" : text
    }
}
