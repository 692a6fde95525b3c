import HashTreeCollections
import Journal
import Organisation
import Pages

/// Members and observers for programs.
enum MemberResource {
    typealias Thing = (id: ID<Member>, member: Member)

    static let resource: Resource = {
        var resource = Resource(
            "Member", "A member or observer of the organisation. The list has those of the day that is read; one that has left is still found by its identifier.",
            path: "members", items: ["{member}"], .everyone, properties,
            all: { visit in
                visit.register.joined.compactMap { id in visit.register.described[id].map { (id.text, (id, $0)) } }
            },
            find: { visit in
                let id: ID<Member> = try visit.id("member")
                guard let member = visit.register.described[id] else { throw Missing() }
                return (id, member)
            })
        resource.writes = [
            Write(.create, "Admits a member. Its identifier is made of its code.", as: MemberForms.new, input: properties.inputs()),
            Write(.change, "Says anew what a member is.", as: MemberForms.edit, input: properties.inputs()),
        ]
        return resource
    }()

    private static let properties: [Property<Thing>] = [
        Property("id", .identifier, "Its identifier here.") { .of($0.id) },
        Property("code", .text(most: 40), "Its identifier elsewhere, by which files are matched: an ISO code.", .field("code", required: true)) { .text($0.member.code) },
        Property("name", .localized(most: 200), "Its name by language.", .field("name", required: true)) { .of($0.member.name) },
        Property("region", .nullable(.identifier), "Its region; null where none is recorded.", .field("region")) { .of($0.member.region) },
        Property("standing", .choice(of: Member.Standing.self), "Observers are listed and never counted.", .field("standing")) { .text($0.member.standing.rawValue) },
        Property("isPresent", .flag, "Whether it is a member or observer on the day that is read.") { thing, visit in .flag(visit.register[thing.id] != nil) },
        Property("joined", .nullable(.day), "Since when, as exactly as joinedPrecision says.", .field("joined")) { .of($0.member.joined.day) },
        Property(
            "joinedPrecision", .choice(of: Joining.Precision.self),
            "How well that day is known: exact, about it, between it and joinedLatest, or before it.", .field("precision")
        ) { .text($0.member.joined.precision.rawValue) },
        Property("joinedLatest", .nullable(.day), "The latest day on which it can have joined.", .field("latest")) { .of($0.member.joined.latest) },
        Property("left", .nullable(.day), "Since when it no longer is.") { thing, visit in .of(visit.register.left[thing.id]) },
        Property("note", .localized(most: 4000), "Remarks by language.", .field("note")) { .of($0.member.note) },
    ]
}
