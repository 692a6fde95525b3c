import Foundation

/// Names that begin like settings and are none: what Kubernetes sets for a service named `portolan`, or `portolan-…`.
enum Surroundings {
    /// `PORTOLAN_SERVICE_HOST`, `PORTOLAN_SERVICE_PORT`, `PORTOLAN_SERVICE_PORT_HTTP`, `PORTOLAN_PORT_8080_TCP_ADDR`, and `PORTOLAN_PORT` where
    /// its value is an address as only Kubernetes writes it: somebody may mean the port to listen on by it.
    static func sets(_ name: String, to value: String) -> Bool {
        if name.wholeMatch(of: /PORTOLAN(_[A-Z0-9_]+)?_SERVICE_(HOST|PORT(_[A-Z0-9_]+)?)/) != nil { return true }
        if name.wholeMatch(of: /PORTOLAN(_[A-Z0-9_]+)?_PORT_[0-9]+_(TCP|UDP|SCTP)(_(PROTO|PORT|ADDR))?/) != nil { return true }
        return name.wholeMatch(of: /PORTOLAN(_[A-Z0-9_]+)?_PORT/) != nil && value.wholeMatch(of: /(tcp|udp|sctp):\/\/.+/) != nil
    }
}
