import Foundation

/// Lets a value write itself at a place of an outline.
struct NodeEncoder: Encoder, SingleValueEncodingContainer {
    let writer: EventWriter
    let node: Int

    var codingPath: [any CodingKey] { [] }
    var userInfo: [CodingUserInfoKey: Any] { writer.userInfo }

    func container<Key: CodingKey>(keyedBy type: Key.Type) -> KeyedEncodingContainer<Key> {
        writer.outline.make(.object, at: node)
        return KeyedEncodingContainer(MembersWritten<Key>(writer: writer, node: node))
    }

    func unkeyedContainer() -> any UnkeyedEncodingContainer {
        writer.outline.make(.array, at: node)
        return ElementsWritten(writer: writer, node: node)
    }

    func singleValueContainer() -> any SingleValueEncodingContainer { self }

    func encodeNil() { write("null") }
    func encode(_ value: Bool) { write(value ? "true" : "false") }
    func encode(_ value: String) { writer.outline.write(at: node) { $0.appendJSON(value) } }
    // Its own shortest form, which is not that of a double.
    func encode(_ value: Float) { writer.outline.leave() }

    func encode(_ value: Double) {
        guard value.isFinite else { return writer.outline.leave() }
        let text = value.description
        write(text.hasSuffix(".0") ? String(text.dropLast(2)) : text)
    }

    func encode<Number: FixedWidthInteger & Encodable>(_ value: Number) { write(String(value)) }

    func encode<T: Encodable>(_ value: T) throws {
        // These `JSONEncoder` writes in a way of its own.
        guard T.self != Data.self, T.self != Date.self, T.self != URL.self, T.self != Decimal.self else { return writer.outline.leave() }
        do { try value.encode(to: self) } catch {
            writer.outline.leave()
            throw error
        }
    }

    private func write(_ text: String) { writer.outline.write(at: node) { $0.append(contentsOf: text.utf8) } }
}

/// The members of an object while they are written.
private struct MembersWritten<Key: CodingKey>: KeyedEncodingContainerProtocol {
    let writer: EventWriter
    let node: Int

    var codingPath: [any CodingKey] { [] }

    func encodeNil(forKey key: Key) { at(key).encodeNil() }
    func encode(_ value: Bool, forKey key: Key) { at(key).encode(value) }
    func encode(_ value: String, forKey key: Key) { at(key).encode(value) }
    func encode(_ value: Double, forKey key: Key) { at(key).encode(value) }
    func encode(_ value: Float, forKey key: Key) { at(key).encode(value) }
    func encode<Number: FixedWidthInteger & Encodable>(_ value: Number, forKey key: Key) { at(key).encode(value) }
    func encode<T: Encodable>(_ value: T, forKey key: Key) throws { try at(key).encode(value) }

    func nestedContainer<Nested: CodingKey>(keyedBy type: Nested.Type, forKey key: Key) -> KeyedEncodingContainer<Nested> { at(key).container(keyedBy: type) }
    func nestedUnkeyedContainer(forKey key: Key) -> any UnkeyedEncodingContainer { at(key).unkeyedContainer() }

    func superEncoder() -> any Encoder { left }
    func superEncoder(forKey key: Key) -> any Encoder { left }

    private var left: any Encoder {
        writer.outline.leave()
        return NodeEncoder(writer: writer, node: node)
    }

    private func at(_ key: Key) -> NodeEncoder { NodeEncoder(writer: writer, node: writer.outline.add(key.stringValue, to: node)) }
}

/// The elements of an array while they are written.
private struct ElementsWritten: UnkeyedEncodingContainer {
    let writer: EventWriter
    let node: Int

    var codingPath: [any CodingKey] { [] }
    var count: Int { writer.outline.count(of: node) }

    func encodeNil() { next.encodeNil() }
    func encode(_ value: Bool) { next.encode(value) }
    func encode(_ value: String) { next.encode(value) }
    func encode(_ value: Double) { next.encode(value) }
    func encode(_ value: Float) { next.encode(value) }
    func encode<Number: FixedWidthInteger & Encodable>(_ value: Number) { next.encode(value) }
    func encode<T: Encodable>(_ value: T) throws { try next.encode(value) }

    func nestedContainer<Nested: CodingKey>(keyedBy type: Nested.Type) -> KeyedEncodingContainer<Nested> { next.container(keyedBy: type) }
    func nestedUnkeyedContainer() -> any UnkeyedEncodingContainer { next.unkeyedContainer() }

    func superEncoder() -> any Encoder {
        writer.outline.leave()
        return next
    }

    private var next: NodeEncoder { NodeEncoder(writer: writer, node: writer.outline.add("", to: node)) }
}
