import Organisation
import Pages

/// One box that finds everything the reader may see, in every language, and says where it was found.
package let search: Feature = {
    var feature = Feature(name: "Search", words: PackageResources.words)
    let indexes = SearchIndexes()
    feature.routes = [.page(Search.place, .everyone, effort: .search) { visit in SearchPage(visit, indexes).page }]
    feature.searchPage = Search.place
    return feature
}()

/// Addresses of this feature.
enum Search {
    static let place = "search"
}
