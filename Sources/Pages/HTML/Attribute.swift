import Organisation

/// One attribute of an element; its value is escaped.
package struct Attribute: Sendable {
    let name: StaticString
    /// `nil` for one that only stands there, such as `required`.
    let value: String?
    let isPresent: Bool

    package init(_ name: StaticString, _ value: String?) {
        self.name = name
        self.value = value
        isPresent = true
    }

    private init(_ name: StaticString, present: Bool) {
        self.name = name
        value = nil
        isPresent = present
    }

    /// One that only stands there, or does not.
    package static func flag(_ name: StaticString, _ present: Bool = true) -> Attribute { Attribute(name, present: present) }

    package static func `class`(_ value: String) -> Attribute { Attribute("class", value) }
    package static func id(_ value: String) -> Attribute { Attribute("id", value) }
    package static func lang(_ value: String) -> Attribute { Attribute("lang", value) }
    package static func dir(_ value: String) -> Attribute { Attribute("dir", value) }
    /// In which language something is, and so in which direction; where nobody knows, its letters decide.
    package static func language(_ language: Language?) -> [Attribute] {
        language.map { [.lang($0.rawValue), .dir($0.isRightToLeft ? "rtl" : "ltr")] } ?? [.dir("auto")]
    }
    package static func role(_ value: String) -> Attribute { Attribute("role", value) }
    package static func label(_ value: String) -> Attribute { Attribute("aria-label", value) }
    package static func labelledBy(_ value: String) -> Attribute { Attribute("aria-labelledby", value) }
    package static func describedBy(_ value: String) -> Attribute { Attribute("aria-describedby", value) }
    package static func hidden() -> Attribute { Attribute("aria-hidden", "true") }
    /// Where one is: the present page, step or place.
    package static func current(_ value: String = "page") -> Attribute { Attribute("aria-current", value) }
    package static func name(_ value: String) -> Attribute { Attribute("name", value) }
    package static func value(_ value: String) -> Attribute { Attribute("value", value) }
    package static func type(_ value: String) -> Attribute { Attribute("type", value) }
    package static func `for`(_ value: String) -> Attribute { Attribute("for", value) }
    package static func title(_ value: String) -> Attribute { Attribute("title", value) }
    package static func scope(_ value: String) -> Attribute { Attribute("scope", value) }
    package static func datetime(_ value: String) -> Attribute { Attribute("datetime", value) }
    package static func span(_ columns: Int) -> Attribute { Attribute("colspan", String(columns)) }

    /// A path on this server, a fragment, or an `http`, `https` or `mailto` address; anything else leads nowhere.
    package static func href(_ address: String) -> Attribute { Attribute("href", isSafe(address) ? address : "#") }

    static func isSafe(_ address: String) -> Bool {
        let bytes = address.utf8
        if bytes.contains(where: { $0 < 0x20 || $0 == 0x5C }) { return false }
        if let first = bytes.first, first == 0x23 || first == 0x3F { return true }
        if bytes.first == 0x2F { return bytes.dropFirst().first != 0x2F }
        return ["http://", "https://", "mailto:"].contains { address.lowercased().hasPrefix($0) }
    }
}
