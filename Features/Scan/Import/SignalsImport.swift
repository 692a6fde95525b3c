import Exchange
import HashTreeCollections
import Journal
import Organisation
import Pages

/// Signals from a table: a line each, known again by their identifier or, where there is none, by their title.
struct SignalsImport: Importing {
    let name = "signals"
    let title = "scan.import"
    let columns = SignalColumn.allCases.map(\.described)

    static let limits = CSVLimits(bytes: 12 << 20, columns: 60, rows: 20_000, cellBytes: 16 << 10)

    func read(_ bytes: [UInt8], into organisation: Organisation, today: Day) throws(Refusal) -> ImportResult {
        let file = try ImportTable(bytes, for: self, numbers: [SignalColumn.relevance.rawValue], into: organisation, limits: Self.limits)
        var reading = SignalRows(organisation, today: today)
        for row in file.rows { reading.take(row) }
        return file.finished(reading.result)
    }
}

/// The columns of the table of signals.
enum SignalColumn: String, CaseIterable {
    case id, title, text, kind, aspect, seen, regions, horizon, direction, opportunity, impact, likelihood, uncertainty, relevance, novelty, velocity, confidence
    case why = "confidence-because", source, link, read = "read-on", reliability, objectives

    var described: ImportColumn {
        ImportColumn(rawValue, required: self == .title, help: "scan.import.\(rawValue)", example: example, choices: choices)
    }

    private var example: String {
        switch self {
        case .id: "parcels"
        case .title: "Parcels multiply"
        case .text: "Small parcels grow faster than containers."
        case .kind: "trend"
        case .aspect: "economic"
        case .seen, .read: "2026-05-01"
        case .regions: "AC; LI"
        case .horizon: "near"
        case .direction: "both"
        case .opportunity: "Data come before the goods."
        case .impact: "2-4"
        case .likelihood, .novelty: "3"
        case .uncertainty: "4"
        case .relevance: "80"
        case .velocity: "accelerating"
        case .confidence: "medium"
        case .why: "Two reports agree."
        case .source: "Annual report"
        case .link: "https://example.org/report"
        case .reliability: "B"
        case .objectives: "M1: +1; R2: -2"
        }
    }

    private var choices: [String] {
        switch self {
        case .kind: Signal.Kind.allCases.map(\.rawValue.asWords)
        case .horizon: Signal.Horizon.allCases.map(\.rawValue)
        case .direction: Signal.Direction.allCases.map(\.rawValue)
        case .velocity: Signal.Velocity.allCases.map(\.rawValue)
        case .confidence: Signal.Confidence.allCases.map(\.rawValue)
        case .reliability: Evidence.Reliability.allCases.map(\.rawValue)
        default: []
        }
    }
}
