/// The LaTeX of BibTeX fields as plain Unicode text.
enum LaTeXText {
  /// Braces go, accents are composed, `--` is a dash, `~` a space, `\&` an ampersand.
  static func plain(_ latex: String) -> String {
    var out = ""
    var rest = latex[...]
    while let character = rest.first {
      switch character {
      case "\\": out += command(&rest)
      case "{", "}", "$": rest.removeFirst()
      case "~":
        out += "\u{00A0}"
        rest.removeFirst()
      case "-" where rest.hasPrefix("---"):
        out += "—"
        rest.removeFirst(3)
      case "-" where rest.hasPrefix("--"):
        out += "–"
        rest.removeFirst(2)
      case "`" where rest.hasPrefix("``"):
        out += "“"
        rest.removeFirst(2)
      case "'" where rest.hasPrefix("''"):
        out += "”"
        rest.removeFirst(2)
      case "'":
        out += "’"
        rest.removeFirst()
      case "\n", "\t", " ", "\r\n", "\r":
        if !out.isEmpty, !out.hasSuffix(" ") { out += " " }
        rest.removeFirst()
      default:
        out.append(character)
        rest.removeFirst()
      }
    }
    while out.hasSuffix(" ") { out.removeLast() }
    return out
  }

  /// Reads what follows a backslash: an accent with its letter, a letter command, an escaped sign.
  private static func command(_ rest: inout Substring) -> String {
    rest.removeFirst()
    guard let first = rest.first else { return "" }
    guard first.isLetter else {
      rest.removeFirst()
      guard let mark = accents[String(first)] else { return first == "\\" ? " " : String(first) }
      return accented(mark, &rest)
    }
    let name = String(rest.prefix { $0.isLetter && $0.isASCII })
    rest = rest.dropFirst(name.count)
    if name.count == 1, let mark = accents[name], letters[name] == nil || startsGroup(rest) {
      return accented(mark, &rest)
    }
    if rest.first == " " { rest.removeFirst() }
    if let letter = letters[name] { return letter }
    // Says how to sort, and is not printed.
    if name == "noopsort", rest.first == "{", let close = rest.firstIndex(of: "}") {
      rest = rest[rest.index(after: close)...]
    }
    // Formatting such as \emph{…}: its argument is read as text by the caller.
    return ""
  }

  private static func startsGroup(_ rest: Substring) -> Bool { rest.first == "{" }

  private static func accented(_ mark: Unicode.Scalar, _ rest: inout Substring) -> String {
    while rest.first == " " || rest.first == "{" { rest.removeFirst() }
    var base = rest.first.map(String.init) ?? ""
    if base == "\\" {
      // \'{\i}: the dotless letter under an accent is the plain one.
      rest.removeFirst()
      base = rest.first.map(String.init) ?? ""
    }
    if !base.isEmpty { rest.removeFirst() }
    if rest.first == "}" { rest.removeFirst() }
    var scalars = base.unicodeScalars
    scalars.append(mark)
    return String(String.UnicodeScalarView(scalars)).composed
  }

  private static let accents: [String: Unicode.Scalar] = [
    "'": "\u{301}", "`": "\u{300}", "^": "\u{302}", "\"": "\u{308}", "~": "\u{303}",
    "=": "\u{304}", ".": "\u{307}", "u": "\u{306}", "v": "\u{30C}", "H": "\u{30B}",
    "c": "\u{327}", "k": "\u{328}", "r": "\u{30A}", "d": "\u{323}", "b": "\u{331}",
  ]

  private static let letters: [String: String] = [
    "ss": "ß", "ae": "æ", "AE": "Æ", "oe": "œ", "OE": "Œ", "o": "ø", "O": "Ø", "aa": "å",
    "AA": "Å", "l": "ł", "L": "Ł", "i": "ı", "j": "ȷ", "dh": "ð", "DH": "Ð", "th": "þ",
    "TH": "Þ", "S": "§", "P": "¶", "copyright": "©", "pounds": "£", "textendash": "–",
    "textemdash": "—", "textregistered": "®", "texttrademark": "™", "times": "×",
    "alpha": "α", "beta": "β", "gamma": "γ", "delta": "δ", "epsilon": "ε", "lambda": "λ",
    "mu": "μ", "pi": "π", "sigma": "σ", "tau": "τ", "omega": "ω", "ldots": "…", "dots": "…",
    "textbackslash": "\\", "LaTeX": "LaTeX", "TeX": "TeX",
  ]
}

extension String {
  /// Letters with their combining marks as one scalar each where Unicode has one.
  ///
  /// Only the letters that names are written with; anything else keeps its combining mark.
  fileprivate var composed: String {
    let scalars = Array(unicodeScalars)
    guard scalars.count == 2, let table = Self.composedLetters[scalars[1]],
      let index = table.bases.unicodeScalars.firstIndex(of: scalars[0])
    else { return self }
    let distance = table.bases.unicodeScalars.distance(
      from: table.bases.unicodeScalars.startIndex, to: index)
    let results = Array(table.results.unicodeScalars)
    return String(results[distance])
  }

  private static let composedLetters: [Unicode.Scalar: (bases: String, results: String)] = [
    "\u{301}": ("aeiouyAEIOUYcnsrlzCNSRLZ", "áéíóúýÁÉÍÓÚÝćńśŕĺźĆŃŚŔĹŹ"),
    "\u{300}": ("aeiouAEIOUn", "àèìòùÀÈÌÒÙǹ"),
    "\u{302}": ("aeiouAEIOUcghjswy", "âêîôûÂÊÎÔÛĉĝĥĵŝŵŷ"),
    "\u{308}": ("aeiouyAEIOU", "äëïöüÿÄËÏÖÜ"),
    "\u{303}": ("anoANOiu", "ãñõÃÑÕĩũ"),
    "\u{304}": ("aeiouAEIOU", "āēīōūĀĒĪŌŪ"),
    "\u{307}": ("zgeIcZ", "żġėİċŻ"),
    "\u{306}": ("aegiouAGU", "ăĕğĭŏŭĂĞŬ"),
    "\u{30C}": ("cdenrstzCDENRSTZag", "čďěňřšťžČĎĚŇŘŠŤŽǎǧ"),
    "\u{30B}": ("ouOU", "őűŐŰ"),
    "\u{327}": ("csteCST", "çşţȩÇŞŢ"),
    "\u{328}": ("aeiuAE", "ąęįųĄĘ"),
    "\u{30A}": ("auAU", "åůÅŮ"),
    "\u{323}": ("aehinorstuz", "ạẹḥịṇọṛṣṭụẓ"),
  ]
}
