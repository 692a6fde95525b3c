import Journal

extension ID {
    /// Whether it is the word under which forms for new things have their addresses, `members/new`: a thing that is called so would never be shown.
    package var isAddress: Bool { text == "new" }

    /// A readable identifier made of a code or a name, with a number behind it where something else bears it already.
    ///
    /// - Parameters:
    ///   - fallback: for texts of which no letter or digit is left; random, or else known to be free.
    ///   - isTaken: also of what is gone: rights and records that name it are not its successor's.
    package init(free text: String, otherwise fallback: ID, isTaken: (ID) -> Bool) {
        let wish = ID(slug: text) ?? fallback
        func isFree(_ id: ID) -> Bool { !id.isAddress && !isTaken(id) }
        self = isFree(wish) ? wish : (2...10_000).lazy.compactMap { ID("\(wish)-\($0)") }.first(where: isFree) ?? fallback
    }
}
