import Foundation

/// E-mail addresses as they are kept and compared.
extension SignIn {
    /// A name as it is kept: one line, for it stands in the headers of mails too.
    package static func readable(_ name: String) throws(Problem) -> String {
        let name = name.trimmingCharacters(in: .whitespacesAndNewlines)
        if name.isEmpty { throw .nameMissing }
        if Mailbox.holdsControls(name) || name.utf8.count > 400 { throw .nameUnreadable }
        return name
    }

    package static func normalised(_ email: String) -> String {
        email.trimmingCharacters(in: .whitespacesAndNewlines).lowercased().precomposedStringWithCanonicalMapping
    }

    package static func looksLikeAddress(_ email: String) -> Bool {
        let parts = email.split(separator: "@", omittingEmptySubsequences: false)
        return parts.count == 2 && !parts[0].isEmpty && parts[1].count >= 3 && email.utf8.count <= 254
            && email.unicodeScalars.allSatisfy(isOrdinary)
    }

    /// Neither space nor control, nor what turns or hides other characters (an address is shown to others).
    private static func isOrdinary(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.properties.generalCategory {
        case .control, .format, .surrogate, .privateUse, .unassigned, .spaceSeparator, .lineSeparator, .paragraphSeparator: false
        default: !"<>\"(),:;\\[]".unicodeScalars.contains(scalar)
        }
    }
}
