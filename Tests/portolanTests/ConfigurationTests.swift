import ArgumentParser
import Foundation
import Server
import Testing

@testable import portolan

@Suite("What the operator sets")
struct ConfigurationTests {
    @Test("the environment wins over the file, and options over both")
    func order() throws {
        let file = "# for the harbour\nPORTOLAN_ADDRESS = 127.0.0.1:9000\nPORTOLAN_NAMES='plan.example.org, plan.example.com'\nPORTOLAN_BEHIND_TLS=yes\n"
        let set = try Configuration(environment: ["PORTOLAN_ADDRESS": "127.0.0.1:9001", "HOME": "/"], file: ("f", file))
        let plain = try Serve.parse([]).filled(from: set)
        #expect(plain.address == "127.0.0.1:9001")
        #expect(plain.name == ["plan.example.org", "plan.example.com"])
        #expect(plain.behindTLS)
        let given = try Serve.parse(["--address", "127.0.0.1:9002", "--name", "other.example.org"]).filled(from: set)
        #expect(given.address == "127.0.0.1:9002" && given.name == ["other.example.org"])
        try plain.check()
    }

    @Test(
        "what is not known, set twice or unreadable is refused with its place",
        arguments: [
            ("PORTOLAN_ADRESS=x", "f, line 1: PORTOLAN_ADRESS is not a setting"), ("\nPATH=/bin", "f, line 2: PATH is not a setting"),
            ("PORTOLAN_MAIL=spool:a\nPORTOLAN_MAIL=spool:b", "f, line 2: PORTOLAN_MAIL is set a second time"), ("json", "f, line 1: write NAME=VALUE"),
        ])
    func refused(_ text: String, _ said: String) {
        #expect { try Configuration(environment: [:], file: ("f", text)) } throws: { "\($0)".hasPrefix(said) }
    }

    @Test("a misspelt name in the environment is refused too")
    func environment() {
        #expect { try Configuration(environment: ["PORTOLAN_DATABSE": "x"]) } throws: { "\($0)".hasPrefix("the environment: PORTOLAN_DATABSE") }
    }

    @Test("what Kubernetes sets for a service of this name is nobody's mistake")
    func kubernetes() throws {
        let set = [
            "PORTOLAN_SERVICE_HOST": "10.0.0.1", "PORTOLAN_SERVICE_PORT": "8080", "PORTOLAN_SERVICE_PORT_HTTP": "8080", "PORTOLAN_PORT": "tcp://10.0.0.1:8080",
            "PORTOLAN_PORT_8080_TCP": "tcp://10.0.0.1:8080", "PORTOLAN_PORT_8080_TCP_PROTO": "tcp", "PORTOLAN_PORT_8080_TCP_PORT": "8080",
            "PORTOLAN_PORT_8080_TCP_ADDR": "10.0.0.1", "PORTOLAN_MAIL_RELAY_SERVICE_HOST": "10.0.0.2", "PORTOLAN_MAIL_RELAY_PORT": "tcp://10.0.0.2:25",
        ]
        #expect(try Configuration(environment: set).values.isEmpty)
        #expect(throws: Configuration.Fault.self) { try Configuration(environment: ["PORTOLAN_PORT": "8080"]) }
        #expect(throws: Configuration.Fault.self) { try Configuration(environment: [:], file: ("f", "PORTOLAN_SERVICE_HOST=10.0.0.1")) }
    }

    @Test(
        "what could not be started with is said before it is",
        arguments: [
            "PORTOLAN_ADDRESS=here", "PORTOLAN_PROXIES=proxy", "PORTOLAN_BEHIND_TLS=perhaps", "PORTOLAN_DATABASE=postgres:x", "PORTOLAN_MAIL=pigeon:x",
            "PORTOLAN_PUBLIC_ADDRESS=example.org", "PORTOLAN_LOG=xml", "PORTOLAN_OPERATIONS=9090", "PORTOLAN_CONNECTIONS=many", "PORTOLAN_CONNECTIONS=0",
            "PORTOLAN_CONNECTIONS_PER_ADDRESS=3000", "PORTOLAN_UPLOADS=9223372036854775807", "PORTOLAN_UPLOADS_PER_ADDRESS=11",
        ])
    func checked(_ text: String) {
        #expect(throws: (any Error).self) { try Serve.parse([]).filled(from: Configuration(environment: [:], file: ("f", text))).check() }
    }

    @Test("how much may be held at once is set like everything else")
    func capacity() throws {
        let file = "PORTOLAN_LOG=JSON\nPORTOLAN_CONNECTIONS=200\nPORTOLAN_UPLOADS=64\nPORTOLAN_UPLOADS_PER_ADDRESS=24\n"
        let set = try Serve.parse(["--connections", "500"]).filled(from: Configuration(environment: [:], file: ("f", file)))
        #expect(set.operations.log == .json)
        #expect(try set.capacity.capacity() == Capacity(connections: 500, connectionsPerAddress: 300, bodies: 64 << 20, bodiesPerAddress: 24 << 20))
        #expect(try Serve.parse([]).capacity.capacity() == .standard)
    }

    @Test("every command finds the database that the environment names, unless told another")
    func database() throws {
        let environment = ["PORTOLAN_DATABASE": "sqlite:/srv/portolan.sqlite"]
        #expect(try DatabaseOption.parse([]).path(in: environment) == "/srv/portolan.sqlite")
        #expect(try DatabaseOption.parse(["--database", "sqlite:other"]).path(in: environment) == "other")
        #expect(throws: Configuration.Fault.self) { try DatabaseOption.parse(["--database", "sqlite:other"]).path(in: ["PORTOLAN_DATABSE": "x"]) }
        #expect(try DatabaseOption.parse([]).path(in: [:]) == "data/portolan.sqlite")
    }
}
