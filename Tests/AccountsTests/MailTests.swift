import Foundation
import Journal
import TestKit
import Testing

@testable import Accounts

@Suite("Mails")
struct MailTests {
    private let sender: Mailbox

    init() throws { sender = try Mailbox(name: "Portolan", address: "portolan@example.org") }

    private func message(_ subject: String, _ text: String, to name: String = "Bruno") throws -> String {
        let mail = try Mail(to: try Mailbox(name: name, address: "bruno@example.org"), subject: subject, text: text, language: "en")
        return String(decoding: mail.message(from: sender, id: "id1", at: Moment(startOf: .testDay).adding(seconds: 3_723), lineEnd: "\r\n"), as: UTF8.self)
    }

    @Test("a plain one reads as it was written")
    func plain() throws {
        let lines = try message("Invitation", "Dear Bruno,\n\nwelcome.\n").split(separator: "\r\n", omittingEmptySubsequences: false).map(String.init)
        #expect(
            lines == [
                "Date: Tue, 15 Sep 2026 01:02:03 +0000", "From: \"Portolan\"", " <portolan@example.org>", "To: \"Bruno\"", " <bruno@example.org>",
                "Subject: Invitation", "Message-ID: <id1@example.org>", "MIME-Version: 1.0", "Content-Type: text/plain; charset=utf-8",
                "Content-Transfer-Encoding: quoted-printable", "Content-Language: en", "Auto-Submitted: auto-generated", "", "Dear Bruno,", "", "welcome.", "", "",
            ])
    }

    @Test(
        "any script comes through header and body, on lines that every mail program takes",
        arguments: [
            "دعوة إلى الرابطة الدولية للموانئ، للموافقة على الخطة", "Приглашение: Всемирная лига портов и гаваней, план на три года", "=?utf-8?B?not an encoded word?=",
            "Convite para a Liga dos Portos 🚢🚢🚢🚢🚢🚢🚢🚢🚢🚢🚢🚢🚢🚢", String(repeating: "long ", count: 60), "a = b; \"c\" <d>, e\\f",
        ])
    func scripts(_ text: String) throws {
        let message = try message(text, "\(text)\n.\nFrom here = there \n\(text)", to: text)
        for line in message.split(separator: "\r\n") { #expect(line.utf8.count <= 76 && line.utf8.allSatisfy { $0 < 0x7F }, "\(line)") }
        let read = try Read(message)
        #expect(read.headers["Subject"] == text)
        #expect(read.headers["To"] == "\(text) <bruno@example.org>" || read.headers["To"] == "\"\(text)\" <bruno@example.org>")
        #expect(read.body == "\(text)\n.\nFrom here = there \n\(text)\n")
        #expect(!message.contains("\r\n.\r\n") && !message.contains("\r\nFrom here"))
    }

    @Test(
        "no name, address or subject adds a header or a recipient",
        arguments: [
            "Bruno\r\nBcc: x@evil.example", "Bruno\nBcc: x@evil.example", "Bruno\rBcc: x", "Bruno\0", "Bruno\u{2028}Bcc: x", "Bruno\u{85}x", "Bruno\u{1B}[2J", "Bruno\tBcc",
        ])
    func injection(_ name: String) {
        #expect(throws: Mailbox.Problem.control) { try Mailbox(name: name, address: "bruno@example.org") }
        let box = try? Mailbox(name: "B", address: "bruno@example.org")
        #expect(throws: Mailbox.Problem.control) { try Mail(to: try #require(box), subject: name, text: "", language: "en") }
        #expect(throws: Mailbox.Problem.control) { try Mail(to: try #require(box), subject: "S", text: "", language: "en\r\nBcc: x") }
        #expect(throws: (any Error).self) { try Mailbox(name: "B", address: "bruno@example.org\(name.dropFirst(5))") }
    }

    @Test(
        "an address that begins like an option, or holds several, is none",
        arguments: [
            "a@example.org, b@example.org", "a@example.org b@example.org", "<a@example.org>", "", "a", "a@b@example.org",
        ])
    func addresses(_ address: String) {
        #expect(throws: Mailbox.Problem.address) { try Mailbox(name: "B", address: address) }
    }

    @Test("a comma or a quote in a name stays in the name")
    func quotes() throws {
        let read = try Read(message("S", "t", to: "Bruno, \"x@evil.example\" <y@evil.example>"))
        #expect(read.raw.contains("To: =?utf-8?B?") && !read.raw.contains("evil"))
    }
}

/// A mail as a mail program reads it.
private struct Read {
    var headers: [String: String] = [:]
    var body = ""
    var raw: String

    init(_ message: String) throws {
        raw = message
        let parts = message.range(of: "\r\n\r\n").map { (String(message[..<$0.lowerBound]), String(message[$0.upperBound...])) }
        let (head, text) = try #require(parts)
        for line in head.replacing("?=\r\n =?", with: "?==?").replacing("\r\n ", with: " ").split(separator: "\r\n") {
            let pair = line.split(separator: ":", maxSplits: 1).map(String.init)
            headers[pair[0]] = Read.words(pair[1].trimmingCharacters(in: .whitespaces))
        }
        var bytes: [UInt8] = [], rest = Array(text.replacing("=\r\n", with: "").replacing("\r\n", with: "\n").utf8)[...]
        while let byte = rest.popFirst() {
            guard byte == 0x3D else {
                bytes.append(byte)
                continue
            }
            bytes.append(try #require(UInt8(String(decoding: rest.prefix(2), as: UTF8.self), radix: 16)))
            rest = rest.dropFirst(2)
        }
        body = String(decoding: bytes, as: UTF8.self)
    }

    private static func words(_ text: String) -> String {
        var text = text
        while let match = text.firstMatch(of: /=\?utf-8\?B\?([A-Za-z0-9+\/=]*)\?=/) {
            // One that decodes to the shape of another is not read twice: it is set aside first.
            let plain = Data(base64Encoded: String(match.output.1)).map { String(decoding: $0, as: UTF8.self) } ?? ""
            text.replaceSubrange(match.range, with: plain.replacing("=?", with: "\u{1}"))
        }
        return text.replacing("\u{1}", with: "=?")
    }
}
