import Exchange
import Foundation
import Journal
import Testing

@Suite("Mail that came back")
struct ReturnedMailTests {
    private func read(_ text: String) -> ReturnedMailFile { ReturnedMailFile(Array(text.utf8)) }

    @Test("Postfix: the address written to, the day, the code, and why without any address")
    func postfix() throws {
        let mail = try #require(read(BounceSamples.postfix).mails.first)
        #expect(read(BounceSamples.postfix).mails.count == 1, "what the original says of recipients is no report")
        #expect(mail.addresses == ["bruno@fikertal.example"] && mail.status == "5.1.1" && mail.on == Day(2026, 11, 9) && mail.isPermanent)
        #expect(mail.reason.contains("User unknown") && !mail.reason.contains("@"))
    }

    @Test("the same with the line ends of the wire says the same")
    func lineEnds() {
        #expect(read(BounceSamples.postfix.replacing("\n", with: "\r\n")).mails == read(BounceSamples.postfix).mails)
    }

    @Test("Exim of old: each address in the header, each with the code behind it in the text")
    func exim() {
        let mails = read(BounceSamples.exim).mails
        #expect(mails.map(\.addresses) == [["gita@golmark.example"], ["ivo@golmark.example"]])
        #expect(mails.map(\.status) == ["5.2.2", "5.0.0"] && mails.first?.on == Day(2026, 11, 10))
    }

    @Test("Exchange: a report packed for the way")
    func exchange() throws {
        let mail = try #require(read(BounceSamples.exchange).mails.first)
        #expect(mail.addresses == ["selin@havnia.example"] && mail.status == "5.1.10" && !mail.reason.contains("@"))
    }

    @Test("what is late is only late")
    func delayed() throws {
        let mail = try #require(read(BounceSamples.delayed).mails.first)
        #expect(mail.status == "4.4.1" && !mail.isPermanent)
    }

    @Test("words that anybody can write are no report: without its form, the sender must be a mail program")
    func forged() {
        #expect(read(BounceSamples.forged).mails.isEmpty && read(BounceSamples.forged).problems.map(\.key) == ["pages.returned.no-report"])
        let plain = BounceSamples.forged.replacing("Somebody <somebody@elsewhere.example>", with: "MAILER-DAEMON@mx.example")
        #expect(read(plain).mails.map(\.addresses) == [["chen@fikertal.example"]])
    }

    @Test("a success is none, whatever stands in it")
    func success() {
        #expect(read(BounceSamples.postfix.replacing("Action: failed", with: "Action: delivered").replacing("Status: 5.1.1", with: "Status: 2.0.0")).mails.isEmpty)
    }

    @Test("a mailbox file holds many, and says which of them it could not read")
    func mailbox() {
        let box = [BounceSamples.postfix, "Subject: Lunch?\n\nAt noon?\n\nFrom here it is near.\n", BounceSamples.delayed]
            .map { "From MAILER-DAEMON Mon Nov  9 08:12:44 2026\n\($0)\n" }.joined()
        let read = read(box)
        #expect(read.mails.map(\.status) == ["5.1.1", "4.4.1"])
        #expect(read.problems.map(\.line) == [2])
    }

    @Test("a table: the line of what is wrong; codes in reasons; a list of addresses alone means that they came back")
    func table() {
        let read = read(
            """
            address,date,reason
            bruno@fikertal.example,2026-11-09,550 5.1.1 <bruno@fikertal.example> unknown
            no address,2026-11-09,x
            GITA@golmark.example,,
            olga@isleworth.example,09.11.2026,late
            olga@isleworth.example,2026-11-09,soft bounce

            """)
        #expect(read.mails.map(\.status) == ["5.1.1", "5.0.0", "4.0.0"])
        #expect(read.mails.map(\.addresses.first) == ["bruno@fikertal.example", "gita@golmark.example", "olga@isleworth.example"])
        #expect(read.problems.map(\.line) == [3, 5])
        #expect(read.mails.allSatisfy { !$0.reason.contains("@") })
        #expect(self.read("name;day\nBruno;2026-11-09\n").problems.map(\.key) == ["pages.import.no-column"])
    }

    @Test("whatever is sent instead is answered, and never for long")
    func garbage() {
        var generator = SystemRandomNumberGenerator()
        let noise = (0..<200_000).map { _ in UInt8.random(in: 0...255, using: &generator) }
        let began = ContinuousClock.now
        for bytes in [noise, [], Array("--\n--\n".utf8), Array("Content-Type: multipart/report; boundary=\"\"\n\n--\n".utf8), [0x50, 0x4B, 0x03, 0x04]] {
            #expect(ReturnedMailFile(bytes).mails.isEmpty && !ReturnedMailFile(bytes).problems.isEmpty)
        }
        // Boundaries without end, lines without end, headers without end.
        let many = "Content-Type: multipart/report; boundary=b\n\n" + String(repeating: "--b\nContent-Type: multipart/report; boundary=b\n\n", count: 50_000)
        let wide = "Subject: " + String(repeating: "x ", count: 500_000) + "\n\n"
        let headers = String(repeating: "A: b\n c\n", count: 100_000)
        for text in [many, wide, headers] { #expect(read(text).mails.isEmpty) }
        #expect(ContinuousClock.now - began < .seconds(20))
        let recipients = String(repeating: "Final-Recipient: rfc822; a@b.example\nAction: failed\nStatus: 5.1.1\n\n", count: 5_000)
        let report = "From: MAILER-DAEMON@x.example\nContent-Type: multipart/report; boundary=b\n\n--b\nContent-Type: message/delivery-status\n\n\(recipients)"
        #expect(read(report).mails.count <= 200)
        #expect(ReturnedMailFile([UInt8](repeating: 0x41, count: (12 << 20) + 1)).problems.map(\.key) == ["csv.fault.too-many-bytes"])
    }

    @Test("cut off anywhere, a report is read as far as it goes")
    func truncated() {
        let bytes = Array(BounceSamples.postfix.utf8)
        for end in stride(from: 0, through: bytes.count, by: 37) { #expect(ReturnedMailFile(Array(bytes[..<end])).mails.count <= 1) }
    }
}
