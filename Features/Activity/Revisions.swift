import Journal
import Organisation
import Pages

/// What some events were before: looked up together, for a page shows many.
extension Visit {
    /// The same happenings, each with what it made of the description before it, as far as this reader may see that one.
    ///
    /// Of each chapter the newest descriptions before the last of them are read once. What was described longer ago than that stays as it is
    /// told by itself, and known as such.
    func revised(_ happenings: [Happening]) async throws -> [Happening] {
        var revised = happenings
        for (chapter, places) in Dictionary(grouping: happenings.indices.filter { happenings[$0].readsByWhatItReplaced }, by: { happenings[$0].entry.record.chapter }) {
            let search = EarlierDescriptions(chapter, places.map { happenings[$0] })
            let found = try await search.found(in: entriesRead, tell: happening, chapters: present.chapters)
            for place in places {
                revised[place].revision = found.revisions[happenings[place].position]
                revised[place].isBeyondLookBack = found.beyond.contains(happenings[place].position)
            }
        }
        return revised
    }
}

/// The search for what the descriptions of a chapter replaced.
struct EarlierDescriptions {
    private let chapter: String
    private let waiting: [Happening]

    private static let batch = 200
    /// So many of a chapter are looked through for one page.
    private let most: Int

    init(_ chapter: String, _ waiting: [Happening], most: Int = 1_600) {
        self.chapter = chapter
        self.waiting = waiting
        self.most = most
    }

    /// By position.
    struct Found: Equatable {
        var revisions: [Int: Revision] = [:]
        /// What these replaced stands further back than was looked through.
        var beyond: Set<Int> = []
    }

    func found(
        in read: @escaping (EntrySelection) async throws -> [Entry], tell: (Entry) -> Happening?, chapters: [any Chapter.Type]
    ) async throws -> Found {
        var selection = self.selection, count = 0, bytes = 0
        var open = Dictionary(grouping: waiting) { EarlierDescriptions.key(of: $0) }
        var found = Found()
        selection.leavesLongOut = true
        while !open.isEmpty, count < most, bytes < WholeEntries.mostOfPage {
            let earlier = try await read(selection)
            count += earlier.count
            selection.before = earlier.first?.record.position ?? selection.before
            let sought = bytes
            try await WholeEntries(selection: selection, read: read).each(earlier.reversed()) { entry, before in
                bytes = sought + before
                if open.isEmpty || bytes >= WholeEntries.mostOfPage { return false }
                guard let other = tell(entry), let later = open[EarlierDescriptions.key(of: other)] else { return true }
                let (answered, rest) = later.split { $0.position > other.position && $0.isAboutTheSame(as: other) }
                for happening in answered { found.revisions[happening.position] = Revision(of: happening, after: [other], chapters) }
                open[EarlierDescriptions.key(of: other)] = rest.isEmpty ? nil : rest
                return true
            }
            if earlier.count < EarlierDescriptions.batch, bytes < WholeEntries.mostOfPage {
                for happening in open.values.joined() { found.revisions[happening.position] = .beginning }
                return found
            }
        }
        found.beyond = Set(open.values.joined().map(\.position))
        return found
    }

    /// The descriptions before the last of them; of one alone only those that name what it is about.
    private var selection: EntrySelection {
        EntrySelection(
            chapter: chapter, events: Set(waiting.map(\.entry.record.event)).sorted(), naming: waiting.count == 1 ? waiting.first?.told.about.first?.id : nil,
            before: waiting.map(\.position).max(), newest: EarlierDescriptions.batch)
    }

    private static func key(of happening: Happening) -> [String] { [happening.entry.record.event, happening.told.describing?.thing ?? ""] }
}

extension Happening {
    /// Of several values that came at once the sentence never says what they replaced.
    fileprivate var readsByWhatItReplaced: Bool {
        guard let describing = told.describing else { return false }
        return describing.values.map { $0.count == 1 } ?? true
    }

    /// Whether an earlier event described the same: of single values, any of those that this one says.
    func isAboutTheSame(as other: Happening) -> Bool {
        guard let mine = told.describing, let theirs = other.told.describing else { return false }
        guard entry.record.chapter == other.entry.record.chapter, entry.record.event == other.entry.record.event, mine.thing == theirs.thing else { return false }
        return mine.values.map { values in values.keys.contains { theirs.values?[$0] != nil } } ?? true
    }
}

extension Revision {
    /// What an event made of those before it; `nil` where several values came at once, or the one that came is what stood.
    ///
    /// - Parameter earlier: about the same, the newest first.
    init?(of happening: Happening, after earlier: [Happening], _ chapters: [any Chapter.Type]) {
        guard let values = happening.told.describing?.values else {
            guard let old = earlier.first.flatMap({ plainEvent($0.entry, chapters) }), let new = plainEvent(happening.entry, chapters) else { return nil }
            self = .change(Difference(from: old, to: new))
            return
        }
        guard values.count == 1, let value = values.first,
            let before = earlier.lazy.compactMap({ $0.told.describing?.values?[value.key] }).first, before != value.value
        else { return nil }
        self = .correction(before: before)
    }
}

extension [Happening] {
    fileprivate func split(_ belongs: (Happening) -> Bool) -> (yes: [Happening], no: [Happening]) { (filter(belongs), filter { !belongs($0) }) }
}
