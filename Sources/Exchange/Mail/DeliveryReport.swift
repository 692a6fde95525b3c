import Foundation
import Journal

/// A report that a mail did not arrive: as RFC 3464 has it, and as mail programs write it that do not keep to it.
struct DeliveryReport {
    private let message: MailMessage
    private static let mostRecipients = 200

    init(_ message: MailMessage) { self.message = message }

    /// For whom it did not arrive, or is late; empty for a mail that reports nothing of the kind.
    var returned: [ReturnedMail] {
        let stated = statusParts.flatMap { recipients(in: $0) }
        if !stated.isEmpty { return Array(stated.prefix(DeliveryReport.mostRecipients)) }
        // Anybody can write the same words: without the form of a report, the sender must at least say that it is a mail program.
        guard isFromAMailProgram else { return [] }
        let written = recipients(in: message.body)
        return Array((written.isEmpty ? failedRecipients : written).prefix(DeliveryReport.mostRecipients))
    }

    /// The parts that are for programs; also where a filter has wrapped the report.
    private var statusParts: [[Substring]] {
        let parts = message.parts, nested = parts.filter { $0.type == "multipart/report" }.flatMap(\.parts)
        return (parts + nested).filter { $0.type == "message/delivery-status" || $0.type == "message/global-delivery-status" }.map(\.lines)
    }

    private var isFromAMailProgram: Bool {
        let from = (message.headers["from"] ?? "").lowercased(), path = message.headers["return-path"]?.trimmingCharacters(in: .whitespaces)
        return path == "<>" || ["mailer-daemon", "postmaster", "mail delivery s", "microsoftexchange"].contains { from.contains($0) }
    }

    /// Groups of fields, parted by empty lines, each of one recipient.
    private func recipients(in lines: some Collection<Substring>) -> [ReturnedMail] {
        lines.split(whereSeparator: { $0.allSatisfy(\.isWhitespace) }).prefix(1000).compactMap { group in
            recipient(MailMessage.fields(of: Array(group)[...]))
        }
    }

    private func recipient(_ fields: [String: String]) -> ReturnedMail? {
        guard let final = fields["final-recipient"] ?? fields["original-recipient"] else { return nil }
        let addresses = [fields["original-recipient"], final].compactMap { $0.flatMap(DeliveryReport.address) }
        let action = (fields["action"] ?? "").lowercased().split(separator: " ").first.map(String.init) ?? ""
        guard !addresses.isEmpty, !["delivered", "relayed", "expanded"].contains(action) else { return nil }
        let said = fields["diagnostic-code"] ?? ""
        let stated = fields["status"].flatMap { $0.split(separator: " ").first }.flatMap { ReturnReason.enhanced(String($0)) }
        // `5.0.0` says no more than that it failed; what the other side said may say more.
        let better = stated == nil || stated == "5.0.0" ? ReturnReason.status(in: said) ?? stated : stated
        guard let status = better ?? (action == "delayed" ? "4.0.0" : action == "failed" ? "5.0.0" : nil) else { return nil }
        return ReturnedMail(
            addresses: addresses.reduce(into: []) { if !$0.contains($1) { $0.append($1) } }, on: message.day,
            status: action == "delayed" && status.hasPrefix("5") ? "4.0.0" : status,
            reason: ReturnReason.short(String(said.drop { $0 != ";" }.dropFirst()).isEmpty ? said : String(said.drop { $0 != ";" }.dropFirst())))
    }

    /// Exim of old names them in a header, and says why in the text.
    private var failedRecipients: [ReturnedMail] {
        let addresses = (message.headers["x-failed-recipients"] ?? "").split(separator: ",").compactMap { DeliveryReport.address(String($0)) }
        let subject = (message.headers["subject"] ?? "").lowercased(), isLate = subject.hasPrefix("warning") || subject.contains("delayed")
        let text = message.body.prefix(60).joined(separator: " ")
        return addresses.map { address in
            let status = isLate ? "4.0.0" : ReturnReason.status(in: DeliveryReport.after(address, in: text)) ?? "5.0.0"
            return ReturnedMail(addresses: [address], on: message.day, status: status, reason: "")
        }
    }

    private static func after(_ address: String, in text: String) -> String {
        text.range(of: address, options: .caseInsensitive).map { String(text[$0.upperBound...].prefix(400)) } ?? ""
    }

    /// `rfc822; <Bruno@Example.org>` is `bruno@example.org`; `nil` for what is no address.
    static func address(_ text: String) -> String? {
        let last = text.split(separator: ";").last.map(String.init) ?? ""
        let address = last.trimmingCharacters(in: CharacterSet(charactersIn: " \t<>\"'")).lowercased()
        let parts = address.split(separator: "@", omittingEmptySubsequences: false)
        guard parts.count == 2, !parts[0].isEmpty, !parts[1].isEmpty, address.utf8.count <= 254, !address.contains(where: \.isWhitespace) else { return nil }
        return address.precomposedStringWithCanonicalMapping
    }
}
