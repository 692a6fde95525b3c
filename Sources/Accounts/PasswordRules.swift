/// Which passwords are taken.
extension SignIn {
    /// At least 12 characters, at most 1,024 bytes; not what everybody tries first, also not with figures and signs around it; not the
    /// person's own name or address, or the program's name; not made of their organisation's names and little else. Nothing is asked of
    /// how it is composed.
    ///
    /// - Parameter words: the names of the person's organisations, short and long.
    static func check(_ password: String, for account: Account, avoiding words: [String] = []) throws(Problem) {
        if password.utf8.count > 1024 { throw .passwordTooLong }
        if password.count < 12 { throw .passwordTooShort }
        let plain = password.lowercased()
        let own = [account.email, account.name, String(account.email.prefix { $0 != "@" })].map { $0.lowercased() }.filter { $0.count >= 4 }
        if Set(plain).count < 5 || (frequent + own).contains(where: plain.contains) || isCommon(plain) || isMade(plain, of: words) {
            throw .passwordTooCommon
        }
    }

    /// Whether fewer than six letters are left without the words of these names.
    private static func isMade(_ plain: String, of names: [String]) -> Bool {
        let words = Set(names.flatMap { $0.lowercased().split { !$0.isLetter } }.filter { $0.count >= 3 })
        guard words.contains(where: { plain.contains($0) }) else { return false }
        return words.sorted { $0.count > $1.count }.reduce(plain) { $0.replacing($1, with: "") }.count(where: \.isLetter) < 6
    }

    private static let frequent = [
        "password", "123456789", "qwertyuiop", "letmein", "iloveyou", "administrator", "portolan", "welcome", "abcdefgh",
    ]

    private static func isCommon(_ plain: String) -> Bool {
        let letters = plain.trimmingPrefix { !$0.isLetter }, core = String(letters.reversed().trimmingPrefix { !$0.isLetter }.reversed())
        return [plain, core].contains { CommonPasswords.all.contains($0[...]) || CommonPasswords.all.contains(once($0)) }
    }

    /// What is said several times over, said once: `monkeymonkey` is no better than `monkey`.
    private static func once(_ text: String) -> Substring {
        let characters = Array(text)
        for length in 1..<max(2, characters.count) where characters.count.isMultiple(of: length) {
            if characters.indices.allSatisfy({ characters[$0] == characters[$0 % length] }) { return text.prefix(length) }
        }
        return text[...]
    }
}
