import Foundation
import Organisation
import Pages

/// One address of the description with its operations.
struct OpenAPIPath {
    let endpoint: Endpoint

    init(_ endpoint: Endpoint) { self.endpoint = endpoint }

    var json: JSON {
        let gaps = endpoint.gaps.map { name -> JSON in
            ["name": .text(name), "in": "path", "required": true, "schema": OpenAPIPath.shape(of: name).schema, "example": .text(OpenAPIPath.examples[name] ?? "so1")]
        }
        return .object(
            (gaps.isEmpty ? [] : [JSON.Pair("parameters", .list(gaps))]) + [JSON.Pair("get", reading)]
                + endpoint.writes.map { JSON.Pair($0.method.lowercased(), changing($0)) })
    }

    private static let examples = ["organisation": "harbours", "member": "fik", "region": "north", "period": "2025", "position": "1", "reference": "plan:r1"]

    private static func shape(of gap: String) -> Shape { gap == "reference" ? .reference : .identifier }

    private var resource: Resource? {
        switch endpoint.place {
        case .organisations, .organisation: nil
        case .list(let resource), .item(let resource): resource
        }
    }

    private var name: String { resource?.name ?? "Organisation" }

    private var isList: Bool {
        switch endpoint.place {
        case .organisations, .list: true
        case .organisation, .item: false
        }
    }

    /// Where things have several kinds of addresses, each has a name of its own.
    private var suffix: String {
        guard case .item(let resource) = endpoint.place, let last = resource.itemPaths.last, resource.itemPaths.count > 1, endpoint.path.hasSuffix(last) else { return "" }
        return "By\((endpoint.gaps.last ?? "").capitalized)"
    }

    // MARK: - Operations

    private var reading: JSON {
        let questions: [JSON] = asked.map { parameter in
            let isShared = resource?.parameters.contains { $0.part.name == parameter.part.name } != true
            return isShared ? OpenAPIPath.shared(parameter.part.name) : parameter.json
        }
        let schema = isList ? "\(name)List" : name, isOpen = resource.map { $0.access == .everyone } ?? true
        let links: [JSON.Pair] = isList ? [OpenAPIPath.header("Link")] : []
        let answers: [JSON.Pair] = [
            JSON.Pair("200", OpenAPIPath.answer(isList ? "The list." : "The thing.", schema, [OpenAPIPath.header("ETag")] + links)),
            JSON.Pair("304", ["description": "What you have is still so."]),
        ]
        return .object(
            operation(
                "\(isList ? "list" : "read")\(name)\(suffix)", resource?.about ?? "Organisations that are shown to everybody, and those in which you have a part.",
                questions + [OpenAPIPath.shared("If-None-Match"), OpenAPIPath.shared("Accept-Language")], answers,
                [400, 401, 403, 404, 406, 412, 422, 429, 500, 503],
                isOpen: isOpen))
    }

    private var asked: [QueryParameter] {
        resource.map { APIReading.parameters(endpoint, $0) } ?? (isList ? [.limit, .cursor] : [])
    }

    private func changing(_ write: Write) -> JSON {
        let schema: String? = write.verb == .remove ? nil : write.verb == .record ? "Recorded" : name
        let receipt = [OpenAPIPath.header("Portolan-Position")] + (schema == nil ? [] : [OpenAPIPath.header("ETag")])
        let done = schema.map { OpenAPIPath.answer("How it stands now.", $0, receipt) } ?? ["description": "Taken back.", "headers": .object(receipt)]
        let new = OpenAPIPath.answer("The new thing.", name, receipt + [OpenAPIPath.header("Location")])
        let answers: [JSON.Pair] =
            switch write.verb {
            case .create: [JSON.Pair("201", new)]
            case .put: [JSON.Pair("200", done), JSON.Pair("201", OpenAPIPath.answer("The new thing.", name, receipt))]
            case .remove: [JSON.Pair("204", done)]
            case .change, .record: [JSON.Pair("200", done)]
            }
        let headers =
            switch write.verb {
            case .create, .record: ["Idempotency-Key"]
            case .put: ["If-Match-or-new", "If-None-Match-new", "Idempotency-Key-if-wished"]
            case .change, .remove: ["If-Match", "Idempotency-Key-if-wished"]
            }
        var pairs = operation(
            "\(write.verb.rawValue)\(name)\(suffix)", "\(write.about) Needs a token of scope \(write.isReporting ? "report or write" : "write").",
            write.parameters.map(\.json) + (headers + ["Accept-Language"]).map(OpenAPIPath.shared), answers,
            [400, 401, 403, 404, 406, 409, 412, 413, 415, 422, 429, 500, 503] + (write.verb == .create ? [] : [428]), isOpen: false)
        if let resource, !write.input.isEmpty {
            pairs.append(
                JSON.Pair(
                    "requestBody",
                    [
                        "required": true,
                        "content": ["application/json": ["schema": ["$ref": .text("#/components/schemas/\(write.schemaName(resource))")]]],
                    ]))
        }
        return .object(pairs)
    }

    private func operation(
        _ id: String, _ about: String, _ parameters: [JSON], _ answers: [JSON.Pair], _ problems: [Int], isOpen: Bool
    ) -> [JSON.Pair] {
        let refused = problems.sorted().map { JSON.Pair(String($0), ["$ref": "#/components/responses/Problem"]) }
        return [
            JSON.Pair("operationId", .text(id)), JSON.Pair("summary", .text(about)), JSON.Pair("tags", [.text(name)]),
            JSON.Pair("parameters", .list(parameters)),
            JSON.Pair("security", isOpen ? [[:], ["token": []]] : [["token": []]]),
            JSON.Pair("responses", .object(answers + refused)),
        ]
    }

    private static func answer(_ about: String, _ schema: String, _ headers: [JSON.Pair]) -> JSON {
        [
            "description": .text(about), "headers": .object(headers),
            "content": ["application/json": ["schema": ["$ref": .text("#/components/schemas/\(schema)")]]],
        ]
    }

    private static func header(_ name: String) -> JSON.Pair { JSON.Pair(name, ["$ref": .text("#/components/headers/\(name)")]) }
    private static func shared(_ name: String) -> JSON { ["$ref": .text("#/components/parameters/\(name)")] }
}
