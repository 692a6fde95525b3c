import Accounts
import Journal
import Logging
import Organisation
import Pages

/// Letters of features on their way: kept, handed over, and after a stop sent from where it was.
extension Site {
    /// Writes to people, each in their own language. Whoever has been forgotten meanwhile is not written to.
    func write(_ mailings: [Mailing], of organisation: Organisation, by account: ID<Actor>?) async {
        guard !mailings.isEmpty else { return }
        let words = MailWords(self), now = signIn.now()
        do {
            var letters: [WaitingMail] = []
            for mailing in mailings {
                if let person = try await signIn.store.account(mailing.to) { letters.append(words.letter(mailing, to: person, of: organisation, at: now)) }
            }
            for (kind, those) in Dictionary(grouping: letters, by: \.kind).sorted(by: { $0.key < $1.key }) {
                note("people written to", by: account, ["organisation": organisation.id.text, "kind": kind, "mails": "\(those.count)"])
            }
            // What is kept goes out even where the server stops before.
            try await signIn.store.keep(letters)
            await send(letters)
        } catch { logger.error("letters were not kept", metadata: ["organisation": "\(organisation.id)", "mails": "\(mailings.count)", "error": "\(error)"]) }
    }

    /// Hands over what a server that was stopped had not. What has waited too long is given up.
    package func sendWaiting() async throws {
        guard mailRoom.isOpen else { return }
        let waiting = try await signIn.store.waitingMails(), oldest = signIn.now().adding(seconds: -WaitingMail.longestSeconds)
        let late = waiting.filter { $0.askedAt < oldest }
        for letter in late { try await signIn.store.endWaiting(letter.id) }
        if !late.isEmpty { logger.warning("letters waited too long and are given up", metadata: ["mails": "\(late.count)"]) }
        await send(waiting.filter { $0.askedAt >= oldest })
    }

    private func send(_ letters: [WaitingMail]) async {
        let words = MailWords(self), store = signIn.store, logger = logger
        for (kind, those) in Dictionary(grouping: letters, by: \.kind).sorted(by: { $0.key < $1.key }) {
            await mailRoom.send(
                kind,
                each: those.map { letter in
                    MailRoom.Parcel(
                        id: letter.id, write: { try await store.account(letter.account).map { try words.mail(letter, to: $0) } },
                        settled: {
                            do { try await store.endWaiting(letter.id) } catch { logger.error("a letter that is done is still kept", metadata: ["error": "\(error)"]) }
                        })
                })
        }
    }
}
