import ArgumentParser
import Foundation
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

    @Test("what is not known, set twice or unreadable is refused with its place", arguments: [
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

    @Test("what could not be started with is said before it is", arguments: [
        "PORTOLAN_ADDRESS=here", "PORTOLAN_PROXIES=proxy", "PORTOLAN_BEHIND_TLS=perhaps", "PORTOLAN_DATABASE=postgres:x", "PORTOLAN_MAIL=pigeon:x",
        "PORTOLAN_PUBLIC_ADDRESS=example.org",
    ])
    func checked(_ text: String) {
        #expect(throws: (any Error).self) { try Serve.parse([]).filled(from: Configuration(environment: [:], file: ("f", text))).check() }
    }

    @Test("every command finds the database that the environment names, unless told another")
    func database() throws {
        let environment = ["PORTOLAN_DATABASE": "sqlite:/srv/portolan.sqlite"]
        #expect(try DatabaseOption.parse([]).path(in: environment) == "/srv/portolan.sqlite")
        #expect(try DatabaseOption.parse(["--database", "sqlite:other"]).path(in: environment) == "other")
        #expect(try DatabaseOption.parse([]).path(in: [:]) == "data/portolan.sqlite")
    }
}
