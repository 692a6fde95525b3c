import Pages

/// Where one page of a list begins and how long it is, as its address asks; and where the next one is, as its answer says.
struct Paging {
    /// The key after which it goes on; `nil` from the beginning.
    let after: String?
    let limit: Int
    private let api: API
    private let query: [String: String]

    /// - Parameter query: known and well-formed.
    /// - Throws: `cursorUnusable` for a cursor of another list, or of this one under other questions.
    init(_ api: API, _ query: [String: String]) throws(APIProblem) {
        self.api = api
        self.query = query
        limit = query["limit"].flatMap { Int($0) } ?? 50
        guard let text = query["cursor"] else {
            after = nil
            return
        }
        guard let cursor = Cursor(text, for: Paging.list(api, query)) else { throw APIProblem(.cursorUnusable, [.init(parameter: "cursor", "host.api.cursor")]) }
        after = cursor.key
    }

    /// - Parameter next: the key of the last thing, where there are more.
    func response(_ items: [JSON], next: String?) -> WebResponse {
        let address = next.map { key in
            Paging.address(api, query.merging(["cursor": Cursor(after: key).text(for: Paging.list(api, query))]) { _, new in new })
        }
        let headers = address.map { [(name: "Link", value: "<\($0)>; rel=\"next\"")] } ?? []
        return api.represented(["items": .list(items), "next": .of(address)], headers: headers)
    }

    /// The list and its questions, whichever page of it.
    private static func list(_ api: API, _ query: [String: String]) -> String { address(api, query.filter { $0.key != "cursor" && $0.key != "limit" }) }

    /// In one order.
    private static func address(_ api: API, _ query: [String: String]) -> String {
        let all = query.sorted { $0.key < $1.key }.map { "\($0.key)=\(percentEncoded($0.value))" }
        return all.isEmpty ? api.request.rawPath : "\(api.request.rawPath)?\(all.joined(separator: "&"))"
    }
}
