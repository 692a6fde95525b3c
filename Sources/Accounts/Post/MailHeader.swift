import Foundation

/// How text goes into the header of a mail: plain where it may, otherwise as encoded words (RFC 2047), folded.
enum MailHeader {
    /// - Parameter name: of the header with its colon and space, whose length counts on the first line. Folded lines are parted by LF.
    static func text(_ text: String, after name: String) -> String {
        let isPlain = text.utf8.allSatisfy { (0x20...0x7E).contains($0) } && !text.contains("=?") && text.utf8.count + name.utf8.count <= 76
        return isPlain ? text : encodedWords(text, after: name.utf8.count)
    }

    static func mailbox(_ mailbox: Mailbox, after name: String) -> String {
        if mailbox.name.isEmpty { return mailbox.address }
        let isPlain = mailbox.name.utf8.allSatisfy { isOrdinary($0) } && mailbox.name.utf8.count <= 50
        let spoken = isPlain ? "\"\(mailbox.name)\"" : encodedWords(mailbox.name, after: name.utf8.count)
        return "\(spoken)\n <\(mailbox.address)>"
    }

    /// Letters, figures, space, and the signs that stand in names: nothing that would have to be quoted inside quotes.
    private static func isOrdinary(_ byte: UInt8) -> Bool {
        switch byte {
        case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, 0x20, 0x27, 0x2D, 0x2E: true
        default: false
        }
    }

    /// Each of at most 75 characters, none cutting a character in two.
    private static func encodedWords(_ text: String, after count: Int) -> String {
        var words: [String] = [], piece: [UInt8] = [], room = max(12, 45 - count)
        for scalar in text.unicodeScalars {
            let bytes = Array(String(scalar).utf8)
            if piece.count + bytes.count > room {
                words.append(encodedWord(piece))
                (piece, room) = ([], 45)
            }
            piece += bytes
        }
        if !piece.isEmpty { words.append(encodedWord(piece)) }
        return words.joined(separator: "\n ")
    }

    private static func encodedWord(_ bytes: [UInt8]) -> String { "=?utf-8?B?\(Data(bytes).base64EncodedString())?=" }
}
