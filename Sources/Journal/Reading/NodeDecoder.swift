/// Lets a type pick itself from a layout.
///
/// It says no more than that something could not be read: who wants to know why asks `JSONDecoder`.
struct NodeDecoder: Decoder, SingleValueDecodingContainer {
    let reader: EventReader
    let node: Int

    var codingPath: [any CodingKey] { [] }
    var userInfo: [CodingUserInfoKey: Any] { reader.userInfo }

    private var layout: Layout { reader.layout }

    func container<Key: CodingKey>(keyedBy type: Key.Type) throws -> KeyedDecodingContainer<Key> {
        guard layout.nodes[node].kind == .object else { throw Unread() }
        return KeyedDecodingContainer(Members<Key>(reader: reader, node: node))
    }

    func unkeyedContainer() throws -> any UnkeyedDecodingContainer {
        guard layout.nodes[node].kind == .array else { throw Unread() }
        return Elements(reader: reader, node: node)
    }

    func singleValueContainer() -> any SingleValueDecodingContainer { self }

    func decodeNil() -> Bool { layout.isNull(node) }
    func decode(_ type: Bool.Type) throws -> Bool { try found(layout.truth(node)) }
    func decode(_ type: String.Type) throws -> String { try found(layout.text(node)) }
    func decode(_ type: Double.Type) throws -> Double { try found(layout.double(node)) }
    // Its own rounding, which is not that of a double made smaller.
    func decode(_ type: Float.Type) throws -> Float { throw Unread() }
    func decode<Number: FixedWidthInteger & Decodable>(_ type: Number.Type) throws -> Number { try found(layout.integer(node, as: type)) }
    func decode<T: Decodable>(_ type: T.Type) throws -> T { try T(from: self) }

    private func found<T>(_ value: T?) throws -> T {
        guard let value else { throw Unread() }
        return value
    }
}

/// Something is not there, is of another kind, or is left to another reader.
struct Unread: Error {}

/// The members of an object.
private struct Members<Key: CodingKey>: KeyedDecodingContainerProtocol {
    let reader: EventReader
    let node: Int

    var codingPath: [any CodingKey] { [] }

    var allKeys: [Key] {
        if node == 0, let only = reader.onlyName {
            guard let key = Key(stringValue: only) else { return [] }
            return [key]
        }
        let layout = reader.layout, end = layout.nodes[node].next
        var keys: [Key] = [], name = node + 1
        while name < end {
            if let key = layout.text(name).flatMap({ Key(stringValue: $0) }) { keys.append(key) }
            name = layout.nodes[name + 1].next
        }
        return keys
    }

    func contains(_ key: Key) -> Bool { place(of: key) != nil }
    func decodeNil(forKey key: Key) throws -> Bool { try at(key).decodeNil() }
    // Without the way through a decoder of their own: most of what is kept are texts and numbers.
    func decode(_ type: Bool.Type, forKey key: Key) throws -> Bool { try at(key).decode(type) }
    func decode(_ type: String.Type, forKey key: Key) throws -> String { try at(key).decode(type) }
    func decode(_ type: Double.Type, forKey key: Key) throws -> Double { try at(key).decode(type) }
    func decode(_ type: Int.Type, forKey key: Key) throws -> Int { try at(key).decode(type) }
    func decode<T: Decodable>(_ type: T.Type, forKey key: Key) throws -> T { try T(from: at(key)) }

    func decodeIfPresent(_ type: Bool.Type, forKey key: Key) throws -> Bool? { try present(key)?.decode(type) }
    func decodeIfPresent(_ type: String.Type, forKey key: Key) throws -> String? { try present(key)?.decode(type) }
    func decodeIfPresent(_ type: Double.Type, forKey key: Key) throws -> Double? { try present(key)?.decode(type) }
    func decodeIfPresent(_ type: Int.Type, forKey key: Key) throws -> Int? { try present(key)?.decode(type) }
    func decodeIfPresent<T: Decodable>(_ type: T.Type, forKey key: Key) throws -> T? { try present(key).map { try T(from: $0) } }

    func nestedContainer<Nested: CodingKey>(keyedBy type: Nested.Type, forKey key: Key) throws -> KeyedDecodingContainer<Nested> {
        try at(key).container(keyedBy: type)
    }

    func nestedUnkeyedContainer(forKey key: Key) throws -> any UnkeyedDecodingContainer { try at(key).unkeyedContainer() }
    func superDecoder() throws -> any Decoder { throw Unread() }
    func superDecoder(forKey key: Key) throws -> any Decoder { throw Unread() }

    /// `nil` where there is nothing, and where it says that there is nothing.
    private func present(_ key: Key) -> NodeDecoder? {
        place(of: key).flatMap { reader.layout.isNull($0) ? nil : NodeDecoder(reader: reader, node: $0) }
    }

    private func at(_ key: Key) throws -> NodeDecoder {
        guard let place = place(of: key) else { throw Unread() }
        return NodeDecoder(reader: reader, node: place)
    }

    private func place(of key: Key) -> Int? {
        let layout = reader.layout, end = layout.nodes[node].next, sought = key.stringValue
        var name = node + 1
        while name < end {
            if layout.isText(name, sought) { return name + 1 }
            name = layout.nodes[name + 1].next
        }
        return nil
    }
}

/// The elements of an array.
private struct Elements: UnkeyedDecodingContainer {
    let reader: EventReader
    let end: Int
    private var next: Int
    private(set) var currentIndex = 0

    init(reader: EventReader, node: Int) {
        self.reader = reader
        end = reader.layout.nodes[node].next
        next = node + 1
    }

    var codingPath: [any CodingKey] { [] }
    var isAtEnd: Bool { next >= end }

    var count: Int? {
        var count = currentIndex, place = next
        while place < end { (count, place) = (count + 1, reader.layout.nodes[place].next) }
        return count
    }

    mutating func decodeNil() throws -> Bool {
        let isNil = try present().decodeNil()
        if isNil { advance() }
        return isNil
    }

    mutating func decode<T: Decodable>(_ type: T.Type) throws -> T {
        let value = try T(from: present())
        advance()
        return value
    }

    mutating func nestedContainer<Nested: CodingKey>(keyedBy type: Nested.Type) throws -> KeyedDecodingContainer<Nested> {
        let container = try present().container(keyedBy: type)
        advance()
        return container
    }

    mutating func nestedUnkeyedContainer() throws -> any UnkeyedDecodingContainer {
        let container = try present().unkeyedContainer()
        advance()
        return container
    }

    mutating func superDecoder() throws -> any Decoder { throw Unread() }

    private func present() throws -> NodeDecoder {
        guard !isAtEnd else { throw Unread() }
        return NodeDecoder(reader: reader, node: next)
    }

    private mutating func advance() {
        next = reader.layout.nodes[next].next
        currentIndex += 1
    }
}
