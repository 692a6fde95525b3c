import Organisation
import Pages

/// The first page of an organisation: where it stands in a few sentences, and what awaits the reader.
package let overview: Feature = {
    var feature = Feature(name: "Overview", words: words)
    feature.routes = [
        .page("", .everyone, frontPage),
        .page("tasks", .participants, tasksPage),
    ]
    return feature
}()

private let words: [Language: [UInt8]] = [
    .en: PackageResources.en_json, .fr: PackageResources.fr_json, .es: PackageResources.es_json, .ar: PackageResources.ar_json,
    .ru: PackageResources.ru_json, .pt: PackageResources.pt_json,
]
