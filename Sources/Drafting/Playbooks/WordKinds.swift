/// Words that stand for others of their kind: `move to (country)` under `match` is any of them.
///
/// Of a name in several words the telling one stands here: `zealand`, `analyst`. `(sum)` is any number from 1000, and `12k`.
enum WordKinds {
  /// The kinds of a word and its stem, written as in a playbook: `(country)`; empty for most words.
  static func kinds(of word: String, stem: String) -> [String] {
    isSum(word) ? [sum] : byStem[stem] ?? []
  }

  /// All kinds that a playbook may name.
  static let names = Set(members.map(\.kind) + [sum])

  /// The stems of all words that are of a kind.
  static var stems: some Collection<String> { byStem.keys }

  private static let sum = "(sum)"

  static func isSum(_ word: String) -> Bool {
    let digits = word.last == "k" ? word.dropLast() : word[...]
    guard !digits.isEmpty, digits.allSatisfy(\.isNumber) else { return word == "money" }
    return digits.count < word.count || digits.count >= 4
  }

  private static let byStem: [String: [String]] = {
    var map: [String: [String]] = [:]
    for (kind, words) in members {
      for word in words.split(whereSeparator: \.isWhitespace) {
        let stem = GoalWords.stem(of: String(word))
        if map[stem]?.contains(kind) != true { map[stem, default: []].append(kind) }
      }
    }
    return map
  }()

  private static let members: [(kind: String, words: String)] = [
    (
      "(country)",
      """
      afghanistan albania algeria america andorra angola arabia argentina armenia australia austria azerbaijan bahrain bali
      bangladesh barbados belgium belize bolivia bosnia botswana brazil britain bulgaria cambodia cameroon canada chile china
      colombia congo crete croatia cuba cyprus czechia denmark ecuador egypt emirates england eritrea estonia ethiopia europe
      fiji finland france georgia germany ghana greece guatemala hungary iceland india indonesia iran iraq ireland israel
      italy jamaica japan jordan kazakhstan kenya korea kosovo laos latvia lebanon lithuania luxembourg madeira malaysia
      maldives malta mauritius mexico moldova mongolia montenegro morocco mozambique myanmar namibia nepal netherlands
      nicaragua nigeria norway oman pakistan panama paraguay peru philippines poland portugal qatar romania russia rwanda
      scandinavia scotland senegal serbia singapore slovakia slovenia spain sweden switzerland syria taiwan tanzania thailand
      tunisia turkey uganda uk ukraine uruguay usa venezuela vietnam wales zambia zealand zimbabwe rica lanka kingdom
      abroad overseas asia africa oceania patagonia caribbean balkans himalayas
      """
    ),
    (
      "(city)",
      """
      amsterdam angeles antwerp athens atlanta auckland austin bangkok barcelona basel bath beijing belfast belgrade bergen
      berlin bilbao birmingham bologna bordeaux boston bratislava brighton brisbane bristol brussels bucharest budapest calgary
      cambridge cardiff chicago cologne copenhagen cork dallas denver detroit dresden dubai dublin dundee edinburgh florence
      francisco frankfurt galway geneva genoa ghent glasgow gothenburg graz hamburg hanover helsinki houston istanbul krakow
      kyoto leeds leipzig lille lima lisbon liverpool ljubljana london lyon madrid malaga malmo manchester marseille melbourne
      miami milan minneapolis montreal moscow munich nairobi nantes naples nashville newcastle norwich nottingham nuremberg
      orlando osaka oslo ottawa oxford paris perth philadelphia phoenix pittsburgh porto portland prague pune riga rome
      rotterdam salzburg seattle seoul seville shanghai sheffield sofia southampton stockholm strasbourg stuttgart sydney
      tallinn tampa tokyo toronto toulouse turin utrecht valencia vancouver venice vienna vilnius warsaw washington wellington
      york zagreb zurich countryside coast seaside
      """
    ),
    (
      "(language)",
      """
      afrikaans albanian amharic arabic armenian azerbaijani basque bengali bosnian bulgarian burmese cantonese castilian
      catalan chinese croatian czech danish dutch english esperanto estonian farsi finnish flemish french gaelic georgian german
      greek gujarati hawaiian hebrew hindi hungarian icelandic indonesian irish italian japanese kannada kazakh khmer korean
      kurdish latin latvian lithuanian malay malayalam mandarin maori marathi mongolian nepali norwegian pashto persian polish
      portuguese punjabi romanian russian sanskrit serbian sinhala slovak slovenian somali spanish swahili swedish tagalog tamil
      telugu thai tibetan turkish ukrainian urdu uzbek vietnamese welsh xhosa yiddish yoruba zulu asl bsl auslan creole
      """
    ),
    (
      "(instrument)",
      """
      accordion bagpipes banjo bass bassoon bongos cajon cello clarinet concertina didgeridoo drums drum fiddle flute guitar
      harmonica harp harpsichord horn kalimba keyboard lute mandolin marimba melodica oboe organ percussion piano recorder
      saxophone sax sitar synth synthesizer tabla trombone trumpet tuba ukulele uke viola violin whistle xylophone zither
      """
    ),
    (
      "(occupation)",
      """
      accountant actor actuary administrator analyst animator apprentice architect artist assistant attorney baker barber
      barista bartender bookkeeper bricklayer builder butcher carer caretaker carpenter chef cleaner coach consultant cook
      copywriter counsellor counselor dentist designer dev developer devs dietitian doctor driver economist editor electrician
      engineer entrepreneur farmer firefighter florist gardener goldsmith graphic hairdresser handyman illustrator interpreter
      journalist joiner lawyer lecturer librarian manager marketer masseur mechanic midwife musician nanny novelist nurse
      nutritionist optician osteopath painter paralegal paramedic pharmacist photographer physician physio physiotherapist pilot
      plumber policeman producer professor programmer psychologist psychotherapist radiographer ranger receptionist recruiter
      salesperson scientist secretary sommelier stylist surveyor teacher technician therapist tiler trainer translator
      tutor vet videographer waiter waitress welder
      """
    ),
    (
      "(field)",
      """
      academia accounting accountancy advertising analytics army banking catering civil construction consulting conservation
      counselling design education engineering farming fashion finance healthcare hospitality insurance journalism law logistics
      management marketing medicine midwifery navy nursing nutrition pharma physiotherapy psychology publishing recruitment
      retail sales science security software teaching tech therapy ux
      """
    ),
    ("(mass)", "kg kilo kilos kilograms lb lbs pounds stone stones st"),
    (
      "(relative)",
      """
      aunt babies baby boyfriend brother child children cousin dad daughter family father fiance fiancee friend friends
      girlfriend gran grandad granddad grandchildren granddaughter grandfather grandkids grandma grandmother grandpa
      grandparents grandson husband kid kids mate mates mom mother mum nan nephew niece parents partner sister son twins uncle
      wife
      """
    ),
    ("(birthday)", "18th 21st 25th 30th 35th 40th 45th 50th 55th 60th 65th 70th 75th 80th 85th 90th 95th 100th"),
  ]
}
