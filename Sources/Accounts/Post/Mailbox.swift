/// A person as mail names them: what they are called, and an address.
package struct Mailbox: Equatable, Sendable {
    package let name: String
    package let address: String

    /// Why something cannot go into a mail.
    package enum Problem: Error, Equatable { case control, address }

    /// - Throws: where a line break, NUL or another control character would end the header or begin another, or where the address is none.
    package init(name: String, address: String) throws(Problem) {
        guard !Mailbox.holdsControls(name), !Mailbox.holdsControls(address) else { throw .control }
        guard SignIn.looksLikeAddress(address) else { throw .address }
        self.name = name
        self.address = address
    }

    /// C0 and C1 controls with CR, LF and NUL among them, and the two line separators of Unicode.
    static func holdsControls(_ text: String) -> Bool {
        text.unicodeScalars.contains { $0.value < 0x20 || (0x7F..<0xA0).contains($0.value) || $0.value == 0x2028 || $0.value == 0x2029 }
    }

    /// The part of the address behind the @.
    var domain: String { String(address.split(separator: "@").last ?? "localhost") }
}
