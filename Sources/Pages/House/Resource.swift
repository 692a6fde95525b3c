import Journal
import Organisation

/// Things of one kind as programs read and write them: what a feature offers under the organisation's address of the API.
///
/// Read through a `Visit`, like a page: what its reader may not see is not there. Written through the decisions of the forms.
package struct Resource: Sendable {
    /// One thing in a list, not yet written out.
    package struct Listed: Sendable {
        /// Its place in the list, which is in the order of these keys' bytes: a thing that comes in between moves none from page to page.
        package var key: String
        package var json: @Sendable () -> JSON
    }

    /// Some things of a list, and the key after which it goes on; `nil` at its end.
    package struct Stretch<Item: Sendable>: Sendable {
        package var items: [Item]
        package var next: String?

        package init(_ items: [Item], next: String?) {
            self.items = items
            self.next = next
        }
    }

    package typealias List = @Sendable (_ visit: Visit, _ after: String?, _ limit: Int) async throws -> Stretch<Listed>

    /// The name of its schema: `Member`.
    package let name: String
    /// What it is, in English, for the API's description.
    package let about: String
    /// Below the organisation's address; `{name}` stands for one segment.
    package let path: String
    /// What stands behind the path for one thing; several where things have addresses of several kinds, empty for a single document.
    package let itemPaths: [String]
    package let access: Access
    package let parts: [Part]
    /// Questions that may be asked besides those of every list.
    package var parameters: [QueryParameter] = []
    /// `nil` for a single document.
    package let list: List?
    /// The thing that the address names; throws `Missing`.
    package let read: @Sendable (Visit) async throws -> JSON
    /// The same where it needs nothing but the organisation as it stands: what can be written is compared in the moment of the decision.
    package let standing: (@Sendable (Visit) throws -> JSON)?
    package var writes: [Write] = []
    /// What the journal records of every reading, as of a route.
    package var reading: (@Sendable (Visit) -> [Proposal])?

    /// - Parameters:
    ///   - list: at most `limit` things whose keys come after one, in the order of their keys.
    ///   - find: the thing that the address names; throws `Missing`.
    package init<Thing: Sendable>(
        _ name: String, _ about: String, path: String, items: [String], _ access: Access, _ properties: [Property<Thing>],
        some list: @escaping @Sendable (_ visit: Visit, _ after: String?, _ limit: Int) async throws -> Stretch<(key: String, thing: Thing)>,
        find: @escaping @Sendable (Visit) async throws -> Thing
    ) {
        self.init(name, about, path: path, items: items, access, properties, find, standing: nil) { visit, after, limit in
            let stretch = try await list(visit, after, limit)
            return Stretch(stretch.items.map { key, thing in Listed(key: key) { properties.json(thing, visit) } }, next: stretch.next)
        }
    }

    /// - Parameter all: everything that the reader may see, in any order.
    package init<Thing: Sendable>(
        _ name: String, _ about: String, path: String, items: [String], _ access: Access, _ properties: [Property<Thing>],
        all: @escaping @Sendable (Visit) throws -> [(key: String, thing: Thing)], find: @escaping @Sendable (Visit) throws -> Thing
    ) {
        self.init(
            name, about, path: path, items: items, access, properties, find, standing: { visit in properties.json(try find(visit), visit) },
            { visit, after, limit in
                let rest = try all(visit).filter { item in after.map { $0.utf8.lexicographicallyPrecedes(item.key.utf8) } ?? true }
                let sorted = rest.sorted { $0.key.utf8.lexicographicallyPrecedes($1.key.utf8) }, page = Array(sorted.prefix(limit))
                let next = sorted.count > page.count ? page.last?.key : nil
                return Stretch(page.map { key, thing in Listed(key: key) { properties.json(thing, visit) } }, next: next)
            })
    }

    /// A single document.
    package init<Thing: Sendable>(
        _ name: String, _ about: String, path: String, _ access: Access, _ properties: [Property<Thing>], find: @escaping @Sendable (Visit) throws -> Thing
    ) {
        self.init(name, about, path: path, items: [], access, properties, find, standing: { visit in properties.json(try find(visit), visit) }, nil)
    }

    private init<Thing: Sendable>(
        _ name: String, _ about: String, path: String, items: [String], _ access: Access, _ properties: [Property<Thing>],
        _ find: @escaping @Sendable (Visit) async throws -> Thing, standing: (@Sendable (Visit) throws -> JSON)?, _ list: List?
    ) {
        self.name = name
        self.about = about
        self.path = path
        self.access = access
        self.list = list
        self.standing = standing
        itemPaths = items
        parts = properties.map(\.part)
        read = { visit in properties.json(try await find(visit), visit) }
    }
}

/// One member of a thing in JSON: how it is read, and, where it may be written, which field of the form it is.
package struct Property<Thing: Sendable>: Sendable {
    package let part: Part
    let input: Input?
    let read: @Sendable (Thing, Visit) -> JSON

    package init(_ name: String, _ shape: Shape, _ about: String, _ input: Input? = nil, read: @escaping @Sendable (Thing, Visit) -> JSON) {
        // What is read is always there, be it null.
        part = Part(name, shape, about, required: true)
        self.input = input
        self.read = read
    }

    package init(_ name: String, _ shape: Shape, _ about: String, _ input: Input? = nil, read: @escaping @Sendable (Thing) -> JSON) {
        self.init(name, shape, about, input) { thing, _ in read(thing) }
    }
}

extension Array {
    package func json<Thing>(_ thing: Thing, _ visit: Visit) -> JSON where Element == Property<Thing> {
        .object(map { JSON.Pair($0.part.name, $0.read(thing, visit)) })
    }

    /// Those that may be written, and what can be said of the translations of their texts.
    package func inputs<Thing>() -> [InputPart] where Element == Property<Thing> {
        let texts: [(name: String, field: String)] = compactMap { property in
            guard case .localized = property.part.shape, let field = property.input?.field else { return nil }
            return (property.part.name, field)
        }
        return compactMap { property in
            property.input.map {
                InputPart(Part(property.part.name, $0.shape ?? property.part.shape, property.part.about, required: $0.isRequired), $0)
            }
        } + (texts.isEmpty ? [] : InputPart.ofTranslations(texts))
    }
}

/// A question in the query of an address.
package struct QueryParameter: Sendable {
    package var part: Part

    package init(_ name: String, _ shape: Shape, _ about: String, required: Bool = false) { part = Part(name, shape, about, required: required) }
}
