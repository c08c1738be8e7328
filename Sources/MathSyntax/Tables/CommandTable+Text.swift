extension CommandTable {
  /// Characters that commands stand for inside of `\text{…}`.
  static let textSymbols: [(String, String)] = [
    ("textdollar", "$"), ("textunderscore", "_"), ("textbraceleft", "{"),
    ("textbraceright", "}"), ("textless", "<"), ("textgreater", ">"), ("textbar", "|"),
    ("textbardbl", "‖"), ("textasciitilde", "~"), ("textbackslash", "\\"),
    ("textasciicircum", "^"), ("textdagger", "†"), ("textdaggerdbl", "‡"), ("textendash", "–"),
    ("textemdash", "—"), ("textquoteleft", "‘"), ("textquoteright", "’"),
    ("textquotedblleft", "“"), ("textquotedblright", "”"), ("textquotesingle", "'"),
    ("textellipsis", "…"), ("textdegree", "°"), ("textsterling", "£"), ("texteuro", "€"),
    ("textyen", "¥"), ("textcopyright", "©"), ("textregistered", "®"), ("texttrademark", "™"),
    ("textbullet", "•"), ("textperiodcentered", "·"), ("textpm", "±"), ("texttimes", "×"),
    ("textmu", "µ"), ("textohm", "Ω"), ("textsection", "§"), ("textparagraph", "¶"),
    ("textasteriskcentered", "∗"), ("textordfeminine", "ª"), ("textordmasculine", "º"),
    ("textonehalf", "½"), ("textonequarter", "¼"), ("textthreequarters", "¾"),
    ("textvisiblespace", "␣"), ("textperthousand", "‰"),
    ("sect", "§"), ("i", "ı"), ("j", "ȷ"), ("ss", "ß"), ("ae", "æ"), ("oe", "œ"), ("o", "ø"),
    ("l", "ł"), ("L", "Ł"), ("aa", "å"), ("AA", "Å"), ("AE", "Æ"), ("OE", "Œ"), ("O", "Ø"),
    ("dh", "ð"), ("DH", "Ð"), ("th", "þ"), ("TH", "Þ"), ("lq", "‘"), ("rq", "’"),
    ("{", "{"), ("}", "}"), ("-", ""), ("/", ""), ("@", ""),
  ]

  /// Accents inside of `\text{…}`, as combining characters.
  static let textAccents: [(String, Unicode.Scalar)] = [
    ("'", "\u{301}"), ("`", "\u{300}"), ("^", "\u{302}"), ("~", "\u{303}"), ("=", "\u{304}"),
    ("u", "\u{306}"), (".", "\u{307}"), ("c", "\u{327}"), ("r", "\u{30A}"), ("v", "\u{30C}"),
    ("\"", "\u{308}"), ("H", "\u{30B}"), ("k", "\u{328}"), ("d", "\u{323}"), ("b", "\u{331}"),
    ("textcircled", "\u{20DD}"),
  ]
}
