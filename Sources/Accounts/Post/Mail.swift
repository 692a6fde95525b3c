import Foundation
import Journal

/// A plain text to one person.
package struct Mail: Equatable, Sendable {
    package let to: Mailbox
    package let subject: String
    /// Lines end with LF.
    package let text: String
    /// A language code.
    package let language: String

    /// - Throws: where the subject holds a line break or another control character.
    package init(to: Mailbox, subject: String, text: String, language: String) throws(Mailbox.Problem) {
        guard !Mailbox.holdsControls(subject), language.utf8.allSatisfy({ (0x61...0x7A).contains($0) }) else { throw .control }
        self.to = to
        self.subject = subject
        self.text = text
        self.language = language
    }

    /// The message as it goes out (RFC 5322, 2045, 2047, 3834).
    ///
    /// - Parameters:
    ///   - id: unlike any other; the left part of its `Message-ID`.
    ///   - lineEnd: CRLF in a file or on the wire, LF for a command of this system.
    func message(from sender: Mailbox, id: String, at moment: Moment, lineEnd: String) -> [UInt8] {
        let headers = [
            "Date: \(Mail.date(moment))", "From: \(MailHeader.mailbox(sender, after: "From: "))", "To: \(MailHeader.mailbox(to, after: "To: "))",
            "Subject: \(MailHeader.text(subject, after: "Subject: "))", "Message-ID: <\(id)@\(sender.domain)>", "MIME-Version: 1.0",
            "Content-Type: text/plain; charset=utf-8", "Content-Transfer-Encoding: quoted-printable", "Content-Language: \(language)",
            // Neither holiday notes nor mailing lists are to answer it.
            "Auto-Submitted: auto-generated",
        ]
        let lines = headers.flatMap { $0.split(separator: "\n", omittingEmptySubsequences: false).map(String.init) } + [""] + QuotedPrintable.lines(of: text)
        return Array(lines.map { $0 + lineEnd }.joined().utf8)
    }

    /// `Sun, 22 Nov 2026 04:12:39 +0000`, whatever the language of the machine.
    static func date(_ moment: Moment) -> String {
        let days = ["Thu", "Fri", "Sat", "Sun", "Mon", "Tue", "Wed"]
        let months = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"]
        let parts = "\(moment)".split { "-T:.Z".contains($0) }.map(String.init), weekday = ((Int(moment.day.number) % 7) + 7) % 7
        guard parts.count >= 6, let month = Int(parts[1]), months.indices.contains(month - 1) else { return "" }
        return "\(days[weekday]), \(parts[2]) \(months[month - 1]) \(parts[0]) \(parts[3]):\(parts[4]):\(parts[5]) +0000"
    }
}
