import Foundation

/// An exclusive lock on a file beside the database, held until the process ends: a second process is refused at once.
final class FileLock: Sendable {
    private let descriptor: Int32

    init(path: String) throws {
        descriptor = open(path, O_RDWR | O_CREAT | O_CLOEXEC, 0o600)
        guard descriptor >= 0 else { throw CocoaError(.fileWriteNoPermission, userInfo: [NSFilePathErrorKey: path]) }
        guard flock(descriptor, LOCK_EX | LOCK_NB) == 0 else {
            Foundation.close(descriptor)
            throw StoreRefusal.inUse(path)
        }
    }

    func release() { flock(descriptor, LOCK_UN) }

    deinit { Foundation.close(descriptor) }
}
