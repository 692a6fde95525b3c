import Exchange
import HashTreeCollections
import Journal
import Organisation
import Pages

/// Entries of a saved feed become signals that nobody has looked at yet; one whose address is known already is not taken again.
struct FeedImport: Importing {
    let name = "feed"
    let title = "scan.feed"
    let columns: [ImportColumn] = []

    /// More entries at once would be looked at by nobody.
    static let mostEntries = 1000

    func read(_ bytes: [UInt8], into organisation: Organisation, today: Day) throws(Refusal) -> ImportResult {
        let feed: Feed
        do { feed = try Feed(bytes, limits: .standard) } catch { throw Refusal(error.key, error.arguments.mapValues(\.asTyped)) }
        if feed.entries.isEmpty { throw Refusal("scan.feed.empty") }
        if feed.entries.count > FeedImport.mostEntries { throw Refusal("scan.feed.too-many", ["most": "\(FeedImport.mostEntries)"]) }
        var reading = FeedReading(feed, organisation, today: today)
        for entry in feed.entries { reading.take(entry) }
        return reading.result
    }
}

/// Entry by entry.
private struct FeedReading {
    private(set) var result = ImportResult()
    private let feed: Feed
    private let scan: Scan
    private let language: Language
    private let today: Day
    private let similar: SimilarSignals
    /// The signal that each address is known from.
    private var known: [String: ID<Signal>] = [:]
    private var taken: [ID<Signal>: Int] = [:]

    private static let longestTitle = 200

    init(_ feed: Feed, _ organisation: Organisation, today: Day) {
        self.feed = feed
        self.today = today
        scan = organisation[Scan.self]
        let spoken = Language(rawValue: String(feed.language.lowercased().prefix(2)))
        language = spoken.flatMap { organisation[Register.self].languages.contains($0) ? $0 : nil } ?? organisation.firstLanguage
        similar = SimilarSignals.of(organisation)
        for (id, signal) in scan.signals { for evidence in signal.evidence { evidence.link.text.map { known[$0] = id } } }
        known[""] = nil
        for (id, signal) in scan.signals { known[FeedReading.name(signal.title.plain(in: language))] = id }
    }

    /// An entry that leads nowhere is known again by its title.
    private static func name(_ title: String) -> String { "title \(FoldedText(title).text)" }

    mutating func take(_ entry: Feed.Entry) {
        let title = shortened((entry.title.isEmpty ? entry.text : entry.title).replacing("\n", with: " "), to: FeedReading.longestTitle, entry.line)
        let key = entry.link.isEmpty ? FeedReading.name(title) : entry.link
        if let standing = known[key] {
            if let line = taken[standing] { return result.refuse(entry.line, Refusal("scan.import.twice", ["line": "\(line)"])) }
            result.same += 1
            return
        }
        guard !title.isEmpty else { return result.refuse(entry.line, Refusal("scan.feed.says-nothing")) }
        let text = shortened(entry.text, to: SignalReading.longestText, entry.line)
        let id = ID<Signal>(free: title, otherwise: ID("feed-\(entry.line)") ?? ID("feed")) { scan.signals[$0] != nil || taken[$0] != nil }
        let on = entry.on.flatMap { $0 <= today ? $0 : nil }
        var signal = Signal(title: Localized(title, language), firstSeen: on ?? today)
        if text != title { signal.text = Localized(text, language) }
        // A feed without a name is known by where it leads, or by what it said.
        let host = entry.link.split(separator: "/").dropFirst().first.map(String.init) ?? title, source = String((feed.title.isEmpty ? host : feed.title).prefix(500))
        signal.evidence = [Evidence(source: Localized(source, language), link: Prose(entry.link), on: on)]
        taken[id] = entry.line
        known[key] = id
        result.new += 1
        result.proposals.append(Proposal(Scan.self, .signalDescribed(id: id, signal)))
        if let near = similar.first(like: "\(title) \(text)") { result.note(entry.line, "scan.feed.similar", ["title": title, "other": near.title.plain(in: language)]) }
        if result.changes.count < ImportChange.shown {
            ImportChange(title, columns: ["title", "seen", "source"], before: nil, after: [CSVCell(title), CSVCell("\(on ?? today)"), CSVCell(source)]).map { result.changes.append($0) }
        }
    }

    private mutating func shortened(_ text: String, to most: Int, _ line: Int) -> String {
        guard text.unicodeScalars.count > most else { return text }
        result.repaired(line, "scan.feed.shortened", ["most": "\(most)"])
        return String(String.UnicodeScalarView(text.unicodeScalars.prefix(most - 1))) + "…"
    }
}
