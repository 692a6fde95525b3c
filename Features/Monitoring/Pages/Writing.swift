import HashTreeCollections
import Journal
import Methods
import Organisation
import Pages

/// How amounts, targets and standings are written for a reader.
extension Visit {
    /// `41.2%`, `3 days`: as many digits as help, never more than two after the mark.
    func amount(_ value: Double, _ indicator: Indicator) -> String {
        if indicator.kind == .percentage { return say.percent(value / 100, digits: 2) }
        let number = say.number(value, digits: 2)
        return indicator.unit.isEmpty ? number : "\(number)\u{A0}\(plain(indicator.unit))"
    }

    func aim(_ target: Target, _ indicator: Indicator) -> String {
        switch target.aim {
        case .value(let value): amount(value, indicator)
        case .range(let low, let high):
            say("monitoring.range", ["low": amount(low, indicator), "high": amount(high, indicator)])
        case .text(let prose): prose.text ?? say("pages.erased")
        case .toBeDetermined: say("monitoring.to-be-determined")
        }
    }

    /// The value itself: a number, a text, or how a text was judged.
    func shown(_ actual: Actual, _ indicator: Indicator) -> String {
        if let amount = actual.amount { return self.amount(amount, indicator) }
        if let text = actual.text { return text.text ?? say("pages.erased") }
        return actual.judgement.map { say("monitoring.verdict.\(Verdict($0.met).rawValue)") } ?? "–"
    }

    func fromHowMany(_ counted: Int, _ of: Int) -> String {
        say("monitoring.from", ["counted": say.number(counted), "of": say.number(of)])
    }

    func mark(_ measurement: Measurement) -> Markup {
        Pages.status(Progress(measurement, explanation: "", audience: .everyone), say)
    }

    func mark(_ whole: Whole?, _ standings: Standings) -> Markup {
        Pages.status(whole.map { Progress($0, standings, explanation: "", audience: .everyone) }, say)
    }

    var isRightToLeft: Bool { language.isRightToLeft }

    /// “SO1 Faster clearance”.
    func title(_ code: String, _ content: Localized) -> String { code.isEmpty ? plain(content) : "\(code) \(plain(content))" }

    func title(of thing: Whole.Thing) -> String {
        switch thing {
        case .indicator(let id): plan.indicators[id].map { title($0.code, $0.title) } ?? id.text
        case .objective(let id): plan.objectives[id].map { title($0.code, $0.title) } ?? id.text
        case .perspective(let id): plan.perspectives[id].map { plain($0.name) } ?? id.text
        }
    }

    /// A table of facts that can be downloaded, or nothing.
    func evidence(_ text: String) -> Markup {
        guard !text.isEmpty else { return Markup() }
        let isAddress = text.hasPrefix("https://") || text.hasPrefix("http://")
        return isAddress ? link(text) { say("monitoring.evidence") } : Markup(text)
    }
}

extension Rating {
    var standing: Standing {
        switch self {
        case .onTrack: .onTrack
        case .atRisk: .atRisk
        case .offTrack: .offTrack
        case .noData: .noData
        }
    }

    /// As it stands in addresses and keys of words.
    var word: String {
        switch self {
        case .onTrack: "on-track"
        case .atRisk: "at-risk"
        case .offTrack: "off-track"
        case .noData: "no-data"
        }
    }
}

/// One page of a long list, and the way to the others.
struct Paging: Sendable {
    static let size = 50

    let page: Int
    let pages: Int

    init(count: Int, asked: String?) {
        pages = max(1, (count + Paging.size - 1) / Paging.size)
        page = min(max(asked.flatMap(Int.init) ?? 1, 1), pages)
    }

    func part<Thing>(of things: [Thing]) -> ArraySlice<Thing> { things.dropFirst((page - 1) * Paging.size).prefix(Paging.size) }

    func markup(_ visit: Visit, path: String) -> Markup {
        guard pages > 1 else { return Markup() }
        func address(_ page: Int) -> String {
            visit.path(path, visit.query.filter { $0.key != "page" }.merging(page > 1 ? ["page": "\(page)"] : [:]) { _, new in new })
        }
        return nav(.class("pager"), .label(visit.say("monitoring.pages"))) {
            if page > 1 { link(address(page - 1), .init("rel", "prev")) { visit.say("monitoring.previous") } }
            span(.current()) { visit.say("monitoring.page", ["page": visit.say.number(page), "pages": visit.say.number(pages)]) }
            if page < pages { link(address(page + 1), .init("rel", "next")) { visit.say("monitoring.next") } }
        }
    }
}
