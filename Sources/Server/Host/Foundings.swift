/// Each form for a new organisation founds one, however often it is sent: all senders get the same address.
actor Foundings {
    private var addresses: [String: Task<String, any Error>] = [:]
    private var order: [String] = []
    private let capacity = 1000

    /// - Parameter key: of the form and its sender; what fails may be tried again.
    func once(_ key: String, _ found: @escaping @Sendable () async throws -> String) async throws -> String {
        if let running = addresses[key] { return try await running.value }
        let founding = Task { try await found() }
        addresses[key] = founding
        order.append(key)
        if order.count > capacity { addresses[order.removeFirst()] = nil }
        do { return try await founding.value } catch {
            addresses[key] = nil
            throw error
        }
    }
}
