import Organisation
import Pages

/// The description of the API, OpenAPI 3.1, written from the features' manifests: what the program does and what this says are the same.
struct OpenAPI {
    let document: JSON

    init(_ endpoints: [Endpoint], _ resources: [Resource], version: String) {
        document = [
            "openapi": "3.1.0",
            "info": [
                "title": "Portolan", "version": .text(version), "description": .text(OpenAPI.about),
                "license": ["name": "Apache-2.0", "identifier": "Apache-2.0"],
            ],
            "servers": [["url": "/"]],
            "paths": .object(endpoints.map { JSON.Pair("/api/v1/\($0.path)", OpenAPIPath($0).json) }),
            "components": [
                "securitySchemes": [
                    "token": ["type": "http", "scheme": "bearer", "description": "A personal token, made at /account/tokens. It gives what its owner may do today, within its scope."]
                ],
                "schemas": .object(OpenAPI.schemas(resources)), "parameters": .object(OpenAPI.parameters), "headers": OpenAPI.headers,
                "responses": ["Problem": OpenAPI.problem],
            ],
        ]
    }

    private static let about = """
        Organisations of members, their register, plans, indicators and values. Members of objects are in camelCase; lists are objects with `items`; \
        texts of people are objects by language; days are ISO 8601, moments RFC 3339 in UTC. Every error is `application/problem+json` (RFC 9457). \
        Lists are read page by page with `limit` and `cursor`; every answer has a strong ETag. Changes need `If-Match`, new things an `Idempotency-Key`. \
        Cookies are not looked at.
        """

    private static func schemas(_ resources: [Resource]) -> [JSON.Pair] {
        let things = [("Organisation", OrganisationJSON.parts)] + resources.map { ($0.name, $0.parts) }
        let inputs = resources.flatMap { resource in resource.writes.filter { !$0.input.isEmpty }.map { ($0.schemaName(resource), $0.shape.described) } }
        return things.flatMap { name, parts in
            [JSON.Pair(name, Shape.object(parts).described), JSON.Pair("\(name)List", list(of: name))]
        } + inputs.map { JSON.Pair($0.0, $0.1) } + [JSON.Pair("Problem", problemSchema), JSON.Pair("Recorded", recorded)]
    }

    private static func list(of name: String) -> JSON {
        [
            "type": "object",
            "properties": [
                "items": ["type": "array", "items": ["$ref": .text("#/components/schemas/\(name)")], "maxItems": 200],
                "next": ["type": ["string", "null"], "description": "The address of the next page; null on the last."],
            ], "required": ["items", "next"], "additionalProperties": false,
        ]
    }

    private static let recorded: JSON = [
        "type": "object",
        "properties": [
            "recorded": ["type": "integer", "minimum": 0, "description": "How many events were recorded; what stood already is not recorded again."],
            "position": ["type": "integer", "minimum": 0, "description": "The position of the last in the journal."],
        ], "required": ["recorded", "position"], "additionalProperties": false,
    ]

    private static let problemSchema: JSON = [
        "type": "object",
        "properties": [
            "type": ["type": "string", "format": "uri-reference"], "title": ["type": "string"], "status": ["type": "integer"], "detail": ["type": "string"],
            "instance": ["type": "string", "format": "uri-reference", "description": "The number of this answer, for asking whoever runs the server."],
            "errors": [
                "type": "array",
                "items": [
                    "type": "object",
                    "properties": [
                        "pointer": ["type": "string", "description": "Where in what was sent: a JSON pointer."],
                        "parameter": ["type": "string", "description": "Which question in the address."],
                        "code": ["type": "string", "description": "Always the same for the same mistake."],
                        "detail": ["type": "string", "description": "In the language asked for."],
                        "current": ["type": "object", "description": "What stands there, where it is not what you read."],
                    ], "required": ["code", "detail"], "additionalProperties": false,
                ],
            ], "current": ["type": "object", "description": "How the thing stands, where If-Match does not hold."],
        ], "required": ["type", "title", "status", "detail", "instance"],
        "examples": [
            [
                "type": "/api/problems/not-found", "title": "Not found", "status": 404, "detail": "There is nothing at this address, or it is not for you to see.",
                "instance": "urn:uuid:0b5a2a1e-6f1e-4c55-9a35-0f0d3c0c7a11",
            ]
        ],
    ]

    private static let problem: JSON = [
        "description": "Why not: RFC 9457, in the language asked for.",
        "content": ["application/problem+json": ["schema": ["$ref": "#/components/schemas/Problem"]]],
    ]
}
