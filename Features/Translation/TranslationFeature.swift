import Organisation
import Pages

/// What is still to be translated: every text of the organisation's, in each of its languages, with how far it may be relied on.
///
/// - Parameter rooms: the features whose things have the texts, handed in where the features are listed.
package func translation(of rooms: [Feature]) -> Feature {
    var feature = Feature(name: "Translation", words: PackageResources.words)
    let states = TextsOfStates()
    feature.routes = [
        .page(Translation.place, .staff, effort: .search) { try await translationPage($0, states) },
        .file("\(Translation.place)/list.csv", .staff) { try translationFile($0, states) },
        .file("\(Translation.place)/list.xlsx", .staff) { try TranslationsExport(states: states, isAsked: true).file(.workbook, for: $0) },
    ]
    feature.translationList = { try translationFile($0, states) }
    feature.navigation = [NavigationEntry(.together, "translation.title", path: Translation.place, audience: .staff, order: 80)]
    feature.imports = [TranslationsImport(of: rooms)]
    feature.exports = [TranslationsExport(states: states, isAsked: false)]
    feature.resources = [TranslationResource.resource(states)]
    return feature
}

private func translationPage(_ visit: Visit, _ states: TextsOfStates) async throws -> Page {
    let page = try TranslationPage(visit, states)
    return page.page(originals: try await EarlierOriginals(visit: visit).found(for: Array(page.shown)))
}

/// Addresses of this feature.
enum Translation {
    static let place = "translations"
}
