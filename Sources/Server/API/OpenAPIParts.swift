import Organisation
import Pages

/// What many operations of the description share.
extension OpenAPI {
    static var parameters: [JSON.Pair] {
        ([.limit, .cursor] + QueryParameter.days).map { JSON.Pair($0.part.name, $0.json) } + [
            JSON.Pair("Accept-Language", header("Accept-Language", "In which of en, fr, es, ar, ru, pt sentences and problems are written.", ["type": "string"])),
            JSON.Pair("If-None-Match", header("If-None-Match", "Nothing is sent where the answer still has one of these tags: 304.", ["type": "string"])),
            JSON.Pair("If-Match", header("If-Match", "The ETag that you read: what has changed since is not overwritten.", ["type": "string"], isRequired: true)),
            JSON.Pair("If-Match-or-new", header("If-Match", "The ETag that you read, to replace what is there.", ["type": "string"])),
            JSON.Pair("If-None-Match-new", header("If-None-Match", "For a new thing, instead of If-Match.", ["type": "string", "enum": ["*"]])),
            JSON.Pair("Idempotency-Key", header("Idempotency-Key", key, keySchema, isRequired: true)),
            JSON.Pair("Idempotency-Key-if-wished", header("Idempotency-Key", key, keySchema)),
        ]
    }

    private static let key = "Of your choice, another for each wish: the same request sent again with it is answered as the first and not counted twice."
    private static let keySchema: JSON = ["type": "string", "pattern": "^[A-Za-z0-9._:-]{1,100}$"]

    private static func header(_ name: String, _ about: String, _ schema: JSON, isRequired: Bool = false) -> JSON {
        ["name": .text(name), "in": "header", "description": .text(about), "required": .flag(isRequired), "schema": schema]
    }

    static let headers: JSON = [
        "ETag": ["description": "A strong validator of what is sent.", "schema": ["type": "string"]],
        "Link": ["description": "RFC 8288: `rel=\"next\"` where there is more.", "schema": ["type": "string"]],
        "Location": ["description": "The address of the new thing.", "schema": ["type": "string", "format": "uri-reference"]],
        "Portolan-Position": ["description": "The receipt: the position of the last event in the journal.", "schema": ["type": "string", "pattern": "^[0-9]+$"]],
    ]
}

extension QueryParameter {
    /// As a parameter of an operation.
    var json: JSON {
        let pairs: [JSON.Pair] = [
            .init("name", .text(part.name)), .init("in", "query"), .init("description", .text(part.about)), .init("required", .flag(part.isRequired)),
            .init("schema", part.name == "cursor" ? Cursor.schema : part.shape.schema),
        ]
        // A cursor is taken from the page before, never made up.
        return .object(pairs + (part.name == "cursor" ? [] : [.init("example", part.shape.example)]))
    }
}

extension Shape {
    /// Its schema with an example of the whole.
    var described: JSON {
        guard case .object(let pairs) = schema else { return schema }
        return .object(pairs + [JSON.Pair("examples", .list([example]))])
    }
}

extension Write {
    /// The name of the schema of what is sent.
    func schemaName(_ resource: Resource) -> String {
        switch verb {
        case .create: "New\(resource.name)"
        case .record: "\(resource.name)Batch"
        case .change: "\(resource.name)Change"
        case .put, .remove: "\(resource.name)Put"
        }
    }
}
