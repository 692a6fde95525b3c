import HashTreeCollections
import Journal
import Organisation

/// All features together. The house never asks which feature it is talking to.
package struct House: Sendable {
    package let features: [Feature]
    package private(set) var catalogue: Catalogue
    private let tellings: [String: any AnyTelling]
    private let documentsOfStates = Kept<StateKey, [SearchDocument]>(capacity: 4)
    private let threads = Kept<StateKey, Thread>(capacity: 8)
    private let findingsOfStates = Kept<StateKey, [Finding]>(capacity: 8)
    private let progresses = Kept<StateKey, [Reference: Progress]>(capacity: 8)
    /// Each of some tens of kilobytes.
    private(set) var commonParts = Kept<CommonKey, CommonPart>(capacity: 48)

    package init(_ features: [Feature], words: [[Language: [UInt8]]] = []) throws {
        self.features = features
        var catalogue = Catalogue()
        for room in [Self.ownWords] + words + features.map(\.words) { try catalogue.add(room) }
        self.catalogue = catalogue
        tellings = Dictionary(features.flatMap(\.tellings).map { ($0.chapter, $0) }) { first, _ in first }
    }

    /// The same house speaking the pseudo-locale, for tests of its pages.
    package var inStretchedWords: House {
        var copy = self
        copy.catalogue = catalogue.stretched
        copy.commonParts = Kept(capacity: 1)
        return copy
    }

    /// The chapters of the base and of every feature, in a stable order.
    package var chapters: [any Chapter.Type] { [Register.self, Grants.self, Plan.self, Values.self] + features.flatMap(\.chapters) }

    package var routes: [Route] { features.flatMap(\.routes) }

    /// What programs may read and write, in the order of their addresses.
    package var resources: [Resource] { features.flatMap(\.resources).sorted { $0.path < $1.path } }

    package var imports: [any Importing] { features.flatMap(\.imports) }

    package var exports: [any Exporting] { features.flatMap(\.exports) }

    package var documents: [any DocumentExporting] { features.flatMap(\.documents) }

    /// What is to be translated, as a table; `nil` where no feature lists it.
    package var translationList: (@Sendable (Visit) throws -> File)? { features.lazy.compactMap(\.translationList).first }

    /// The report of an import as something to record with it; `nil` where no feature keeps reports.
    package func report(of result: ImportResult, kind: String, fileName: String, id: String) -> Proposal? {
        features.lazy.compactMap(\.keepReport).first.map { $0(kind, fileName, result, id) }
    }

    /// - Parameter organisation: as it stands now, for names and for who may know.
    package func told(_ entry: Entry, in organisation: Organisation) -> Told? { tellings[entry.record.chapter]?.told(entry, organisation) }

    /// Chapters whose long events name a thing and are not about it.
    package func chaptersPassing(_ thing: Reference, in organisation: Organisation) -> [String] {
        tellings.values.filter { $0.passes(thing, organisation) }.map(\.chapter).sorted()
    }

    /// Everything on the golden thread that a viewer may see.
    package func thread(of organisation: Organisation, for viewer: Viewer) -> Thread {
        let whole = thread(of: organisation), nodes = whole.nodes.filter { viewer.belongs(to: $0.audience) }
        let known = Set(nodes.map(\.reference))
        return Thread(nodes: nodes, strands: whole.strands.filter { viewer.belongs(to: $0.audience) && known.contains($0.from) && known.contains($0.to) })
    }

    /// For whoever it is for.
    private func thread(of organisation: Organisation) -> Thread {
        threads.value(of: organisation) { organisation in
            let parts = features.map { $0.thread(organisation) }
            return Thread(nodes: parts.flatMap(\.nodes), strands: parts.flatMap(\.strands))
        }
    }

    /// What stands on the thread, or was withdrawn from it, and is not for this viewer.
    package func withheld(of organisation: Organisation, from viewer: Viewer) -> Set<Reference> {
        let plan = organisation[Plan.self]
        let standing = thread(of: organisation).nodes.filter { !viewer.belongs(to: $0.audience) }.map(\.reference)
        let former = plan.former.keys.filter { plan.formerAudience(of: $0).map { !viewer.belongs(to: $0) } ?? false }
        return Set(standing + former)
    }

    /// Everything that can be found, for whoever it is for: see `Visit.reach`.
    package func documents(of organisation: Organisation) -> [SearchDocument] {
        documentsOfStates.value(of: organisation) { organisation in features.flatMap { $0.search(organisation) } }
    }

    package func findings(on organisation: Organisation, for viewer: Viewer) -> [Finding] {
        let all = findingsOfStates.value(of: organisation) { organisation in
            features.flatMap { $0.findings(organisation) }.sorted { $0.gravity < $1.gravity }
        }
        return all.filter { viewer.belongs(to: $0.audience) }
    }

    package func progress(of organisation: Organisation) -> [Reference: Progress] {
        progresses.value(of: organisation) { organisation in
            features.reduce(into: [:]) { all, feature in all.merge(feature.progress(organisation)) { first, _ in first } }
        }
    }

    /// Of the past, for those who might know it then and may know it today.
    package func progress(of past: Organisation, heldAgainst today: Organisation) -> [Reference: Progress] {
        let now = progress(of: today)
        return Dictionary(
            uniqueKeysWithValues: progress(of: past).map { reference, progress in
                var progress = progress
                if let audience = now[reference]?.audience ?? today[Plan.self].formerAudience(of: reference), audience != progress.audience { progress.audience = .both(progress.audience, audience) }
                return (reference, progress)
            })
    }

    package func tasks(for visit: Visit) -> [TaskItem] {
        features.flatMap { $0.tasks(visit) }.filter { visit.viewer.belongs(to: $0.audience) }
            .sorted { ($0.due ?? Day(number: .max), $0.path) < ($1.due ?? Day(number: .max), $1.path) }
    }

    package func overview(for visit: Visit) async throws -> [OverviewPart] {
        var all: [OverviewPart] = []
        for feature in features { all += try await feature.overview(visit) }
        return inOrder(all, for: visit)
    }

    package func aspects(of reference: Reference, for visit: Visit) -> [OverviewPart] {
        inOrder(features.flatMap { $0.aspects(reference, visit) }, for: visit)
    }

    private func inOrder(_ parts: [OverviewPart], for visit: Visit) -> [OverviewPart] {
        let all = parts.filter { visit.viewer.belongs(to: $0.audience) }
        return all.enumerated().sorted { ($0.element.order, $0.offset) < ($1.element.order, $1.offset) }.map(\.element)
    }

    private static var ownWords: [Language: [UInt8]] {
        [
            .en: PackageResources.en_json, .fr: PackageResources.fr_json, .es: PackageResources.es_json, .ar: PackageResources.ar_json,
            .ru: PackageResources.ru_json, .pt: PackageResources.pt_json,
        ]
    }
}
