import Organisation

/// Words that say nothing by themselves: articles, pronouns, prepositions, the commonest verbs. Short lists of our own.
enum StopWords {
    static func of(_ language: Language?) -> Set<String> { language.flatMap { lists[$0] } ?? all }

    private static let all = lists.values.reduce(into: Set<String>()) { $0.formUnion($1) }

    private static let lists: [Language: Set<String>] = [
        .en: words(
            """
            a about after all also am an and any are as at be because been before being but by can could did do does each for from had has have he her here him his how i if in \
            into is it its just like may me might more most much must my no nor not of often on once only or other our out over own same shall she should so some such than that \
            the their them then there these they this those through to too under until up upon us very was we were what when where which while who whom why will with would yet you your
            """),
        .fr: words(
            """
            à après au aucun aussi autre aux avant avec avoir car ce ceci cela ces cet cette ceux chaque comme dans de des donc dont du elle elles en encore entre est et été être eux fait \
            faut il ils je la le les leur leurs lui ma mais même mes moins mon ne ni nos notre nous on ont ou où par pas peu peut peuvent plus pour pourquoi qu quand que quel \
            quelle qui sa sans se ses si son sont sous sur ta te tes toi ton tous tout toute toutes très tu un une vers vos votre vous y
            """),
        .es: words(
            """
            a al algo alguno ante antes así aunque cada aun aún como con contra cual cuando de del desde donde dos e el él ella ellas ellos en entre era eran es esa ese eso esta está \
            estar estas este esto estos fue ha haber hace hacer han hasta hay la las le les lo los mas más me mi mis mucho muy nada ni no nos nosotros nuestra nuestro o os otra \
            otro para pero poco por porque puede pueden que qué quien se sea según ser si sí sin sobre solo son su sus también tan te tiene tienen todo todos tu un una unas uno unos y ya
            """),
        .pt: words(
            """
            a à ainda ao aos às as até cada com como contra da das de dela dele deles depois do dos e é ela elas ele eles em entre era essa esse esta está este eu foi for há isso \
            isto já lhe mais mas me menos mesmo meu minha muito na não nas nem no nos nós nossa nosso num numa o os ou outra outro para pela pelas pelo pelos pode podem por porque \
            quais qual quando que quem se seja sem ser será seu seus só são sobre sua suas também tão te tem têm todo todos tudo um uma umas uns você
            """),
        .ru: words(
            """
            а без более бы был была были было быть в вам вас весь во вот все всё всего всех вы где да даже для до его ее её если есть еще ещё ж же за здесь и из или им их к как \
            какой когда кто ли либо лишь между меня мне можно мы на над надо нам нас наш не него нее нет ни них но ну о об один однако он она они оно от очень по под после при про \
            с сам свой себя со так также такой там те тем то того тоже той только том тот тут ты у уже хотя чего чей чем что чтобы это этого этой этом этот я
            """),
        .ar: words(
            """
            أ أو أي أيضا أن أنا أنت إذا إلا إلى إن الا التي الذي الذين الى ان أما بعد بعض بل بها به بين بينما تكون تلك ثم جدا حتى حول حيث خلال ذلك ذات سوف على عليها عليه عن عند غير \
            في فيها فيه قبل قد كان كانت كل كما كيف لا لأن لدى لذلك لقد لكن لكي لم لماذا لن له لها ليس ما مثل مع من منها منه منذ نحن هذا هذه هل هم هنا هناك هو هي و وقد وهو وهي يكون يجب
            """),
    ]

    private static func words(_ list: String) -> Set<String> { Set(list.split(whereSeparator: \.isWhitespace).map(String.init)) }
}
