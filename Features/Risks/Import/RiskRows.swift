import Exchange
import HashTreeCollections
import Journal
import Organisation
import Pages

/// Line by line: what is new, what changes, what is the same, and what is refused with its reason.
struct RiskRows {
    private(set) var result = ImportResult()
    private let risks: Risks
    private let language: Language
    private let today: Day
    private var cells: RiskCells
    /// By its plain title in the organisation's first language.
    private var known: [String: ID<Risk>] = [:]
    private var taken: [ID<Risk>: Int] = [:]

    init(_ organisation: Organisation, today: Day) {
        risks = organisation[Risks.self]
        language = organisation.firstLanguage
        self.today = today
        cells = RiskCells(organisation, today: today)
        for (id, risk) in risks.risks.sorted(by: { $0.key < $1.key }) { known[risk.title.plain(in: language).asCell] = id }
    }

    mutating func take(_ row: CSVTable.Row) {
        do throws(Refusal) {
            guard let title = try row.text(RiskColumn.title.rawValue, max: 200) else { throw .blank(RiskColumn.title.rawValue) }
            let asked: ID<Risk>? = try row.id(RiskColumn.id.rawValue)
            let id =
                asked ?? known[title]
                ?? ID(free: title, otherwise: ID("risk-\(row.line)") ?? ID("risk")) { risks.risks[$0] != nil || risks.former[$0] != nil || taken[$0] != nil }
            if let asked, risks.former[asked] != nil, risks.risks[asked] == nil { throw Refusal("risks.import.not-this-id", field: RiskColumn.id.rawValue) }
            if let line = taken[id] { throw Refusal("risks.import.twice", ["line": "\(line)"], field: RiskColumn.title.rawValue) }
            if risks.isClosed(id) {
                result.note(row.line, "risks.import.closed", ["title": title])
                result.same += 1
                return
            }
            let before = risks.risks[id], made = cells.proposals.count
            let risk: Risk, rating: (RiskRating, on: Day)?
            do throws(Refusal) {
                risk = try cells.risk(row, title, before)
                rating = try cells.rating(row)
            } catch {
                cells.forget(after: made)
                throw error
            }
            for proposal in cells.proposals.dropFirst(made) {
                result.proposals.append(proposal.proposal)
                result.note(nil, "risks.import.made", ["title": proposal.title])
            }
            taken[id] = row.line
            known[title] = id
            count(id, before, risk, rating)
        } catch { result.refuse(row.line, error) }
    }

    private mutating func count(_ id: ID<Risk>, _ before: Risk?, _ risk: Risk, _ rating: (RiskRating, on: Day)?) {
        let isRated = rating.map { rating in
            (risks.ratings[id] ?? []).contains { given in
                given.on == rating.on && given.rating.inherent == rating.0.inherent && given.rating.residual == rating.0.residual && given.rating.target == rating.0.target
                    && given.rating.because.plain(in: language).asCell == rating.0.because.plain(in: language).asCell
            }
        }
        guard before != risk || isRated == false else {
            result.same += 1
            return
        }
        if before == nil { result.new += 1 } else { result.changed += 1 }
        if before != risk { result.proposals.append(Proposal(Risks.self, .riskDescribed(id: id, risk))) }
        if let rating, isRated == false { result.proposals.append(Proposal(Risks.self, .riskRated(id: id, rating.0), on: rating.on)) }
        guard result.changes.count < ImportChange.shown else { return }
        func cells(_ risk: Risk, _ rating: RiskRating?) -> [CSVCell] {
            [CSVCell(risk.title.plain(in: language)), CSVCell(risk.event.plain(in: language)), CSVCell(rating.map { "\($0.residual.likelihood)" }), CSVCell(rating.map { "\($0.residual.impact)" })]
        }
        let last = risks.ratings[id]?.last?.rating, columns = [RiskColumn.title, .event, .residualLikelihood, .residualImpact].map(\.rawValue)
        ImportChange(risk.title.plain(in: language), columns: columns, before: before.map { cells($0, last) }, after: cells(risk, rating?.0 ?? last)).map { result.changes.append($0) }
    }
}
