import Journal
import Organisation
import Pages

extension PaperSheet {
    private var say: Say { visit.say }

    /// - Parameters:
    ///   - draft: the paper whose sections may be changed from here.
    ///   - path: where the paper is being read, below the organisation's address.
    func markup(editing draft: ID<Paper>?, at path: String) -> Markup {
        article(.class("paper")) {
            titleBlock
            text(editing: draft)
            annexTable(path)
            p(.class("note")) {
                say("papers.source", ["day": say.day(asOf), "position": say.number(position)])
                if isFinal, visit.isNow {
                    " "
                    link(visit.path(PaperPath.papers, ["known-on": "\(asOf)"])) { say("papers.that-day") }
                }
            }
        }
    }

    private var titleBlock: Markup {
        element("header", []) {
            if let title { p { strong { visit.text(title) } } }
            facts([
                (say("papers.organisation"), visit.register.profile.map { visit.text($0.name) } ?? Markup()),
                (say("papers.plan"), visit.text(plan)),
                (say("papers.field.date"), time(.datetime("\(date)")) { say.day(date) }),
                (
                    say("papers.figures"),
                    Markup(say("papers.source", ["day": say.day(asOf), "position": say.number(position)]))
                ),
            ])
        }
    }

    private func text(editing draft: ID<Paper>?) -> Markup {
        var number = 0, isAmongObjectives = false
        var markup = Markup()
        for section in sections where draft != nil || !section.isLeftOut {
            let isObjective = if case .objective? = section.name { true } else { false }
            if isObjective, !isAmongObjectives { markup.append(h2 { say("papers.section.objectives") }) }
            isAmongObjectives = isObjective
            markup.append(heading(section, isObjective: isObjective))
            if let draft, let name = section.name { markup.append(control(draft, name, section.isLeftOut)) }
            for paragraph in section.paragraphs {
                number += 1
                markup.append(
                    p(.class("numbered")) {
                        span(.class("number")) { "\(say.number(number))." }
                        " "
                        paragraph
                    })
            }
        }
        return markup
    }

    private func heading(_ section: Section, isObjective: Bool) -> Markup {
        isObjective ? h3 { section.title } : h2 { section.title }
    }

    private func control(_ draft: ID<Paper>, _ name: SectionName, _ isLeftOut: Bool) -> Markup {
        let button = visit.control(.planners, PaperPath.paper(draft, "sections/\(name.text)"), say("papers.edit-section"))
        return group {
            if isLeftOut { p(.class("note")) { say("papers.left-out") } }
            if !button.isEmpty { div(.class("actions")) { button } }
        }
    }
}

// MARK: - The annex

extension PaperSheet {
    private static let most = 100

    @MarkupBuilder private func annexTable(_ path: String) -> Markup {
        let shown = visit.query["annex"] == "all" ? annex[...] : annex.prefix(PaperSheet.most)
        h2 { say("papers.annex") }
        if annex.isEmpty {
            p { say("papers.annex-empty") }
        } else {
            scrollingTable(say("papers.annex-caption", count: annex.count), id: "annex") {
                headings([
                    (say("papers.indicator"), false), (say("papers.baseline-and-target"), true),
                ])
                tbody { for row in shown { tr { cells(row) } } }
            }
            if shown.count < annex.count {
                p { link(visit.path(path, ["annex": "all"])) { say("papers.annex-all", count: annex.count) } }
            }
        }
    }

    @MarkupBuilder private func cells(_ row: AnnexRow) -> Markup {
        th(.scope("row")) {
            visit.text(row.title)
            if !row.unit.isEmpty {
                " "
                small { visit.text(row.unit) }
            }
            void("br")
            standing(row)
            if let score = row.score { " "; small { say("papers.scored", ["score": say.number(score, digits: 0)]) } }
        }
        td(.class("n")) {
            if let baseline = row.baseline {
                say.number(baseline.value, digits: 2)
                " "
                small { say.shortDay(baseline.on) }
            } else {
                span(.class("gap")) { say("pages.unknown") }
            }
            void("br")
            aim(row.target?.aim)
            if let target = row.target { " "; small { say.shortDay(target.by) } }
        }
    }

    private func aim(_ aim: Target.Aim?) -> Markup {
        switch aim {
        case nil: span(.class("gap")) { say("papers.no-target") }
        case .toBeDetermined: span(.class("gap")) { say("papers.to-be-determined") }
        case .value(let value): Markup(say.number(value, digits: 2))
        case .range(let low, let high): Markup("\(say.number(low, digits: 2))–\(say.number(high, digits: 2))")
        case .text(let prose):
            prose.text.map { text in element("bdi", []) { text } } ?? span(.class("erased")) { say("pages.erased") }
        }
    }

    private func standing(_ row: AnnexRow) -> Markup {
        let progress = row.status.flatMap { Progress.Status(rawValue: $0) }.map {
            Progress(
                status: $0, isStale: row.isStale, score: row.score, coverage: 0, counted: 0, of: 0, explanation: "", audience: .everyone)
        }
        return status(progress, say)
    }
}
