import HashTreeCollections
import Journal
import Methods
import Organisation
import Pages

/// Which signals tell of much the same as a text that somebody writes: so that the same is not reported twice.
struct SimilarSignals: Sendable {
    struct Found: Sendable {
        let id: ID<Signal>
        let title: Localized
        /// 0 to 1.
        let likeness: Double
        /// Nearly the same words with the opposite meaning, as far as words tell.
        let isContrary: Bool
    }

    /// Each language of a signal is a text of its own: together they would be like none.
    private let owners: [(id: ID<Signal>, title: Localized)]
    private let texts: SimilarTexts

    /// Of those that stand by themselves; what was merged is found as what it went into.
    init(_ scan: Scan) {
        var owners: [(id: ID<Signal>, title: Localized)] = [], folded: [String] = []
        for (id, signal) in scan.signals.sorted(by: { $0.key < $1.key }) {
            let successor = scan.successor(of: id)
            for wording in signal.wordings {
                owners.append((successor, scan.signals[successor]?.title ?? signal.title))
                folded.append(SimilarSignals.folded(wording.whole))
            }
        }
        self.owners = owners
        texts = SimilarTexts(folded)
    }

    /// The likest first, each signal once.
    /// - Parameter but: a signal that is not to be found: the one that is being written.
    func like(_ text: String, but: ID<Signal>? = nil, most: Int = 5, least: Double = SimilarTexts.notable) -> [Found] {
        let own = but.map { but in Set(owners.indices.filter { owners[$0].id == but }) } ?? []
        var found: [Found] = [], seen: Set<ID<Signal>> = []
        for match in texts.similar(to: SimilarSignals.folded(text), excluding: own, most: most * 6) {
            // What says the opposite in the same words is worth knowing too.
            guard match.likeness >= least || match.isContrary, seen.insert(owners[match.index].id).inserted else { continue }
            found.append(Found(id: owners[match.index].id, title: owners[match.index].title, likeness: match.likeness, isContrary: match.isContrary))
        }
        return Array(found.prefix(most))
    }

    /// The likest one that says nearly the same.
    func first(like text: String) -> Found? { like(text, most: 1, least: SimilarTexts.nearlySame).first { !$0.isContrary } }

    /// What something is about is said at its beginning.
    private static func folded(_ text: String) -> String { FoldedText(String(text.unicodeScalars.prefix(1200))).text }
}

extension Signal {
    struct Wording {
        let title: String, text: String
        var whole: String { "\(title) \(text)" }
    }

    /// What it says, language by language.
    var wordings: [Wording] { title.texts.keys.sorted().map { Wording(title: title.texts[$0]?.text ?? "", text: text.texts[$0]?.text ?? "") } }
}

extension SimilarSignals {
    /// Read once for all who ask in the same state.
    static func of(_ organisation: Organisation) -> SimilarSignals { kept.value(of: organisation) { SimilarSignals($0[Scan.self]) } }

    private static let kept = Kept<StateKey, SimilarSignals>(capacity: 4)
}

extension Visit {
    /// Only for those who take part: it knows signals that are not public.
    var similarSignals: SimilarSignals { SimilarSignals.of(organisation) }
}
