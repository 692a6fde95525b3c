import Exchange
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
        return say.amount(value, plain(indicator.unit), digits: 2)
    }

    /// A score or a weight.
    func score(_ value: Double) -> String { say.number(value, digits: 2) }

    /// The number alone, where its unit stands above it.
    func bare(_ value: Double) -> String { say.number(value, digits: 2) }

    /// In what an indicator is counted: `%`, `days`; empty where it is a bare number.
    func unit(of indicator: Indicator) -> String { indicator.kind == .percentage ? "%" : plain(indicator.unit) }

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
        Pages.status(whole.map { Progress($0, standings, .statusOnly, explanation: "", audience: .everyone) }, say)
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
        return text.isWebAddress ? link(text) { say("monitoring.evidence") } : Markup(text)
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
